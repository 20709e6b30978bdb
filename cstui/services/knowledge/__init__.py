"""The knowledge base: looked up, written, quoted."""
