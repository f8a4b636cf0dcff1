"""`fmt` writes the normal spelling in place: comments, quotes, order and layout stay."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathport.document import JSON, YAML, Syntax, fmt, load, spelled_json, spelled_yaml
from pathport.errors import FaultyError
from pathport.model.facts import facts
from pathport.model.pathway import Pathway
from pathport.testing import pathways

UNTIDY = """\
# what is untidy here
pathport: 1
id:   mini          # a comment
organism: NCBITaxon:9606
compartments: {pm: {name: 'plasma  membrane'}}
molecules:
  A: {kind: protein, identifiers: UniProtKB:P61073, sites: ["mod:00046#S12", T308]}
  B: {kind: protein, identifiers: {is encoded by: ["HGNC:2561"]}}
  F: {kind: family, members: ["2 * B", A]}
processes:
  E01:
    is: B@pm+A:A{ pS12 , active }@pm  ->   A@pm + A@pm  # the event
    evidence: PMID:8752281   ECO:0000269
    controls:
      - {by: 'not(not A@pm) and (B@pm or (B@pm and B:A@pm))', effect: stimulation}
      - by: >-   # folded
          A@pm  and
          B@pm

        effect: inhibition
  E02: {is: "A{mod:00046#S12}@pm->0"}
modules:
  M: {members: [E01, E02], order: E01->E02}
"""

TIDY = """\
# what is untidy here
pathport: 1
id:   mini          # a comment
organism: ncbitaxon:9606
compartments: {pm: {name: 'plasma  membrane'}}
molecules:
  A: {kind: protein, identifiers: uniprot:P61073, sites: ["pS12", T308]}
  B: {kind: protein, identifiers: {is encoded by: ["hgnc:2561"]}}
  F: {kind: family, members: ["2*B", A]}
processes:
  E01:
    is: B@pm + A{pS12,active}:A@pm -> 2 A@pm  # the event
    evidence: eco:0000269 pubmed:8752281
    controls:
      - {by: 'A@pm and (B@pm or B@pm and A:B@pm)', effect: stimulation}
      - by: >-   # folded
          A@pm and B@pm

        effect: inhibition
  E02: {is: "A{pS12}@pm -> 0"}
modules:
  M: {members: [E01, E02], order: E01 -> E02}
"""


def test_the_normal_spelling_is_written_and_all_else_kept() -> None:
    assert fmt(UNTIDY) == TIDY
    assert fmt(TIDY) == TIDY


def test_what_has_an_anchor_stays() -> None:
    text = UNTIDY.replace("is: B@pm+A", "is: &e B@pm+A") + "title: *e\n"
    assert load(fmt(text), syntax=YAML).pathway == load(text, syntax=YAML).pathway


def test_a_faulty_document_is_refused() -> None:
    with pytest.raises(FaultyError) as caught:
        fmt(UNTIDY.replace("B@pm+A", "B@pm+C"))
    assert [finding.code for finding in caught.value.findings] == ["MDL003"]


@pytest.mark.parametrize(("syntax", "spelled"), [(YAML, spelled_yaml), (JSON, spelled_json)])
@given(pathway=pathways())
def test_what_is_written_is_in_normal_spelling(
    syntax: Syntax, spelled: Callable[[Pathway], str], pathway: Pathway
) -> None:
    text = spelled(pathway)
    assert fmt(text, syntax=syntax) == text


def spoiled(line: str, draw: Callable[[Any], Any]) -> str:
    """A line with blanks in its notation, with a CURIE in another spelling, or with a comment."""
    if re.match(r'\s*(- )?("?)(is|by|on|template)\2: ', line) and '"' not in line:
        if draw(st.booleans()):
            blanks = line.replace("@", " @ ").replace(" -> ", "   ->  ")
            line = re.sub(r"(?<=\w),(?=\w)", " , ", blanks)
        if draw(st.booleans()) and "{" not in line.partition(":")[0]:
            line += "   # a comment: with signs"
    return re.sub(r"(?<=[ \[])pubmed:(?=\d)", draw(st.sampled_from(["PMID:", "pubmed:"])), line)


@given(pathway=pathways(), data=st.data())
def test_meaning_and_comments_stay(pathway: Pathway, data: st.DataObject) -> None:
    lines = spelled_yaml(pathway).split("\n")
    text = "\n".join(spoiled(line, data.draw) for line in lines)
    new = fmt(text, syntax=YAML)
    assert facts(load(new, syntax=YAML).pathway) == facts(load(text, syntax=YAML).pathway)
    assert new.count("# a comment: with signs") == text.count("# a comment: with signs")
    assert fmt(new, syntax=YAML) == new
