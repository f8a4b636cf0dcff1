"""What a file of CellDesigner's holds, counted by XPath alone, and what a pathway holds, as counts.

Both sides are written from CellDesigner's specification and the model; neither knows the reader.
What stands for several (``homodimer``) counts as often, for equal parts of a complex add up.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from lxml import etree

from pathport.model.enumerations import (
    Activity,
    Certainty,
    Effect,
    Kind,
    Logic,
    ProcessType,
    Relation,
    Side,
)
from pathport.model.identifiers import from_uri
from pathport.model.layout import Box, Decoration
from pathport.model.parts import Component, Gate, Modification
from pathport.model.pathway import Pathway
from pathport.model.things import Control, Form, Species

Counts = dict[str, Counter[Any]]

SPACES = {
    "c": "http://www.sbml.org/2001/ns/celldesigner",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
SPECIES = "/*/*/*[local-name()='listOfSpecies']/*"
REACTIONS = "/*/*/*[local-name()='listOfReactions']/*"
COMPARTMENTS = "/*/*/*[local-name()='listOfCompartments']/*"
INCLUDED = "//c:listOfIncludedSpecies/c:species"
IDENTITY = "*[local-name()='annotation']//c:speciesIdentity"
OPEN = "DEGRADED"
OUTERMOST = "default"
"""The compartment around all others, which every file has and none draws."""

MODIFIED = {
    "mod:00696": "phosphorylated",
    "mod:00046": "phosphorylated",
    "mod:00047": "phosphorylated",
    "mod:00048": "phosphorylated",
    "mod:01931": "phosphorylated",
    "mod:02078": "acetylated",
    "mod:00064": "acetylated",
    "mod:00647": "acetylated",
    "mod:01148": "ubiquitinated",
    "mod:00427": "methylated",
    "mod:00677": "hydroxylated",
    "mod:00693": "glycosylated",
    "mod:00438": "myristoylated",
    "mod:00440": "palmytoylated",
    "mod:00703": "prenylated",
    "mod:01699": "protonated",
    "mod:00695": "sulfated",
    "don't care": "don't care",
    "": "unknown",
}
KINDS = {
    Kind.PROTEIN: "PROTEIN",
    Kind.GENE: "GENE",
    Kind.RNA: "RNA",
    Kind.SMALL_MOLECULE: "SIMPLE_MOLECULE",
    Kind.ION: "ION",
    Kind.COMPLEX: "COMPLEX",
    Kind.PHENOTYPE: "PHENOTYPE",
    Kind.UNKNOWN: "UNKNOWN",
}
PROCESSES = {
    ProcessType.OMITTED: "KNOWN_TRANSITION_OMITTED",
    ProcessType.UNCERTAIN: "UNKNOWN_TRANSITION",
    ProcessType.TRANSPORT: "TRANSPORT",
    ProcessType.BINDING: "HETERODIMER_ASSOCIATION",
    ProcessType.DISSOCIATION: "DISSOCIATION",
    ProcessType.CLEAVAGE: "TRUNCATION",
    ProcessType.TRANSCRIPTION: "TRANSCRIPTION",
    ProcessType.TRANSLATION: "TRANSLATION",
}
EFFECTS = {
    "CATALYSIS": Effect.CATALYSIS,
    "PHYSICAL_STIMULATION": Effect.STIMULATION,
    "POSITIVE_INFLUENCE": Effect.STIMULATION,
    "TRIGGER": Effect.TRIGGER,
    "INHIBITION": Effect.INHIBITION,
    "NEGATIVE_INFLUENCE": Effect.INHIBITION,
    "MODULATION": Effect.MODULATION,
}
GATES = {"AND": Logic.AND, "OR": Logic.OR, "NOT": Logic.NOT, "UNKNOWN": "unknown"}
SIDES = {
    "outerSurface": Side.OUTER,
    "transmembrane": Side.TRANSMEMBRANE,
    "insideOfMembrane": Side.TRANSMEMBRANE,
    "innerSurface": Side.INNER,
}
QUALIFIERS = {
    "is": Relation.IS,
    "isVersionOf": Relation.IS_VERSION_OF,
    "isEncodedBy": Relation.IS_ENCODED_BY,
    "isHomologTo": Relation.IS_HOMOLOGOUS_TO,
    "isDerivedFrom": Relation.IS_DERIVED_FROM,
    "hasVersion": Relation.HAS_VERSION,
    "occursIn": Relation.OCCURS_IN,
    "hasPart": Relation.HAS_PART,
    "isPartOf": Relation.IS_PART_OF,
    "hasProperty": Relation.HAS_PROPERTY,
    "hasTaxon": "organism",
    "isDescribedBy": "reference",
}
ADDRESS = re.compile(r" ?<[a-z]+:[^>]*>")
"""What a link leads to, which is no text in a file."""


# In a file


def counted(root: etree._Element) -> Counts:
    """What a file holds."""

    def found(path: str) -> Any:
        return root.xpath(path, namespaces=SPACES)

    included = {it.get("id"): it for it in found("//c:listOfIncludedSpecies/c:species")}
    species = {it.get("id"): it for it in found(SPECIES)}
    every = {**species, **included}
    wholes = {id_: _text(it, ".//c:complexSpecies") for id_, it in included.items()}
    times = {id_: _times(id_, every, wholes) for id_ in every}
    opens = {id_ for id_, it in species.items() if _text(it, ".//c:class") == OPEN}
    there = {id_: it for id_, it in species.items() if id_ not in opens}
    aliases = found("//c:speciesAlias | //c:complexSpeciesAlias")
    frames = {it.get("id"): it.get("compartment") for it in found("//c:compartmentAlias")}
    counts: Counts = {
        "species": Counter(_class(it) for it in there.values()),
        "parts of complexes": _parts(included, wholes, times, every),
        "empty sides": Counter(
            (of, species[of].get("compartment"), frames.get(it.get("compartmentAlias"), OUTERMOST))
            for it in aliases
            if (of := it.get("species")) in opens
        ),
        "boxes": Counter(map(_box, aliases)),
        "active boxes": Counter(
            it.get("id") for it in aliases if _text(it, "c:activity") == "active"
        ),
        "residues in state": _residues(every, times),
        "residues drawn in state": Counter(
            (alias.get("id"), *it)
            for alias in aliases
            if alias.get("species") in every
            for it in placed_states(every[alias.get("species")], found)
        ),
        "structural states": _structures(species, included, times),
        "hypothetical": Counter(
            times[id_] // _own(it) if id_ in included else 1
            for id_, it in every.items()
            if _text(it, ".//c:hypothetical") == "true"
        ),
        "reactions": Counter(it.text for it in found(f"{REACTIONS}//c:reactionType")),
        "modifications": _modifications(found),
        "gates": _gates(found),
        "compartments": Counter(
            (it.get("id"), it.get("outside", OUTERMOST).replace(OUTERMOST, ""))
            for it in found(COMPARTMENTS)
            if it.get("id") != OUTERMOST
        ),
        "sides": Counter(
            SIDES[side]
            for it in there.values()
            if (side := _text(it, ".//c:positionToCompartment")) in SIDES
        ),
        "terms": _terms(found, opens),
        "notes": _notes(found, opens),
    }
    return counts


def _text(element: etree._Element, path: str) -> str:
    return str(element.xpath(f"string({path})", namespaces=SPACES)).strip()


def _own(element: etree._Element) -> int:
    return int(_text(element, ".//c:homodimer") or 1)


def _times(id_: str, every: Mapping[str, Any], wholes: Mapping[str, str]) -> int:
    """How many of it there are in all that it is in."""
    count = _own(every[id_]) if id_ in every else 1
    return count * _times(wholes[id_], every, wholes) if id_ in wholes else count


def _class(element: etree._Element) -> str:
    known = {"DRUG": "SIMPLE_MOLECULE", "ANTISENSE_RNA": "RNA", "": "SBML"}
    word = _text(element, f"{IDENTITY}/c:class")
    return known.get(word, word)


def _parts(
    included: Mapping[str, Any],
    wholes: Mapping[str, str],
    times: Mapping[str, int],
    every: Mapping[str, Any],
) -> Counter[Any]:
    """How many of each class there are, less how often the whole is there."""
    found: Counter[Any] = Counter()
    for id_, it in included.items():
        top = wholes[id_]
        while top in wholes:
            top = wholes[top]
        found[_included_class(it)] += times[id_]
    for id_, it in every.items():
        if id_ not in included and _class(it) not in ("COMPLEX", OPEN) and _own(it) > 1:
            found[_class(it)] += _own(it)
    return found


def _included_class(element: etree._Element) -> str:
    known = {"DRUG": "SIMPLE_MOLECULE", "ANTISENSE_RNA": "RNA"}
    word = _text(element, ".//c:class")
    return known.get(word, word)


def _box(alias: etree._Element) -> tuple[str, ...]:
    bounds = alias.find("c:bounds", SPACES)
    return alias.get("id"), *(f"{float(bounds.get(name)):.1f}" for name in "xywh")


def _residues(every: Mapping[str, Any], times: Mapping[str, int]) -> Counter[Any]:
    found: Counter[Any] = Counter()
    for id_, it in every.items():
        for state in it.xpath(".//c:listOfModifications/c:modification/@state", namespaces=SPACES):
            found[str(state)] += times[id_]
    return found


BORDERS = (
    "(//c:protein | //c:gene | //c:RNA | //c:AntisenseRNA)[@id = '{of}']"
    "//*[@id = '{id}'][self::c:modificationResidue or self::c:bindingRegion or self::c:region]"
)
REFERENCES = ".//c:speciesIdentity/*[contains(local-name(), 'Reference')]"


def placed_states(
    species: etree._Element, found: Callable[[str], Any]
) -> Iterator[tuple[tuple[float, float], str]]:
    """The residues of a species in a state: where each is on the border of a box, and its state."""
    of = _text(species, REFERENCES)
    for it in species.xpath(".//c:listOfModifications/c:modification", namespaces=SPACES):
        for residue in found(BORDERS.format(of=of, id=it.get("residue"))):
            yield _place(residue), str(it.get("state"))


def _place(residue: etree._Element) -> tuple[float, float]:
    """Where a residue is on a square box: across from -1 to 1 and down from -1 to 1."""
    if etree.QName(residue).localname == "region":
        middle = float(residue.get("pos")) + float(residue.get("size")) / 2
        return _rounded(2 * middle - 1, -1.0)
    angle = float(residue.get("angle"))
    longer = max(abs(math.cos(angle)), abs(math.sin(angle)))
    return _rounded(math.cos(angle) / longer, -math.sin(angle) / longer)


def _rounded(across: float, down: float) -> tuple[float, float]:
    return round(across, 3) + 0.0, round(down, 3) + 0.0


def _structures(
    species: Mapping[str, Any], included: Mapping[str, Any], times: Mapping[str, int]
) -> Counter[Any]:
    found: Counter[Any] = Counter()
    path = ".//c:listOfStructuralStates/c:structuralState/@structuralState"
    for id_, it in (*species.items(), *included.items()):
        for state in it.xpath(path, namespaces=SPACES):
            found[str(state)] += times[id_] if id_ in included else 1
    return found


def _effect(word: str) -> tuple[Effect | None, bool]:
    plain = word.removeprefix("UNKNOWN_").removeprefix("REDUCED_")
    return EFFECTS.get(plain), word.startswith("UNKNOWN_")


def _modifications(found: Callable[[str], Any]) -> Counter[Any]:
    """Modifications by effect, those of a gate's members left out: of the boxes that it names."""
    counts: Counter[Any] = Counter()
    for listed in found("//c:listOfModification"):
        members: list[str] = []
        for it in listed.iterchildren(etree.Element):
            of = it.get("aliases").split(",")
            if "GATE" in it.get("type"):
                members += of
            elif of[0] in members:
                members.remove(of[0])
            else:
                counts[_effect(it.get("type"))] += 1
    return counts


