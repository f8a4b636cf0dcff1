"""Every claim C01 to C31 holds in the model, in its SBML and in its BioPAX file.

The files are read by libSBML and rdflib, which know nothing of pathport. That no claim is an empty
one is held too: without an event that it rests on, it does not hold.
"""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import msgspec
import pytest
import yaml
from tests.domain.told import DOMAIN
from tests.examples.claims import CLAIMS
from tests.examples.questions import terms, things
from tests.examples.readings import View, of_biopax, of_model, of_sbml

from pathport.formats import biopax, sbml
from pathport.formats.yaml import read
from pathport.model.enumerations import Kind, Relation, Role
from pathport.model.pathway import Pathway

EXAMPLE = Path(__file__).parents[2] / "examples" / "cxcr4.yaml"

IDENTITIES = {
    "CXCL12": "uniprot:P48061",
    "CXCR4": "uniprot:P61073",
    "ACKR3": "uniprot:P25106",
    "HMGB1": "uniprot:P09429",
    "SRC": "uniprot:P12931",
    "AKT": "fplx:AKT",
    "ERK1/2": "fplx:ERK",
    "JAK": "fplx:JAK",
    "STAT": "fplx:STAT",
    "GRK2": "uniprot:P25098",
    "GRK3": "uniprot:P35626",
    "GRK6": "uniprot:P43250",
    "beta-arrestin": "fplx:ARRB",
    "PI3K": "fplx:PI3K",
    "mTORC1": "fplx:mTORC1",
    "PLC beta": "fplx:PLCB",
    "IP3": "chebi:16595",
    "Ca2+": "chebi:29108",
    "plerixafor": "drugbank:DB06809",
    "motixafortide": "drugbank:DB14939",
    "mavorixafor": "drugbank:DB05501",
    "balixafortide": "drugbank:DB15370",
    "ulocuplumab": "drugbank:DB12018",
    "CXCR4 gene": "hgnc:2561",
    "NF-kappaB (p50/p65)": "fplx:NFkappaB",
    "cell migration": "go:0016477",
    "cell survival": "go:0043066",
    "cell proliferation": "go:0008283",
    "gene transcription": "go:0006351",
    "angiogenesis": "go:0001525",
    "hematopoiesis": "go:0030097",
    "organogenesis": "go:0048513",
    "tissue repair": "go:0042060",
    "immune response": "go:0006955",
    "leukocyte migration and recruitment": "go:0050900",
    "leukocyte mobilization": "go:0050900",
}
"""What the names stand for that the claims are asked by."""


@cache
def pathway() -> Pathway:
    return read(EXAMPLE.read_bytes(), path="cxcr4.yaml").pathway


READERS = {
    "model": lambda: of_model(pathway()),
    "sbml": lambda: of_sbml(sbml.write(pathway()).content),
    "biopax": lambda: of_biopax(biopax.write(pathway()).content),
}


@cache
def view(reader: str) -> View:
    return READERS[reader]()


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("claim", CLAIMS)
def test_the_claim_holds(claim: str, reader: str) -> None:
    assert CLAIMS[claim].holds(view(reader)), CLAIMS[claim].holds.__doc__


def test_there_are_31_claims() -> None:
    assert list(CLAIMS) == [f"C{number:02}" for number in range(1, 32)]


@pytest.mark.parametrize(
    ("claim", "event"),
    [(id_, event) for id_, claim in CLAIMS.items() for event in sorted(claim.events)],
)
def test_the_claim_does_not_hold_without_an_event_that_it_rests_on(claim: str, event: str) -> None:
    less = msgspec.structs.replace(
        pathway(),
        processes=tuple(it for it in pathway().processes if it.id != event),
        controls=tuple(it for it in pathway().controls if event not in (it.id[:3], it.target)),
    )
    assert not CLAIMS[claim].holds(of_model(less))


@pytest.mark.parametrize("claim", ["C01", "C03", "C04", "C23", "C26", "C27", "C28", "C29"])
def test_the_claim_does_not_hold_without_what_is_said_of_things(claim: str) -> None:
    whole = view("model")
    bare = whole._replace(
        things={id_: it._replace(terms=frozenset()) for id_, it in whole.things.items()},
        acts=[it._replace(terms=frozenset()) for it in whole.acts],
    )
    assert not CLAIMS[claim].holds(bare)


