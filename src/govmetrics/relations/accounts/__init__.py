"""The tables of budgets and final accounts in plain text: their rows, the sums that their form demands, and their indicators."""