def _gates(found: Callable[[str], Any]) -> Counter[Any]:
    return Counter(
        (
            GATES[it.get("type").rpartition("_")[2]],
            len(set(it.get("modifiers").split(","))),
            _effect(it.get("modificationType")),
        )
        for it in found("//c:modification[contains(@type, 'GATE')]")
    )


def _terms(found: Callable[[str], Any], opens: set[str]) -> Counter[Any]:
    """Resources by the element that they are said of; those of parts by the species.

    MINERVA has what RDF says of a part in its notes.
    """
    counts: Counter[Any] = Counter()
    for path in ("/*/*", COMPARTMENTS, SPECIES, REACTIONS):
        for element in found(path):
            if element.get("id") in opens:
                continue
            of = "" if path == "/*/*" else element.get("id")
            for term in _resources(element, "*[local-name()='annotation']/rdf:RDF"):
                counts[of, *term] = 1
    wholes = {it.get("id"): _text(it, ".//c:complexSpecies") for it in found(INCLUDED)}
    for element in found(INCLUDED):
        top = element.get("id")
        while top in wholes:
            top = wholes[top]
        for term in _resources(element, "c:notes//rdf:RDF"):
            counts[f"part of {top}", *term] = 1
    return counts


def _resources(element: etree._Element, held: str) -> Iterator[tuple[Any, str]]:
    """What is said of an element by RDF at this path, each with its qualifier."""
    for it in element.xpath(f"{held}//rdf:li[@rdf:resource]", namespaces=SPACES):
        qualifier = etree.QName(it.getparent().getparent()).localname
        uri = it.get(f"{{{SPACES['rdf']}}}resource")
        yield QUALIFIERS.get(qualifier, qualifier), from_uri(uri) or uri


