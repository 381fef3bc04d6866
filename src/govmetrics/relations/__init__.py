"""Arithmetic between printed figures: what a number may mean, and whether numbers that belong together agree."""
