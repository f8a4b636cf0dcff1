"""Why facts of a kind may not be native in CX2 (`pathport.fidelity.reasons`).

These are sentences for people: no reader and no writer knows them.
"""

from pathport.fidelity.reasons import Reasons

__all__ = ["REASONS"]

SITES = "the text of a site is that of the notation, without references, notes and certainty"

REASONS: Reasons = {
    "* accessions": "an entry is told like a CURIE, which has no place for a version",
    "molecule members": "a member is told with its count alone",
    "molecule site_sets": SITES,
    "molecule sites": SITES,
    "pathway authors": "an author is told by name and ORCID",
    "pathway figure": "a figure of which nothing is told has no column",
    "pathway layout.boxes": (
        "a node is the box of a species as a whole, not of a part or inside another box; how it "
        "looks follows from columns, and its place has six digits behind the point"
    ),
    "pathway layout.drawing": "a network has no labels, shapes and lines beside its nodes",
    "pathway layout.frames": "a frame has a place and an extent, within 1e9, and no style",
    "pathway layout.height": "the canvas of a network has no size",
    "pathway layout.ways": "an edge bends where it is told; which way it is, nothing says",
    "pathway layout.width": "the canvas of a network has no size",
    "pathway publications": "a reference is a CURIE; title, journal and authors have no place",
    "pathway quantities": "a network has no amounts and no rates",
    "species components": "the notation tells the parts and their states, and no more of them",
}
