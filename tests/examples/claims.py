"""What the figure, the review and the resource page claim, each as a question to a view.

The claims C01 to C31 are those of the fact sheet's inventory, in their order. Each names the events
that it rests on: without one of them it does not hold.
"""

from collections.abc import Callable
from typing import NamedTuple

from tests.examples.questions import (
    CYTOSOL,
    ENDOSOME,
    MEMBRANE,
    NUCLEUS,
    OUTSIDE,
    RETICULUM_LUMEN,
    acts,
    bind,
    blocked_by,
    follow,
    happen,
    having,
    outputs,
    phosphorylated,
    signalling,
    terms,
    things,
)
from tests.examples.readings import View

__all__ = ["CLAIMS", "Claim"]

LEUKOCYTE, T_CELL, CYTOTOXIC_T_CELL = "cl:0000738", "cl:0000084", "cl:0000910"
TUMOUR_CELL, OSTEOBLAST, ENDOTHELIUM = "cl:0001063", "cl:0000062", "cl:0000115"

G_PROTEIN = frozenset({"Gi alpha", "G beta-gamma"})
DRUGS = ("balixafortide", "mavorixafor", "motixafortide", "plerixafor", "ulocuplumab")

Question = Callable[[View], object]


class Claim(NamedTuple):
    """A question that is true of a view where the claim holds, and the events that it rests on."""

    holds: Question
    events: frozenset[str]


CLAIMS: dict[str, Claim] = {}


def rests_on(events: str) -> Callable[[Question], Question]:
    """Enters a question into the table of claims; its docstring is the claim."""

    def entered(question: Question) -> Question:
        id_ = question.__name__.upper()
        CLAIMS[id_] = Claim(question, frozenset(events.split()))
        return question

    return entered


@rests_on("")
def c01(view: View) -> object:
    """CXCR4 is a G protein-coupled receptor of the CXC chemokine receptor family."""
    couples = follow(view, signalling(view), "Gi alpha")
    return couples and "go:0016494" in terms(view, things(view, "CXCR4"))


@rests_on("E01")
def c02(view: View) -> object:
    """CXCL12 is the ligand of CXCR4, which is specific for it."""
    others = things(view, "CXCL11") | things(view, "HMGB1")
    return signalling(view) and not bind(view, others, things(view, "CXCR4"))


@rests_on("")
def c03(view: View) -> object:
    """CXCL12 is made by cells such as osteoblasts and endothelial cells."""
    return terms(view, things(view, "CXCL12", place=OUTSIDE)) >= {OSTEOBLAST, ENDOTHELIUM}


@rests_on("")
def c04(view: View) -> object:
    """CXCR4 sits on immune cells, T cells among them, and on tumour cells."""
    receptor = things(view, "CXCR4", place=MEMBRANE)
    return terms(view, receptor) >= {T_CELL, LEUKOCYTE, TUMOUR_CELL}


@rests_on("E10 E11 E12")
def c05(view: View) -> object:
    """Ligand binding to CXCR4 activates G protein subunits."""
    exchanged = having(view, follow(view, signalling(view), "Gi alpha", "GTP"), "Gi alpha")
    return all(
        follow(view, exchanged, subunit) & things(view, *parts)
        for subunit, parts in (
            ("Gi alpha", ("Gi alpha", "GTP")),
            ("G beta-gamma", ("G beta-gamma",)),
        )
    )


@rests_on("E30 E31 E32 E33")
def c06(view: View) -> object:
    """Ligand binding mobilizes calcium from stores inside the cell, after the G protein."""
    freed = things(view, "G beta-gamma")
    reached = follow(view, freed, "PLC beta", "IP3", "IP3 receptor", "Ca2+")
    stored, free = (things(view, "Ca2+", place=place) for place in (RETICULUM_LUMEN, CYTOSOL))
    return reached & free and happen(view, "transport", stored, free)


@rests_on("E20 E21 E22 E23 E24 E25 E29")
def c07(view: View) -> object:
    """Ligand binding activates PI3K and AKT, and mTOR after them."""
    freed = things(view, "G beta-gamma")
    return follow(view, freed, "PI3K", "PIP3", "AKT", "AKT", "AKT", "AKT", "mTORC1")


