"""Each rule of CellDesigner finds its breach, and nothing in what CellDesigner wrote."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree
from tests.formats.celldesigner.samples import CORPUS, SPECS, judged, sample_text

from pathport.errors import UnreadableError
from pathport.findings import Severity
from pathport.formats.celldesigner import codes
from pathport.formats.celldesigner.fitness import fitness
from pathport.formats.celldesigner.rules import breaches, validate
from pathport.formats.celldesigner.terms import CELLDESIGNER
from pathport.formats.detect import stem_of

needs_corpus = pytest.mark.skipif(not CORPUS.exists(), reason=f"needs {CORPUS}")
needs_schema = pytest.mark.skipif(not SPECS.exists(), reason=f"needs {SPECS}")

C = "celldesigner:"
ERROR = Severity.ERROR


def cut(tag: str) -> tuple[str, str]:
    """An edit that takes the first such element out, with all in it."""
    return rf"<{C}{tag}\b[^>]*/>\n|<{C}{tag}\b[^>]*>.*?</{C}{tag}>\n", ""


EDITS = {
    "CDX201": (f"<{C}activity>", f"<{C}strange/><{C}activity>"),
    "CDX202": (rf"(<{C}activity>\w+</{C}activity>\n)(<{C}bounds [^>]*>\n)", r"\2\1"),
    "CDX203": (rf"(<{C}font [^>]*>\n)", r"\1\1"),
    "CDX204": cut("listOfGroups"),
    "CDX205": (f"<{C}font ", f'<{C}font weight="2" '),
    "CDX206": (r'(<celldesigner:gene [^>]*) type="GENE"', r"\1"),
    "CDX207": ('state="phosphorylated"', 'state="P"'),
    "CDX208": (f"<{C}font ", f"stray<{C}font "),
    "CDX209": (rf"(<annotation>\n)<{C}extension>\n(<{C}modelV.*?)</{C}extension>\n", r"\1\2"),
    "CDX210": ("sbml/level2/version4", "sbml/level3/version1/core"),
    "CDX211": (rf"<{C}extension>\n<{C}modelV.*?</{C}extension>\n", ""),
    "CDX212": cut("speciesIdentity"),
    "CDX213": (f"<{C}proteinReference>K<", f"<{C}proteinReference>gone<"),
    "CDX214": (f"<{C}proteinReference>K</{C}proteinReference>", f"<{C}name>K</{C}name>"),
    "CDX215": ('residue="rs1"', 'residue="rs9"'),
    "CDX216": ('" species="K_cell"', '" species="gone"'),
    "CDX217": ('speciesAlias id="C_cell_box"', 'speciesAlias id="S_p_box"'),
    "CDX218": (r'(<celldesigner:speciesAlias id="\w+" species="LR_2") complexS\w+="\w+"', r"\1"),
    "CDX219": (f"<{C}class>PROTEIN</{C}class>", f"<{C}class>COMPLEX</{C}class>"),
    "CDX220": (f"<{C}complexSpecies>LR<", f"<{C}complexSpecies>K_cell<"),
    "CDX221": (rf'<{C}speciesAlias id="K_cell_box".*?</{C}speciesAlias>\n', ""),
    "CDX222": (
        rf'(<{C}complexSpeciesAlias id=)"LR_box"(.*?</{C}complexSpeciesAlias>\n)',
        r'\g<0>\1"again"\2',
    ),
    "CDX223": (
        'id="L_out_box" species="L_out" compartmentAlias="out_frame"',
        'id="L_out_box" species="L_out" compartmentAlias="cell_frame"',
    ),
    "CDX224": ('compartmentAlias="cell_frame"', 'compartmentAlias="gone"'),
    "CDX225": ('id="cell_frame" compartment="cell"', 'id="cell_frame" compartment="gone"'),
    "CDX226": ('<compartment metaid="default" id="default"', '<compartment metaid="d" id="d"'),
    "CDX227": (f'<{C}boxSize width="', f'<{C}boxSize width="1'),
    "CDX228": (f'<{C}modelDisplay sizeX="\\d+"', f'<{C}modelDisplay sizeX="9"'),
    "CDX231": cut("reactionType"),
    "CDX232": ("HETERODIMER_ASSOCIATION", "STATE_TRANSITION"),
    "CDX233": (r'(<celldesigner:baseReactant species="\w+" alias=)"\w+"', r'\1"gone"'),
    "CDX234": cut("listOfReactantLinks"),
    "CDX235": (rf'<{C}lineDirection arm="1" index="1" value="unknown"/>\n', ""),
    "CDX236": (' rectangleIndex="0"', ""),
    "CDX237": (r' num1="\d+"', ""),
    "CDX239": (r"<modifierSpeciesReference.*?</modifierSpeciesReference>", ""),
    "CDX240": (rf'<{C}modification type="CATALYSIS" modifiers="LR".*?</{C}modification>\n', ""),
    "CDX241": (r' modificationType="CATALYSIS"', ""),
    "CDX229": cut("modelDisplay"),
    "CDX230": (rf'(<{C}bounds [^>]* w=)"', r'\1"-'),
    "CDX242": (r'(type="CATALYSIS" modifiers=)"\w+"', r'\1"L_out"'),
    "CDX244": (r'(<celldesigner:baseReactant species=)"L_out"', r'\1"K_cell"'),
    "CDX245": ('targetLineIndex="-1,[2-7]"', 'targetLineIndex="9,9"'),
    "CDX246": (r'(id="K_cell_box".*?bounds x=)"', r'\1"99'),
    "CDX247": (r'(id="LR_box_2".*?bounds x=)"', r'\1"99'),
    "CDX248": (
        rf"<{C}listOfGroups>\n</{C}listOfGroups>|<{C}listOfGroups/>",
        f'<{C}listOfGroups><{C}group id="g1" members="K_cell_box,sa999"/></{C}listOfGroups>',
    ),
    "CDX249": (rf'(<{C}modification residue="rs1" [^>]*>\n)', r"\1\1"),
    "CDX250": (r'(modifiers="\w+),\w+"', r'\1"'),
    "CDX251": (r'(id="cell_frame".*?bounds x=)"', r'\1"99'),
    "CDX255": (
        "(<celldesigner:positionToCompartment>)inside",
        r"\1transmembrane",
    ),
    "CDX252": cut("listOfAntisenseRNAs"),
    "CDX253": (r"(<celldesigner:modificationResidue [^>]*>\n)", r"\1\1"),
    "CDX254": (r'(<celldesigner:species id="LR_2")', r'<celldesigner:species id="LR_2"/>\n\1'),
    "CDX256": (
        rf'(>TRANSCRIPTION<.*?baseProduct )species="M_cell".*?<{C}linkAnchor position="SSE"',
        rf'\1species="G_cell" alias="G_cell_box"><{C}linkAnchor position="SE"',
    ),
    "CDX257": (r"<listOfProducts>.*?</listOfProducts>\n", ""),
    "CDX258": (r'(type="BOOLEAN_\w+"[^>]* editPoints=)"[^"]*"', r'\1"99999,5"'),
    "CDX259": (
        r'(type="BOOLEAN_LOGIC_GATE_AND" modifiers="\w+),\w+" aliases="(\w+),\w+"',
        r'\1" aliases="\2"',
    ),
    "CDX260": (f"<{C}homodimer>2<", f"<{C}homodimer>1<"),
    "CDX261": (rf'(<{C}font size=)"\d+"', r'\1"0"'),
    "CDX262": (rf'<{C}speciesAlias id="\w+" species="LR_2".*?</{C}speciesAlias>\n', ""),
    "CDX265": (r'<celldesigner:gene id="\w+"', '<celldesigner:gene id="K"'),
    "CDX266": (rf'(<{C}baseProduct species=)"\w+"', r'\1"gone"'),
    "CDX269": (rf"<{C}listOfReactantLinks>", f"<{C}listOfReactantLinks/><{C}listOfReactantLinks>"),
    "CDX270": (r'(<compartment [^>]*id="cell"[^>]*) outside="\w+"', r"\1"),
    "CDX271": (
        rf'<{C}compartmentAlias id="out_frame"[\s\S]*?</{C}compartmentAlias>\n',
        "",
    ),
    "CDX268": ("2001/ns/celldesigner", "2001/ns/celldesigner/"),
    "CDX267": (r'(type="CATALYSIS" modifiers=)"\w+"', r'\1"gone"'),
    "CDX263": (
        rf"<{C}class>DRUG</{C}class>.*?</{C}name>\n",
        (
            rf"\g<0><{C}state><{C}listOfStructuralStates>"
            rf'<{C}structuralState structuralState="bent"/></{C}listOfStructuralStates></{C}state>'
        ),
    ),
    "CDX272": (rf'(<{C}catalyzed reaction=)"\w+"', r'\1"gone"'),
    "CDX243": (r'(>DISSOCIATION<.*?connectPolicy="direct")>', r'\1 rectangleIndex="0">'),
}
"""By code, a pattern and what to write where it first matches."""


def edited(code: str) -> str:
    pattern, text = EDITS[code]
    found, count = re.subn(pattern, text, sample_text(), count=1, flags=re.DOTALL)
    assert count == 1, code
    return found


def told(text: str) -> set[str]:
    """The codes of the rules that a file breaks."""
    return {it.rule.code for it in breaches(etree.fromstring(text.encode()))}


def test_a_sound_file_has_no_breach() -> None:
    assert [str(it) for it in validate(sample_text().encode(), full=True) if it.remedy] == []


MORE = {
    "a canvas too wide": (r'sizeX="\d+"', 'sizeX="40000"', "CDX229"),
    "a box of nothing": (r'(<celldesigner:bounds [^>]*) w="[^"]*"', r'\1 w="0"', "CDX230"),
    "a box without bounds": (rf"<{C}bounds [^>]*>\n", "", "CDX230"),
    "a place that is none": (r'targetLineIndex="-1,[2-7]"', 'targetLineIndex="-1,8"', "CDX245"),
    "a line to an arm that is none": (
        r'(TRANSCRIPTION<[\s\S]*?targetLineIndex=)"-1,',
        r'\1"2,',
        "CDX245",
    ),
    "a bend beyond all places": (
        rf"(<{C}editPoints [^>]*>)[^,]*",
        r"\g<1>1e308",
        "CDX207",
    ),
    "a homodimer of more than are counted": (
        f"<{C}homodimer>2<",
        f"<{C}homodimer>99999999999<",
        "CDX207",
    ),
    "two proteins with one id": (
        rf'(<{C}protein id="L"[\s\S]*?)(<{C}protein id=)"\w+"',
        r'\1\2"L"',
        "CDX265",
    ),
    "two frames with one id": (
        f'<{C}compartmentAlias id="cell_frame"',
        f'<{C}compartmentAlias id="out_frame"',
        "CDX217",
    ),
    "a residue without an angle": (
        r'(<celldesigner:modificationResidue [^>]*) angle="[^"]*"',
        r"\1",
        "CDX252",
    ),
    "a compartment at the edge without its point": (
        rf"<{C}class>SQUARE</{C}class>",
        f"<{C}class>SQUARE_CLOSEUP_NORTH</{C}class>",
        "CDX252",
    ),
    "a square beyond an arm": (r'tShapeIndex="0"', 'tShapeIndex="5"', "CDX236"),
    "a line thinner than nothing": (rf'(<{C}line width=)"', r'\1"-', "CDX207"),
    "a reaction that the extension leaves out": (
        r"(<reaction [^>]*>\n) *<annotation>[\s\S]*?</annotation>\n",
        r"\1",
        "CDX231",
    ),
    "a box without its view": (rf"<{C}usualView>[\s\S]*?</{C}usualView>\n", "", "CDX252"),
    "a line that nothing connects": (
        rf"(</{C}baseProducts>\n)<{C}connectScheme [^>]*>[\s\S]*?</{C}connectScheme>\n",
        r"\1",
        "CDX252",
    ),
    "a protein without a type": (r'(<celldesigner:protein [^>]*) type="\w+"', r"\1", "CDX252"),
    "a Level 2 that CellDesigner does not know": ("level2/version4", "level2/version5", "CDX210"),
    "a part that is not drawn": (
        rf'<{C}speciesAlias id="\w+" species="LR_1_1"[\s\S]*?</{C}speciesAlias>\n',
        "",
        "CDX262",
    ),
    "a product that SBML does not list": (
        r"<listOfProducts>[\s\S]*?</listOfProducts>\n",
        "",
        "CDX257",
    ),
    "a link of another species": (
        r'(<celldesigner:reactantLink reactant=)"\w+"',
        r'\1"L_out"',
        "CDX244",
    ),
}


@pytest.mark.parametrize(("pattern", "text", "code"), MORE.values(), ids=MORE)
def test_a_file_that_readers_fail_on_is_not_fit(pattern: str, text: str, code: str) -> None:
    found, count = re.subn(pattern, text, sample_text(), count=1)
    assert count == 1
    wrong = [it.code for it in fitness(found.encode(), "celldesigner", "a") if it.severity is ERROR]
    assert code in wrong


def test_what_is_drawn_in_a_frame_is_in_its_compartment() -> None:
    text = sample_text()
    for pattern, said in (
        (r'(species="decay_open_out") compartmentAlias="cell_frame"', r"\1"),
        (r'(<species [^>]*id="decay_open_out"[^>]* compartment=)"cell"', r'\1"default"'),
    ):
        text, count = re.subn(pattern, said, text)
        assert count == 1
    found = [it.sentence for it in breaches(etree.fromstring(text.encode()))]
    assert found == [
        "alias decay_open of decay_open_out, which is in default, lies in cell_frame",
    ]


def test_a_gate_of_three_is_told_as_none_too_many() -> None:
    """The remedy was to keep one; its place is told by its member, too."""
    text = sample_text()
    (bases,) = re.findall(
        rf"BOOLEAN_LOGIC_GATE</{C}reactionType>\n<{C}baseReactants>\n(.*?)</{C}baseReactants>",
        text,
        flags=re.DOTALL,
    )
    third = re.split(rf"(?<=/>\n)(?=<{C}baseReactant )|(?<=</{C}baseReactant>\n)", bases)[0]
    assert not told(text.replace(bases, bases + third)) & {"CDX203", "CDX232"}
    start = text.index(">BOOLEAN_LOGIC_GATE<")
    gate = re.sub(rf"<{C}editPoints>[^<]*</{C}editPoints>\n", "", text[start:], count=1)
    assert gate != text[start:]
    assert "CDX241" not in told(text[:start] + gate)


def test_what_is_in_no_frame_though_its_compartment_has_one_is_told() -> None:
    text, count = re.subn('(species="K_cell") compartmentAlias="cell_frame"', r"\1", sample_text())
    assert count == 1
    assert told(text) == {"CDX223"}


def test_a_further_reactant_that_sbml_lacks_is_odd_and_no_error() -> None:
    text, count = re.subn(
        r'<speciesReference [^>]*species="T_cell"[\s\S]*?</speciesReference>\n', "", sample_text()
    )
    assert count == 2
    assert told(text) == {"CDX234"}


def test_a_gate_may_say_of_one_that_it_is_absent() -> None:
    text = edited("CDX259").replace("BOOLEAN_LOGIC_GATE_AND", "BOOLEAN_LOGIC_GATE_NOT")
    assert told(text) == set()


NAMES_OF_NOTHING = {
    "by a reference": (rf"(<speciesReference (?:(?!</species)[\s\S])*?{C}alias>)\w+", "CDX233"),
    "by a modifier": (
        rf"(<modifierSpeciesReference (?:(?!</mod)[\s\S])*?{C}alias>)\w+",
        "CDX233",
    ),
    "at the end of a line": (rf'(<{C}baseProduct species="\w+" alias=")\w+', "CDX233"),
    "by a modification": (r'(type="CATALYSIS" modifiers=")\w+', "CDX267"),
    "by the aliases of a modification": (
        r'(type="INHIBITION" modifiers="\w+" aliases=")\w+',
        "CDX233",
    ),
    "by a base": (rf'(<{C}baseProduct species=")\w+', "CDX266"),
    "by the alias that a modification starts at": (
        rf'(<{C}linkTarget species="\w+" alias=")\w+',
        "CDX233",
    ),
    "by the species that a modification starts at": (rf'(<{C}linkTarget species=")\w+', "CDX267"),
}


@pytest.mark.parametrize(("pattern", "code"), NAMES_OF_NOTHING.values(), ids=NAMES_OF_NOTHING)
def test_a_name_of_nothing_is_told_once_where_it_stands(pattern: str, code: str) -> None:
    """It was told as what the other list lacks, at the reaction."""
    found, count = re.subn(pattern, r"\1gone", sample_text(), count=1)
    assert count == 1
    (wrong,) = [it for it in validate(found.encode()) if it.remedy]
    assert (wrong.code, '"gone"' in wrong.sentence) == (code, True)
    assert "gone" in found.splitlines()[wrong.place.line - 1]


@pytest.mark.parametrize("space", [f"{CELLDESIGNER}/", CELLDESIGNER.replace("cell", "Cell")])
def test_another_namespace_than_celldesigners_is_told_once(space: str) -> None:
    """Each species was said to have no class."""
    text = sample_text().replace(CELLDESIGNER, space)
    for fmt in ("celldesigner", "sbml"):
        (wrong,) = [it for it in fitness(text.encode(), fmt, "a") if it.severity is ERROR]
        assert wrong.code == "CDX268"
        assert f'"{space}"' in wrong.sentence
        assert f'"{CELLDESIGNER}"' in wrong.remedy


@pytest.mark.parametrize("code", EDITS)
def test_a_breach_is_found(code: str) -> None:
    assert code in told(edited(code))


def test_a_breach_is_told_with_its_place() -> None:
    found = [it for it in validate(edited("CDX215").encode(), path="a.xml") if it.code == "CDX215"]
    assert [(it.place.subject, it.place.line > 0, it.place.column > 0) for it in found] == [
        ("species LR_1_2", True, True)
    ]


def test_every_rule_is_shown_to_find_its_breach() -> None:
    of_the_place = {codes.NO_DIAGRAM.code, codes.LEVEL_3.code, codes.NO_SBML.code}
    assert {it.code for it in codes.RULES} == EDITS.keys() | {codes.STRAIGHT.code} | of_the_place


PLAIN = '<sbml xmlns="http://www.sbml.org/sbml/level2/version4"><model/></sbml>'


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("sbml", PLAIN, "CDX301"),
        ("sbml", PLAIN.replace("level2/version4", "level3/version1/core"), "CDX302"),
        ("gpml", "<Pathway/>", "CDX303"),
    ],
)
def test_the_command_is_told_that_makes_a_diagram(name: str, content: str, code: str) -> None:
    (found,) = fitness(content.encode(), name, "a/wee1", path="a/wee1.xml")
    assert found.code == code
    assert "`pathport convert a/wee1.xml -o wee1.celldesigner.xml`" in found.remedy


def test_a_further_participants_line_has_as_many_directions_as_segments() -> None:
    pattern = rf"(<{C}reactantLink [\s\S]*?)(<{C}lineDirection [^>]*>\n)"
    text, count = re.subn(pattern, r"\1\2\2", sample_text(), count=1)
    assert count == 1
    found = [it.sentence for it in breaches(etree.fromstring(text.encode()))]
    assert found == ["a line of 3 segments has 4 directions"]


def test_what_is_called_a_diagram_and_has_nothing_of_one_is_not_fit() -> None:
    found = fitness(PLAIN.encode(), "celldesigner", "a")
    assert [it.code for it in found if it.code.startswith("CDX")] == ["CDX211"]


@pytest.mark.parametrize(
    ("pattern", "text", "said"),
    [
        (
            rf"(<{C}modelVersion>[\s\S]*?)(<{C}listOfProteins>[\s\S]*?</{C}listOfProteins>\n)",
            r"\2\1",
            "<listOfProteins> of extension belongs after <listOfGroups>",
        ),
        (
            rf"(<{C}modelDisplay [^>]*>\n)([\s\S]*?)(?=</{C}extension>)",
            r"\2\1",
            "<modelDisplay> of extension belongs after <modelVersion>",
        ),
        (
            rf"(<{C}modelVersion>.*\n)(<{C}modelDisplay [^>]*>\n)",
            r"\2\1",
            "<modelVersion> of extension belongs before <modelDisplay>",
        ),
    ],
)
def test_one_element_out_of_order_is_told_once_with_its_place(
    pattern: str, text: str, said: str
) -> None:
    """Each element behind one that stood too early was told to stand too late."""
    moved, count = re.subn(pattern, text, sample_text(), count=1)
    assert count == 1
    assert [it.sentence for it in breaches(etree.fromstring(moved.encode()))] == [said]


HALVES = {
    "a part outside its complex": (
        r'(<celldesigner:speciesAlias id="\w+" species="LR_2") complexS\w+="\w+"',
        r"\1",
        ["CDX218"],
    ),
    "a state of no residue": (r' residue="rs1"', "", ["CDX252"]),
    "a part of nothing": (
        rf"<{C}complexSpecies>\w+</{C}complexSpecies>\n",
        "",
        ["CDX220", "CDX252"],
    ),
    "an alias without id": (
        r'speciesAlias id="\w+" (species="LR_2")',
        r"speciesAlias \1",
        ["CDX252"],
    ),
    "an alias of nothing": (r'(speciesAlias id="\w+") species="LR_2"', r"\1", ["CDX252", "CDX262"]),
    "a frame of nothing": (
        rf'<{C}compartmentAlias id="cell_frame" compartment="cell"',
        f'<{C}compartmentAlias id="cell_frame"',
        ["CDX252"],
    ),
    "a species without annotation": (
        r'(<species [^>]*id="T_cell"[^>]*>\n) *<annotation>[\s\S]*?</annotation>\n',
        r"\1",
        ["CDX212"],
    ),
    "a complex without annotation": (
        r'(<species [^>]*id="LR"[^>]*>\n) *<annotation>[\s\S]*?</annotation>\n',
        r"\1",
        ["CDX212"],
    ),
    "a gate of no type": ("BOOLEAN_LOGIC_GATE_AND", "BOOLEAN_LOGIC_GATE_XOR", ["CDX207"]),
}
"""What lacks a half, and the codes that may tell of it."""


@pytest.mark.parametrize(("pattern", "text", "codes_told"), HALVES.values(), ids=HALVES)
def test_what_lacks_a_name_is_told_in_true_words(
    pattern: str, text: str, codes_told: list[str]
) -> None:
    broken, count = re.subn(pattern, text, sample_text(), count=1)
    assert count == 1
    found = list(breaches(etree.fromstring(broken.encode())))
    assert {it.rule.code for it in found} == {*codes_told}
    assert not [it.sentence for it in found if "None" in it.sentence or '""' in it.sentence]


def test_an_empty_formula_keeps_no_diagram_from_celldesigner() -> None:
    """CellDesigner's own sample of reactions has two."""
    law = '<kineticLaw><math xmlns="http://www.w3.org/1998/Math/MathML"/></kineticLaw>\n</reaction>'
    content = sample_text().replace("</reaction>", law, 1).encode()
    code = "libsbml-10217"
    said = {it.severity for it in fitness(content, "celldesigner", "a") if it.code == code}
    assert said == {Severity.WARNING}
    assert {it.severity for it in validate(content) if it.code == code} == {ERROR}


