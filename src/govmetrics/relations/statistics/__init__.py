"""The tables of statistical communiqués in plain text: rows of a label and its cells, wholes and parts among them, indicators."""
