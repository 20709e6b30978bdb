"""Values and rules of the call centre: frozen, free of rendering and of input or output."""
