"""Which class says a process or control: the one that is right and that the validator takes."""

import pytest
from tests.formats.biopax.samples import MOLECULES, Owl, document

from pathport.formats import biopax
from pathport.formats.biopax.codes import ILLEGAL_CONVERSION
from pathport.formats.biopax.rules import TOLERATED
from pathport.model.enumerations import ProcessType
from pathport.model.pathway import Pathway

Row = tuple[str, str, str]

PROCESSES: list[Row] = [
    ("LIG@ec + REC@pm -> LIG:REC@pm", "binding", "ComplexAssembly"),
    ("LIG:REC@pm -> LIG@ec + REC@pm", "dissociation", "ComplexAssembly"),
    ("LIG@ec + REC@pm -> LIG@cyt", "binding", "Transport"),
    ("REC@pm -> REC{pS324}@pm", "phosphorylation", "BiochemicalReaction"),
    ("REC@pm -> REC{pS324}@cyt", "phosphorylation", "TransportWithBiochemicalReaction"),
    ("REC@pm -> REC@cyt", "activation", "Transport"),
    ("REC@pm -> REC@cyt", "transport", "Transport"),
    ("REC@pm -> REC{pS324}@cyt", "transport", "TransportWithBiochemicalReaction"),
    ("REC@pm + KIN1@cyt -> REC@cyt + KIN1{p}@cyt", "transport", "Transport"),
    ("REC@pm -> REC{pS324}@pm", "transport", "Transport"),
    ("LIG:REC@pm -> LIG:REC@cyt", "transport", "Transport"),
    ("LIG:REC@pm + GP@cyt -> LIG:REC{p}@pm", "ubiquitination", "ComplexAssembly"),
    ("LIG:REC@pm -> LIG:REC@cyt + GP@cyt", "transport", "ComplexAssembly"),
    ("LIG:REC@pm + ATP@cyt -> LIG:REC{p}@pm + ADP@cyt", "phosphorylation", "BiochemicalReaction"),
    ("REC@pm -> 0", "degradation", "Degradation"),
    ("REC@pm -> 0", "process", "BiochemicalReaction"),
    ("REC@pm <-> 0", "degradation", "BiochemicalReaction"),
    ("REC@pm -> ATP@cyt", "degradation", "BiochemicalReaction"),
    ("0 -> R@nuc", "transcription", "TemplateReaction"),
    ("0 -> R@nuc", "genetic production", "TemplateReaction"),
    ("0 -> REC@pm", "translation", "TemplateReaction"),
    ("0 -> 2 R@nuc", "transcription", "BiochemicalReaction"),
    ("0 <-> R@nuc", "transcription", "BiochemicalReaction"),
    ("0 -> ATP@cyt", "transcription", "BiochemicalReaction"),
    ("ATP@cyt -> R@nuc", "transcription", "BiochemicalReaction"),
    ("0 -> ATP@cyt", "process", "BiochemicalReaction"),
    ("0 -> LIG:REC@pm", "process", "BiochemicalReaction"),
    ("ATP@cyt -> ADP@cyt", "hydrolysis", "BiochemicalReaction"),
    ("REC@pm + ATP@cyt -> REC@pm + ADP@cyt", "hydrolysis", "BiochemicalReaction"),
    ("REC@pm -> growth", "process", "Interaction"),
    ("what@cyt -> what@nuc", "transport", "Transport"),
    ("BOX@cyt -> BOX@nuc", "process", "Transport"),
]


def process(text: str, type_: str) -> Pathway:
    return document(f'{MOLECULES}processes:\n  p: {{is: "{text}", type: {type_}}}\n')


@pytest.mark.parametrize(("text", "type_", "cls"), PROCESSES)
def test_a_process_is_of_its_class_and_comes_back(text: str, type_: str, cls: str) -> None:
    pathway = process(text, type_)
    written = biopax.write(pathway)
    assert Owl(written.content).cls("p") == cls
    found = biopax.validate(written.content)
    assert {it.code for it in found} <= TOLERATED.keys()
    assert biopax.read(written.content).pathway == pathway


