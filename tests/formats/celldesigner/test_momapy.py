"""What momapy, which knows nothing of pathport, reads in a diagram, and what it writes again.

Its model is a set: species that are equal to it are one there, so equal ones are counted once.
"""

import io
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stderr
from pathlib import Path
from typing import Any

import momapy.io as momapy_io
import pytest
from lxml import etree
from tests.formats.celldesigner.census import told
from tests.formats.celldesigner.samples import SAMPLE, sample_text

import pathport
from pathport.formats.celldesigner import read, write
from pathport.formats.celldesigner.read import read_native
from pathport.formats.yaml import read as read_document
from pathport.model.enumerations import Effect
from pathport.model.pathway import Pathway

CLASSES = {
    "GenericProtein": "PROTEIN",
    "Receptor": "PROTEIN",
    "IonChannel": "PROTEIN",
    "SimpleMolecule": "SIMPLE_MOLECULE",
    "Drug": "SIMPLE_MOLECULE",
    "Ion": "ION",
    "Complex": "COMPLEX",
    "Gene": "GENE",
    "RNA": "RNA",
    "Phenotype": "PHENOTYPE",
    "Unknown": "UNKNOWN",
}
MODIFIERS = {
    Effect.CATALYSIS: "Catalyzer",
    Effect.STIMULATION: "PhysicalStimulator",
    Effect.INHIBITION: "Inhibitor",
    Effect.NECESSARY_STIMULATION: "Trigger",
    Effect.MODULATION: "Modulator",
}
"""What is counted in a file, in momapy's words."""
EXAMPLES = Path(__file__).parents[3] / "examples"


def model_of(content: str, folder: Path) -> Any:
    path = folder / "a.xml"
    path.write_text(content, encoding="utf-8")
    with redirect_stderr(io.StringIO()):
        return momapy_io.read(str(path)).obj


def names(things: Any) -> Counter[str]:
    """How many there are of each class of momapy's."""
    return Counter(type(it).__name__ for it in things)


def leaves(complex_: Any) -> list[Any]:
    inner = [part for it in complex_.subunits for part in leaves(it)] if subunits(complex_) else []
    return inner or [complex_]


def subunits(species: Any) -> Any:
    return getattr(species, "subunits", ())


def test_it_sees_every_species_with_its_class_state_and_parts(tmp_path: Path) -> None:
    model = model_of(sample_text(), tmp_path).model
    assert names(model.species) == {
        "GenericProtein": 5,
        "Receptor": 1,
        "IonChannel": 1,
        "Complex": 1,
        "Gene": 1,
        "RNA": 1,
        "SimpleMolecule": 1,
        "Drug": 1,
        "Ion": 1,
        "Phenotype": 1,
        "Unknown": 1,
    }
    by_name = {(it.name, type(it).__name__): it for it in model.species}
    (whole,) = (it for it in model.species if subunits(it))
    assert sorted(it.name for it in leaves(whole)) == ["name of L", "name of R", "name of S"]
    assert by_name["name of K", "GenericProtein"].hypothetical
    modified = [it for it in model.species if getattr(it, "modifications", ())]
    states = sorted(m.state.name for it in modified for m in it.modifications if m.state)
    assert states == ["PHOSPHORYLATED", "PHOSPHORYLATED"]
    assert sorted(it.homomultimer for it in model.species if hasattr(it, "homomultimer"))[-1] == 2
    structures = [s.value for it in model.species for s in getattr(it, "structural_states", ())]
    assert structures == ["open"]


def test_it_sees_every_reaction_with_its_modifiers(tmp_path: Path) -> None:
    model = model_of(sample_text(), tmp_path).model
    assert names(model.reactions) == {
        "HeterodimerAssociation": 1,
        "StateTransition": 3,
        "Transcription": 1,
        "Dissociation": 1,
    }
    modifiers = [it for reaction in model.reactions for it in reaction.modifiers]
    assert names(modifiers) == {
        "Catalyzer": 1,
        "Inhibitor": 1,
        "Trigger": 1,
        "UnknownCatalyzer": 1,
    }
    assert names(model.modulations) == {"PositiveInfluence": 1, "Inhibition": 1}
    assert names(model.boolean_logic_gates) == {"AndGate": 1, "OrGate": 1}
    assert sum(it.reversible for it in model.reactions) == 1


