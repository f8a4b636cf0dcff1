"""Ids, metaids and what is named by them: unique, and there. Settled when a model is known whole.

What may be named how is the business of ``grammar``. SBML Level 3 Version 1 Core, 3.1.7 and 3.3;
Level 2 Version 4, 4.7 and 4.8, on compartments in each other and on types; Groups Version 1, 3.6.
"""

import re
from collections.abc import Collection, Mapping
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

import msgspec
from lxml import etree

from pathport.findings import Severity
from pathport.formats.sbml import codes
from pathport.formats.sbml.annotation import attribute_of, name_of
from pathport.formats.sbml.faults import Faults, Place
from pathport.formats.sbml.grammar import FIRST, UNIT, UNITS, Edition
from pathport.formats.sbml.terms import GROUPS

__all__ = ["RESOURCE", "Names", "local"]

SID = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
METAID_FORM = re.compile(r"[^\W\d][\w.:\-\u00b7]*")
MEMBERS, MEMBER = f"{{{GROUPS}}}listOfMembers", f"{{{GROUPS}}}member"
MEMBER_REF = f"{{{GROUPS}}}idRef"
METAID, RESOURCE = "metaid", "resource"
OF_FILE = {METAID: codes.DANGLING, RESOURCE: codes.URI}
"""What names a metaid, and the rule that it is under."""
ELEMENT = "element"
TRUE = ("true", "1")
IN_LAW = "kineticLaw"
DEFINITION = "unitDefinition"
ARTICLED = "aeiou"


class Reference(msgspec.Struct, frozen=True):
    """A name that something of a kind must have; of any kind if it is ``element``."""

    name: str
    kind: str
    place: Place


class Space(msgspec.Struct, frozen=True):
    """A compartment: what is around it, whether it has dimensions, where it stands."""

    outside: str | None
    is_point: bool
    place: Place


