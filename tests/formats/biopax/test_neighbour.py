"""pybiopax as a neighbour: what its models hold and say, and what it does not keep of a file."""

import copy
import random
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pybiopax
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from pybiopax import biopax as bp
from pybiopax.biopax import BioPaxModel, BioPaxObject
from tests.formats.biopax.samples import ABOUT, EXAMPLES, ROOT, Owl, document, example, sample
from tests.formats.biopax.test_read import file
from tests.laws.alike import unlike
from tests.laws.corpora import CORPUS, READABLE, content_of

import pathport
from pathport.errors import UnreadableError, UnsupportedError
from pathport.fidelity.report import Account, Status
from pathport.findings import Severity
from pathport.formats import Read, biopax
from pathport.formats.biopax import neighbour_rules
from pathport.formats.biopax.graph import parse
from pathport.formats.biopax.neighbour_terms import ATTRIBUTE, LISTS, NEEDED
from pathport.formats.biopax.neighbour_write import model_of
from pathport.formats.biopax.ontology import NAMESPACE, cardinality, ontology, properties_of
from pathport.model.facts import Facts, digest, facts
from pathport.model.pathway import Pathway
from pathport.testing import pathways, shuffled

SAMPLE = sample()
OURS = pathways(within=biopax.LIMITS)

bp.model.PYBIOPAX_TQDM_CONFIG["disable"] = True


def said(model: BioPaxModel) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """All that a model says, in its order: URI, class and attributes, objects by their uid."""

    def shown(value: object) -> str:
        if isinstance(value, list):
            return str([shown(it) for it in value])
        return f"#{value.uid}" if isinstance(value, BioPaxObject) else repr(value)

    return [
        (
            uri,
            type(held).__name__,
            [(name, shown(it)) for name, it in vars(held).items() if not name.endswith("_of")],
        )
        for uri, held in model.objects.items()
    ]


def odd(read: Read) -> list[str]:
    """What was found that is not of the pathway itself."""
    return [str(it) for it in read.findings if not it.code.startswith("MDL")]


def kept(sent: Facts, account: Account) -> Facts:
    """The facts that a model holds by its account: less what is lost, with what stands there."""
    found = {**sent}
    for entry in account.of_status(Status.LOST):
        del found[entry.place]
        if entry.native is not None:
            found[entry.place] = entry.native
    supplied = (it for it in account.of_status(Status.SUPPLIED) if it.reason)
    return found | {it.place: it.native for it in supplied if it.native is not None}


# The laws


@given(OURS)
def test_faithful(sent: Pathway) -> None:
    made = pathport.to_pybiopax(sent)
    read = pathport.from_pybiopax(made.model)
    assert unlike(kept(facts(sent), made.account), facts(read.pathway)) == []
    assert odd(read) == []


@given(OURS)
def test_a_model_holds_what_the_file_holds(sent: Pathway) -> None:
    assert pathport.to_pybiopax(sent).account == biopax.write(sent).account


@given(OURS, st.randoms(use_true_random=False))
def test_equal_pathways_give_equal_models(sent: Pathway, chance: random.Random) -> None:
    made = pathport.to_pybiopax(sent)
    again = pathport.to_pybiopax(shuffled(sent, chance))
    assert said(made.model) == said(again.model)
    assert (made.account, made.findings) == (again.account, again.findings)


@given(OURS)
def test_the_arguments_are_not_changed(sent: Pathway) -> None:
    before = digest(sent)
    model = pathport.to_pybiopax(sent).model
    told = said(model)
    pathport.from_pybiopax(model)
    assert digest(sent) == before
    assert said(model) == told


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_come_back(path: Path) -> None:
    sent = example(path)
    read = pathport.from_pybiopax(pathport.to_pybiopax(sent).model)
    assert (facts(read.pathway), odd(read)) == (facts(sent), [])


# What a model is made of

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
    assert {(it.code, it.severity) for it in made.findings} <= {("BPX305", Severity.NOTE)}
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
    assert model_of(parse(file(body))).left_out == (f"pybiopax {pybiopax.__version__} {left_out}",)


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


PIECE = """\
pathport: 1
id: a
compartments: {pm: {}}
molecules: {REC: {kind: protein}}
species:
  piece: {is: "REC{fragment(22-93)}@pm", notes: A piece.}
  whole: {is: "REC@pm"}
processes: {cut: {is: whole -> piece, type: cleavage}}
"""


