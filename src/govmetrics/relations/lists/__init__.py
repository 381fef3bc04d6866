"""Declared numbers of items, and the items."""
