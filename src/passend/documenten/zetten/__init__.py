"""Set an edition: as PDF, as Word, as HTML. Plain Python, no Django; what to say comes in, bytes go out."""
