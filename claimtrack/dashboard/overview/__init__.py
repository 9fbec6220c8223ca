"""What the overview is made of: what came in, what is open, who has reviewed how much, and where the claims are."""