class Names:
    """The names of a model, and those of the file."""

    def __init__(self, faults: Faults, edition: Edition, named: Collection[str]) -> None:
        self.faults = faults
        self.named = named
        """The elements whose ids are of the model's one namespace."""
        self.mild = Severity.WARNING if edition == FIRST else None
        """How much nesting weighs, which Level 2 Version 1 only advises on."""
        self.metaids: set[str] = set()
        self.of_file: list[Reference] = []
        self._begin()

    def _begin(self) -> None:
        self.ids: dict[str, str] = {}
        self.units: set[str] = set(UNITS)
        self.references: list[Reference] = []
        self.spaces: dict[str, Space] = {}
        self.constant: set[str] = set()
        self.turned: list[tuple[str, Place]] = []
        self.concentrations: list[tuple[str, Place]] = []
        self.typed: dict[tuple[str, str], str] = {}
        self.members: dict[str, dict[str, Place]] = {}

    # While the file is walked

    def take_ids(self, element: etree._Element, name: str) -> None:
        """Its id and metaid, which nothing else may have."""
        id_ = attribute_of(element, "id")
        if id_ is not None and not SID.fullmatch(id_):
            self.faults.tell(codes.ID, element, f'"{id_}" is no id')
        elif id_ is not None and name == DEFINITION:
            if id_ in self.units - UNITS:
                self.faults.tell(codes.ID_TWICE, element, f'"{id_}" is the id of another unit too')
            self.units.add(id_)
        elif id_ is not None and name in self.named and not _is_local(element, name):
            if id_ in self.ids:
                sentence = f'"{id_}" is the id of {_a(self.ids[id_])} too'
                self.faults.tell(codes.ID_TWICE, element, sentence)
            self.ids.setdefault(id_, name)
        metaid = element.get("metaid")
        if metaid is not None:
            self._take_metaid(element, metaid)

    def _take_metaid(self, element: etree._Element, metaid: str) -> None:
        if not METAID_FORM.fullmatch(metaid):
            self.faults.tell(codes.METAID, element, f'"{metaid}" is no metaid')
        elif metaid in self.metaids:
            sentence = f'"{metaid}" is the metaid of another element too'
            self.faults.tell(codes.METAID_TWICE, element, sentence)
        self.metaids.add(metaid)

    def take_foreign(self, element: etree._Element, namespace: str) -> None:
        """An element of another package, which may be named as well."""
        id_ = element.get(f"{{{namespace}}}id") or element.get("id")
        if id_ is not None:
            self.ids.setdefault(id_, local(element))

    def refer(self, element: etree._Element, name: str, kind: str) -> None:
        """A name that the element has for another."""
        place = self.faults.here(element)
        (self.of_file if kind in OF_FILE else self.references).append(Reference(name, kind, place))

    def take_compartment(self, element: etree._Element) -> None:
        """A compartment of Level 2."""
        is_point = (element.get("spatialDimensions") or "").strip() == "0"
        self.spaces.setdefault(
            element.get("id", ""),
            Space(element.get("outside"), is_point, self.faults.here(element)),
        )

    def take_species(self, element: etree._Element) -> None:
        """What a species says that others depend on."""
        if _is(element, "constant") and not _is(element, "boundaryCondition"):
            self.constant.add(element.get("id", ""))
        compartment = element.get("compartment", "")
        if element.get("initialConcentration") is not None:
            self.concentrations.append((compartment, self.faults.here(element)))
        type_ = element.get("speciesType")
        if type_ is None:
            return
        other = self.typed.setdefault((type_, compartment), element.get("id", ""))
        if other != element.get("id", ""):
            sentence = f'"{other}" in "{compartment}" is of the species type "{type_}" too'
            self.faults.tell(codes.SAME_TYPE, element, sentence)

    def take_side(self, element: etree._Element) -> None:
        """A reactant or product."""
        self.turned.append((element.get("species", ""), self.faults.here(element)))

    def take_group(self, element: etree._Element) -> None:
        """A group, its list and its members, by the ids that they have."""
        held = {it.get(MEMBER_REF, ""): self.faults.here(it) for it in element.iter(MEMBER)}
        for named in (element, *element.findall(MEMBERS)):
            if (id_ := attribute_of(named, "id")) is not None:
                self.members[id_] = held

    # When a model, and the file, is known

    def settle_model(self) -> None:
        """What names something that the model does not have, and what follows from names."""
        for it in self.references:
            if not self._is_there(it):
                self.faults.add(codes.DANGLING, it.place, f'no {it.kind} is called "{it.name}"')
        for species, place in self.turned:
            if species in self.constant:
                self.faults.add(codes.CONSTANT, place, f'"{species}" is constant and no boundary')
        self._settle_spaces()
        self._settle_circles(self.members, "has itself as a member")
        self._begin()

    def settle_file(self) -> None:
        """What names a metaid that the file does not have."""
        for it in self.of_file:
            if it.name not in self.metaids:
                sentence = f'"{it.name}" is the metaid of no element'
                self.faults.add(OF_FILE[it.kind], it.place, sentence)

    def _is_there(self, it: Reference) -> bool:
        if it.kind == UNIT:
            return it.name in self.units
        kind = self.ids.get(it.name)
        return kind is not None and it.kind in (ELEMENT, kind)

    def _settle_spaces(self) -> None:
        points = {id_ for id_, space in self.spaces.items() if space.is_point}
        for id_ in points:
            around = self.spaces[id_].outside
            if around in self.spaces and around not in points:
                sentence = f'"{around}" around "{id_}" has dimensions, which "{id_}" has not'
                place = self.spaces[id_].place
                self.faults.add(codes.NO_DIMENSIONS, place, sentence, severity=self.mild)
        for compartment, place in self.concentrations:
            if compartment in points:
                sentence = f'there is no concentration in "{compartment}", which has no dimensions'
                self.faults.add(codes.NO_DIMENSIONS, place, sentence)
        links = {id_: {it.outside: it.place} for id_, it in self.spaces.items() if it.outside}
        self._settle_circles(links, "is outside of itself")

    def _settle_circles(self, links: Mapping[str, Mapping[str, Place]], what: str) -> None:
        """Tells one circle, if there is any, where its first link in the file stands."""
        try:
            TopologicalSorter(links).prepare()
        except CycleError as error:
            circle = error.args[1]
            places = [links[after][before] for before, after in pairwise(circle)]
            sentence = f'"{circle[0]}" {what}: {" in ".join(circle)}'
            first = min(places, key=lambda place: place.number)
            self.faults.add(codes.CIRCLE, first, sentence, severity=self.mild)


def local(element: etree._Element) -> str:
    """An element's name without its namespace."""
    return name_of(element).local


def _is_local(element: etree._Element, name: str) -> bool:
    """Whether it is a parameter of a rate law, whose ids are the law's own."""
    return name == "parameter" and any(local(it) == IN_LAW for it in element.iterancestors())


def _is(element: etree._Element, name: str) -> bool:
    return (element.get(name) or "").strip() in TRUE


def _a(name: str) -> str:
    return f"{'an' if name[0] in ARTICLED else 'a'} {name}"
