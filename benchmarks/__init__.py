"""Time and memory of reading and writing, beside the libraries that users hold models in today."""
