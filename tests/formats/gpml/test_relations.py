"""How an identifier relates to its molecule, for which a node has no word."""

import pytest
from lxml import etree
from tests.formats.gpml.samples import GPML
from tests.laws.strip import strip

from pathport.fidelity.report import Status
from pathport.formats import format_named
from pathport.formats.gpml.read import read
from pathport.formats.gpml.write import write
from pathport.model.enumerations import Relation
from pathport.model.facts import facts
from pathport.model.parts import Identifier

TERM = "go:0050900"


@pytest.mark.parametrize("relation", [Relation.IS, Relation.IS_VERSION_OF, Relation.IS_RELATED_TO])
def test_a_phenotype_shows_its_term_and_the_relation_is_carried(relation: Relation) -> None:
    """What is natively a phenotype's own term, and is not in the pathway, is told as supplied."""
    text = (
        "pathport: 1\nid: p\n"
        f"molecules: {{A: {{kind: phenotype, identifiers: {{{relation.value}: {TERM}}}}}}}\n"
        "species: {s: {is: A}}\n"
    )
    sent = format_named("yaml").module.read(text.encode()).pathway
    written = write(sent)
    [xref] = etree.fromstring(written.content).iterfind(f"{GPML}DataNode/{GPML}Xref")
    assert dict(xref.attrib) == {"Database": "GeneOntology", "ID": "GO:0050900"}
    [native] = read(strip(written.content)).pathway.molecules
    assert native.identifiers == (Identifier(id=TERM),)
    told = {it.status for it in written.account.entries if it.field == "identifiers"}
    assert told == (set() if relation is Relation.IS else {Status.CARRIED, Status.SUPPLIED})
    assert facts(read(written.content).pathway) == facts(sent)


def test_another_term_of_a_phenotype_is_its_own() -> None:
    text = (
        "pathport: 1\nid: p\n"
        f"molecules: {{A: {{kind: phenotype, identifiers: {{is related to: {TERM}}}}}}}\n"
        "species: {s: {is: A}}\n"
    )
    sent = format_named("yaml").module.read(text.encode()).pathway
    content = write(sent).content.replace(b'ID="GO:0050900"', b'ID="GO:0006935"')
    back = read(content).pathway
    [species] = back.species
    [shown] = [it for it in back.molecules if it.id == species.molecule]
    assert shown.identifiers == (Identifier(id="go:0006935"),)
