"""Edits that were made to an export of a document, taken home into it.

`homecoming` makes the edits to the pathway: `said` reads what a file says natively, `identity`
tells which things these are, and `counterparts` which they are in a file without links; `merging`
what was done and how it is done to the document's facts, `drawing` which of it a hand did, `ids`
what is new is called. `writing` puts the pathway into the document's text. No format is known here.
"""
