"""A pathway as an SBML file: the format's own constructs, and pathport's marks where they are told.

Text is written, not a tree of objects, in one fixed order; the same pathway gives the same bytes.
What SBML can't say is not this module's business. Which elements there are is planned in
``plan``; what they say in annotations stands in ``statements`` and ``write_species``. SBML Level 3
Version 1 Core, section 4, and Groups Version 1. Where a pathway has no quantities, units, sizes and
amounts are written as far as libSBML's whole check asks for them, and mean nothing.
"""

import itertools
from collections.abc import Iterable, Iterator

import msgspec

from pathport.fidelity.measure import Marks
from pathport.formats import Options, Written
from pathport.formats.native import write_whole
from pathport.formats.sbml.history import history_said, plain_history_said
from pathport.formats.sbml.markup import (
    annotation,
    attributes,
    bag,
    closed,
    listed,
    notes,
    property_of,
)
from pathport.formats.sbml.own_ids import ids_in_file, moved_marks
from pathport.formats.sbml.plan import Plan, belongings
from pathport.formats.sbml.read import read_native
from pathport.formats.sbml.reasons import REASONS
from pathport.formats.sbml.statements import bag_of, common_said, shown_name
from pathport.formats.sbml.terms import (
    ABOUT,
    COMPARTMENT_TERM,
    CORE,
    GROUPS,
    HAS_TAXON,
    IMPLICIT_NAME,
    IMPLICIT_TERM,
    IS_PART_OF,
    LICENCES,
    NODE,
    sbo_term,
)
from pathport.formats.sbml.write_layout import LAYOUT_PACKAGE, written_layout
from pathport.formats.sbml.write_quantities import (
    extent_said,
    measures_said,
    written_after_species,
    written_before_compartments,
    written_events,
)
from pathport.formats.sbml.write_reactions import written_reactions
from pathport.formats.sbml.write_species import written_species
from pathport.layout.keeping import placed
from pathport.layout.whole import whole_layout
from pathport.model.facts import PATHWAY
from pathport.model.kinetics import placeholders, with_kinetics
from pathport.model.pathway import Pathway
from pathport.model.references import renamed
from pathport.model.things import Compartment, Module

__all__ = ["MODEL_METAID", "about_said", "document", "write", "write_native"]

MODEL_METAID = "model"
"""No other metaid is it: they begin with ``meta_`` or ``template_``."""

INDENT = " " * 8


def write(pathway: Pathway, options: Options = Options()) -> Written:  # noqa: B008 - frozen
    """The pathway as an SBML file, with the account of its facts."""
    is_bare = options.layout and not Plan(pathway).draws
    drawn = placed(pathway).layout if is_bare else whole_layout(pathway)
    is_whole = drawn == pathway.layout
    shown = pathway if is_whole else msgspec.structs.replace(pathway, layout=drawn)
    ids = ids_in_file(pathway)
    called = renamed(shown, ids) if ids else shown
    plan = Plan(with_kinetics(called, options.kinetics))
    return write_whole(
        pathway,
        options,
        write=lambda _pathway, marks, _options: _written(plan, moved_marks(marks, ids)),
        read=read_native,
        belongings=lambda pathway: belongings(renamed(pathway, ids) if ids else pathway),
        reasons=REASONS,
        placeholders=placeholders(pathway, options.kinetics),
    )


def write_native(pathway: Pathway, marks: Marks, options: Options) -> bytes:
    """The file, in UTF-8; what ``options`` ask for is supplied, and the pathway does not say it."""
    return _written(Plan(with_kinetics(pathway, options.kinetics)), marks)


def _written(plan: Plan, marks: Marks) -> bytes:
    """The file of a plan, with these records."""
    pathway = plan.pathway
    packages = f' xmlns:groups="{GROUPS}" groups:required="false"' if pathway.modules else ""
    packages += LAYOUT_PACKAGE if plan.draws else ""
    lists = itertools.chain(
        listed("listOfSpecies", written_species(plan, marks)),
        written_after_species(plan),
        listed("listOfReactions", written_reactions(plan, marks)),
        written_events(plan),
        listed("groups:listOfGroups", _groups(plan, marks)),
        written_layout(plan, marks),
    )
    return "".join(document(plan, marks, lists, package=packages)).encode()


