"""The pathway of ``receptor-jak-stat.yaml``, built in Python: the same words, the same values.

Teaches the builder: each call adds an entry and gives its id, species are written in the notation,
and ``pathway()`` checks the whole and tells all faults at once.
"""

from pathport.model.builder import Builder
from pathport.model.pathway import Pathway


def receptor_jak_stat() -> Pathway:
    """A receptor dimer brings two JAK2 together; STAT3 carries the signal to a gene."""
    b = Builder(
        "receptor_jak_stat",
        title="From a receptor dimer through JAK2 and STAT3 to a gene",
        organism="ncbitaxon:9606",
    )

    b.compartment("ec", name="extracellular region", identifiers="go:0005576", dimensions=3)
    b.compartment("pm", name="plasma membrane", identifiers="go:0005886", dimensions=2, inside="ec")
    b.compartment("cyt", name="cytosol", identifiers="go:0005829", dimensions=3, inside="pm")
    b.compartment("nuc", name="nucleus", identifiers="go:0005634", dimensions=3, inside="cyt")

    b.protein("CXCL12", roles="ligand", identifiers="uniprot:P48061")
    b.protein("CXCR4", roles="GPCR", identifiers="uniprot:P61073")
    b.protein("JAK2", roles="kinase", identifiers="uniprot:O60674")
    b.protein("STAT3", roles=["STAT", "transcription factor"], identifiers="uniprot:P40763")
    b.small_molecule("ATP", roles="nucleotide", identifiers="chebi:15422")
    b.small_molecule("ADP", roles="nucleotide", identifiers="chebi:16761")
    b.gene("target_gene", name="STAT3 target gene", roles="target gene")
    b.rna("target_RNA", name="RNA of the target gene")

    b.species("receptor", "2*CXCL12:2*CXCR4@pm", name="CXCR4 dimer with ligand")
    b.species("receptor_JAK2", "2*CXCL12:2*CXCR4:2*JAK2@pm", name="CXCR4 dimer with JAK2")
    b.species(
        "active_receptor",
        "2*CXCL12:2*CXCR4:2*JAK2{pY1007,pY1008}@pm",
        name="CXCR4 dimer with active JAK2",
    )

    b.process(
        "2 CXCL12@ec + 2 CXCR4@pm -> receptor",
        id="dimerization",
        type="binding",
        evidence="eco:0000269 pubmed:29625032",
    )
    b.process("receptor + 2 JAK2@cyt -> receptor_JAK2", id="recruitment", type="binding")
    activation = b.process(
        "receptor_JAK2 + 4 ATP@cyt -> active_receptor + 4 ADP@cyt",
        id="activation",
        type="phosphorylation",
        evidence="eco:0000269 doi:10.1182/blood.v97.11.3342",
    )
    b.control(activation, by="receptor_JAK2", effect="catalysis")
    phosphorylation = b.process(
        "STAT3@cyt + ATP@cyt -> STAT3{pY705}@cyt + ADP@cyt",
        id="phosphorylation",
        type="phosphorylation",
        evidence="eco:0000269 pubmed:34580847",
    )
    b.control(phosphorylation, by="active_receptor", effect="catalysis")
    dimerization = b.process(
        "2 STAT3{pY705}@cyt -> 2*STAT3{pY705}@cyt", id="STAT3_dimerization", type="binding"
    )
    entry = b.process(
        "2*STAT3{pY705}@cyt -> 2*STAT3{pY705}@nuc",
        id="import",
        type="transport",
        identifiers={"is version of": "go:0006606"},
    )
    transcription = b.process(
        "0 -> target_RNA@nuc", id="transcription", type="transcription", template="target_gene@nuc"
    )
    b.control(transcription, by="2*STAT3{pY705}@nuc", effect="stimulation")

    b.module(
        "jak_stat",
        [activation, phosphorylation, dimerization, entry],
        name="JAK/STAT",
        order=[
            f"{activation} -> {phosphorylation}",
            f"{phosphorylation} -> {dimerization}",
            f"{dimerization} -> {entry}",
        ],
    )
    return b.pathway()


if __name__ == "__main__":
    print(receptor_jak_stat())  # noqa: T201 (a script may)
