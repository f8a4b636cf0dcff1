"""Which attributes and parts SBML's elements have, edition by edition (Level and Version).

Only what a pathway is made of stands here: of formulas, units and events no more than that they
have ids. Where libSBML takes more than the specification, so does the table, for its word counts.
SBML Level 2 Versions 1 to 5, 4; Level 3 Version 1 and 2 Core, 4; Groups Version 1, 3.
"""

import math
import re
import sys
from collections.abc import Mapping, Sequence

import msgspec

from pathport.formats.sbml.terms import BRANCHES, EDITIONS, GROUPS

__all__ = [
    "FIRST",
    "LAST",
    "NUMBER",
    "OF_GROUPS",
    "PACKAGES_REQUIRED",
    "UNIT",
    "UNITS",
    "Attribute",
    "Edition",
    "Grammar",
    "Package",
    "Part",
    "Shape",
    "branches_of",
    "grammar_of",
]

Edition = tuple[int, int]
"""Level and Version."""

FIRST, LAST = min(EDITIONS.values()), max(EDITIONS.values())
V2, V3, V4, V5 = ((2, version) for version in (2, 3, 4, 5))
L3 = (3, 1)
NEVER = (9, 9)
WIDE = 5
"""Signs from which on a number may be beyond a double; infinity itself is written in fewer."""


class Value(msgspec.Struct, frozen=True):
    """What the text of an attribute must look like, and what it is called where it does not."""

    pattern: re.Pattern[str]
    name: str

    def fits(self, text: str) -> bool:
        """Whether the text looks so, and no number is beyond what a double holds exactly."""
        if not self.pattern.fullmatch(text):
            return False
        return len(text) < WIDE or self is not NUMBER or _is_double(text)


def _is_double(text: str) -> bool:
    """Whether a number is neither too great for a double nor too near to nothing."""
    number = abs(float(text))
    if number < sys.float_info.min:
        return not re.split("[Ee]", text)[0].strip("+-0.")
    return number != math.inf or INFINITE in text.lower()


INFINITE = "inf"
NUMBER = Value(
    re.compile(
        r"[+-]?((\d+\.?\d*|\.\d+)([Ee][+-]?\d+)?|inf(inity)?|nan)", re.ASCII | re.IGNORECASE
    ),
    "number",
)
INTEGER = Value(re.compile(r"[+-]?\d+", re.ASCII), "whole number")
DIMENSIONS = Value(re.compile(r"[0-3]"), "number from 0 to 3")
BOOLEAN = Value(re.compile(r"true|false|1|0"), "true or false")
GROUP_KIND = Value(re.compile(r"classification|partonomy|collection"), "kind of group")


class Attribute(msgspec.Struct, frozen=True):
    """An attribute, from which edition on it is there and must be, its value, what it names."""

    name: str
    value: Value | None = None
    since: Edition = FIRST
    until: Edition = LAST
    required: Edition = NEVER
    refers: str = ""


class Part(msgspec.Struct, frozen=True):
    """An element in another; in Level 2 parts stand in the order of the table."""

    name: str
    since: Edition = FIRST
    until: Edition = LAST


class Shape(msgspec.Struct, frozen=True):
    """What an element of one edition looks like; names as lxml has them."""

    namespace: str
    """That of its package; none for the core."""
    attributes: dict[str, Attribute]
    required: tuple[str, ...]
    parts: dict[str, int]
    """Rank by local name, 0 for what stands anywhere; none at all: parts are not looked at."""


UNIT = "unit"
NAME = Attribute("name")
ID = Attribute("id", required=FIRST)
SPECIES = Attribute("species", required=FIRST, refers="species")

