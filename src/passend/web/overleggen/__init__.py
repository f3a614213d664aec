"""Pages of meetings: the list, the one sheet, who comes, and the letters."""