def test_species_in_states_that_have_no_construct_are_not_one(tmp_path: Path) -> None:
    """Its model is a set, and had one of each pair."""
    document = """
pathport: 1
id: alike
molecules: {BRAF: {kind: protein}, S: {kind: protein}, glc: {kind: small molecule}}
processes:
  mutant: {is: 'BRAF -> BRAF{variant(V600E)}'}
  sugar: {is: 'glc -> glc{p}'}
  whole: {is: 'BRAF:S -> (BRAF:S){p}'}
  other: {is: 'S{sumoK10} -> S{neddK10}'}
"""
    content = write(read_document(document.encode()).pathway).content.decode()
    assert len(model_of(content, tmp_path).model.species) == 8


@pytest.mark.parametrize("kind", ["ion", "gene", "phenotype", "unknown", "protein"])
def test_it_reads_what_has_a_structure(kind: str, tmp_path: Path) -> None:
    document = f"""
pathport: 1
id: bent
molecules: {{M: {{kind: {kind}}}}}
processes: {{unbend: {{is: 'M{{structure(bent)}} -> M'}}}}
"""
    content = write(read_document(document.encode()).pathway).content.decode()
    assert len(model_of(content, tmp_path).model.reactions) == 1


@pytest.mark.parametrize("name", ["reaction", "receptor-jak-stat"])
def test_what_it_writes_again_says_the_same(name: str, tmp_path: Path) -> None:
    sent = pathport.read(EXAMPLES / f"{name}.yaml")
    found = model_of(write(sent).content.decode(), tmp_path)
    again = tmp_path / "again.xml"
    momapy_io.write(found, str(again), writer="celldesigner")
    assert said(read(again.read_bytes()).pathway) == said(sent)


def test_it_counts_in_the_flagship_what_the_model_has(tmp_path: Path) -> None:
    sent = pathport.read(EXAMPLES / "cxcr4.yaml")
    content = write(sent).content
    there = told(read_native(content).pathway)
    model = model_of(content.decode(), tmp_path).model
    kinds = Counter(CLASSES[it] for it in names(model.species).elements())
    assert kinds == there["species"]
    assert len(model.reactions) == len(sent.processes)
    assert sum(names(model.modulations).values()) == sum(
        count for word, count in there["reactions"].items() if "INFLUENCE" in word or "RED" in word
    )
    modifiers = names(it for reaction in model.reactions for it in reaction.modifiers)
    wanted: Counter[Effect] = Counter(
        {word: number for (word, _), number in there["modifications"].items()}
    )
    wanted += Counter(effect for _, _, (effect, _) in there["gates"].elements())
    assert modifiers == Counter(MODIFIERS[it] for it in wanted.elements())
    assert len(model.boolean_logic_gates) == there["gates"].total()
    states = Counter(
        it.state.name.lower()
        for species in model.species
        for part in whole(species)
        for it in getattr(part, "modifications", ())
        if it.state is not None
    )
    path = "//*[local-name()='listOfModifications']/*/@state"
    assert states == Counter(map(str, etree.fromstring(content).xpath(path)))


def whole(species: Any) -> Iterator[Any]:
    """A species with all that is in it."""
    yield species
    for it in subunits(species):
        yield from whole(it)


def said(pathway: Pathway) -> Counter[tuple[str, ...]]:
    """What takes part in what, by names: ids are momapy's own."""
    molecules = {it.id: it.name or it.id for it in pathway.molecules}
    labels = {}
    for it in pathway.species:
        parts = sorted(molecules[c.molecule] for c in it.components if c.molecule)
        labels[it.id] = molecules.get(it.molecule or "") or ":".join(parts)
    found: Counter[tuple[str, ...]] = Counter()
    for process in pathway.processes:
        sides = (process.inputs, process.outputs)
        ends = (" + ".join(sorted(labels[p.species] for p in side)) for side in sides)
        acting = sorted(
            f"{control.effect} by {labels[source]}"
            for control in pathway.controls
            if control.target == process.id
            for source in control.sources.species()
        )
        found[(*ends, *acting)] += 1
    return found


def test_the_sample_is_what_is_counted() -> None:
    assert read(sample_text().encode()).pathway == SAMPLE
