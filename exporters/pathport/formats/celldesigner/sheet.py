"""A file as its rules look at it: what stands in which extension, found once."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from lxml import etree

from pathport.formats.celldesigner.terms import CELLDESIGNER, TEMPLATE
from pathport.formats.grammar import Breach, local_name, numbered
from pathport.rules import Rule

__all__ = ["BOUNDS", "POSITION", "CheckedSheet", "inside", "numbers_in", "text_in"]

OWN = f"{{{CELLDESIGNER}}}"
BOUNDS = ("x", "y", "w", "h")
POSITION = "positionToCompartment"
ALIASES = ("speciesAlias", "complexSpeciesAlias")


def inside(element: etree._Element | None, *path: str) -> list[etree._Element]:
    """The elements of CellDesigner's on this path below an element."""
    found = [] if element is None else [element]
    for name in path:
        found = [inner for it in found for inner in it.iterchildren(f"{OWN}{name}")]
    return found


def text_in(element: etree._Element | None, *path: str) -> str:
    """The text of the first element on this path, or nothing."""
    return next((" ".join((it.text or "").split()) for it in inside(element, *path)), "")


def numbers_in(element: etree._Element | None, names: tuple[str, ...], *path: str) -> list[float]:
    """The attributes of the first element on a path, if all of them are numbers."""
    for found in inside(element, *path):
        try:
            return [float(found.get(name) or "") for name in names]
        except ValueError:
            return []
    return []


def _by_id(elements: list[etree._Element]) -> dict[str, etree._Element]:
    return {id_: it for it in elements if (id_ := it.get("id"))}


def _is_alike(space: str) -> bool:
    """Whether a namespace is CellDesigner's but for its writing."""
    return space != CELLDESIGNER and "celldesigner" in space.casefold()


class CheckedSheet:
    """The elements of a file, by what they are.

    What has no id can't be named: it is left out, and the grammar or SBML's rules tell of it.
    """

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.numbers: Mapping[etree._Element, int] = numbered(root)
        models = root.findall("{*}model")
        self.model = models[0] if models else root

    def breach(self, rule: Rule, sentence: str, element: etree._Element) -> Breach:
        """A breach by an element of this file."""
        return Breach(rule, sentence, element, self.numbers[element])

    @staticmethod
    def told(element: etree._Element) -> etree._Element | None:
        """What holds CellDesigner's elements of an element of SBML's: the extension, or in older
        files the annotation itself.
        """
        annotation = element.find("{*}annotation")
        if annotation is None:
            return None
        wrapped = annotation.find(f"{OWN}extension")
        if wrapped is not None:
            return wrapped
        return annotation if any(True for _ in annotation.iterchildren(f"{OWN}*")) else None

    def listed(self, name: str) -> list[etree._Element]:
        """SBML's elements of a list of the model."""
        found = self.model.find(f"{{*}}{name}")
        return [] if found is None else list(found.iterchildren(etree.Element))

    @cached_property
    def extension(self) -> etree._Element | None:
        """That of the model."""
        return self.told(self.model)

    @cached_property
    def strange(self) -> etree._Element | None:
        """The first element of an annotation in a namespace that is almost CellDesigner's."""
        of_annotations = (
            it for found in self.root.iter("{*}annotation") for it in found.iterchildren("{*}*")
        )
        spaces = ((it, etree.QName(it).namespace or "") for it in of_annotations)
        return next((it for it, space in spaces if _is_alike(space)), None)

    @cached_property
    def extensions(self) -> list[tuple[str, etree._Element]]:
        """Every extension, with the name of SBML's element that it is of."""
        found = []
        for it in self.root.iter(f"{OWN}extension"):
            annotation = it.getparent()
            owner = annotation.getparent() if annotation is not None else None
            if owner is not None:
                found.append((local_name(owner), it))
        return found

    @cached_property
    def compartments(self) -> dict[str, etree._Element]:
        """SBML's compartments, by id."""
        return _by_id(self.listed("listOfCompartments"))

    @cached_property
    def species(self) -> dict[str, etree._Element]:
        """SBML's species, by id."""
        return _by_id(self.listed("listOfSpecies"))

    @cached_property
    def included(self) -> dict[str, etree._Element]:
        """The parts of complexes, by id."""
        return _by_id(inside(self.extension, "listOfIncludedSpecies", "species"))

    @cached_property
    def known(self) -> frozenset[str]:
        """The ids of all species and parts."""
        return frozenset({*self.species, *self.included})

    @cached_property
    def identities(self) -> dict[str, etree._Element]:
        """What holds the identity of each species and part, by id."""
        found = {
            id_: told for id_, it in self.species.items() if (told := self.told(it)) is not None
        }
        parts = ((id_, inside(it, "annotation")) for id_, it in self.included.items())
        return {**found, **{id_: held[0] for id_, held in parts if held}}

    def class_of(self, species: str) -> str:
        """The class of a species or part, or nothing."""
        return text_in(self.identities.get(species), "speciesIdentity", "class")

    @cached_property
    def templates(self) -> dict[str, tuple[str, etree._Element]]:
        """The templates by id, each with its class; of several with one id the first."""
        found: dict[str, tuple[str, etree._Element]] = {}
        for word, it in self.listed_templates:
            found.setdefault(it.get("id") or "", (word, it))
        return found

    @cached_property
    def listed_templates(self) -> list[tuple[str, etree._Element]]:
        """All proteins, genes and RNAs, each with its class."""
        return [
            (word, it)
            for word, known in TEMPLATE.items()
            for it in inside(self.extension, known.list, known.element)
            if it.get("id")
        ]

    @cached_property
    def drawn(self) -> list[etree._Element]:
        """The aliases of species and parts."""
        return [it for it in self._drawn if it.get("id")]

    @cached_property
    def _drawn(self) -> list[etree._Element]:
        return [
            it
            for name in ALIASES
            for it in inside(self.extension, f"listOf{name[0].upper()}{name[1:]}es", name)
        ]

    @cached_property
    def aliases(self) -> dict[str, etree._Element]:
        """The same by id."""
        return _by_id(self.drawn)

    @cached_property
    def aliases_of(self) -> Mapping[str, int]:
        """How many aliases each species or part has."""
        return Counter(it.get("species") or "" for it in self._drawn)

    @cached_property
    def drawn_frames(self) -> list[etree._Element]:
        """The aliases of compartments."""
        found = inside(self.extension, "listOfCompartmentAliases", "compartmentAlias")
        return [it for it in found if it.get("id")]

    @cached_property
    def frames(self) -> dict[str, str]:
        """By alias of a compartment, the compartment."""
        return {it.get("id") or "": it.get("compartment") or "" for it in self.drawn_frames}

    @cached_property
    def parts(self) -> Mapping[str, list[str]]:
        """By complex, the parts in it."""
        found: dict[str, list[str]] = defaultdict(list)
        for id_ in self.included:
            found[text_in(self.identities.get(id_), "complexSpecies")].append(id_)
        return found

    def reactions(self) -> Iterator[tuple[etree._Element, etree._Element | None]]:
        """The reactions, each with its extension."""
        return ((it, self.told(it)) for it in self.listed("listOfReactions") if it.get("id"))
