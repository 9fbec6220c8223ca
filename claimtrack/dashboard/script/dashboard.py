"""The script that `claimtrack dashboard` hands to Streamlit; it stands alone in its folder, which Streamlit searches
for modules."""

import sys

from claimtrack.dashboard.app import main

main(sys.argv[1:])
