"""What follows from a plan, in every draw at once: expenditure, budget, ceiling, funding, administration."""
