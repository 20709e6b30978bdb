"""The settings screen: what a team has set, edited in place."""
