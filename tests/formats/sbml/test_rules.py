"""Each rule of ours on one fault in a clean file, with its place; and what libSBML is asked."""

import copy
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.formats.sbml.faulty import FAULTY, FBC
from tests.formats.sbml.samples import Tree, sample

from pathport.errors import UnreadableError
from pathport.findings import Finding, Severity
from pathport.formats import sbml
from pathport.formats.sbml import apart, judge
from pathport.formats.sbml.checks import checked
from pathport.formats.sbml.remedies import REMEDIED
from pathport.formats.sbml.rules import RULES
from pathport.formats.sbml.terms import COMP, CORE, GROUPS, RDF

RESOURCE = f"{{{RDF}}}resource"
Edit = Callable[[Tree], Any]


def put(path: str, name: str, value: str) -> Edit:
    return lambda tree: tree.all(path)[0].set(name, value)


def drop(path: str, name: str) -> Edit:
    return lambda tree: tree.all(path)[0].attrib.pop(name)


def again(path: str) -> Edit:
    def edit(tree: Tree) -> None:
        element = tree.all(path)[0]
        element.addnext(copy.deepcopy(element))

    return edit


def add(path: str, tag: str) -> Edit:
    def edit(tree: Tree) -> None:
        parent = tree.all(path)[0]
        parent.append(parent.makeelement(tag))

    return edit


BOUND = "//s:species[@id='bound']"
FIRST = f"{BOUND}//rdf:li"
SIDE = "//*[@id='loss']//s:speciesReference"

FAULTS: dict[str, tuple[Edit, str, str]] = {
    "id": (put("//s:reaction[@id='turn']", "id", "1turn"), "SBM201", "reaction 1turn"),
    "id twice": (put("//s:reaction[@id='turn']", "id", "loss"), "SBM202", "reaction loss"),
    "id of another construct": (
        put("//s:reaction[@id='turn']", "id", "bound"),
        "SBM202",
        "reaction bound",
    ),
    "metaid": (put("//s:reaction[@id='loss']", "metaid", "1"), "SBM203", "reaction loss"),
    "metaid twice": (
        put("//s:reaction[@id='loss']", "metaid", "meta_bound"),
        "SBM204",
        "reaction loss",
    ),
    "compartment's constant": (drop("//s:compartment", "constant"), "SBM205", "compartment cyt"),
    "species' constant": (drop(BOUND, "constant"), "SBM205", "species bound"),
    "reaction's fast": (drop("//*[@id='loss']", "fast"), "SBM205", "reaction loss"),
    "reference's species": (
        drop("//*[@id='binding']//s:modifierSpeciesReference", "species"),
        "SBM205",
        "reaction binding",
    ),
    "no such species": (put(SIDE, "species", "nobody"), "SBM206", "reaction loss"),
    "a compartment for a species": (put(SIDE, "species", "cyt"), "SBM206", "reaction loss"),
    "no such compartment": (put(BOUND, "compartment", "bound"), "SBM206", "species bound"),
    "no such member": (put("//g:member", f"{{{GROUPS}}}idRef", "nobody"), "SBM206", "group all"),
    "stoichiometry": (put(SIDE, "stoichiometry", "two"), "SBM207", "reaction loss"),
    "size": (put("//s:compartment", "size", "big"), "SBM207", "compartment cyt"),
    "sboTerm": (put(BOUND, "sboTerm", "SBO:253"), "SBM208", "species bound"),
    "no such term": (put(BOUND, "sboTerm", "SBO:9999999"), "SBM209", "species bound"),
    "species' branch": (put(BOUND, "sboTerm", "SBO:0000244"), "SBM210", "species bound"),
    "modifier's branch": (
        put("//*[@id='block']", "sboTerm", "SBO:0000169"),
        "SBM210",
        "reaction binding",
    ),
    "reaction's branch": (
        put("//*[@id='loss']", "sboTerm", "SBO:0000252"),
        "SBM210",
        "reaction loss",
    ),
    "side's branch": (put(SIDE, "sboTerm", "SBO:0000280"), "SBM210", "reaction loss"),
    "compartment's branch": (
        put("//s:compartment", "sboTerm", "SBO:0000289"),
        "SBM210",
        "compartment cyt",
    ),
    "model's branch": (put("//s:model", "sboTerm", "SBO:0000544"), "SBM210", "model sample"),
    "about": (
        put(f"{BOUND}//rdf:Description", f"{{{RDF}}}about", "#bound"),
        "SBM211",
        "species bound",
    ),
    "about the model": (
        put("//s:model/s:annotation//rdf:Description", f"{{{RDF}}}about", "#x"),
        "SBM211",
        "model sample",
    ),
    "uri": (put(FIRST, RESOURCE, "P61073"), "SBM212", "species bound"),
    "no such metaid": (
        put("//*[@id='either']//q:hasVersion//rdf:li", RESOURCE, "#bound"),
        "SBM212",
        "species either",
    ),
    "strange resource": (
        put(FIRST, RESOURCE, "https://identifiers.org/uniprot:x"),
        "SBM213",
        "species bound",
    ),
    "notes": (add("//*[@id='rec_p']/s:notes", f"{{{CORE}}}p"), "SBM214", "species rec_p"),
    "annotation": (add(f"{BOUND}/s:annotation", f"{{{RDF}}}x"), "SBM215", "species bound"),
    "annotation in core": (add(f"{BOUND}/s:annotation", f"{{{CORE}}}x"), "SBM215", "species bound"),
    "empty list": (add("//*[@id='loss']", f"{{{CORE}}}listOfProducts"), "SBM216", "reaction loss"),
    "second list": (
        again("//*[@id='loss']/s:listOfReactants"),
        "SBM216",
        "reaction loss",
    ),
    "no sides": (
        lambda tree: tree.remove("//*[@id='loss']/s:listOfReactants"),
        "SBM217",
        "reaction loss",
    ),
}


