"""Species as SBML elements: what they are, in which state, of which parts.

A molecule has no element in SBML; each species that is it says what there is to say of it. The
systematic name is a ``dcterms:title``, and the name too where the species has none of its own.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from pathport.fidelity.measure import Marks
from pathport.formats.sbml.markup import annotation, attributes, bag, closed, notes, property_of
from pathport.formats.sbml.own_statements import tells
from pathport.formats.sbml.plan import Plan, repeats
from pathport.formats.sbml.statements import (
    accessions_said,
    bag_of,
    common_said,
    evidence_said,
    identifiers_said,
    literature_uri,
    sources_said,
    uri_of,
)
from pathport.formats.sbml.terms import (
    ABOUT,
    COMPLEX_TERM,
    DEFINED_SET,
    HAS_PART,
    HAS_PROPERTY,
    HAS_TAXON,
    HAS_VERSION,
    IS_PART_OF,
    KIND,
    MOLECULE_PREFIXES,
    NODE,
    ROLE,
    SHAPE,
    UNKNOWN_COMPLEX_TERM,
    sbo_term,
)
from pathport.formats.sbml.titles import Part, spelled
from pathport.formats.sbml.write_quantities import amount_said
from pathport.model.enumerations import Kind, Relation
from pathport.model.parts import NO_STATE, Identifier, State
from pathport.model.things import Form, Molecule, Species

__all__ = ["Dress", "is_of_molecule", "written_species"]

INDENT = " " * 8


class Dress(NamedTuple):
    """How the elements of species look: core's, unless a package has its own."""

    element: str = "species"
    prefix: str = ""
    """Before the names of attributes, but those that all of SBML's elements have."""
    untold: Callable[[str, Plan], Mapping[str, str | None]] = amount_said
    """What is said of how much there is, by id: attributes that such an element must have."""


CORE_DRESS = Dress()


def written_species(plan: Plan, marks: Marks, dress: Dress = CORE_DRESS) -> Iterator[str]:
    """An element for each species."""
    return (_element(species, plan, marks, dress) for species in plan.pathway.species)


def _element(species: Species, plan: Plan, marks: Marks, dress: Dress) -> str:
    metaid = f"meta_{species.id}"
    title = plan.title(species)
    own = {
        "id": species.id,
        "name": plan.label_of(species),
        "compartment": species.compartment or plan.implicit,
        **dress.untold(species.id, plan),
    }
    head = {
        "metaid": metaid,
        "sboTerm": sbo_term(_term(species, plan)),
        **{f"{dress.prefix}{name}": value for name, value in own.items()},
    }
    said = [*_systematic(species, title), *_place(species), *SAID[species.form](species, plan)]
    inner = notes(species.notes, INDENT)
    inner += annotation(
        metaid,
        said,
        marks.at("species", species.id),
        node=NODE["species"],
        indent=INDENT,
    )
    return closed(f"      <{dress.element}{attributes(head)}", inner, dress.element)


def _systematic(species: Species, title: Part | None) -> Iterator[str]:
    """The systematic name.

    One molecule's own name that says the same stands for it; a complex has it once more as an
    alternative, for a name alone tells nothing of the order of parts.
    """
    if title is None:
        return
    text = spelled(title)
    own = text in (species.name, *species.synonyms) and species.name is not None
    if species.form is Form.COMPLEX or species.name != text:
        yield property_of(ABOUT["name"], text=text)
    if species.form is Form.COMPLEX and own:
        yield property_of(ABOUT["synonyms"], text=text)


def _term(species: Species, plan: Plan) -> str:
    if species.form is Form.COMPLEX:
        return COMPLEX_TERM if species.components else UNKNOWN_COMPLEX_TERM
    if species.form is Form.SET:
        return SHAPE[Kind.FAMILY]
    return plan.shape_of(species.molecule)