@pytest.mark.parametrize("type_", [it.value for it in ProcessType])
@pytest.mark.parametrize("text", ["REC@pm -> REC{pS324}@pm", "0 -> R@nuc", "LIG@ec -> LIG@pm"])
def test_the_type_is_native_whatever_the_class(text: str, type_: str) -> None:
    written = biopax.write(process(text, type_))
    assert ("process", "type") not in {(it.construct, it.field) for it in written.account.entries}


def test_only_a_molecule_made_of_another_is_remarked_on() -> None:
    codes = {
        text: {it.code for it in biopax.validate(biopax.write(process(text, type_)).content)}
        for text, type_, _ in PROCESSES
    }
    remarked = {text for text, found in codes.items() if ILLEGAL_CONVERSION.code in found}
    assert remarked == {
        "LIG@ec + REC@pm -> LIG@cyt",
        "REC@pm -> 0",
        "REC@pm <-> 0",
        "REC@pm -> ATP@cyt",
        "0 -> 2 R@nuc",
        "0 <-> R@nuc",
        "ATP@cyt -> R@nuc",
    }


def test_what_is_made_of_nothing_stands_on_the_left() -> None:
    owl = Owl.of(process("0 -> ATP@cyt", "process"))
    assert owl.values("p", "left") == ["ATP_cyt"]
    assert owl.values("p", "conversionDirection") == ["RIGHT-TO-LEFT"]


def test_what_is_the_same_on_both_sides_is_carried() -> None:
    owl = Owl.of(process("REC@pm + 2 ATP@cyt -> REC@pm + 3 ADP@cyt", "hydrolysis"))
    assert owl.values("p", "left") == ["ATP_cyt"]
    assert owl.values("p", "right") == ["ADP_cyt"]


CONTROLS: list[Row] = [
    ("by: KIN1@cyt, effect: catalysis", "p", "Catalysis"),
    ("by: KIN1@cyt, effect: stimulation", "p", "Control"),
    ('by: "KIN1@cyt and KIN2@cyt", effect: catalysis', "p", "Control"),
    ("by: growth, effect: catalysis", "p", "Control"),
    ("by: KIN1@cyt, effect: inhibition", "c", "Modulation"),
    ('by: "KIN1@cyt and KIN2@cyt", effect: inhibition', "c", "Control"),
    ("by: growth, effect: inhibition", "c", "Control"),
    ("by: KIN1@cyt, effect: stimulation", "t", "TemplateReactionRegulation"),
    ("by: KIN1@cyt, effect: modulation", "t", "TemplateReactionRegulation"),
    ("by: KIN1@cyt, effect: inhibition, mechanism: competitive", "t", "Control"),
    ("by: KIN1@cyt, effect: catalysis", "t", "TemplateReactionRegulation"),
    ("by: growth, effect: stimulation", "t", "Control"),
    ("by: KIN1@cyt, effect: trigger", "i", "Control"),
    ("by: KIN1@cyt, effect: necessary stimulation", "0", "Control"),
]


@pytest.mark.parametrize(("words", "target", "cls"), CONTROLS)
def test_a_control_is_of_its_class_and_its_effect_native(words: str, target: str, cls: str) -> None:
    pathway = document(
        f"{MOLECULES}processes:\n"
        "  p: {is: 'REC@pm -> REC{pS324}@pm', type: phosphorylation}\n"
        "  t: {is: '0 -> R@nuc', type: transcription}\n"
        "  i: {is: 'GP@cyt -> growth', type: process}\n"
        "controls:\n"
        "  c: {by: LIG@ec, of: p, effect: catalysis}\n"
        f"  x: {{{words}, of: '{target}'}}\n"
    )
    written = biopax.write(pathway)
    assert Owl(written.content).cls("x") == cls
    assert {it.code for it in biopax.validate(written.content)} <= TOLERATED.keys()
    assert biopax.read(written.content).pathway == pathway
    assert {it.field for it in written.account.entries if it.id == "x"} <= {"mechanism"}
