"""pybiopax as a neighbour: what its models hold and say, and what it does not keep of a file."""

import random
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pybiopax
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybiopax import biopax as bp
from pybiopax.biopax import BioPaxModel, BioPaxObject
from tests.formats.biopax.samples import ABOUT, EXAMPLES, Owl, example, sample
from tests.laws.alike import unlike
from tests.laws.corpora import CORPUS, READABLE, content_of

import pathport
from pathport.errors import UnsupportedError
from pathport.fidelity.report import Account, Status
from pathport.formats import Read, biopax
from pathport.model.facts import Facts, digest, facts
from pathport.model.pathway import Pathway
from pathport.testing import pathways, shuffled

SAMPLE = sample()
OURS = pathways(within=biopax.LIMITS)


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


# A pybiopax that holds less

CLASSES = sorted({type(it).__name__ for it in pathport.to_pybiopax(SAMPLE).model.objects.values()})


@pytest.mark.parametrize("cls", CLASSES)
def test_what_a_pybiopax_without_a_class_loses_is_told(
    cls: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(bp, cls)
    made = pathport.to_pybiopax(SAMPLE)
    found = facts(pathport.from_pybiopax(made.model).pathway)
    lost = made.account.of_status(Status.LOST)
    assert {it.reason for it in lost} <= {f"pybiopax {pybiopax.__version__} has no class {cls}"}
    assert unlike(kept(facts(SAMPLE), made.account), found) == []
    account = made.account
    told = account.native + account.coarse + account.carried + account.lost
    assert told == len(facts(SAMPLE))


def test_without_fragments_the_fragment_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(bp, "FragmentFeature")
    (entry,) = pathport.to_pybiopax(SAMPLE).account.of_status(Status.LOST)
    assert (entry.id, entry.field, entry.native) == ("piece", "state.fragment", None)


# Files of others, read by pybiopax

NOT_KEPT = {
    ("pathway", "notes"): "the comment of the owl:Ontology header is passed over",
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
    respelt = Counter(
        {(code, text.replace("taxon_xref", "taxonXref")): n for (code, text), n in theirs.items()}
    )
    assert respelt <= ours  # findings that differ in their line alone are one where there is none
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
