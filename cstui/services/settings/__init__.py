"""A team's settings: what holds on a day, checked, shown, changed."""
