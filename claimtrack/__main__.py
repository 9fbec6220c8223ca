"""`python -m claimtrack` is the command `claimtrack`."""

from claimtrack.cli import main

if __name__ == "__main__":
    main()
