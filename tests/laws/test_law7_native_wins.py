"""Law 7, native wins: what was edited in a file natively is in the pathway as it was edited, and
nothing that was removed returns; whatever was edited, records break no file.

Documents hold no records: of them the law asks no more than that they are read or refused.
"""

import re
from functools import partial

import msgspec
from hypothesis.strategies import SearchStrategy
from tests.laws.alike import Key
from tests.laws.cases import elementless
from tests.laws.edits import edited
from tests.laws.law import law, law_named
from tests.laws.strip import strip
from tests.laws.wins import losses_of_edits

from pathport.errors import PathportError
from pathport.formats import Format, format_named
from pathport.model.enumerations import Kind, Logic
from pathport.model.layout import Layout
from pathport.model.parts import Component, Fragment, Gate, State, Step
from pathport.model.pathway import Pathway
from pathport.model.quantities import Amount, Quantities
from pathport.model.things import (
    Association,
    Compartment,
    Control,
    Form,
    Molecule,
    Process,
    Species,
)


def native(fmt: Format, content: bytes) -> Pathway:
    return fmt.module.read(strip(content)).pathway


def edited_file(fmt: Format, sent: Pathway) -> SearchStrategy[bytes]:
    """The file that another program or a person made of what the pathway was written as."""
    return edited(fmt.module.write(sent).content)


@law(content=edited_file)
def test_native_wins(fmt: Format, sent: Pathway, content: bytes) -> list[str]:
    try:
        after = native(fmt, content)
    except PathportError:
        return []
    found = fmt.module.read(content).pathway

    def natively(pathway: Pathway) -> Pathway:
        return native(fmt, fmt.module.write(pathway).content)

    lacking = partial(elementless, fmt, sent)
    lines = fmt.native(content).lines_shown() if fmt.native is not None else Layout()
    return losses_of_edits(sent, after, found, natively=natively, elementless=lacking, lines=lines)


def test_what_records_alone_tell_gives_up_an_id_that_an_element_got() -> None:
    """The order of the pathway names it by the new one: the law took that for another order."""
    sent = Pathway(
        id="P",
        processes=(Process(id="A"),),
        associations=(Association(id="B"),),
        order=(Step(before="A", after="B"),),
    )
    fmt = format_named("celldesigner")
    content = fmt.module.write(sent).content.replace(b'id="P"', b'id="B"')
    law_named("native_wins").check(fmt, sent=sent, content=content)


def test_another_id_of_a_box_that_was_made_for_the_file_tells_nothing() -> None:
    """The node of a member that is a complex has an id of its own, and nothing else has that."""
    sent = Pathway(
        id="P",
        molecules=(Molecule(id="M1", kind=Kind.PROTEIN),),
        species=(
            Species(id="S1", molecule="M1"),
            Species(id="S2", form=Form.COMPLEX, components=(Component(molecule="M1"),)),
            Species(id="S3", form=Form.SET, members=("S1", "S2")),
        ),
    )
    fmt = format_named("gpml")
    written = fmt.module.write(sent).content
    (member,) = re.findall(rb'GraphId="(\w+)" GroupRef="S3" Type="Complex"', written)
    content = written.replace(b'GraphId="%s"' % member, b'GraphId="a1"')
    assert content != written
    law_named("native_wins").check(fmt, sent=sent, content=content)


def test_a_unit_that_only_the_file_names_is_there() -> None:
    """Its definition was taken away by a record, and with that the compartment's unit."""
    sent = Pathway(
        id="P",
        compartments=(Compartment(id="K1", unit="litre"),),
        molecules=(Molecule(id="M1", kind=Kind.PROTEIN),),
        species=(Species(id="S1", molecule="M1", compartment="K1"),),
        quantities=Quantities(amounts=(Amount(species="S1", amount=2.0),)),
    )
    fmt = format_named("celldesigner")
    written = fmt.module.write(sent).content
    content, dropped = re.subn(rb'<pathport:record>{"field":"unit",[^<]*<[^>]*>', b"", written)
    assert dropped == 1
    law_named("native_wins").check(fmt, sent=sent, content=content)


ABSENT = Pathway(
    id="P",
    molecules=(Molecule(id="M1", kind=Kind.PROTEIN), Molecule(id="M2", kind=Kind.PROTEIN)),
    species=(Species(id="S1", molecule="M1"), Species(id="S2", molecule="M2")),
    controls=(
        Control(id="C1", target="S2", sources=Gate(inputs=("S1",))),
        Control(id="C2", target="S2", sources=Gate(logic=Logic.NOT, inputs=("S1",))),
    ),
)
"""A species that acts on another, and must be absent for what another control does."""


def test_a_species_that_must_be_absent_is_no_source_that_returned() -> None:
    """BioPAX can't say it, so that it is carried: the law took it for the source of the other."""
    fmt = format_named("biopax")
    written = fmt.module.write(ABSENT).content
    content = re.sub(rb'<bp:controller rdf:resource="[^"]*/S1"/>', b"", written)
    assert content != written
    law_named("native_wins").check(fmt, sent=ABSENT, content=content)


def test_a_source_that_returns_is_seen_beside_a_control_that_carries_it() -> None:
    """Also where the control is not compared field by field, for want of an element."""

    def natively(pathway: Pathway) -> Pathway:
        sourceless = (
            msgspec.structs.replace(it, sources=Gate()) if it.sources.logic is Logic.NOT else it
            for it in pathway.controls
        )
        return msgspec.structs.replace(pathway, controls=tuple(sourceless))

    def lacking(_: Pathway) -> frozenset[Key]:
        return frozenset({("control", "C1")})

    after = msgspec.structs.replace(natively(ABSENT), controls=(Control(id="C2", target="S2"),))
    lost = losses_of_edits(ABSENT, after, ABSENT, natively=natively, elementless=lacking)
    assert lost == ["('S1', 'S2') was removed and returned"]


def test_a_molecule_says_what_its_fragment_still_says() -> None:
    """The whole and its fragment are two proteins of the file: the law asked for both to be one."""
    sent = Pathway(
        id="P",
        molecules=(Molecule(id="M", kind=Kind.PROTEIN, organism="ncbitaxon:9606"),),
        species=(
            Species(id="S1", molecule="M"),
            Species(id="S2", molecule="M", state=State(fragment=Fragment(end=93))),
        ),
    )
    fmt = format_named("celldesigner")
    written = fmt.module.write(sent).content
    taxon = rb"<bqbiol:hasTaxon>.*?</bqbiol:hasTaxon>"
    content, edits = re.subn(taxon, b"", written, count=1)
    assert edits == 1
    law_named("native_wins").check(fmt, sent=sent, content=content)
    without = re.sub(taxon, b"", written)
    assert {it.organism for it in fmt.module.read(without).pathway.molecules} == {None}
