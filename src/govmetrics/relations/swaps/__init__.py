"""Numbers of which two digits changed places, as the numbers around them show."""
