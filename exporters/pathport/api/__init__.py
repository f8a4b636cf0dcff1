"""What people call: reading, checking and writing pathways, format found or named.

``reading`` and ``writing`` hold the functions, ``report`` what writing gives back. The names are
offered by ``pathport`` itself. Nothing here prints, and nothing here knows the command line.
"""