@rests_on("E30 E31")
def c08(view: View) -> object:
    """Ligand binding activates phospholipase C."""
    freed = things(view, "G beta-gamma")
    return all(follow(view, freed, "PLC beta", product) for product in ("IP3", "DAG"))


@rests_on("E40 E41 E42 E43 E44 E45 E46")
def c09(view: View) -> object:
    """Ligand binding activates ERK1/2, through SRC, RAS, RAF and MEK1/2."""
    freed = things(view, "Gi alpha", "GTP")
    return follow(view, freed, "SRC", "SHC1", "SOS", "RAS", "RAF", "MEK1/2", "ERK1/2")


@rests_on("E48 E55")
def c10(view: View) -> object:
    """An outcome is gene transcription."""
    sources = [things(view, name, place=NUCLEUS) for name in ("ERK1/2", "STAT")]
    transcription = things(view, "gene transcription")
    return all(acts(view, "activation", source, transcription) for source in sources)


@rests_on("E26 E36 E90")
def c11(view: View) -> object:
    """An outcome is cell migration."""
    sources = [things(view, "mTORC1"), things(view, "Ca2+", place=CYTOSOL), signalling(view)]
    migration = things(view, "cell migration")
    return all(acts(view, "activation", source, migration) for source in sources)


@rests_on("E49")
def c12(view: View) -> object:
    """An outcome is cell proliferation."""
    return follow(view, things(view, "ERK1/2"), "cell proliferation")


@rests_on("E27")
def c13(view: View) -> object:
    """An outcome is cell survival."""
    return follow(view, things(view, "AKT"), "cell survival")


@rests_on("E02 E03 E50 E51 E52 E53 E54 E55")
def c14(view: View) -> object:
    """Oligomerization of CXCR4 activates JAK and STAT without a G protein."""
    receptor = things(view, "CXCR4", alone=True)
    way = ("CXCR4", "CXCL12", "JAK", "JAK", "STAT", "STAT", "STAT", "gene transcription")
    return follow(view, receptor, *way, without=G_PROTEIN)


@rests_on("E60 E61 E62 E78")
def c15(view: View) -> object:
    """GRK phosphorylates CXCR4."""
    freed = things(view, "G beta-gamma")
    recruited = all(follow(view, freed, kinase) for kinase in ("GRK2", "GRK3"))
    first = phosphorylated(view, signalling(view), "GRK2", "GRK3", "GRK6")
    return recruited and phosphorylated(view, first, "GRK6")


@rests_on("E61 E62 E64")
def c16(view: View) -> object:
    """Beta-arrestins are recruited after GRK has phosphorylated CXCR4."""
    first = phosphorylated(view, signalling(view), "GRK2", "GRK3", "GRK6")
    second = phosphorylated(view, first, "GRK6")
    return bind(view, second, things(view, "beta-arrestin"))


@rests_on("E67")
def c17(view: View) -> object:
    """Beta-arrestins mediate the internalization of CXCR4."""
    surface, inside = (
        things(view, "CXCL12", "CXCR4", "beta-arrestin", place=place)
        for place in (MEMBRANE, ENDOSOME)
    )
    return happen(view, "transport", surface, inside)


@rests_on("E06")
def c18(view: View) -> object:
    """ACKR3 is another receptor for CXCL12."""
    return bind(view, things(view, "CXCL12", place=OUTSIDE), things(view, "ACKR3"))


@rests_on("E06 E71 E72 E74")
def c19(view: View) -> object:
    """ACKR3 alone induces signalling through beta-arrestin."""
    ligand = things(view, "CXCL12", place=OUTSIDE)
    way = ("ACKR3", "ACKR3", "beta-arrestin", "ERK1/2")
    return follow(view, ligand, *way, without=frozenset({"CXCR4"}))


@rests_on("E07 E08 E73 E75")
def c20(view: View) -> object:
    """ACKR3 as a heterodimer with CXCR4 induces signalling through beta-arrestin."""
    pair = outputs(view, *bind(view, things(view, "CXCR4", alone=True), things(view, "ACKR3")))
    return follow(view, pair, "CXCL12", "beta-arrestin", "ERK1/2")