def test_of_what_holds_no_model_no_diagram_is_promised() -> None:
    for content in (PLAIN, PLAIN.replace("level2/version4", "level3/version1/core")):
        (found,) = fitness(content.replace("<model/>", "").encode(), "sbml", "a", path="a.xml")
        assert found.code == "SBM003"
        assert "convert" not in found.remedy


def test_a_diagram_without_the_extension_of_its_model_is_no_plain_sbml() -> None:
    """It was told to open as generic proteins, though it has their types."""
    found = fitness(edited("CDX211").encode(), "sbml", "a/wee1", path="a/wee1.xml")
    assert [it.code for it in found] == ["CDX211"]
    assert found[0].place.line
    assert (
        "`pathport convert --from celldesigner a/wee1.xml -o wee1.celldesigner.xml`"
        in found[0].remedy
    )


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("my wee1.xml", "'my wee1.xml' -o 'my wee1.celldesigner.xml'"),
        ("a/m.celldesigner.xml", "a/m.celldesigner.xml -o m-diagram.celldesigner.xml"),
        ("<stdin>", "- -o X.celldesigner.xml"),
        ("", "FILE -o X.celldesigner.xml"),
        ("-a.xml", "./-a.xml -o ./-a.celldesigner.xml"),
    ],
)
def test_the_command_that_is_told_can_be_pasted(path: str, said: str) -> None:
    (found,) = fitness(PLAIN.encode(), "sbml", stem_of(path) if path else "", path=path)
    assert f"`pathport convert {said}`" in found.remedy


