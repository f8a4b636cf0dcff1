"""What the columns of nodes, edges and networks say, each written once.

The names that Cytoscape and NDEx know are spelled as there: ``name``, ``represents`` (a CURIE),
``alias``, ``type``, ``interaction``, ``directed``. A column that has nothing to say is not there.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from pathport.model.enumerations import Relation
from pathport.model.parts import About, Evidence, Identifier
from pathport.model.pathway import Pathway
from pathport.model.spelling import spell_component, spell_state
from pathport.model.things import Control, Molecule, Process, Species
from pathport.networks.network import Cell
from pathport.vocabulary import by_name, term

__all__ = [
    "about_columns",
    "control_columns",
    "modules_of",
    "molecule_columns",
    "network_columns",
    "process_columns",
    "species_columns",
    "states_columns",
    "taxon",
]

T = TypeVar("T")
Columns = Mapping[str, Callable[[T], Cell | None]]


def _cells(columns: Columns[T], of: T) -> dict[str, Cell]:
    """What these columns say of something, without those that say nothing."""
    told = ((name, say(of)) for name, say in columns.items())
    return {name: cell for name, cell in told if cell not in (None, "", ())}


def represents(thing: About) -> str | None:
    """The CURIE that says what a thing is: the first that it is, else the first about it."""
    known = (each for each in thing.identifiers if each.is_of_bearer)
    first = sorted(known, key=lambda each: each.relation is not Relation.IS)
    return first[0].id if first else None


def spelled(identifier: Identifier) -> str:
    """A CURIE, after its relation if it is not what the thing is."""
    if identifier.relation is Relation.IS:
        return identifier.id
    return f"{identifier.relation} {identifier.id}"


def told(evidence: Evidence) -> str:
    """Evidence on one line: code, reference, note."""
    return " ".join(filter(None, (evidence.code, evidence.reference, evidence.note)))


def taxon(curie: str | None) -> str | None:
    """The name of a taxon, as NDEx has it, or its CURIE where the name does not tell it."""
    known = term(curie) if curie is not None else None
    return known.name if known and by_name("ncbitaxon", known.name) == curie else curie


ABOUT: Columns[About] = {
    "represents": represents,
    "alias": lambda it: it.synonyms,
    "identifiers": lambda it: tuple(map(spelled, it.identifiers)),
    "notes": lambda it: it.notes,
    "references": lambda it: it.references,
    "evidence": lambda it: tuple(map(told, it.evidence)),
    "certainty": lambda it: it.certainty,
    "data sources": lambda it: it.data_sources,
}
"""What everything may say of itself."""

MOLECULE: Columns[Molecule] = {
    **ABOUT,
    "roles": lambda it: tuple(map(str, it.roles)),
    "organism": lambda it: taxon(it.organism),
    "members": lambda it: tuple(each.molecule for each in it.members),
}

SPECIES: Columns[Species] = {
    "state": lambda it: spell_state(it.state),
    "parts": lambda it: tuple(map(spell_component, it.components)),
    "members": lambda it: it.members,
    "side": lambda it: it.side,
    "cell type": lambda it: it.cell_type,
    "tissue": lambda it: it.tissue,
}
PROCESS: Columns[Process] = {
    **ABOUT,
    "reversible": lambda it: it.reversible or None,
    "spontaneous": lambda it: it.spontaneous,
}
CONTROL: Columns[Control] = {
    **ABOUT,
    "control": lambda it: it.id,
    "name": lambda it: it.name,
    "effect": lambda it: it.effect,
    "mechanism": lambda it: it.mechanism,
}
PATHWAY: Columns[Pathway] = {
    "description": lambda it: "\n\n".join(it.notes),
    "organism": lambda it: taxon(it.organism),
    "author": lambda it: tuple(each.name for each in it.authors),
    "version": lambda it: it.version,
    "rights": lambda it: it.licence,
    "reference": lambda it: it.references[0] if it.references else None,
    "references": lambda it: it.references[1:],
    "figure": lambda it: it.figure.reference if it.figure else None,
    "identifiers": lambda it: tuple(map(spelled, it.identifiers)),
}


def about_columns(thing: About) -> dict[str, Cell]:
    """What a thing says of itself."""
    return _cells(ABOUT, thing)


def molecule_columns(molecule: Molecule) -> dict[str, Cell]:
    """What a molecule says of itself."""
    return _cells(MOLECULE, molecule)


def network_columns(pathway: Pathway) -> dict[str, Cell]:
    """What a pathway says of itself."""
    return _cells(PATHWAY, pathway)


def process_columns(process: Process) -> dict[str, Cell]:
    """What a process says of itself."""
    return _cells(PROCESS, process)


def control_columns(control: Control) -> dict[str, Cell]:
    """What a control says of itself, on each edge that it is."""
    return _cells(CONTROL, control)


def species_columns(
    species: Species, molecule: Molecule | None, places: Mapping[str, str]
) -> dict[str, Cell]:
    """What a species says of itself, and what its molecule says where it does not."""
    of_molecule = molecule_columns(molecule) if molecule else {}
    own = _cells(ABOUT, species) | _cells(SPECIES, species)
    place = {"compartment": places[species.compartment]} if species.compartment else {}
    lists = {name: _together(cell, of_molecule.get(name, ())) for name, cell in own.items()}
    return of_molecule | lists | place


def _together(own: Cell, other: Cell) -> Cell:
    """Both lists as one, the own first; what is no list stays."""
    if isinstance(own, tuple) and isinstance(other, tuple):
        return tuple(dict.fromkeys((*own, *other)))
    return own


def states_columns(species: Iterable[Species], places: Mapping[str, str]) -> dict[str, Cell]:
    """In which states and places the species of one node are; ``places`` names compartments."""
    kept = sorted(species, key=lambda each: each.id)
    states = {spell_state(each.state) for each in kept} - {""}
    found = {places.get(each.compartment or "", "") for each in kept} - {""}
    columns: dict[str, Cell] = {
        "states": tuple(sorted(states)),
        "compartments": tuple(sorted(found)),
        "species": tuple(each.id for each in kept),
    }
    return {name: cell for name, cell in columns.items() if cell}


def modules_of(pathway: Pathway) -> Mapping[str, tuple[str, ...]]:
    """The names of the modules that each thing is a member of."""
    found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for module in pathway.modules:
        for member in module.members:
            found[member] += (module.name or module.id,)
    return found
