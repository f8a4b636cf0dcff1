"""``python -m pathport``: the command line, where the script ``pathport`` is not on the path."""

import sys

from pathport.cli import main

__all__: list[str] = []

if __name__ == "__main__":
    sys.exit(main())