@rests_on("E04 E05 E94")
def c21(view: View) -> object:
    """The heterocomplex of CXCL12 and HMGB1 is a ligand of CXCR4."""
    pair = bind(view, things(view, "CXCL12", alone=True), things(view, "HMGB1"))
    bound = outputs(view, *bind(view, outputs(view, *pair), things(view, "CXCR4", alone=True)))
    return follow(view, bound, "leukocyte migration and recruitment")


@rests_on("E53 E54")
def c22(view: View) -> object:
    """STAT is in the cytosol and in the nucleus."""
    cytosol, nucleus = (things(view, "STAT", place=place) for place in (CYTOSOL, NUCLEUS))
    single = things(view, "STAT", place=CYTOSOL, alone=True)
    pairs = outputs(view, *happen(view, "binding", single, cytosol - single))
    return happen(view, "transport", pairs, nucleus)


@rests_on("E90 E94")
def c23(view: View) -> object:
    """CXCL12 with CXCR4 directs the migration and recruitment of immune cells."""
    migrating = acts(view, "activation", signalling(view), things(view, "cell migration"))
    bound = things(view, "CXCL12", "CXCR4", "HMGB1")
    recruited = acts(view, "activation", bound, things(view, "leukocyte migration and recruitment"))
    return recruited and any(LEUKOCYTE in it.terms for it in migrating)


@rests_on("E96 E98")
def c24(view: View) -> object:
    """CXCL12 with CXCR4 takes part in the immune response and in cardiovascular development."""
    outcomes = ("immune response", "organogenesis")
    return all(acts(view, "modulation", signalling(view), things(view, it)) for it in outcomes)


@rests_on("E95 E96 E97")
def c25(view: View) -> object:
    """CXCL12 with CXCR4 regulates hematopoiesis, organogenesis and tissue repair."""
    outcomes = ("hematopoiesis", "organogenesis", "tissue repair")
    return all(acts(view, "modulation", signalling(view), things(view, it)) for it in outcomes)


@rests_on("E27 E49 E90 E91")
def c26(view: View) -> object:
    """CXCL12 with CXCR4 drives angiogenesis, and tumour cells' migration, growth and survival."""
    migrating = acts(view, "activation", signalling(view), things(view, "cell migration"))
    reached = (
        acts(view, "activation", signalling(view), things(view, "angiogenesis")),
        follow(view, things(view, "ERK1/2"), "cell proliferation"),
        follow(view, things(view, "AKT"), "cell survival"),
    )
    return all(reached) and any(TUMOUR_CELL in it.terms for it in migrating)


@rests_on("E01 E80 E90")
def c27(view: View) -> object:
    """Inhibition by plerixafor impairs the migration of tumour cells."""
    migrating = acts(view, "activation", signalling(view), things(view, "cell migration"))
    return blocked_by(view, "plerixafor") and any(TUMOUR_CELL in it.terms for it in migrating)


@rests_on("E80 E81 E82 E92")
def c28(view: View) -> object:
    """Inhibition mobilizes leukocytes, and acts against leukemia."""
    drugs = [blocked_by(view, drug) for drug in ("plerixafor", "ulocuplumab")]
    mobilization = things(view, "leukocyte mobilization")
    kills = acts(view, "inhibition", drugs[1], things(view, "cell survival"))
    return all(acts(view, "activation", drug, mobilization) for drug in drugs) and any(
        TUMOUR_CELL in it.terms for it in kills
    )


@rests_on("E98")
def c29(view: View) -> object:
    """CXCR4 may promote the accumulation of cytotoxic T cells: an annotation, no event."""
    responses = acts(view, "modulation", signalling(view), things(view, "immune response"))
    return any(CYTOTOXIC_T_CELL in it.terms for it in responses)


@rests_on("E80 E81 E83 E84 E85")
def c30(view: View) -> object:
    """There are drugs that target CXCR4."""
    return all(blocked_by(view, drug) for drug in DRUGS)


@rests_on("E93")
def c31(view: View) -> object:
    """NF-kappaB induces the expression of CXCR4."""
    gene = things(view, "CXCR4 gene", place=NUCLEUS)
    made = {
        id_
        for id_, event in view.events.items()
        if event.kind == "genetic production"
        and event.template in gene
        and outputs(view, id_) & things(view, "CXCR4", place=MEMBRANE)
    }
    return acts(view, "activation", things(view, "NF-kappaB (p50/p65)"), frozenset(made))
