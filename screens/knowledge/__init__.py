"""The knowledge base: looked up, quoted and written in dialogs over any screen."""
