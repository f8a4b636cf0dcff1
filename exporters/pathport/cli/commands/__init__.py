"""One file a command; each offers ``command``, a click command that gives an answer."""
