"""The dashboard: `streamlit run dashboard.py`, with a claims file or articles behind `--` if wanted."""

import sys

from claimtrack.dashboard.app import main

main(sys.argv[1:])
