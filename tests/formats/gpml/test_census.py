"""What comes out of a real file that is read and written again is what went in, in both versions.

Counted by XPath and compared by value, without the reader. What differs is named in the report, or
is one of the exceptions of ``docs/corpora/gpml.md``, which are spelled out here.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import gpml_census
import make_docs
import pytest
from lxml import etree
from tests.formats.gpml.samples import CORPUS, ROOT, dangling, publication_id, schema

from pathport.formats import Read
from pathport.formats.gpml.drawing import Xref
from pathport.formats.gpml.xrefs import curie_of
from pathport.formats.gpml2021.dialect import curie_of as curie_of_2021
from pathport.vocabulary import term

FILES = sorted(CORPUS.glob("*.gpml"))
VERSIONS = ("gpml", "gpml2021")
EQUAL = (
    "DataNode", "State", "Anchor that a line is attached to", "Label", "Shape",
    "cross reference of a DataNode",
)  # fmt: skip
"""What comes out exactly as often as it went in."""
STYLES = {"Transparent": "Group", "Group": "Group", "Complex": "Complex"}
SPELLED = {"pY": "tyr", "MeK1041": "lys1041"}
"""Texts of states that come out as P and Me, with a comment that tells the site."""
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"

every_way = pytest.mark.parametrize("version", VERSIONS)
every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


class Case(NamedTuple):
    """A file before and after, and what was found when it was read."""

    before: etree._Element
    after: etree._Element
    read: Read

    def named(self, what: str) -> int:
        """How many things are named in these words."""
        return sum(what in it.sentence for it in self.read.findings)


@pytest.fixture
def case(path: Path, version: str) -> Case:
    before, read = gpml_census.opened(path)
    return Case(before, gpml_census.again(path, version), read)


def test_the_corpus_is_there() -> None:
    if not CORPUS.is_dir():
        pytest.skip("no corpus beside the repository")
    assert len(gpml_census.files()) == len(FILES) == 14


@every_way
@every_file
def test_what_is_counted_comes_out_as_often(case: Case) -> None:
    before, after = gpml_census.counted(case.before), gpml_census.counted(case.after)
    assert {it: after[it] for it in EQUAL} == {it: before[it] for it in EQUAL}
    assert after["Group"] == before["Group"] - case.named("a group without members")
    kept = case.named("kept as drawing alone")
    assert after["Interaction"] == before["Interaction"] - kept
    assert after["GraphicalLine"] == before["GraphicalLine"] + kept
    assert after["Interaction attached at both ends"] == after["Interaction"]


@every_way
@every_file
def test_a_node_keeps_its_text_its_type_and_its_identifier(case: Case) -> None:
    assert nodes(case.after) == nodes(case.before)


def nodes(root: etree._Element) -> Counter[tuple[str, str, str]]:
    """The nodes of a file by text, type and identifier, in the words of 2013a."""
    return Counter((text_of(it), type_of(it), identifier_of(it)) for it in root.iter("{*}DataNode"))


def text_of(element: etree._Element) -> str:
    return (element.get("TextLabel") or element.get("textLabel") or "").strip()


def id_of(element: etree._Element) -> str:
    return element.get("GraphId") or element.get("elementId") or ""


def type_of(node: etree._Element) -> str:
    """A type; those of phenotypes and of what is unknown have other words in 2021."""
    word = node.get("Type") or node.get("type") or ""
    return {"Key Event": "Phenotype", "Event": "Phenotype", "Unknown": "Undefined"}.get(word, word)


def identifier_of(element: etree._Element) -> str:
    """The identifier of a node; where the database has no prefix, as it stands."""
    xref = element.find("{*}Xref")
    if xref is None:
        return ""
    old = Xref(xref.get("Database") or "", (xref.get("ID") or "").strip())
    new = Xref(xref.get("dataSource") or "", (xref.get("identifier") or "").strip())
    told = next((it for it in (old, new) if it.id), Xref())
    return curie_of(old) or curie_of_2021(new) or f"{told.database} {told.id}".strip()


@every_way
@every_file
def test_a_state_keeps_its_node_and_what_it_tells(case: Case) -> None:
    assert states(case.after) == states(case.before)


def states(root: etree._Element) -> Counter[tuple[str, str]]:
    """The states of a file by the text of their node and what they tell of it."""
    texts = {id_of(it): text_of(it) for it in root.iter("{*}DataNode")}
    found: Counter[tuple[str, str]] = Counter()
    for it in root.iter("{*}State"):
        holder = it.getparent().getparent() if it.get("GraphRef") is None else None  # type: ignore[union-attr]
        node = it.get("GraphRef") or (holder.get("elementId") if holder is not None else "")
        found[texts.get(node, ""), site_of(it)] += 1
    return found


def site_of(state: etree._Element) -> str:
    """What a state tells: the site of its comment, or its text without blanks."""
    told = " ".join(it.text or "" for it in state.iterfind("{*}Comment"))
    place = re.search(r"position=([a-z]{3}[0-9]*)", told)
    text = text_of(state).replace(" ", "")
    return place[1] if place else SPELLED.get(text, text)


@every_way
@every_file
def test_a_group_keeps_its_style_and_members(case: Case) -> None:
    assert groups(case.after) == groups(case.before)


def groups(root: etree._Element) -> Counter[tuple[str, ...]]:
    """The groups of a file with nodes in them, by the texts of these.

    A style that is not told is that of alternatives, where a line ends on the group.
    """
    inner: dict[str, list[str]] = {}
    for it in root.iter("{*}DataNode"):
        inner.setdefault(it.get("GroupRef") or it.get("groupRef") or "", []).append(text_of(it))
    return Counter(
        (STYLES[it.get("Style") or it.get("type") or "Group"], *sorted(inner[id_]))
        for it in root.iter("{*}Group")
        if (id_ := it.get("GroupId") or it.get("elementId")) in inner
    )


@every_way
@every_file
def test_a_line_ends_on_what_it_ended_on(case: Case) -> None:
    kept = {it.id for it in case.read.pathway.layout.drawing}
    before = {id_: ends for id_, ends in lines(case.before).items() if id_ not in kept}
    assert lines(case.after) == before


def lines(root: etree._Element) -> dict[str, tuple[str, ...]]:
    """What each interaction hangs on, in no order: nodes by their text, a line for its anchors.

    The text of a set is carried, and not in the file's own words.
    """
    on = {id_of(it): it for it in root.iter(etree.Element)}
    return {id_of(it): tuple(sorted(shown(on, it))) for it in root.iter("{*}Interaction")}


def shown(on: dict[str, etree._Element], line: etree._Element) -> Iterator[str]:
    points = [*line.iter("{*}Point")]
    for point in (points[0], points[-1]):
        it = on[point.get("GraphRef") or point.get("elementRef") or ""]
        name = etree.QName(it).localname
        if name == "Anchor":
            it = next(above for above in it.iterancestors() if "Interaction" in str(above.tag))
        text = text_of(it) if name == "DataNode" else ""
        yield f"{name} {site_of(it) if name == 'State' else text or id_of(it)}"


@every_way
@every_file
def test_a_reference_stands_on_what_it_stood_on(case: Case) -> None:
    """But for those that are lost by name, and for a second box of a species that has it."""
    gone = references(case.before) - references(case.after)
    assert references(case.after) <= references(case.before)
    assert len(gone) <= case.named("the reference") + case.named("the publication")


def references(root: etree._Element) -> set[tuple[str, str]]:
    """What refers to which publication: nodes by their text, all else by its id."""
    records = {
        it.get(f"{RDF}id") or it.get("elementId"): number_of(it)
        for it in root.iter("{*}PublicationXref", "{*}Citation")
    }
    names = {"DataNode": text_of, "State": site_of, "Pathway": lambda _: "Pathway"}
    kept = set()
    for ref in root.iter("{*}BiopaxRef", "{*}CitationRef"):
        bearer = ref.getparent()
        assert bearer is not None
        name = names.get(etree.QName(bearer).localname, id_of)(bearer)
        key = (ref.text or "").strip() or ref.get("elementRef") or ""
        kept.add((name, records.get(key, key)))
    return kept


def number_of(record: etree._Element) -> str:
    """The number of a publication, which an address ends in where the database has no name."""
    named = (it.get("identifier") or it.get("link") or "" for it in record)
    told = publication_id(record) or next(filter(None, named), "")
    return told.strip().lower().removeprefix("https://identifiers.org/kegg.pathway:")


@every_way
@every_file
def test_a_tag_keeps_its_term_and_has_the_name_that_this_has_today(case: Case) -> None:
    before, after = tags(case.before), tags(case.after)
    assert after.keys() == before.keys()
    names = {curie: known.name for curie in before if (known := term(curie)) is not None}
    assert {curie: name for curie, (name, _) in after.items()} == names
    assert {it: ontology for it, (_, ontology) in after.items()} == {
        it: ontology for it, (_, ontology) in before.items()
    }


ONTOLOGIES = {"pw": "Pathway Ontology", "doid": "Disease", "cl": "Cell Type"}


def tags(root: etree._Element) -> dict[str, tuple[str, str]]:
    """The ontology terms of a file with the name and the ontology that stand beside them."""
    found = {}
    for it in root.iter("{*}openControlledVocabulary"):
        told = {etree.QName(part).localname: part.text or "" for part in it}
        found[told["ID"].lower()] = told["TERM"], told["Ontology"]
    for it in root.iter("{*}Annotation"):
        xref = it.find("{*}Xref")
        assert xref is not None
        source = xref.get("dataSource") or ""
        found[f"{source}:{xref.get('identifier')}"] = it.get("value") or "", ONTOLOGIES[source]
    return found


def test_the_page_of_the_corpus_is_fresh() -> None:
    text = (ROOT / "docs" / "corpora" / "gpml.md").read_text(encoding="utf-8")
    assert make_docs.measured(text) == text, "run python tools/make_docs.py"


@every_way
@every_file
def test_what_comes_out_is_valid_by_the_published_schema(case: Case, version: str) -> None:
    published = schema({"gpml": "GPML2013a.xsd", "gpml2021": "GPML2021.xsd"}[version])
    assert published.validate(case.after), published.error_log
    assert dangling(case.after) == set()