def test_what_is_no_xml_is_told_with_its_place() -> None:
    with pytest.raises(UnreadableError) as refused:
        fitness(b"hello", "sbml", "h", path="h.xml")
    assert str(refused.value).startswith("h.xml:1:1: XML001: ")


def test_boxes_in_one_line_are_told() -> None:
    text = re.sub(r'(bounds x="[\d.]+" y=)"[\d.]+"', r'\1"50.0"', sample_text())
    text = re.sub(r'(<celldesigner:bounds [^>]* h=)"[\d.]+"', r'\1"40.0"', text)
    assert codes.STRAIGHT.code in told(text)


@needs_schema
def test_the_grammar_agrees_with_the_published_schema() -> None:
    assert judged(sample_text().encode()) == []
    of_grammar = ["CDX252", *(code for code in EDITS if "CDX201" <= code <= "CDX208")]
    for code in of_grammar:
        assert judged(edited(code).encode()), code


def native_maps() -> Iterator[Path]:
    """The maps that CellDesigner 4 wrote itself."""
    others = ("Apoptosis_pathway", "BIOMD0000000394", "R-HSA", "cellcycle_dnarepair", "external")
    for path in sorted(CORPUS.glob("*.xml*")):
        if not path.name.startswith(others):
            yield path


@needs_corpus
@pytest.mark.parametrize("path", list(native_maps()), ids=lambda it: it.name)
def test_nothing_is_wrong_with_what_celldesigner_wrote(path: Path) -> None:
    content = path.read_bytes()
    if path.suffix == ".gz":
        content = gzip.decompress(content)
    found = list(breaches(etree.fromstring(content)))
    assert [it.sentence for it in found if it.rule.severity is Severity.ERROR] == []
    assert len(found) <= 4
