"""The canonical model of a pathway and its notation: knows no file format, does no I/O."""
