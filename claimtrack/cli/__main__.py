"""`python -m claimtrack.cli` is the command."""

import sys

from claimtrack.cli import main

sys.exit(main())
