"""What came in, what was there, what was done and what is left."""
