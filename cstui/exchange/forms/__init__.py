"""The sheets in which teams keep their forms."""