def _place(species: Species) -> Iterator[str]:
    """Cell type and tissue: what the species is a part of."""
    yield bag_of(IS_PART_OF, filter(None, (species.cell_type, species.tissue)))


# Single species


def _single_said(species: Species, plan: Plan) -> Iterator[str]:
    molecule = plan.molecules.get(species.molecule or "")
    if molecule is None:
        yield from common_said(species, but=tells(species))
        return
    yield from (property_of(ABOUT["synonyms"], text=text) for text in molecule.synonyms)
    yield from (property_of(ABOUT["notes"], text=text) for text in molecule.notes)
    yield from _identifiers(species, molecule)
    yield bag_of(HAS_PROPERTY, _properties(molecule, species.state))
    yield bag_of(HAS_TAXON, [molecule.organism] if molecule.organism else [])
    yield from evidence_said(species)
    references = filter(None, map(literature_uri, molecule.references))
    yield from (property_of(ABOUT["references"], uri=uri) for uri in references)
    yield from sources_said(species)


def _identifiers(species: Species, molecule: Molecule) -> Iterator[str]:
    """Those of the molecule and of the species, which the resource tells apart.

    A species in a state is a version of what the molecule is.
    """
    of_molecule = [it for it in molecule.identifiers if is_of_molecule(it.id)]
    if species.state != NO_STATE:
        of_molecule = [
            Identifier(id=it.id, relation=Relation.IS_VERSION_OF)
            if it.relation is Relation.IS
            else it
            for it in of_molecule
            if it.relation is not Relation.IS_VERSION_OF
        ]
    else:
        of_molecule = [it for it in of_molecule if it.relation is not Relation.IS_VERSION_OF]
    own = [it for it in species.identifiers if not is_of_molecule(it.id)]
    yield from identifiers_said([*of_molecule, *own], but=tells(species))
    yield from accessions_said(species.accessions, but=tells(species))
    for it in molecule.identifiers:
        if it.relation is Relation.IS_VERSION_OF and is_of_molecule(it.id):
            yield property_of(ABOUT["is version of"], uri=uri_of(it.id) or "")


def is_of_molecule(curie: str) -> bool:
    """Whether an identifier on a species of one molecule is that molecule's."""
    return curie.partition(":")[0] in MOLECULE_PREFIXES


def _properties(molecule: Molecule, state: State) -> Iterator[str]:
    yield from sorted(_modification_kinds(molecule, state))
    yield from (term for role in molecule.roles if (term := ROLE.word(role)))
    if molecule.kind in SHAPE:
        yield KIND.word(molecule.kind) or ""


def _modification_kinds(molecule: Molecule | None, state: State) -> set[str]:
    """The kinds of modification that are there, those of named sets of sites too."""
    sets = {it.name: it for it in molecule.site_sets} if molecule else {}
    kinds: set[str | None] = set()
    for item in state.modifications:
        if item.absent:
            continue
        named = sets.get(item.site_set or "")
        kinds |= {site.kind for site in named.sites} if named else {item.kind}
    return {kind for kind in kinds if kind is not None}


# Complexes and sets


def _complex_said(species: Species, plan: Plan) -> Iterator[str]:
    yield from common_said(species, but=tells(species))
    parts = [
        uri_of(term) or ""
        for _, term, count in plan.leaf_terms(species)
        for _ in range(repeats(count))
    ]
    yield bag(HAS_PART, parts)
    yield from (property_of(ABOUT["parts"], uri=uri) for uri in parts)
    yield bag_of(HAS_PROPERTY, sorted(_modification_kinds(None, species.state)))


def _set_said(species: Species, plan: Plan) -> Iterator[str]:  # noqa: ARG001
    yield from common_said(species, but=tells(species))
    yield bag_of(HAS_PROPERTY, [DEFINED_SET])
    yield bag(HAS_VERSION, [f"#meta_{member}" for member in species.members])


SAID = {Form.SINGLE: _single_said, Form.COMPLEX: _complex_said, Form.SET: _set_said}