def document(plan: Plan, marks: Marks, lists: Iterable[str], *, package: str) -> Iterator[str]:
    """The file: what the model says, its compartments, and these lists.

    ``package`` are the attributes by which the root tells of packages.
    """
    pathway = plan.pathway
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<sbml xmlns="{CORE}" level="3" version="1"{package}>\n'
    head = {
        "metaid": MODEL_METAID,
        "id": pathway.id,
        "name": shown_name(pathway),
        **measures_said(plan),
    }
    yield f"  <model{attributes(head)}>\n"
    yield notes(pathway.notes, "    ")
    yield annotation(
        MODEL_METAID,
        about_said(pathway),
        marks.at(PATHWAY, ""),
        node=NODE["model"],
        indent="    ",
        history=list(history_said(pathway)),
    )
    yield from written_before_compartments(plan)
    yield from listed("listOfCompartments", _compartments(plan, marks))
    yield from lists
    yield "  </model>\n</sbml>\n"


# The model


def about_said(pathway: Pathway, *, dated: bool = False) -> Iterator[str]:
    """What the model says of itself beside its notes and history, which may have to be dated."""
    yield from plain_history_said(pathway, dated=dated)
    yield from common_said(pathway, model=True)
    yield bag_of(HAS_TAXON, [pathway.organism] if pathway.organism else [])
    if pathway.version is not None:
        yield property_of(ABOUT["version"], text=pathway.version)
    if pathway.licence is not None:
        yield _licence(pathway.licence)


def _licence(licence: str) -> str:
    """An SPDX identifier as its address, a title as it is."""
    if licence and all(sign.isascii() and (sign.isalnum() or sign in "-.") for sign in licence):
        return property_of(ABOUT["licence"], uri=LICENCES + licence)
    return property_of(ABOUT["licence"], text=licence)


# Compartments


def _compartments(plan: Plan, marks: Marks) -> Iterator[str]:
    for compartment in plan.pathway.compartments:
        yield _compartment(compartment, plan, marks)
    if plan.implicit is not None:
        yield (
            _start(
                {
                    "metaid": f"meta_{plan.implicit}",
                    "sboTerm": sbo_term(IMPLICIT_TERM),
                    "id": plan.implicit,
                    "name": IMPLICIT_NAME,
                    **extent_said(None, plan),
                }
            )
            + "/>\n"
        )


def _compartment(compartment: Compartment, plan: Plan, marks: Marks) -> str:
    metaid = f"meta_{compartment.id}"
    head = {
        "metaid": metaid,
        "sboTerm": sbo_term(COMPARTMENT_TERM),
        "id": compartment.id,
        "name": shown_name(compartment),
        **extent_said(compartment, plan),
    }
    said = [*common_said(compartment), *_outside(compartment)]
    inner = notes(compartment.notes, INDENT)
    inner += annotation(
        metaid,
        said,
        marks.at("compartment", compartment.id),
        node=NODE["compartment"],
        indent=INDENT,
    )
    return closed(_start(head), inner, "compartment")


def _start(head: dict[str, str | None]) -> str:
    return f"      <compartment{attributes(head)}"


def _outside(compartment: Compartment) -> Iterator[str]:
    if compartment.inside is not None:
        yield bag(IS_PART_OF, [f"#meta_{compartment.inside}"])


# Modules


def _groups(plan: Plan, marks: Marks) -> Iterator[str]:
    for module in plan.pathway.modules:
        yield _group(module, plan, marks)


def _group(module: Module, plan: Plan, marks: Marks) -> str:
    metaid = f"group-{module.id}"  # libSBML takes a member's id for a metaid: no id has a hyphen
    head = {
        "metaid": metaid,
        "groups:id": module.id,
        "groups:name": shown_name(module),
        "groups:kind": "partonomy",
    }
    inner = notes(module.notes, INDENT)
    inner += annotation(
        metaid,
        common_said(module),
        marks.at("module", module.id),
        node=NODE["group"],
        indent=INDENT,
    )
    members = [element for member in module.members for element in plan.elements_of(member)]
    if members:
        items = "".join(f'          <groups:member groups:idRef="{m}"/>\n' for m in members)
        inner += f"        <groups:listOfMembers>\n{items}        </groups:listOfMembers>\n"
    return closed(f"      <groups:group{attributes(head)}", inner, "groups:group")
