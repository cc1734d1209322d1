"""Pictures of every screen, from a scripted campaign, and what is wrong with them."""
