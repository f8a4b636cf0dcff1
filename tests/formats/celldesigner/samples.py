"""One pathway with everything that CellDesigner has an own construct for, and its file."""

import copy
from functools import cache
from pathlib import Path

from lxml import etree

from pathport.formats.celldesigner import write
from pathport.formats.celldesigner.terms import CELLDESIGNER
from pathport.model.enumerations import (
    Activity,
    Certainty,
    Effect,
    Kind,
    Logic,
    ProcessType,
    Role,
    Side,
)
from pathport.model.parts import Component, Gate, Identifier, Modification, Participant, State
from pathport.model.pathway import Pathway
from pathport.model.things import Compartment, Control, Form, Molecule, Process, Species

__all__ = ["CORPUS", "SAMPLE", "SPECS", "judged", "sample_text"]

SHARED = Path(__file__).parents[4] / "shared"
CORPUS = SHARED / "corpus" / "celldesigner"
SPECS = SHARED / "specs" / "celldesigner"
OWN = f"{{{CELLDESIGNER}}}"

PHOSPHO = State(modifications=(Modification(kind="mod:00048", residue="Y", position=705),))
MOLECULES = {
    "L": (Kind.PROTEIN, Role.LIGAND),
    "R": (Kind.PROTEIN, Role.RECEPTOR),
    "C": (Kind.PROTEIN, Role.ION_CHANNEL),
    "K": (Kind.PROTEIN, None),
    "S": (Kind.PROTEIN, None),
    "G": (Kind.GENE, None),
    "M": (Kind.RNA, None),
    "T": (Kind.SMALL_MOLECULE, None),
    "D": (Kind.SMALL_MOLECULE, Role.DRUG),
    "I": (Kind.ION, None),
    "P": (Kind.PHENOTYPE, None),
    "U": (Kind.UNKNOWN, None),
}


def single(molecule: str, place: str | None = "cell", *, id_: str = "", **more: object) -> Species:
    return Species(id=id_ or f"{molecule}_{place}", molecule=molecule, compartment=place, **more)  # type: ignore[arg-type]


def complex_(id_: str, *parts: Component, **more: object) -> Species:
    return Species(id=id_, form=Form.COMPLEX, components=parts, compartment="cell", **more)  # type: ignore[arg-type]


def process(id_: str, type_: ProcessType, ins: str, outs: str, **more: object) -> Process:
    inputs, outputs = (
        tuple(Participant(species=it) for it in side.split()) for side in (ins, outs)
    )
    return Process(id=id_, type=type_, inputs=inputs, outputs=outputs, **more)  # type: ignore[arg-type]


def control(id_: str, effect: Effect, target: str, *inputs: str, **more: object) -> Control:
    logic = more.pop("logic", Logic.AND)
    sources = Gate(logic=logic, inputs=inputs)  # type: ignore[arg-type]
    return Control(id=id_, effect=effect, target=target, sources=sources, **more)  # type: ignore[arg-type]


SAMPLE = Pathway(
    id="sample",
    name="A sample",
    compartments=(
        Compartment(id="out", name="outside", dimensions=3),
        Compartment(id="cell", name="the cell", dimensions=3, inside="out"),
    ),
    molecules=tuple(
        Molecule(
            id=id_,
            name=f"name of {id_}",
            kind=kind,
            roles=(role,) if role else (),
            identifiers=(Identifier(id="uniprot:P48061"),) if id_ == "L" else (),
            notes=("A carrier of the signal.",) if id_ == "S" else (),
        )
        for id_, (kind, role) in MOLECULES.items()
    ),
    species=(
        single("L", "out", notes=("Secreted.",)),
        single("R", side=Side.TRANSMEMBRANE),
        complex_(
            "LR",
            Component(molecule="L"),
            Component(components=(Component(molecule="R"), Component(molecule="S", state=PHOSPHO))),
            side=Side.TRANSMEMBRANE,
        ),
        complex_("S_pair", Component(molecule="S", state=PHOSPHO, count=2)),
        single("K", certainty=Certainty.HYPOTHETICAL),
        single("C", state=State(structure="open")),
        single("S"),
        single("S", id_="S_p", state=PHOSPHO),
        single("I", state=State(activity=Activity.ACTIVE)),
        single("P", None, id_="P_"),
        *(single(it) for it in "GMTDU"),
    ),
    processes=(
        process("bind", ProcessType.BINDING, "L_out R_cell T_cell", "LR"),
        process("carry", ProcessType.PHOSPHORYLATION, "S_cell T_cell", "S_p"),
        process("pair", ProcessType.CONVERSION, "S_p", "S_pair"),
        process("read", ProcessType.TRANSCRIPTION, "", "M_cell", template="G_cell"),
        process("decay", ProcessType.DEGRADATION, "M_cell", ""),
        process("split", ProcessType.DISSOCIATION, "LR", "L_out R_cell", reversible=True),
    ),
    controls=(
        control("by_both", Effect.CATALYSIS, "carry", "LR", "K_cell"),
        control("by_drug", Effect.INHIBITION, "bind", "D_cell", name="The drug blocks it."),
        control("by_pair", Effect.TRIGGER, "read", "S_pair"),
        control("perhaps", Effect.CATALYSIS, "pair", "K_cell", certainty=Certainty.HYPOTHETICAL),
        control("toward", Effect.STIMULATION, "P_", "I_cell"),
        control("against", Effect.INHIBITION, "P_", "C_cell", "U_cell", logic=Logic.OR),
    ),
)


@cache
def sample_text() -> str:
    """The file of the sample."""
    return write(SAMPLE).content.decode()


@cache
def _schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SPECS / "celldesigner-extension-4.4.xsd"))


def judged(content: bytes) -> list[str]:
    """What the published schema, patched for real files, says of the extensions of a file."""
    root = etree.fromstring(content)
    found: list[str] = []
    for annotation in root.iter("{*}annotation"):
        bearer, extension = annotation.getparent(), annotation.find(f"{OWN}extension")
        if bearer is None or extension is None:
            continue
        alone = etree.Element(f"{OWN}check_{etree.QName(bearer).localname}")
        alone.append(copy.deepcopy(extension))
        if not _schema().validate(etree.fromstring(etree.tostring(alone))):
            found.append(f"{bearer.get('id')}: {_schema().error_log}")
    return found
