"""What a model of pybiopax's is made of, and what has no place in one."""

import re
from collections import Counter
from pathlib import Path

import pybiopax
import pytest
from hypothesis import given
from lxml import etree
from pybiopax import biopax as bp
from pybiopax.biopax import BioPaxObject
from tests.formats.biopax.samples import EXAMPLES, ROOT, example, sample
from tests.formats.biopax.test_read import file

import pathport
from pathport.findings import Severity
from pathport.formats import biopax
from pathport.formats.biopax.graph import parse
from pathport.formats.biopax.neighbour_terms import ATTRIBUTE, LISTS, NEEDED
from pathport.formats.biopax.neighbour_write import model_of
from pathport.formats.biopax.ontology import NAMESPACE, cardinality, ontology, properties_of
from pathport.model.pathway import Pathway
from pathport.testing import pathways

SAMPLE = sample()
OURS = pathways(within=biopax.LIMITS)


PYTHON = {"boolean": bool, "float": float, "int": int, "string": str, "": str}


@given(OURS)
def test_every_value_is_of_the_type_of_its_property(sent: Pathway) -> None:
    for held in pathport.to_pybiopax(sent).model.objects.values():
        for attribute, value in vars(held).items():
            name = ATTRIBUTE.key(attribute)
            if name is None or value is None:
                continue
            known = ontology().properties[name]
            wanted = BioPaxObject if known.is_object else PYTHON[known.datatype]
            values = value if isinstance(value, list) else [value]
            assert all(isinstance(it, wanted) for it in values)
            several = {*held.list_types, "comment"}
            assert isinstance(value, list) == (attribute in several or name in LISTS)


def test_a_model_holds_what_pybiopax_can_not_read() -> None:
    model = pathport.to_pybiopax(SAMPLE).model
    every = list(model.objects.values())
    assert {it.sequence_position for it in every if isinstance(it, bp.SequenceSite)} >= {22, 324}
    assert {it.stoichiometric_coefficient for it in every if isinstance(it, bp.Stoichiometry)} == {
        1.0,
        2.0,
    }
    assert [it.spontaneous for it in every if isinstance(it, bp.Conversion) and it.spontaneous] == [
        True
    ]
    codes = [len(it.evidence_code) for it in every if isinstance(it, bp.Evidence)]
    assert max(codes) == 2


def test_links_back_are_made() -> None:
    model = pathport.to_pybiopax(SAMPLE).model
    (binding,) = (it for it in model.objects.values() if it.uid.endswith("/binding"))
    assert {binding} == set.intersection(*(it.participant_of for it in binding.left))


def test_the_user_sets_the_base() -> None:
    model = pathport.to_pybiopax(SAMPLE, base="https://example.org/a/").model
    assert model.xml_base == "https://example.org/a/sample#"
    assert all(uri.startswith("https://example.org/a/sample") for uri in model.objects)
    assert pathport.from_pybiopax(model).pathway == SAMPLE


def counted(content: str | bytes) -> Counter[str]:
    """How many values of each property stand in a file."""
    root = etree.fromstring(content if isinstance(content, bytes) else content.encode())
    return Counter(str(it.tag).partition("}")[2] for it in root.iterfind(f"{{{NAMESPACE}}}*/*"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_pybiopax_writes_all_but_what_is_told(path: Path) -> None:
    sent = example(path)
    made = pathport.to_pybiopax(sent)
    ours, theirs = (
        counted(biopax.write(sent).content),
        counted(pybiopax.model_to_owl_str(made.model)),
    )
    assert {(it.code, it.severity) for it in made.findings} <= {("BPX306", Severity.NOTE)}
    told = {it.place.subject: f"({ours[it.place.subject]:,})" for it in made.findings}
    assert ours - theirs == Counter({name: ours[name] for name in told})
    assert theirs - ours == Counter()
    assert all(told[it.place.subject] in it.sentence for it in made.findings)


# What pybiopax has no place for


@pytest.mark.parametrize(
    ("body", "left_out"),
    [
        ('<bp:CovalentBindingFeature rdf:ID="a"/>', "has no class CovalentBindingFeature"),
        (
            '<bp:GeneticInteraction rdf:ID="a"><bp:phenotype/></bp:GeneticInteraction>',
            "has no phenotype of GeneticInteraction",
        ),
        (
            '<bp:Protein rdf:ID="a"><bp:availability/><bp:availability/></bp:Protein>',
            "holds one availability of Protein",
        ),
    ],
)
def test_what_has_no_place_is_told(body: str, left_out: str) -> None:
    made = model_of(parse(file(body)))
    sentence = f"pybiopax {pybiopax.__version__} {left_out}"
    assert made.left_out == (sentence,)
    assert [(it.code, it.sentence) for it in made.findings] == [("BPX305", sentence)]


@pytest.mark.parametrize(
    ("cls", "name"),
    [
        (cls, name)
        for cls in ("Evidence", "EntityFeature", "ExperimentalForm")
        for name in properties_of(cls)
        if name in LISTS
    ],
)
def test_what_a_class_calls_a_list_holds_several(cls: str, name: str) -> None:
    target = {"confidence": "Score", "evidenceCode": "EvidenceCodeVocabulary"}.get(name, "Protein")
    body = f'<bp:{cls} rdf:ID="a"><bp:{name} rdf:resource="#b"/><bp:{name} rdf:resource="#c"/>'
    body += f'</bp:{cls}><bp:{target} rdf:ID="b"/><bp:{target} rdf:ID="c"/>'
    made = model_of(parse(file(body)))
    held = made.model.objects["http://example.org/x#a"]
    assert [it.uid[-1] for it in getattr(held, ATTRIBUTE.word(name) or "")] == ["b", "c"]
    assert made.left_out == ()
    assert re.search(rf"{ATTRIBUTE.word(name)} : List\[", getattr(bp, cls).__doc__)


@pytest.mark.parametrize("cls", ontology().classes)
def test_an_object_of_each_class_is_made(cls: str) -> None:
    made = model_of(parse(file(f'<bp:{cls} rdf:ID="a"><bp:comment>b</bp:comment></bp:{cls}>')))
    if cls == "CovalentBindingFeature":
        assert made.model.objects == {}
        return
    (held,) = made.model.objects.values()
    assert type(held).__name__ == cls
    assert held.comment == ["b"]
    assert made.left_out == ()
    assert (cls in NEEDED) == (cls in ("Gene", "KPrime"))


def without_place() -> tuple[set[str], set[str], set[str]]:
    """The classes and the properties that pybiopax does not have, and those of which it has one."""
    classes = {cls for cls in ontology().classes if not hasattr(bp, cls)}
    missing, single = set(), set()
    for cls in ontology().classes.keys() - classes:
        fresh = vars(getattr(bp, cls)(uid="a", **dict.fromkeys(NEEDED.get(cls, ()))))
        for name in properties_of(cls):
            attribute = ATTRIBUTE.word(name)
            if name != "name" and attribute not in fresh:
                missing.add(name)
            elif name != "name" and cardinality(cls, name)[1] is None and name not in LISTS:
                single |= set() if isinstance(fresh[attribute], list) else {name}
    return classes, missing, single


def test_the_page_tells_what_pybiopax_has_no_place_for() -> None:
    page = (ROOT / "docs" / "formats" / "biopax.md").read_text(encoding="utf-8")
    section = page.partition("## pybiopax")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (.*`.*) \| .* \|$", section, re.MULTILINE)
    told = [set(re.findall("`(\\w+)`", row)) for row in rows]
    assert told == list(without_place())
