"""`python -m tocgraph` is the command line."""

import sys

from tocgraph.cli import main

sys.exit(main())
