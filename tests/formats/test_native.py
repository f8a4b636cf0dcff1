"""What reading gives as a whole, whatever the format: its findings in file order, each once."""

from pathport.fidelity.reading import Reading
from pathport.findings import Finding, Location, Severity
from pathport.formats.native import whole
from pathport.model.pathway import Pathway
from pathport.model.things import Molecule, Species


def lost(line: int, column: int = 0) -> Finding:
    place = Location(path="a.xml", line=line, column=column)
    return Finding(code="TOY101", severity=Severity.WARNING, place=place, sentence="lost")


def test_findings_are_in_file_order_whoever_found_them() -> None:
    species = Species(id="s", molecule="m")
    reading = Reading(
        pathway=Pathway(id="a", molecules=(Molecule(id="m"),), species=(species,)),
        findings=(lost(0), lost(9), lost(2, 7), lost(2, 3), lost(20)),
        lines={("species", "s"): 5},
    )
    found = whole(reading, path="a.xml").findings
    assert [(it.place.line, it.place.column) for it in found] == [
        (2, 3),
        (2, 7),
        (5, 0),  # the species has no compartment, says the model
        (9, 0),
        (20, 0),
        (0, 0),
    ]


def test_what_is_met_twice_is_told_once() -> None:
    """A BioPAX Protein that is a member of two families was named for each of them."""
    reading = Reading(pathway=Pathway(id="a"), findings=(lost(3), lost(4), lost(3)))
    assert whole(reading).findings == (lost(3), lost(4))
