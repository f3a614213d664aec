"""Files with columns, as a spreadsheet or an administration writes them."""
