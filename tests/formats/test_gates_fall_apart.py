"""A gate over several native controls holds as a whole: without its logic there is no gate.

Found by a reader who took a record out: ``A or (B and not C)`` came back as ``A and B``.
"""

import re

import pytest

from pathport.formats import format_named
from pathport.model.builder import Builder
from pathport.model.pathway import Pathway

LOGIC = re.compile(
    rb"[^\n]*<(?:pathport:record|bp:comment)[^>]*>[^<]*sources[^<]*</[^\n]*\n"  # one line a record
)


def gated() -> Pathway:
    """A process under a gate of three species."""
    builder = Builder("gates")
    builder.compartment("cyt", name="cytosol", identifiers="go:0005829")
    for name, accession in (("A", "P48061"), ("B", "P61073"), ("C", "P25106"), ("X", "P40763")):
        builder.protein(name, identifiers=f"uniprot:{accession}")
    process = builder.process("X@cyt -> X{pY705}@cyt", id="p", type="phosphorylation")
    gate = "A@cyt or (B@cyt and not C@cyt)"
    builder.control(process, by=gate, effect="stimulation", id="gate")
    return builder.pathway()


@pytest.mark.parametrize("name", ["sbml", "biopax"])
def test_without_its_logic_the_controls_are_apart(name: str) -> None:
    module = format_named(name).module
    content = module.write(gated()).content
    assert module.read(content).pathway == gated()
    bare, removed = LOGIC.subn(b"", content)
    assert removed == 1
    back = module.read(bare)
    assert [len(control.sources.inputs) for control in back.pathway.controls] != [3]
    assert all(len([*control.sources.species()]) == 1 for control in back.pathway.controls)
    assert {finding.code for finding in back.findings} >= {"FID002"}
