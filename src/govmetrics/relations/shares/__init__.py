"""Shares and rates, and the numbers that they are made of."""