def found(edit: Edit) -> tuple[bytes, list[Finding]]:
    tree = Tree(sbml.write(sample()).content)
    edit(tree)
    return tree.content, list(checked(tree.content, CORE, path="a.xml").findings)


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_found(name: str) -> None:
    edit, code, subject = FAULTS[name]
    content, findings = found(edit)
    assert [(finding.code, finding.place.subject) for finding in findings] == [(code, subject)]
    place = findings[0].place
    assert place.path == "a.xml"
    line = content.decode().split("\n")[place.line - 1]
    assert line[place.column - 1] == "<"


def test_a_clean_file_has_no_fault() -> None:
    assert checked(sbml.write(sample()).content, CORE).findings == ()


def test_every_rule_is_shown() -> None:
    shown = {code for _, code, _ in FAULTS.values()} | {it.code for it in FAULTY.values()}
    shown |= {"SBM001", "SBM002", "SBM101", "SBM102", "SBM103", "SBM218", "SBM219", "SBM231"}
    shown |= {"libsbml"}
    shown |= {rule.code for rule in REMEDIED}
    assert {rule.code for rule in RULES} == shown


def test_rules_have_codes_of_their_own() -> None:
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes)


def test_what_libsbml_finds_has_its_number_and_place() -> None:
    tree = Tree(sbml.write(sample()).content)
    tree.element("turn").set("id", "making")
    (theirs, _) = judge.judged(tree.content, 0)
    assert theirs.code == "libsbml-10301"
    assert judge.number_of(theirs) == 10301
    assert place_of(tree.content, theirs).startswith("<reaction ")
    assert theirs.sentence == (
        f'the <reaction> id "making" conflicts with the previously defined <reaction> id "making" '
        f"at line {theirs.sentence.rpartition(' ')[2]}"
    )
    assert theirs.remedy == "rename one of the two, and where it is named"


def place_of(content: bytes, finding: Finding) -> str:
    """What stands at the place of a finding."""
    return content.decode().split("\n")[finding.place.line - 1][finding.place.column - 1 :]


def test_what_both_find_is_told_once_by_ours() -> None:
    tree = Tree(sbml.write(sample()).content)
    tree.element("turn").set("id", "making")
    found = [it for it in sbml.validate(tree.content) if it.severity is Severity.ERROR]
    assert [it.code for it in found] == ["SBM202"]


def test_findings_are_in_the_order_of_the_file() -> None:
    tree = Tree(sbml.write(sample()).content)
    tree.all("//s:model")[0].attrib.pop("substanceUnits")
    tree.all("//s:species//rdf:li")[0].set(RESOURCE, "P61073")
    found = [it for it in sbml.validate(tree.content) if it.severity is Severity.WARNING]
    codes = [it.code for it in found]
    assert "libsbml-20616" in codes[codes.index("SBM212") :]
    assert "libsbml-20616" in codes[: codes.index("SBM212")]
    lines = [it.place.line for it in found]
    assert lines == sorted(lines)


@pytest.mark.parametrize("head", ["", '<?xml version="1.0"?>\n', "<!-- \u00e4 -->\n\n"])
def test_places_of_libsbml_are_those_of_the_file(head: str) -> None:
    text = sbml.write(sample()).content.decode().partition("\n")[2]
    content = (head + text.replace('species="DRUG_ec"', 'species="nobody"')).encode()
    theirs = [f for f in judge.judged(content, 0) if f.code == "libsbml-21111"]
    assert len(theirs) == content.count(b'species="nobody"') > 0
    assert {'species="nobody"' in place_of(content, it).partition(">")[0] for it in theirs} == {
        True
    }
    assert {place_of(content, it)[0] for it in theirs} == {"<"}


@pytest.mark.parametrize(
    ("full", "most", "code"), [(False, 2000, "SBM218"), (False, 3, "SBM219"), (True, 3, "SBM218")]
)
def test_the_whole_check_runs_up_to_a_size_or_when_asked(
    full: bool, most: int, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judge, "MOST", most)
    (note,) = sbml.validate(sbml.write(sample()).content, full=full)
    assert note.code == code
    assert note.severity is Severity.NOTE
    assert re.search(r"libSBML \d", note.sentence)


