"""Averages held against the amount and the number that they are made of."""
