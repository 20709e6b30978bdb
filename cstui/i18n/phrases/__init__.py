"""One module an area: `PHRASES` maps a key to its (English, Chinese) text."""