def test_units_are_part_of_the_whole_check() -> None:
    tree = Tree(sbml.write(sample()).content)
    tree.all("//s:model")[0].attrib.pop("substanceUnits")
    assert "libsbml-99508" in {finding.code for finding in sbml.validate(tree.content)}


def test_what_passed_no_hardened_parse_does_not_reach_libsbml() -> None:
    nested = "<p xmlns='x'>" * 20_000 + "</p>" * 20_000
    hostile = f"<sbml xmlns='{CORE}' level='3' version='1'><notes>{nested}</notes></sbml>"
    with pytest.raises(UnreadableError) as refused:
        sbml.validate(hostile.encode())
    assert [it.code for it in refused.value.findings] == ["XML003"]


DEADLY = {
    "comp under another prefix": """<sbml xmlns="{core}" xmlns:p="{comp}" level="3" version="1"
        p:required="true"><model id="m"/></sbml>""",
    "definitions of comp alone": """<sbml xmlns="{core}" xmlns:comp="{comp}" level="3" version="1"
        comp:required="true"><comp:listOfModelDefinitions><comp:modelDefinition id="d"/>
        </comp:listOfModelDefinitions></sbml>""",
    "an association annotated": """<sbml xmlns="{core}" xmlns:fbc="{fbc}" level="3" version="1"
        fbc:required="false"><model><listOfReactions><reaction><fbc:geneProductAssociation>
        <fbc:geneProductRef/><annotation/></fbc:geneProductAssociation></reaction></listOfReactions>
        </model></sbml>""",
    "a version that is not the namespace's": """<sbml xmlns="http://www.sbml.org/sbml/level2/version4"
        level="2" version="1"><model id="m"><listOfReactions><reaction id="r"><listOfReactants>
        <speciesReference species="A"><stoichiometryMath/></speciesReference></listOfReactants>
        </reaction></listOfReactions></model></sbml>""",
}
"""Small files of which libSBML 5.21 dies."""

NAMING = """<sbml xmlns="{core}" xmlns:comp="{comp}" level="3" version="1" comp:required="true">
    <model id="m"><comp:listOfSubmodels><comp:submodel comp:id="s" comp:modelRef="d"/>
    </comp:listOfSubmodels></model><comp:listOfExternalModelDefinitions>
    <comp:externalModelDefinition comp:id="d" comp:source="{source}"/>
    </comp:listOfExternalModelDefinitions></sbml>"""


@pytest.mark.parametrize("name", DEADLY)
def test_what_libsbml_dies_of_is_told(name: str) -> None:
    content = DEADLY[name].format(core=CORE, comp=COMP, fbc=FBC).encode()
    assert "SBM231" in {it.code for it in sbml.validate(content)}


def test_libsbml_is_not_waited_for_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "MOST_SECONDS", 0.01)
    content = next(iter(DEADLY.values()))
    found = sbml.validate(content.format(core=CORE, comp=COMP, fbc=FBC).encode())
    assert any("within 0.01 seconds" in it.sentence for it in found if it.code == "SBM231")


def test_libsbml_opens_no_file_that_a_model_names(tmp_path: Path) -> None:
    pipe = tmp_path / "other.xml"
    os.mkfifo(pipe)  # opening it to read would never end
    found = sbml.validate(NAMING.format(core=CORE, comp=COMP, source=pipe).encode())
    assert "libsbml-1090101" in {it.code for it in found}


def test_what_libsbml_resolves_for_others_stays_as_it_was() -> None:
    import libsbml

    registry = libsbml.SBMLResolverRegistry.getInstance()
    before = registry.getNumResolvers()
    judge.judged(sbml.write(sample()).content, 0)
    assert registry.getNumResolvers() == before == 1


def test_models_of_a_file_have_ids_of_their_own() -> None:
    model = """<listOfCompartments><compartment id="c" constant="true"/></listOfCompartments>"""
    content = f"""<sbml xmlns="{CORE}" xmlns:comp="{COMP}" level="3" version="1"
        comp:required="true"><comp:listOfModelDefinitions><comp:modelDefinition id="d">{model}
        </comp:modelDefinition><comp:modelDefinition id="e">{model}</comp:modelDefinition>
        </comp:listOfModelDefinitions><model id="m">{model}</model></sbml>"""
    assert checked(content.encode(), CORE).findings == ()


def test_an_edition_that_is_none_is_told() -> None:
    core = CORE.replace("version1", "version9")
    (finding, *_) = sbml.validate(f'<sbml xmlns="{core}" level="3" version="9"/>'.encode())
    assert finding.code == "SBM229"


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1"])
def test_other_encodings_reach_libsbml_as_text(encoding: str) -> None:
    text = sbml.write(sample()).content.decode().replace("UTF-8", encoding)
    (note,) = sbml.validate(text.encode(encoding))
    assert note.code == "SBM218"
