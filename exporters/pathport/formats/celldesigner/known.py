"""What in CellDesigner's extension needs no word: what is read, and what says nothing that is seen.

By element, its attributes and the elements in it: those that are read, and those with the values
that CellDesigner gives of itself. Any other is lost, by name. What is not drawn is not looked into:
the view of a box that is not the one it is shown in. CellDesigner Extension Tag Specification,
fourth edition; its schema of version 4.2.
"""

from pathport.formats.sbml.known import ANY, KNOWN, Known

__all__ = ["EXTENSION", "UNDERSTOOD", "UNSEEN"]

NOTHING: frozenset[str] = frozenset()
ALIAS = {
    "id": ANY,
    "species": ANY,
    "compartmentAlias": ANY,
    "complexSpeciesAlias": ANY,
    "activity": ANY,
    "bounds": ANY,
    "font": ANY,
    "view": ANY,
    "structuralState": ANY,
    "usualView": ANY,
    "briefView": ANY,
    "backupSize": ANY,
    "backupView": ANY,
    "info": ANY,
}
TEMPLATE = {
    "id": ANY,
    "name": ANY,
    "type": ANY,
    "notes": ANY,
    "listOfModificationResidues": ANY,
    "listOfBindingRegions": ANY,
    "listOfRegions": ANY,
}
LINK = {
    "alias": ANY,
    "targetLineIndex": ANY,
    "linkAnchor": ANY,
    "connectScheme": ANY,
    "editPoints": ANY,
    "line": ANY,
}
END = {"species": ANY, "alias": ANY, "linkAnchor": ANY}
MODIFICATION = {
    "type": ANY,
    "modifiers": ANY,
    "aliases": ANY,
    "modificationType": ANY,
    "targetLineIndex": ANY,
    "editPoints": ANY,
    "connectScheme": ANY,
    "linkTarget": ANY,
    "line": ANY,
}
AT_TOP = frozenset({"-1.5707963267948966"})
"""Where the information of a box stands that has none."""
STATE_AT_TOP = frozenset({"1.5707963267948966"})

