"""A pathway as a diagram of CellDesigner, and pathport's marks where they are told.

SBML Level 2 Version 4: the model says what it says in SBML, and draws itself in the extension.
CellDesigner 4.4 reads no other level or version with its extension.
"""

import itertools
from collections.abc import Iterator

from pathport.fidelity.measure import ROOT, Marks, measured
from pathport.fidelity.records import Anchor, decode, encode
from pathport.formats import Options, Written
from pathport.formats.celldesigner.diagram import Diagram, belongings
from pathport.formats.celldesigner.outermost import outermost_called
from pathport.formats.celldesigner.read import read_native
from pathport.formats.celldesigner.reasons import REASONS
from pathport.formats.celldesigner.terms import CELLDESIGNER, LEVEL_2
from pathport.formats.celldesigner.write_model import model_extension
from pathport.formats.celldesigner.write_reactions import written_reactions
from pathport.formats.celldesigner.write_species import written_compartments, written_species
from pathport.formats.sbml.history import history_said
from pathport.formats.sbml.markup import annotation, attributes, listed, notes
from pathport.formats.sbml.own_ids import moved_marks
from pathport.formats.sbml.statements import shown_name
from pathport.formats.sbml.terms import NODE
from pathport.formats.sbml.write import MODEL_METAID, about_said
from pathport.model.facts import PATHWAY
from pathport.model.pathway import Pathway
from pathport.model.references import renamed

__all__ = ["spelled", "write"]

UNITS = {
    "substance": ("mole", "1"),
    "volume": ("litre", "1"),
    "area": ("metre", "2"),
    "length": ("metre", "1"),
    "time": ("second", "1"),
}
"""The units that CellDesigner defines in every model: kind and exponent."""


def write(pathway: Pathway, options: Options = Options()) -> Written:  # noqa: ARG001, B008
    """The pathway as a file of CellDesigner, with the account of its facts."""
    ids = outermost_called(pathway)
    diagram = Diagram(renamed(pathway, ids) if ids else pathway)
    native = read_native(spelled(diagram, Marks()))
    marks, account = measured(pathway, native, belongings(diagram))
    content = spelled(diagram, moved_marks(_on_elements(marks), ids))
    return Written(content=content, account=account.explained(REASONS))


def _on_elements(marks: Marks) -> Marks:
    """The marks, those of a molecule on the model: its template takes nothing but its own."""
    moved: dict[Anchor, tuple[str, ...]] = {}
    for (construct, id_), texts in marks.on.items():
        anchor = (construct, id_)
        if construct == "molecule":
            texts = tuple(encode(decode(text, anchor), ROOT) for text in texts)  # noqa: PLW2901
            anchor = ROOT
        moved[anchor] = (*moved.get(anchor, ()), *texts)
    return Marks(moved)


def spelled(diagram: Diagram, marks: Marks) -> bytes:
    """The file, in UTF-8, with these marks on its elements."""
    return "".join(_document(diagram, marks)).encode()


def _document(diagram: Diagram, marks: Marks) -> Iterator[str]:
    pathway = diagram.pathway
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<sbml xmlns="{LEVEL_2}" xmlns:celldesigner="{CELLDESIGNER}" level="2" version="4">\n'
    head = {"metaid": MODEL_METAID, "id": pathway.id, "name": shown_name(pathway)}
    yield f"  <model{attributes(head)}>\n"
    yield notes(pathway.notes, "    ")
    yield annotation(
        MODEL_METAID,
        about_said(pathway, dated=True),
        marks.at(PATHWAY, ""),
        node=NODE["model"],
        indent="    ",
        history=list(history_said(pathway, dated=True)),
        extension=model_extension(diagram),
    )
    yield from itertools.chain(
        listed("listOfUnitDefinitions", itertools.starmap(_unit, UNITS.items())),
        listed("listOfCompartments", written_compartments(diagram, marks)),
        listed("listOfSpecies", written_species(diagram, marks)),
        listed("listOfReactions", written_reactions(diagram, marks)),
    )
    yield "  </model>\n</sbml>\n"


def _unit(name: str, told: tuple[str, str]) -> str:
    kind, exponent = told
    return (
        f'      <unitDefinition metaid="unit_{name}" id="{name}" name="{name}">\n'
        f'        <listOfUnits>\n          <unit kind="{kind}" exponent="{exponent}"/>\n'
        f"        </listOfUnits>\n      </unitDefinition>\n"
    )