@pytest.mark.parametrize("sent", [document(PIECE), SAMPLE], ids=["piece", "sample"])
def test_a_pybiopax_with_fewer_classes_loses_what_is_told(
    sent: Pathway, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(bp, "FragmentFeature")
    made = pathport.to_pybiopax(sent)
    found = facts(pathport.from_pybiopax(made.model).pathway)
    lost = made.account.of_status(Status.LOST)
    assert [(it.id, it.field) for it in lost] == [("piece", "state.fragment")]
    reason = f"pybiopax {pybiopax.__version__} has no class FragmentFeature"
    assert {it.reason for it in lost} == {reason}
    assert unlike(kept(facts(sent), made.account), found) == []
    known = biopax.write(sent).account
    sums = [it.native + it.coarse + it.carried + it.lost for it in (known, made.account)]
    assert sums == [len(facts(sent))] * 2


# Files of others, read by pybiopax

NOT_KEPT = {
    ("process", "spontaneous"): "a truth value is read as a reference to nothing",
}
"""By construct and field, what pybiopax does not keep of the corpus, and why."""

NOT_TOLD = {
    r'comment ".*" of Provenance ".*" is not read': "of several comments one is kept",
    r'\{http://www\.w3\.org/1999/02/22-rdf-syntax-ns#\}Property "direction" is not read': (
        "elements that are not of BioPAX are passed over"
    ),
}
"""What is told of the file and not of the model, and why."""

REFUSED = {
    "biopax/bad/biopax_other_xml_mix.owl": "an XML comment",
    "biopax/bad/nested_unknown_skip.owl": "an XML comment",
    "biopax/biopax3-insulin-maturation.owl": "a CovalentBindingFeature",
}
"""The files that pybiopax can't read, each with what it fails on."""

FILES = [name for name in READABLE if name.startswith("biopax/")]
READ = [name for name in FILES if name not in REFUSED]

needs_corpus = pytest.mark.skipif(not CORPUS.exists(), reason="no corpora beside the repository")


@cache
def both(name: str) -> tuple[Read, Read]:
    """A file as pathport reads it, and as it reads what pybiopax has made of it."""
    content = content_of(name)
    model = pybiopax.model_from_owl_str(content.decode())
    return biopax.read(content), pathport.from_pybiopax(model)


def facts_not_kept(name: str) -> set[tuple[str, str]]:
    """The kinds of facts that are in a file and not in pybiopax's model; none is only there."""
    ours, theirs = (facts(it.pathway) for it in both(name))
    assert theirs.items() <= ours.items()
    return {(place.construct, place.field) for place in ours.keys() - theirs.keys()}


def not_told(name: str) -> set[str]:
    """What is found in a file and not in pybiopax's model; nothing is only found there."""
    ours, theirs = (Counter((it.code, it.sentence) for it in read.findings) for read in both(name))
    respelt = {
        (code, text.replace("taxon_xref", "taxonXref")): n for (code, text), n in theirs.items()
    }
    assert respelt.items() <= ours.items()
    return {sentence for _, sentence in ours.keys() - respelt.keys()}


@needs_corpus
@pytest.mark.parametrize("name", READ)
def test_a_model_of_a_file_says_what_the_file_says(name: str) -> None:
    assert facts_not_kept(name) <= NOT_KEPT.keys()
    assert [it for it in not_told(name) if not any(re.fullmatch(row, it) for row in NOT_TOLD)] == []


@needs_corpus
@pytest.mark.parametrize("name", REFUSED)
def test_pybiopax_still_fails_where_the_table_says(name: str) -> None:
    with pytest.raises((AttributeError, KeyError, TypeError)):
        pybiopax.model_from_owl_str(content_of(name).decode())


@needs_corpus
def test_the_tables_of_what_is_not_kept_are_needed() -> None:
    assert {kind for name in READ for kind in facts_not_kept(name)} == NOT_KEPT.keys()
    told = [it for name in READ for it in not_told(name)]
    assert [row for row in NOT_TOLD if not any(re.fullmatch(row, it) for it in told)] == []


NOT_KEPT_OF_OURS = {
    ("molecule", "site_sets.sites"): "of several memberFeature one is kept",
    ("molecule", "sites"): "what was in a site set stands alone then",
    ("process", "evidence"): "of several evidenceCode one is kept",
    ("process", "spontaneous"): "a truth value is read as a reference to nothing",
}
"""By construct and field, what pybiopax's reader does not keep of a file of the sample, and why."""


def test_of_a_file_of_ours_pybiopax_keeps_all_but_what_the_table_says() -> None:
    model = pybiopax.model_from_owl_str(biopax.write(SAMPLE).content.decode())
    ours, theirs = facts(SAMPLE), facts(pathport.from_pybiopax(model).pathway)
    differing = {it for it in ours.keys() | theirs.keys() if ours.get(it) != theirs.get(it)}
    assert {(it.construct, it.field) for it in differing} == NOT_KEPT_OF_OURS.keys()


# Models made by hand


def read(*objects: Any, **said: Any) -> Read:
    return pathport.from_pybiopax(BioPaxModel(list(objects), **said))


def test_a_model_made_by_hand_is_read() -> None:
    reference = bp.ProteinReference(uid="ref", display_name="CXCR4")
    inside = bp.CellularLocationVocabulary(uid="pm", term=["plasma membrane"])
    receptor = bp.Protein(uid="REC", entity_reference=reference, cellular_location=inside)
    ligand = bp.Protein(uid="LIG", display_name="CXCL12", cellular_location=inside)
    pair = bp.Complex(uid="pair", component=(receptor, ligand), cellular_location=inside)
    binding = bp.ComplexAssembly(uid="b", left=[ligand, receptor], right=[pair], spontaneous=True)
    binding.comment = "Seen."
    count = bp.Stoichiometry(uid="n", stoichiometric_coefficient=2, physical_entity=ligand)
    binding.participant_stoichiometry = [count, None]
    found = read(binding)
    (process,) = found.pathway.processes
    assert [(it.species, it.coefficient) for it in process.inputs] == [("LIG", 2), ("REC", 1)]
    assert (process.spontaneous, process.notes) == (True, ("Seen.",))
    assert {it.id for it in found.pathway.species} == {"REC", "LIG", "pair"}
    assert [it.id for it in found.pathway.compartments] == ["pm"]


@pytest.mark.parametrize("base", [None, "", "http://example.org/", "http://example.org/x#"])
def test_a_base_may_be_anything_or_missing(base: str | None) -> None:
    reference = bp.ProteinReference(uid="http://example.org/x#ref")
    found = read(bp.Protein(uid="a", entity_reference=reference), xml_base=base)
    (species,) = found.pathway.species
    assert (species.id, species.molecule) == ("a", "ref")


def test_a_uid_in_the_place_of_its_object_is_the_object() -> None:
    found = read(bp.Protein(uid="a", entity_reference="r"), bp.ProteinReference(uid="r"))
    assert found.pathway.species[0].molecule == "r"
    assert odd(found) == []


def test_a_uid_of_nothing_is_named() -> None:
    (told,) = (
        it for it in read(bp.Protein(uid="a", entity_reference="r")).findings if it.code == "BPX201"
    )
    assert told.sentence.startswith('entityReference of Protein "a" refers to "')
    assert told.place.subject == "http://www.biopax.org/release/biopax-level3.owl#a"


def test_objects_without_uid_are_apart() -> None:
    left = [bp.Protein(uid=None, display_name=name) for name in "ab"]
    found = read(bp.Conversion(uid="c", left=left))
    assert len(found.pathway.processes[0].inputs) == 2
    assert odd(found) == []


def test_links_that_are_stale_say_nothing() -> None:
    protein, other = bp.Protein(uid="a"), bp.Protein(uid="b")
    model = BioPaxModel([bp.Conversion(uid="c", left=[protein]), protein, other])
    model.objects["c"].left = [other]
    (process,) = pathport.from_pybiopax(model).pathway.processes
    assert [it.species for it in process.inputs] == ["b"]


def test_a_list_that_goes_round_ends() -> None:
    first, second = bp.PathwayStep(uid="1"), bp.PathwayStep(uid="2")
    first.next_step, second.next_step = [second], [first]
    pathway = bp.Pathway(uid="p", pathway_order=[first])
    assert read(pathway).pathway.id == "p"


def test_a_class_of_ones_own_is_the_one_above_it() -> None:
    class Kinase(bp.Protein):
        pass

    assert read(Kinase(uid="a")).pathway == read(bp.Protein(uid="a")).pathway


def test_a_class_that_biopax_does_not_have_is_named() -> None:
    told = [it.sentence for it in read(BioPaxObject("a"), bp.Protein(uid="b")).findings]
    assert 'BioPaxObject "a" is not read' in told


def test_an_attribute_that_biopax_does_not_have_is_named() -> None:
    protein = bp.Protein(uid="a")
    protein.mood = "good"
    told = [it.sentence for it in read(protein).findings]
    assert 'mood "good" of Protein "a" is not read' in told


def codes(found: Read) -> list[tuple[str, str]]:
    return [(it.code, it.sentence) for it in found.findings if it.code.startswith("BPX3")]


def test_two_objects_of_one_uid_are_one_and_named() -> None:
    uri = "http://www.biopax.org/release/biopax-level3.owl#x"
    left = [bp.Protein(uid="x", display_name="a"), bp.Protein(uid="x", display_name="b")]
    found = read(bp.Conversion(uid="c", left=left))
    assert codes(found) == [
        ("BPX303", f'a Protein and another Protein that says more have the uid "{uri}"')
    ]
    assert [it.id for it in found.pathway.species] == ["x"]


def test_two_objects_that_say_the_same_are_one() -> None:
    left = [bp.Protein(uid="x", display_name="a"), bp.Protein(uid="x", display_name="a")]
    assert codes(read(bp.Conversion(uid="c", left=left))) == []


def test_of_two_classes_the_more_special_one_stands() -> None:
    for pair in (("Conversion", "Transport"), ("Transport", "Conversion")):
        first, second = (getattr(bp, cls)(uid="x") for cls in pair)
        found = read(bp.Pathway(uid="p", pathway_component=[first, second]))
        assert found.pathway.processes[0].type == "transport"
        assert [code for code, _ in codes(found)] == ["BPX303"]


@pytest.mark.parametrize(
    ("attribute", "value", "told"),
    [
        ("cellular_location", 5, 'cellularLocation of Protein "a" is "5" of type int'),
        ("xref", {"b"}, 'xref of Protein "a" is a value of type set'),
        ("comment", [["b"]], 'comment of Protein "a" is a value of type list'),
        ("comment", b"b", 'comment of Protein "a" is a value of type bytes'),
        ("display_name", "a\ud800", 'displayName of Protein "a" is "a\ufffd" of type str'),
        ("mood", "a\x00", 'mood of Protein "a" is "a\ufffd" of type str'),
        ("cellular_location", "\x1b", 'cellularLocation of Protein "a" is "\ufffd" of type str'),
        (
            "display_name",
            bp.Protein(uid="b"),
            'displayName of Protein "a" is a value of type Protein',
        ),
    ],
)
def test_a_value_that_a_property_can_not_have_is_named(
    attribute: str, value: object, told: str
) -> None:
    protein = bp.Protein(uid="a")
    setattr(protein, attribute, value)
    assert codes(read(protein)) == [("BPX304", told)]


@pytest.mark.parametrize("objects", [{}, [], None, 5])
def test_a_model_of_nothing_is_refused(objects: Any) -> None:
    model = BioPaxModel([])
    model.objects = objects
    with pytest.raises(UnreadableError) as caught:
        pathport.from_pybiopax(model)
    assert [it.code for it in caught.value.findings] == ["BPX301"]


def test_what_is_no_object_is_refused_all_at_once() -> None:
    hidden = bp.ProteinReference(uid=7)
    model = BioPaxModel([bp.Protein(uid="a", entity_reference=hidden), bp.Rna(uid="\x00")])
    model.objects["b"] = "a protein"
    with pytest.raises(UnreadableError) as caught:
        pathport.from_pybiopax(model)
    assert [(it.code, it.sentence) for it in caught.value.findings] == [
        ("BPX302", 'the model holds "a protein" of type str'),
        ("BPX302", 'the uid of a ProteinReference is "7" of type int'),
        ("BPX302", 'the uid of a Rna is "\ufffd" of type str'),
    ]


def test_every_rule_of_models_is_met_here() -> None:
    text = Path(__file__).read_text(encoding="utf-8")
    assert [rule.code for rule in neighbour_rules.RULES if f'"{rule.code}"' not in text] == []


def test_an_edit_in_the_model_wins() -> None:
    model = copy.deepcopy(pathport.to_pybiopax(SAMPLE).model)
    (binding,) = (it for it in model.objects.values() if it.uid.endswith("/binding"))
    binding.display_name = "another"
    found = pathport.from_pybiopax(model).pathway
    assert next(it for it in found.processes if it.id == "binding").name == "another"


# The functions


def test_other_arguments_are_refused() -> None:
    with pytest.raises(TypeError, match="expected a pathway"):
        pathport.to_pybiopax("a")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"expected a pybiopax\.biopax\.BioPaxModel"):
        pathport.from_pybiopax({})  # type: ignore[arg-type]
    with pytest.raises(UnsupportedError):
        pathport.to_pybiopax(SAMPLE, base="nowhere")


def test_the_model_is_the_file() -> None:
    made = pathport.to_pybiopax(SAMPLE)
    assert set(made.model.objects) == {it.get(ABOUT) for it in Owl.of(SAMPLE).objects()}


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