EXTENSION: Known = {
    # On the model
    "model": {
        "modelVersion": ANY,
        "modelDisplay": ANY,
        "listOfIncludedSpecies": ANY,
        "listOfCompartmentAliases": ANY,
        "listOfComplexSpeciesAliases": ANY,
        "listOfSpeciesAliases": ANY,
        "listOfGroups": ANY,
        "listOfProteins": ANY,
        "listOfGenes": ANY,
        "listOfRNAs": ANY,
        "listOfAntisenseRNAs": ANY,
        "listOfLayers": ANY,
        "listOfBlockDiagrams": ANY,
    },
    "modelVersion": {},
    "modelDisplay": {"sizeX": ANY, "sizeY": ANY},
    "listOfIncludedSpecies": {"species": ANY},
    "listOfCompartmentAliases": {"compartmentAlias": ANY},
    "listOfComplexSpeciesAliases": {"complexSpeciesAlias": ANY},
    "listOfSpeciesAliases": {"speciesAlias": ANY},
    "listOfGroups": {},
    "listOfProteins": {"protein": ANY},
    "listOfGenes": {"gene": ANY},
    "listOfRNAs": {"RNA": ANY},
    "listOfAntisenseRNAs": {"AntisenseRNA": ANY},
    "listOfLayers": {"layer": ANY},
    "listOfBlockDiagrams": {},
    "protein": TEMPLATE,
    "gene": TEMPLATE,
    "RNA": TEMPLATE,
    "AntisenseRNA": TEMPLATE,
    "listOfModificationResidues": {"modificationResidue": ANY},
    "modificationResidue": {
        "id": ANY,
        "name": ANY,
        "angle": ANY,
        "side": frozenset({"none", "inside"}),
    },
    "listOfBindingRegions": {"bindingRegion": ANY},
    "bindingRegion": {"id": ANY, "name": ANY, "angle": ANY, "size": ANY},
    "listOfRegions": {"region": ANY},
    "region": {
        "id": ANY,
        "name": ANY,
        "size": ANY,
        "pos": ANY,
        "type": ANY,
        "active": frozenset({"false"}),
    },
    "compartmentAlias": {
        "id": ANY,
        "compartment": ANY,
        "class": ANY,
        "bounds": ANY,
        "point": ANY,
        "namePoint": ANY,
        "doubleLine": ANY,
        "paint": ANY,
        "info": ANY,
    },
    "class": {},
    "bounds": {
        **dict.fromkeys(("x", "y", "w", "h"), ANY),
        **dict.fromkeys(("sx", "sy", "ex", "ey"), ANY),
    },
    "point": {"x": ANY, "y": ANY},
    "namePoint": {"x": ANY, "y": ANY},
    "doubleLine": {
        "thickness": ANY,
        "outerWidth": frozenset({"2.0", "2"}),
        "innerWidth": frozenset({"1.0", "1"}),
    },
    "paint": {"color": ANY, "scheme": frozenset({"Color"})},
    "info": {"state": frozenset({"empty"}), "angle": AT_TOP},
    "speciesAlias": ALIAS,
    "complexSpeciesAlias": ALIAS,
    "activity": {},
    "font": {"size": ANY},
    "view": {"state": ANY},
    "usualView": {"innerPosition": ANY, "boxSize": ANY, "singleLine": ANY, "paint": ANY},
    "singleLine": {"width": ANY},
    "layer": {
        "id": ANY,
        "name": ANY,
        "locked": frozenset({"false"}),
        "visible": ANY,
        "listOfTexts": ANY,
        "listOfSquares": ANY,
        "listOfFreeLines": ANY,
    },
    "listOfTexts": {"layerSpeciesAlias": ANY},
    "listOfSquares": {"layerCompartmentAlias": ANY},
    "listOfFreeLines": {"layerFreeLine": ANY},
    "layerSpeciesAlias": {
        "x": ANY,
        "y": ANY,
        "target": ANY,
        "targetId": ANY,
        "layerNotes": ANY,
        "bounds": ANY,
        "paint": ANY,
        "font": ANY,
    },
    "layerNotes": {},
    "layerCompartmentAlias": {"type": ANY, "bounds": ANY, "paint": ANY, "ispaint": ANY},
    "ispaint": {"inner": ANY},
    "layerFreeLine": {"isArrow": ANY, "isDotted": ANY, "bounds": ANY, "line": ANY},
    # On species and parts of complexes
    "species": {
        "id": ANY,
        "name": ANY,
        "notes": ANY,
        "annotation": ANY,
        "positionToCompartment": ANY,
        "complexSpecies": ANY,
        "speciesIdentity": ANY,
        "listOfCatalyzedReactions": ANY,
    },
    "annotation": {"complexSpecies": ANY, "speciesIdentity": ANY},
    "positionToCompartment": {},
    "complexSpecies": {},
    "speciesIdentity": {
        "class": ANY,
        "hypothetical": ANY,
        "name": ANY,
        "proteinReference": ANY,
        "geneReference": ANY,
        "rnaReference": ANY,
        "antisensernaReference": ANY,
        "state": ANY,
    },
    "hypothetical": {},
    "name": {},
    "proteinReference": {},
    "geneReference": {},
    "rnaReference": {},
    "antisensernaReference": {},
    "state": {"homodimer": ANY, "listOfModifications": ANY, "listOfStructuralStates": ANY},
    "homodimer": {},
    "listOfModifications": {"modification": ANY},
    "listOfStructuralStates": {"structuralState": ANY},
    "structuralState": {"structuralState": ANY, "angle": STATE_AT_TOP},
    "listOfCatalyzedReactions": {"catalyzed": ANY},
    "catalyzed": {"reaction": ANY},
    # On compartments
    "compartment": {"name": ANY},
    # On reactions and their participants
    "reaction": {
        "name": ANY,
        "reactionType": ANY,
        "baseReactants": ANY,
        "baseProducts": ANY,
        "listOfReactantLinks": ANY,
        "listOfProductLinks": ANY,
        "connectScheme": ANY,
        "editPoints": ANY,
        "line": ANY,
        "listOfModification": ANY,
        "listOfGateMember": ANY,
    },
    "reactionType": {},
    "baseReactants": {"baseReactant": ANY},
    "baseProducts": {"baseProduct": ANY},
    "baseReactant": END,
    "baseProduct": END,
    "linkAnchor": {"position": ANY},
    "listOfReactantLinks": {"reactantLink": ANY},
    "listOfProductLinks": {"productLink": ANY},
    "reactantLink": {**LINK, "reactant": ANY},
    "productLink": {**LINK, "product": ANY},
    "connectScheme": {"connectPolicy": ANY, "rectangleIndex": ANY, "listOfLineDirection": ANY},
    "listOfLineDirection": {"lineDirection": ANY},
    "lineDirection": {"index": ANY, "value": ANY, "arm": ANY},
    "editPoints": {"num0": ANY, "num1": ANY, "num2": ANY, "tShapeIndex": ANY},
    "line": {"width": ANY, "color": ANY, "type": ANY},
    "listOfModification": {"modification": ANY},
    "listOfGateMember": {"GateMember": ANY},
    "modification": {**MODIFICATION, "residue": ANY, "state": ANY},
    "GateMember": MODIFICATION,
    "linkTarget": END,
    "speciesReference": {"alias": ANY},
    "modifierSpeciesReference": {"alias": ANY},
    "alias": {},
}
"""By the local name of an element; by that of SBML's element, what its extension may hold."""

UNSEEN = frozenset(
    {
        "innerPosition",
        "boxSize",
        "backupSize",
        "backupView",
        "briefView",
        "notes",
    }
)
"""Elements that are not looked into: what repeats the bounds, what is not shown; and what is read
elsewhere."""

UNDERSTOOD: Known = {
    **KNOWN,
    "species": {**KNOWN["species"], "charge": frozenset({"0"})},
    "reaction": {**KNOWN["reaction"]},
}
"""What is known of SBML's own elements in a file of CellDesigner."""
