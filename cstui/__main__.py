"""`python -m cstui` is the command `cstui`."""

import sys

from cstui.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