ATTRIBUTES: dict[str, tuple[Attribute, ...]] = {
    "sbml": (Attribute("level"), Attribute("version"), Attribute("id"), Attribute("sboTerm")),
    "model": (
        Attribute("id"),
        NAME,
        Attribute("sboTerm", since=V2),
        *(
            Attribute(f"{name}Units", since=L3)
            for name in ("substance", "time", "volume", "area", "length", "extent")
        ),
        Attribute("conversionFactor", since=L3, refers="parameter"),
    ),
    "compartment": (
        ID,
        NAME,
        Attribute("compartmentType", since=V2, until=V5, refers="compartmentType"),
        Attribute("spatialDimensions", DIMENSIONS, until=V5),
        Attribute("spatialDimensions", NUMBER, since=L3),
        Attribute("size", NUMBER),
        Attribute("units", refers=UNIT),
        Attribute("outside", until=V5, refers="compartment"),
        Attribute("constant", BOOLEAN, required=L3),
    ),
    "species": (
        ID,
        NAME,
        Attribute("speciesType", since=V2, until=V5, refers="speciesType"),
        Attribute("compartment", required=FIRST, refers="compartment"),
        Attribute("initialAmount", NUMBER),
        Attribute("initialConcentration", NUMBER),
        Attribute("substanceUnits", refers=UNIT),
        Attribute("spatialSizeUnits", until=V2),
        Attribute("hasOnlySubstanceUnits", BOOLEAN, required=L3),
        Attribute("boundaryCondition", BOOLEAN, required=L3),
        Attribute("charge", INTEGER),  # not of Level 3, where libSBML takes it too
        Attribute("constant", BOOLEAN, required=L3),
        Attribute("conversionFactor", since=L3, refers="parameter"),
    ),
    "reaction": (
        ID,
        NAME,
        Attribute("sboTerm", since=V2),
        Attribute("reversible", BOOLEAN, required=L3),
        Attribute("fast", BOOLEAN, until=V5),
        Attribute("fast", BOOLEAN, since=L3, until=L3, required=L3),
        Attribute("compartment", since=L3, refers="compartment"),
    ),
    "speciesReference": (
        SPECIES,
        Attribute("id", since=V2),
        Attribute("name", since=V2),
        Attribute("sboTerm", since=V2),
        Attribute("stoichiometry", NUMBER),
        Attribute("constant", BOOLEAN, since=L3, required=L3),
    ),
    "modifierSpeciesReference": (
        SPECIES,
        Attribute("id", since=V2),
        Attribute("name", since=V2),
        Attribute("sboTerm", since=V2),
    ),
}
COMMON = (
    Attribute("metaid"),
    Attribute("sboTerm", since=V3),
    Attribute("id", since=LAST),
    Attribute("name", since=LAST),
)
"""What every element has."""


class Package(msgspec.Struct, frozen=True):
    """The elements of a package of Level 3 that are looked at with those of the core."""

    namespace: str
    attributes: Mapping[str, tuple[Attribute, ...]]
    """In the package's namespace, where all elements have an id and a name too."""
    parts: Mapping[str, tuple[Part, ...]]
    listed: Mapping[str, str]
    """What a list holds, any number of it."""
    in_model: tuple[str, ...]
    """The lists that a model has of the package."""
    whole: frozenset[str]
    """Elements that are looked at with all that is in them, and then forgotten."""
    counted: frozenset[str] = frozenset()
    """Those by whose number the size of a file is told."""


OF_GROUPS = Package(
    namespace=GROUPS,
    attributes={
        "listOfGroups": (),
        "group": (Attribute("kind", GROUP_KIND, required=FIRST),),
        "listOfMembers": (),
        "member": (Attribute("idRef", refers="element"), Attribute("metaIdRef", refers="metaid")),
    },
    parts={"group": (Part("listOfMembers"),), "member": ()},
    listed={"listOfGroups": "group", "listOfMembers": "member"},
    in_model=("listOfGroups",),
    whole=frozenset({"group"}),
)

SAID = {"notes": 0, "annotation": 0}
"""What every element may hold; where, beside each other, is the business of ``checks``."""
PARTS: dict[str, tuple[Part, ...]] = {
    "sbml": (Part("model"),),
    "model": (
        Part("listOfFunctionDefinitions"),
        Part("listOfUnitDefinitions"),
        Part("listOfCompartmentTypes", since=V2, until=V5),
        Part("listOfSpeciesTypes", since=V2, until=V5),
        Part("listOfCompartments"),
        Part("listOfSpecies"),
        Part("listOfParameters"),
        Part("listOfInitialAssignments", since=V2),
        Part("listOfRules"),
        Part("listOfConstraints", since=V2),
        Part("listOfReactions"),
        Part("listOfEvents"),
    ),
    "compartment": (),
    "species": (),
    "reaction": (
        Part("listOfReactants"),
        Part("listOfProducts"),
        Part("listOfModifiers"),
        Part("kineticLaw"),
    ),
    "speciesReference": (Part("stoichiometryMath", until=V5),),
    "modifierSpeciesReference": (),
}
LISTED = {
    "listOfCompartments": "compartment",
    "listOfSpecies": "species",
    "listOfReactions": "reaction",
    "listOfReactants": "speciesReference",
    "listOfProducts": "speciesReference",
    "listOfModifiers": "modifierSpeciesReference",
}
"""What a list holds, any number of it."""
OTHER_LISTS = (
    "listOfFunctionDefinitions",
    "listOfUnitDefinitions",
    "listOfCompartmentTypes",
    "listOfSpeciesTypes",
    "listOfParameters",
    "listOfInitialAssignments",
    "listOfRules",
    "listOfConstraints",
    "listOfEvents",
)
"""Lists of which only their own attributes are looked at."""

