"""Wholes and the parts that a report gives of them."""
