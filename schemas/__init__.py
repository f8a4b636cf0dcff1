"""The grammars and tables that `valid` is checked against; files, not code."""