def _notes(found: Callable[[str], Any], opens: set[str]) -> Counter[Any]:
    """The words of notes by the element that they are on."""
    counts: Counter[Any] = Counter()
    paths = ("/*/*", COMPARTMENTS, SPECIES, REACTIONS, "//c:protein", "//c:gene", "//c:RNA")
    for path in paths:
        for element in found(path):
            if element.get("id") in opens:
                continue
            of = "" if path == "/*/*" else element.get("id")
            for notes in element.xpath("*[local-name()='notes']"):
                words = ADDRESS.sub("", "".join(notes.itertext())).split()
                if words:
                    counts[of, _letters(words)] += 1
    return counts


def _letters(words: list[str]) -> str:
    """The text without its blanks, which XHTML does not keep."""
    return "".join(words)


# In a pathway


def told(pathway: Pathway) -> Counts:
    """What a pathway holds."""
    return _Told(pathway).counts()


class _Told:
    """The counts of one pathway."""

    def __init__(self, pathway: Pathway) -> None:
        self.pathway = pathway
        self.molecules = {it.id: it for it in pathway.molecules}
        self.species = {it.id: it for it in pathway.species}

    def counts(self) -> Counts:
        pathway = self.pathway
        parts = [(it, n) for one in pathway.species for it, n in _components(one.components, 1)]
        influences = [it for it in pathway.controls if it.target in self.species]
        drawn = {way.of for way in pathway.layout.ways}
        acting = [it for it in pathway.controls if it not in influences and it.id in drawn]
        drawn_in = {it.id for it in pathway.compartments if it.original_id != OUTERMOST}
        return {
            "species": Counter(map(self._class, pathway.species)),
            "parts of complexes": self._parts(parts),
            "empty sides": self._opens(),
            "boxes": self._boxes(),
            "active boxes": self._active(),
            "residues in state": self._residues(parts),
            "residues drawn in state": self._drawn_residues(),
            "structural states": self._structures(parts),
            "hypothetical": Counter(
                [1 for it in pathway.species if _is_unsure(it)]
                + [n // it.count for it, n in parts if _is_unsure(it)]
            ),
            "reactions": Counter(
                PROCESSES.get(it.type, "STATE_TRANSITION") for it in pathway.processes
            )
            + Counter(map(self._influence, influences)),
            "modifications": Counter(
                (it.effect, _is_unsure(it)) for it in acting if not self._is_gate(it)
            ),
            "gates": self._gates([it for it in acting if self._is_gate(it)]),
            "compartments": Counter(
                (it.id, it.inside if it.inside in drawn_in else "")
                for it in pathway.compartments
                if it.id in drawn_in
            ),
            "sides": Counter(it.side for it in pathway.species if it.side is not None),
            "terms": self._terms(),
            "notes": self._notes(),
        }

    def _class(self, species: Species) -> str:
        if species.form is Form.COMPLEX:
            alone = species.components[0] if len(species.components) == 1 else None
            drawn = any(
                it.part is not None for it in self.pathway.layout.boxes if it.species == species.id
            )
            if alone is None or drawn or alone.molecule is None:
                return "COMPLEX"
            return KINDS[self.molecules[alone.molecule].kind]
        return KINDS[self.molecules[species.molecule or ""].kind]

    def _parts(self, parts: list[tuple[Component, int]]) -> Counter[Any]:
        found: Counter[Any] = Counter()
        for it, count in parts:
            molecule = self.molecules.get(it.molecule or "")
            found["COMPLEX" if molecule is None else KINDS[molecule.kind]] += count
        return found

    def _boxes(self) -> Counter[Any]:
        layout = self.pathway.layout
        boxes = [(it.id, it.x, it.y, it.width, it.height) for it in layout.boxes]
        for it in layout.drawing:
            if it.style.shape == "degradation":
                one, other = it.points
                boxes.append((it.id or "", one.x, one.y, other.x - one.x, other.y - one.y))
        return Counter((id_, *(f"{it:.1f}" for it in place)) for id_, *place in boxes)

    def _opens(self) -> Counter[Any]:
        """The ids of what stands on empty sides, and the compartment of the frame around it."""
        shapes = (it for it in self.pathway.layout.drawing if it.style.shape == "degradation")
        return Counter((it.original_id, *[self._around(it)] * 2) for it in shapes)

    def _around(self, shape: Decoration) -> str:
        """The compartment of the smallest frame around all of a shape."""
        one, other = shape.points
        around = [
            (it.width * it.height, it.compartment)
            for it in self.pathway.layout.frames
            if it.x <= one.x and other.x <= it.x + it.width
            if it.y <= one.y and other.y <= it.y + it.height
        ]
        return min(around)[1] if around else OUTERMOST

    def _active(self) -> Counter[Any]:
        return Counter(
            it.id
            for it in self.pathway.layout.boxes
            if Activity.ACTIVE
            in (it.activity, (it.part or self.species[it.species]).state.activity)
        )

    def _residues(self, parts: list[tuple[Component, int]]) -> Counter[Any]:
        found: Counter[Any] = Counter()
        species = [(it, 1) for it in self.pathway.species]
        for it, count in (*species, *parts):
            for item in it.state.modifications:
                found[self._word(item, it.molecule)] += item.count * count
        return found

    def _drawn_residues(self) -> Counter[Any]:
        """The marks of boxes that show a residue in a state that the species is in."""
        found: Counter[Any] = Counter()
        for box in self.pathway.layout.boxes:
            bearer = self._bearer(box)
            there = {it.identity for it in bearer.state.modifications}
            for mark in box.marks:
                for it in mark.shows.modifications:
                    if it.identity in there and mark.style.shape != "residue":
                        word = self._word(it, bearer.molecule)
                        found[box.id, _rounded(mark.x, mark.y), word] += 1
        return found

    def _bearer(self, box: Box) -> Component | Species:
        """What a box shows; of several of one thing together, that."""
        shown: Component | Species = box.part or self.species[box.species]
        if shown.molecule is None and len(shown.components) == 1:
            return shown.components[0]
        return shown

    def _word(self, item: Modification, molecule: str | None) -> str:
        if item.absent:
            return "empty"
        kind = item.kind or item.word
        for named in self.molecules[molecule or ""].site_sets if item.site_set else ():
            if named.name == item.site_set:
                kind = next((it.kind or it.word for it in named.sites), None)
        return MODIFIED[kind or ""]

    def _structures(self, parts: list[tuple[Component, int]]) -> Counter[Any]:
        found: Counter[Any] = Counter()
        for it in self.pathway.species:
            found[it.state.structure] += 1
        for it, count in parts:
            found[it.state.structure] += count
        del found[None]
        return found

    def _influence(self, control: Control) -> str:
        """The type of a reaction in reduced notation."""
        ways = (it for it in self.pathway.layout.ways if it.of == control.id)
        shape = next((it.style.shape for it in ways if it.style.shape is not None), None)
        usual = {
            Effect.STIMULATION: "POSITIVE_INFLUENCE",
            Effect.INHIBITION: "NEGATIVE_INFLUENCE",
            Effect.TRIGGER: "REDUCED_TRIGGER",
            Effect.MODULATION: "REDUCED_MODULATION",
            Effect.CATALYSIS: "CATALYSIS",
        }[control.effect]
        word = shape.upper() if shape is not None else usual
        unsure = control.certainty is Certainty.HYPOTHETICAL and not word.startswith("UNKNOWN_")
        return f"UNKNOWN_{word}" if unsure else word

    def _is_gate(self, control: Control) -> bool:
        """Whether a line of the control begins with a gate."""
        return any(it.of == control.id and it.meets for it in self.pathway.layout.ways)

    def _gates(self, acting: list[Control]) -> Counter[Any]:
        """Gates by logic, how many they join, and effect; controls whose lines meet are one."""
        met: dict[str, list[Control]] = {}
        for way in self.pathway.layout.ways:
            if way.meets:
                met.setdefault(way.meets, []).extend(it for it in acting if it.id == way.of)
        found: Counter[Any] = Counter()
        for joined in met.values():
            for first in joined[:1]:
                several = len({it.id for it in joined}) > 1
                species = {one for it in joined for one in it.sources.species()}
                logic = "unknown" if several else _logic(first.sources)
                found[logic, len(species), (first.effect, _is_unsure(first))] += 1
        return found

    def _terms(self) -> Counter[Any]:
        found: Counter[Any] = Counter()
        pathway = self.pathway
        if pathway.organism is not None:
            found["", "organism", pathway.organism] = 1
        things: list[Any] = [pathway, *pathway.compartments, *pathway.species]
        influences = [it for it in pathway.controls if it.target in self.species]
        for it in (*things, *pathway.processes, *influences):
            of = "" if it is pathway else it.original_id or it.id
            found |= Counter({(of, one.relation, one.id): 1 for one in it.identifiers})
            found |= Counter({(of, one.relation, one.id): 1 for one in it.accessions})
            found |= Counter({(of, "reference", one): 1 for one in it.references})
            molecule = self.molecules.get(getattr(it, "molecule", None) or "")
            if molecule is not None:
                found |= Counter({(of, one.relation, one.id): 1 for one in molecule.identifiers})
                for member in molecule.members:
                    inner = self.molecules[member.molecule].identifiers
                    found |= Counter({(of, Relation.HAS_PART, one.id): 1 for one in inner})
        for species in pathway.species:
            of = f"part of {species.id}"
            for part, _ in _components(species.components, 1):
                found |= Counter({(of, one.relation, one.id): 1 for one in part.identifiers})
                found |= Counter({(of, "reference", one): 1 for one in part.references})
        return found

    def _notes(self) -> Counter[Any]:
        found: Counter[Any] = Counter()
        pathway = self.pathway
        influences = [it for it in pathway.controls if it.target in self.species]
        things: Iterator[Any] = iter(
            (
                pathway,
                *pathway.compartments,
                *pathway.molecules,
                *pathway.species,
                *pathway.processes,
                *influences,
            )
        )
        for it in things:
            if it.notes:
                of = "" if it is pathway else it.original_id or it.id
                found[of, _letters(ADDRESS.sub("", "".join(it.notes)).split())] += 1
        return found


def _components(components: tuple[Component, ...], times: int) -> Iterator[tuple[Component, int]]:
    for it in components:
        yield it, it.count * times
        yield from _components(it.components, it.count * times)


def _logic(gate: Gate) -> Logic:
    """The logic of a gate; several of which each is to be absent are joined by NOT."""
    absent = all(it.logic is Logic.NOT for it in gate.gates)
    return Logic.NOT if gate.gates and not gate.inputs and absent else gate.logic


def _is_unsure(thing: Any) -> bool:
    return thing.certainty is Certainty.HYPOTHETICAL
