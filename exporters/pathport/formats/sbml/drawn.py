"""What elements that draw say: their attributes and the elements inside that are read.

A drawing is flat: a third dimension is named unless it is 0. SBML Level 3 Layout
Version 1, 3; Render Version 1, 3.
"""

from pathport.formats.sbml.computed import ANY, Usual

__all__ = ["DRAWN", "DRAWN_LISTS"]

FLAT = frozenset({"0", "0.0"})
NAMED: Usual = {"metaid": ANY, "id": ANY}
POINT: Usual = {"metaid": ANY, "x": ANY, "y": ANY, "z": FLAT}
BOXED: Usual = {**NAMED, "boundingBox": ANY, "objectRole": ANY}
DRAWN: dict[str, Usual] = {
    "layout": {
        **NAMED,
        "dimensions": ANY,
        "listOfCompartmentGlyphs": ANY,
        "listOfSpeciesGlyphs": ANY,
        "listOfReactionGlyphs": ANY,
        "listOfTextGlyphs": ANY,
        "listOfAdditionalGraphicalObjects": ANY,
        "listOfRenderInformation": ANY,
    },
    "compartmentGlyph": {**BOXED, "compartment": ANY},
    "speciesGlyph": {**BOXED, "species": ANY},
    "generalGlyph": {**BOXED, "reference": ANY},
    "graphicalObject": BOXED,
    "textGlyph": {**BOXED, "graphicalObject": ANY, "text": ANY, "originOfText": ANY},
    "reactionGlyph": {
        **BOXED,
        "reaction": ANY,
        "curve": ANY,
        "listOfSpeciesReferenceGlyphs": ANY,
    },
    "speciesReferenceGlyph": {
        **BOXED,
        "speciesGlyph": ANY,
        "speciesReference": ANY,
        "role": ANY,
        "curve": ANY,
    },
    "boundingBox": {**NAMED, "position": ANY, "dimensions": ANY},
    "position": {"id": ANY, **POINT},
    "dimensions": {**NAMED, "width": ANY, "height": ANY, "depth": FLAT},
    "curve": {"metaid": ANY, "listOfCurveSegments": ANY},
    "curveSegment": {
        "metaid": ANY,
        "type": ANY,
        "start": ANY,
        "end": ANY,
        "basePoint1": ANY,
        "basePoint2": ANY,
    },
    "start": {"id": ANY, **POINT},
    "end": {"id": ANY, **POINT},
    "basePoint1": {"id": ANY, **POINT},
    "basePoint2": {"id": ANY, **POINT},
    "renderInformation": {
        **NAMED,
        "name": ANY,
        "programName": ANY,
        "programVersion": ANY,
        "backgroundColor": ANY,
        "listOfColorDefinitions": ANY,
        "listOfLineEndings": ANY,
        "listOfStyles": ANY,
    },
    "style": {**NAMED, "name": ANY, "idList": ANY, "roleList": ANY, "typeList": ANY, "g": ANY},
}
"""What draws, by element."""
DRAWN_LISTS: dict[str, tuple[str, ...]] = {
    "listOfLayouts": ("layout",),
    "listOfCompartmentGlyphs": ("compartmentGlyph",),
    "listOfSpeciesGlyphs": ("speciesGlyph",),
    "listOfReactionGlyphs": ("reactionGlyph",),
    "listOfTextGlyphs": ("textGlyph",),
    "listOfAdditionalGraphicalObjects": ("generalGlyph", "graphicalObject"),
    "listOfSpeciesReferenceGlyphs": ("speciesReferenceGlyph",),
    "listOfCurveSegments": ("curveSegment",),
    "listOfRenderInformation": ("renderInformation",),
    "listOfColorDefinitions": ("colorDefinition",),
    "listOfLineEndings": ("lineEnding",),
    "listOfStyles": ("style",),
}
"""The lists of a drawing, with what is read in them."""
