"""Facts that a report states more than once."""
