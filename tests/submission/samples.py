"""What these tests share: a small file that breaks no rule, and ways to break it."""

import re

from tests.formats.gpml.samples import node

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<Pathway xmlns="http://pathvisio.org/GPML/2013a" Name="Binding of a ligand to its receptor" '
    'Data-Source="WikiPathways" Version="WP0_r20261121103000" Author="[Ada Lovelace, Jane Doe]" '
    'Last-Modified="20261121103000" Organism="Homo sapiens">\n'
)
DESCRIPTION = (
    '<Comment Source="WikiPathways-description">The ligand CXCL12 binds the receptor CXCR4 at the '
    "membrane of the cell. The receptor then passes the signal on.</Comment>"
)
XREF = '<Xref Database="" ID=""/>'
GPML, RDF = "http://pathvisio.org/GPML/2013a", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
BP = "http://www.biopax.org/release/biopax-level3.owl#"


def arrow(
    id_: str = "x",
    head: str = "Arrow",
    *,
    tail: str = "",
    anchor: str = "",
    start: str = "na",
    end: str = "nb",
) -> str:
    """An Interaction from the right side of one node to the left side of another one."""
    places = {"na": (90, 50), "nb": (210, 50), "nc": (110, 150), "nd": (110, 250)}
    sides = {"na": "1.0", "nb": "-1.0", "nc": "-1.0", "nd": "-1.0"}
    points = "".join(
        f'<Point X="{places.get(on, (150, 50))[0]}" Y="{places.get(on, (150, 50))[1]}" '
        f'GraphRef="{on}" RelX="{sides.get(on, "0.0")}" RelY="0.0" {told}/>'
        for on, told in (
            (start, f'ArrowHead="{tail}"' if tail else ""),
            (end, f'ArrowHead="{head}"' if head else ""),
        )
    )
    inner = f'<Anchor Position="0.5" Shape="None" GraphId="{anchor}"/>' if anchor else ""
    return f'<Interaction GraphId="{id_}"><Graphics>{points}{inner}</Graphics>{XREF}</Interaction>'


def reference(id_: str = "b01", pubmed: str = "8752281", database: str = "PubMed") -> str:
    """The record of a publication."""
    fields = "".join(
        f"<bp:{name}>{text}</bp:{name}>"
        for name, text in (("ID", pubmed), ("DB", database), ("TITLE", ""), ("SOURCE", ""))
    )
    return (
        f'<bp:PublicationXref xmlns:bp="{BP}" xmlns:rdf="{RDF}" rdf:id="{id_}">{fields}'
        "<bp:YEAR>1996</bp:YEAR></bp:PublicationXref>"
    )


def tag(id_: str = "PW:0000983", ontology: str = "Pathway Ontology") -> str:
    """A term of an ontology."""
    return (
        f'<bp:openControlledVocabulary xmlns:bp="{BP}">'
        "<bp:TERM>chemokine (C-X-C motif) ligand 12 signaling pathway</bp:TERM>"
        f"<bp:ID>{id_}</bp:ID><bp:Ontology>{ontology}</bp:Ontology></bp:openControlledVocabulary>"
    )


LIGAND = node("na", "CXCL12", xref="Uniprot-TrEMBL P48061")
RECEPTOR = node("nb", "CXCR4", xref="Uniprot-TrEMBL P61073")


def sheet(*elements: str, records: str = reference() + tag()) -> bytes:
    """A file of these elements, in the order of the grammar."""
    inner = "".join(elements)
    return (
        f'{HEAD}{DESCRIPTION}<BiopaxRef>b01</BiopaxRef><Graphics BoardWidth="500.0" '
        f'BoardHeight="500.0"/>{inner}<InfoBox CenterX="0.0" CenterY="0.0"/>'
        f"<Biopax>{records}</Biopax></Pathway>\n"
    ).encode()


SOUND = sheet(LIGAND, RECEPTOR, arrow())


def changed(old: str, new: str, *, of: bytes = SOUND) -> bytes:
    """The sound file with one text for another one, which must be there."""
    text, number = re.subn(re.escape(old), lambda _: new, of.decode(), count=1)
    assert number == 1, old
    return text.encode()
