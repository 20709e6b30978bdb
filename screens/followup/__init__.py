"""The follow-up screen: tickets in views and in detail, and what is done to them."""
