"""CellDesigner 4.4: SBML Level 2 Version 4 with its extension, a diagram that can be edited."""
