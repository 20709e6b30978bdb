"""The follow-up screen: open tickets, soonest due first, and what is done to them."""
