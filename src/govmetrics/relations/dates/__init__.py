"""Days, months and weekdays."""