@pytest.mark.parametrize("reader", READERS)
def test_a_name_stands_for_the_thing_of_its_identifier(reader: str) -> None:
    for name, curie in IDENTITIES.items():
        assert curie in terms(view(reader), things(view(reader), name)), name


@pytest.mark.parametrize("reader", ["sbml", "biopax"])
def test_another_reader_sees_every_species_process_and_control(reader: str) -> None:
    """Ids, parts and places, both sides, who acts how on what: all but the states."""
    here, there = view("model"), view(reader)
    assert {id_: (it.parts, it.place) for id_, it in there.things.items()} == {
        id_: (it.parts, it.place) for id_, it in here.things.items()
    }
    assert there.events == here.events
    assert Counter(it[:3] for it in there.acts) == Counter(it[:3] for it in here.acts)


def test_a_claim_rests_on_the_events_that_the_sheet_says_cover_it() -> None:
    """A claim may rest on more: what leads up to an event, or the outcome that is meant."""
    sheet = DOMAIN / "cxcr4-facts.md"
    if not sheet.is_file():
        pytest.skip(f"the fact sheet is not at {sheet}")
    events = {it.id[:3] for it in (*pathway().processes, *pathway().controls)}
    covered = re.findall(r"^\| (C\d\d) \|.*\| ([^|]*) \|$", sheet.read_text("utf-8"), re.MULTILINE)
    assert len(covered) == 31
    for claim, text in covered:
        told = {f"E{number:02}" for number in told_numbers(text)} & events
        assert told - ELSEWHERE.get(claim, set()) <= CLAIMS[claim].events, claim


def told_numbers(text: str) -> set[int]:
    """The numbers of events in a text such as ``E30-E33, E36``."""
    spans = re.findall(r"E(\d\d)(?:-E(\d\d))?", text)
    return {number for a, b in spans for number in range(int(a), int(b or a) + 1)}


ELSEWHERE = {"C30": {"E82"}}
"""Events within a span that are about something else: what ulocuplumab does to cells is C28."""


PAGE = Path(__file__).parents[2] / "docs" / "flagship.md"


def rows_of_the_page(start: str) -> list[tuple[str, ...]]:
    """The rows of its tables that begin with such an id, by their cells."""
    found = re.findall(rf"^\| ({start}\d\d\w*) \| (.*) \|$", PAGE.read_text("utf-8"), re.MULTILINE)
    return [(id_, *rest.split(" | ")) for id_, rest in found]


def test_the_page_tells_every_claim() -> None:
    told = [(id_, *cells[1:]) for id_, *cells in rows_of_the_page("C")]
    assert told == [
        (id_, str(claim.holds.__doc__), " ".join(sorted(claim.events)) or "-")
        for id_, claim in CLAIMS.items()
    ]


def test_the_page_tells_everything_that_was_inferred() -> None:
    assert rows_of_the_page("E") == sorted(
        (thing.id, evidence.note)
        for thing in (*pathway().processes, *pathway().controls)
        for evidence in thing.evidence
        if evidence.code == "eco:0000305"
    )


def test_the_receptor_has_the_role_of_one() -> None:
    """What only the model says of C01."""
    (receptor,) = (it for it in pathway().molecules if it.id == "CXCR4")
    assert receptor.roles == (Role.GPCR,)


def test_the_genes_of_the_figure_and_the_receptor_are_there() -> None:
    record = DOMAIN / "pfocr" / "PMC7484992__fimmu-11-02109-g001.md"
    if not record.is_file():
        pytest.skip(f"the figure's record is not at {record}")
    found = yaml.safe_load(record.read_text("utf-8").split("---\n")[1])
    genes = {f"ncbigene:{gene['entrez']}" for gene in found["genes"]} | {"ncbigene:7852"}
    assert len(genes) == 36
    encoded = {
        identifier.id
        for molecule in pathway().molecules
        if molecule.kind is Kind.PROTEIN
        for identifier in molecule.identifiers
        if identifier.relation is Relation.IS_ENCODED_BY
    }
    assert genes <= encoded
