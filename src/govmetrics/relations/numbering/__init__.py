"""Headings and items, and how their numbers go on."""
