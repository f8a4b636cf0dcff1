"""How the things of a pathway look, as tables: colours, outlines, heads of lines, letters.

Whoever draws a pathway, or writes a format that says how things look, reads them here, so that all
pictures look alike. Nothing is drawn here, and no format is known.
"""
