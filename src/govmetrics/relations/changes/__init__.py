"""Levels, and what is said of the change between them."""
