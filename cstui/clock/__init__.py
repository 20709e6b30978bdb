"""Time: instants in the site's zone, working hours, limits and the clocks that hold them."""