NAMED = frozenset(
    {
        *("model", "functionDefinition", "compartmentType", "speciesType", "compartment"),
        *("species", "parameter", "reaction", "speciesReference", "modifierSpeciesReference"),
        "event",
    }
)
"""Elements whose ids are of the model's one namespace, with those of packages."""
WHOLE = frozenset({"compartment", "species", "reaction"})
COUNTED = frozenset({"species", "reaction"})

PACKAGES_REQUIRED: dict[str, str] = {
    **dict.fromkeys(("fbc", "groups", "layout", "render"), "false"),
    **dict.fromkeys(("comp", "distrib", "multi", "spatial"), "true"),
    "qual": "",
}
"""Packages that libSBML knows, with what the root must say of them; nothing: either."""

UNITS = frozenset(
    """ampere avogadro becquerel candela coulomb dimensionless farad gram gray henry hertz item
    joule katal kelvin kilogram litre lumen lux metre mole newton ohm pascal radian second siemens
    sievert steradian tesla volt watt weber Celsius liter meter
    substance volume area length time""".split()  # noqa: SIM905 - reads better so
)
"""Units that need no definition in some edition; in which of them is the business of libSBML."""

OLD_BRANCHES: dict[tuple[str, Edition], tuple[str, ...]] = {
    ("model", V2): ("sbo:0000004",),
    ("model", V3): ("sbo:0000004",),
    ("model", V5): ("sbo:0000231",),
    ("compartment", V3): ("sbo:0000236",),
    ("species", V3): ("sbo:0000236",),
}
"""Where an edition differs from Level 3 in the branch of SBO that an element has its term from."""


def branches_of(name: str, edition: Edition) -> tuple[str, ...]:
    """The branches of SBO that an element may have its term from; none: any."""
    return OLD_BRANCHES.get((name, edition), BRANCHES.get(name, ()))


class Grammar(msgspec.Struct, frozen=True):
    """The elements of an edition and of the packages that are looked at, by their local names."""

    shapes: Mapping[str, Shape]
    whole: Mapping[str, str]
    """Elements that are looked at with all in them and then forgotten, with their namespaces."""
    listed: Mapping[str, str]
    named: frozenset[str]
    counted: frozenset[str]
    packages: frozenset[str]
    """The packages' namespaces."""


def grammar_of(core: str, packages: Sequence[Package]) -> Grammar:
    """What a file of this namespace of the core may hold; what is not there is let be."""
    edition = EDITIONS.get(core, LAST)
    lists = tuple(Part(name) for package in packages for name in package.in_model)
    parts = {**PARTS, "model": (*PARTS["model"], *lists)}
    names = {**ATTRIBUTES, **dict.fromkeys([*LISTED, *OTHER_LISTS], ())}
    shapes = {
        name: _shape((*own, *COMMON), edition, _parts_of(name, parts, LISTED), "")
        for name, own in names.items()
    }
    for package in packages:
        for name, own in package.attributes.items():
            theirs = (*own, Attribute("id"), Attribute("name"))
            inside = [_moved(it, package.namespace) for it in theirs]
            common = [msgspec.structs.replace(it, since=FIRST) for it in COMMON]
            held = _parts_of(name, package.parts, package.listed)
            shapes[name] = _shape((*inside, *common), edition, held, package.namespace)
    return Grammar(
        shapes=shapes,
        whole=dict.fromkeys(WHOLE, core)
        | {name: package.namespace for package in packages for name in package.whole},
        listed=dict(LISTED) | {k: v for package in packages for k, v in package.listed.items()},
        named=NAMED.union(*(package.attributes for package in packages)),
        counted=COUNTED.union(*(package.counted for package in packages)),
        packages=frozenset(package.namespace for package in packages),
    )


def _moved(attribute: Attribute, namespace: str) -> Attribute:
    return msgspec.structs.replace(attribute, name=f"{{{namespace}}}{attribute.name}")


def _parts_of(
    name: str, parts: Mapping[str, tuple[Part, ...]], listed: Mapping[str, str]
) -> tuple[Part, ...] | None:
    return (Part(listed[name]),) if name in listed else parts.get(name)


def _shape(
    attributes: Sequence[Attribute],
    edition: Edition,
    parts: tuple[Part, ...] | None,
    namespace: str,
) -> Shape:
    given = [it for it in attributes if it.since <= edition <= it.until]
    ranks = {
        part.name: rank if edition < L3 else 1
        for rank, part in enumerate(parts or (), start=1)
        if part.since <= edition <= part.until
    }
    return Shape(
        namespace=namespace,
        attributes={it.name: it for it in reversed(given)},
        required=tuple(it.name for it in given if it.required <= edition),
        parts={} if parts is None else SAID | ranks,
    )
