"""The file formats, one folder each, all alike."""
