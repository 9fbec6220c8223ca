"""What the page of sources is made of: who is cited for what, names that look alike, and names that were merged."""
