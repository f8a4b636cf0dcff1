"""What becomes of each construct of other programs' SBML: a tiny file, its facts, what is named.

A row is a level and version, what stands in the model, and what is told of it: code and place of
each finding, or that there is none. The page of the format says the same in words.
"""

import subprocess
import sys
from collections import Counter
from typing import NamedTuple

import pytest
from tests.formats.sbml.samples import lost_in

from pathport.formats import sbml
from pathport.model.pathway import Pathway

L2V1, L2V3, L2V4, L2V5 = (f"2.{version}" for version in (1, 3, 4, 5))
L3V1, L3V2 = "3.1", "3.2"
SPACE = {
    "2": "http://www.sbml.org/sbml/level2",
    "3": "http://www.sbml.org/sbml/level3/version{}/core",
}
HTML = "http://www.w3.org/1999/xhtml"
RDF = (
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    ' xmlns:bqbiol="http://biomodels.net/biology-qualifiers/"'
    ' xmlns:dcterms="http://purl.org/dc/terms/"'
)
MATH = '<math xmlns="http://www.w3.org/1998/Math/MathML"><cn>1</cn></math>'
PLACES = '<listOfCompartments><compartment id="c" constant="true"/></listOfCompartments>'
SPECIES = '<species id="s" compartment="c"/>'


def file_of(version: str, inside: str, *, root: str = "") -> bytes:
    """A file of this level and version."""
    level, _, number = version.partition(".")
    space = SPACE[level].format(number)
    space += f"/version{number}" if level == "2" and number != "1" else ""
    head = f'<sbml xmlns="{space}" level="{level}" version="{number}" {root}>'
    return f'{head}<model id="m">{inside}</model></sbml>'.encode()


def model(*species: str, reactions: str = "", more: str = "") -> str:
    """A model with these species and reactions."""
    listed = f"<listOfSpecies>{''.join(species)}</listOfSpecies>" if species else ""
    reactions = f"<listOfReactions>{reactions}</listOfReactions>" if reactions else ""
    return f"{PLACES}{listed}{reactions}{more}"


def reaction(inside: str = "", attributes: str = "") -> str:
    """A model with one species that one reaction uses up."""
    side = '<listOfReactants><speciesReference species="s"/></listOfReactants>'
    return model(SPECIES, reactions=f'<reaction id="r" {attributes}>{side}{inside}</reaction>')


def described(statements: str, metaid: str = "m1") -> str:
    """A model with one species of which this is said."""
    said = (
        f'<rdf:RDF {RDF}><rdf:Description rdf:about="#m1">{statements}</rdf:Description></rdf:RDF>'
    )
    start = f'<species id="s" metaid="{metaid}" compartment="c">'
    return model(f"{start}<annotation>{said}</annotation></species>")


def history(date: str) -> str:
    """A model that says when it was made."""
    made = f"<dcterms:created><dcterms:W3CDTF>{date}</dcterms:W3CDTF></dcterms:created>"
    said = f'<rdf:RDF {RDF}><rdf:Description rdf:about="">{made}</rdf:Description></rdf:RDF>'
    return f"<annotation>{said}</annotation>"


class Row(NamedTuple):
    """A construct, and what is told of it: how often each code and subject."""

    name: str
    version: str
    inside: str
    told: tuple[tuple[str, str], ...] = ()
    root: str = ""


def lost(*subjects: str) -> tuple[tuple[str, str], ...]:
    return tuple(("SBM101", subject) for subject in subjects)


ROWS = (
    Row("nothing", L2V1, ""),
    Row("sizes of Level 2", L2V3, '<listOfCompartments><compartment id="c" size="2" units="litre"/>'
        "</listOfCompartments>"),
    Row("types of compartments and species", L2V4,
        "<listOfCompartmentTypes><compartmentType id='t'/></listOfCompartmentTypes>"
        "<listOfSpeciesTypes><speciesType id='u'/></listOfSpeciesTypes>"
        + model('<species id="s" speciesType="u" compartment="c"/>'),
        lost("species s", "model m", "model m")),
    Row("charge", L2V1, model('<species id="s" compartment="c" charge="-1"/>'), lost("species s")),
    Row("an amount of 0", L2V5, model('<species id="s" compartment="c" initialAmount="0"/>')),
    Row("a species nowhere", L3V1, model('<species id="s"/>'), (("MDL101", "species s"),)),
    Row("a species in no compartment", L3V1, model('<species id="s" compartment="d"/>'),
        (("FID005", "species s compartment"), ("MDL101", "species s"))),
    Row("a reaction of a stranger", L3V1, reaction(
        '<listOfProducts><speciesReference species="t"/></listOfProducts>'),
        (("FID005", "process r outputs.species"),)),
    Row("a modifier of no species", L3V1,
        reaction("<listOfModifiers><modifierSpeciesReference/></listOfModifiers>"),
        lost("reaction r")),
    Row("coefficients of 0", L3V1, reaction(
        '<listOfProducts><speciesReference species="s" stoichiometry="0"/></listOfProducts>'),
        lost("reaction r")),
    Row("a name of a participant", L3V2, reaction(
        '<listOfProducts><speciesReference name="p" species="s"/></listOfProducts>'),
        lost("reaction r")),
    Row("fast", L3V1, reaction(attributes='fast="true"'), lost("reaction r")),
    Row("not fast", L3V1, reaction(attributes='fast="false"')),
    *(
        Row(f"package {name}", L3V1, f'<x:{inner} xmlns:x="http://www.sbml.org/sbml/level3/version1/'
            f'{name}/version1"/>', lost("model m"))
        for name, inner in (
            ("comp", "listOfSubmodels"),
            ("fbc", "listOfObjectives"),
            ("multi", "listOfSpeciesTypes"),
            ("distrib", "listOfUncertainties"),
            ("spatial", "geometry"),
        )
    ),
    Row("an attribute of a package", L3V1, model('<species id="s" compartment="c" f:charge="1"'
        ' xmlns:f="http://www.sbml.org/sbml/level3/version1/fbc/version2"/>'), lost("species s")),
    Row("a list with notes", L3V1, model(SPECIES).replace(
        "<listOfSpecies>", f'<listOfSpecies><notes><p xmlns="{HTML}">a</p></notes>'),
        lost("listOfSpecies of model m")),
    Row("a term that is no term", L3V1, model('<species id="s" compartment="c" sboTerm="SBO:1"/>'),
        lost("species s")),
    Row("a term that is read more generally", L3V1, reaction(attributes='sboTerm="SBO:0000181"'),
        lost("reaction r")),
    Row("another program's annotation", L3V1, model('<species id="s" compartment="c"><annotation>'
        '<x xmlns="http://example.org/x"><y/></x></annotation></species>'), lost("species s")),
    Row("a description of something else", L3V1, described(
        "<dcterms:source>a</dcterms:source>", metaid="m2"), lost("species s")),
    Row("a statement without a resource", L3V2, described(
        "<bqbiol:is><rdf:Bag><rdf:li/></rdf:Bag></bqbiol:is>"), lost("species s")),
    Row("a qualifier that nobody knows", L3V1, described('<bqbiol:isRelatedTo><rdf:Bag><rdf:li '
        'rdf:resource="http://example.org/a"/></rdf:Bag></bqbiol:isRelatedTo>'), lost("species s")),
    Row("a date", L2V4, history("2012-03-15T17:04:45Z")),
    Row("a date that is none", L2V4, history("15 March 2012"), lost("model m")),
    Row("a date without a zone", L2V4, history("2012-03-15T17:04:45"), lost("model m")),
    Row("creators of a reaction", L3V1, reaction(f"<annotation><rdf:RDF {RDF}><rdf:Description>"
        "<dcterms:creator>A</dcterms:creator></rdf:Description></rdf:RDF></annotation>"),
        lost("reaction r")),
    Row("models in the file", L3V1, "", lost("sbml"),
        root='xmlns:c="http://www.sbml.org/sbml/level3/version1/comp/version1" c:required="true"'),
)  # fmt: skip


def told(content: bytes) -> Counter[tuple[str, str]]:
    found = sbml.read(content).findings
    return Counter((it.code, it.place.subject) for it in found if it.code != "MDL105")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.name}, {row.version}")
def test_what_is_told(row: Row) -> None:
    content = file_of(row.version, row.inside, root=row.root)
    if row.root:
        inner = '<c:listOfModelDefinitions><modelDefinition id="d"><listOfSpecies><species id="t"/>'
        inner += "</listOfSpecies></modelDefinition></c:listOfModelDefinitions></sbml>"
        content = content.replace(b"</sbml>", inner.encode())
    assert told(content) == Counter(row.told)


def pathway(inside: str, version: str = L3V1) -> Pathway:
    return sbml.read(file_of(version, inside)).pathway


# Ids


def test_two_elements_of_one_id_are_two_things() -> None:
    found = sbml.read(file_of(L3V1, model(SPECIES, SPECIES)))
    ids = [(it.id, it.original_id) for it in found.pathway.species]
    assert ids == [("s", None), ("s_2", "s")]
    assert [it.sentence for it in found.findings if it.code == "SBM103"] == [
        'species s: an element before it has this id (read as "s_2")'
    ]


def test_an_element_without_an_id_gets_one() -> None:
    found = pathway(model('<species compartment="c"/>', '<species id="" compartment="c"/>'))
    assert len({it.id for it in found.species}) == 2


def test_a_model_inside_another_gives_no_species() -> None:
    content = file_of(L3V1, model(SPECIES)).replace(
        b"</sbml>",
        b'<listOfModelDefinitions><model id="d"><listOfSpecies><species id="t"/></listOfSpecies>'
        b"</model></listOfModelDefinitions></sbml>",
    )
    assert [it.id for it in sbml.read(content).pathway.species] == ["s"]


@pytest.mark.parametrize(
    ("after", "said"),
    [
        ("</listOfSpecies>", 'model m: the text "stray" in model'),
        ("</compartment>", 'compartment d: the text "stray" before it'),
        ('<compartment id="d">', 'compartment d: the text "stray" in compartment'),
        ("<listOfReactions>", 'model m: the text "stray" in listOfReactions'),
        ('<reaction id="r">', 'reaction r: the text "stray" in reaction'),
        ("</reaction>", 'model m: the text "stray" in listOfReactions'),
        ("<listOfReactants>", 'reaction r: the text "stray" in listOfReactants'),
        ('<speciesReference species="s">', 'reaction r: the text "stray" in speciesReference'),
        ("</species>", 'model m: the text "stray" in listOfSpecies'),
    ],
)
def test_text_between_elements_is_told(after: str, said: str) -> None:
    inner = (
        '<listOfCompartments><compartment id="c"></compartment>'
        '<compartment id="d"></compartment></listOfCompartments>'
        '<listOfSpecies><species id="s" compartment="c"></species></listOfSpecies>'
        '<listOfReactions><reaction id="r"><listOfReactants><speciesReference species="s">'
        "</speciesReference></listOfReactants></reaction></listOfReactions>"
    )
    found = sbml.read(file_of(L3V1, inner.replace(after, f"{after} stray ", 1))).findings
    lost = [it.sentence for it in found if it.code == "SBM101"]
    assert lost == [f"lost in reading {said}"]


@pytest.mark.parametrize(("number", "times"), [(1, ""), (2, ", 2 times")])
def test_what_an_annotation_says_several_times_is_counted(number: int, times: str) -> None:
    strange = '<x xmlns="http://example.org"/>' * number
    (finding,) = sbml.read(file_of(L3V1, f"<annotation>{strange}</annotation>")).findings
    assert lost_in(finding) == f"<x> of http://example.org{times}"


def test_what_is_lost_by_the_hundred_is_told_once() -> None:
    many = [f'<species id="s{n}" compartment="c" charge="{n}"/>' for n in range(1, 200)]
    (finding,) = (it for it in sbml.read(file_of(L2V4, model(*many))).findings)
    assert finding.sentence == "lost in reading species s1 and others: charge of species, 199 times"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (model('<species id="s" compartment="c" sboTerm="SBO:0000278"/>'), "species (read as RNA)"),
        (
            model('<species id="s" compartment="c" sboTerm="SBO:0000297"/>'),
            "species (read as complex)",
        ),
        (reaction(attributes='sboTerm="SBO:0000176"'), "reaction (read as process)"),
    ],
)
def test_a_term_that_says_more_than_what_it_is_read_as_is_told(content: str, told: str) -> None:
    lost = [lost_in(it) for it in sbml.read(file_of(L3V1, content)).findings]
    assert any(it.startswith("sboTerm=") and it.endswith(told) for it in lost)


TWICE = {
    "listOfReactants": '<listOfReactants><speciesReference species="s"/></listOfReactants>',
    "kineticLaw": f"<kineticLaw>{MATH}</kineticLaw>",
    "notes": f'<notes><p xmlns="{HTML}">a</p></notes>',
}


@pytest.mark.parametrize("name", TWICE)
def test_what_stands_twice_is_read_once_and_told(name: str) -> None:
    content = file_of(L3V1, reaction(TWICE[name] * (1 if name == "listOfReactants" else 2)))
    told = [it.sentence for it in sbml.read(content).findings]
    assert [it for it in told if f"<{name}>" in it] != []


@pytest.mark.parametrize("name", ["boundaryCondition", "constant", "hasOnlySubstanceUnits"])
def test_a_truth_value_that_is_none_is_told(name: str) -> None:
    content = file_of(L3V1, model(f'<species id="s" compartment="c" {name}="maybe"/>'))
    told = [it.sentence for it in sbml.read(content).findings]
    assert f'lost in reading species s: {name}="maybe" (read as false)' in told


@pytest.mark.parametrize(
    ("told", "coefficient", "lost"),
    [
        ('denominator="2"', 0.5, []),
        ('stoichiometry="3" denominator="2"', 1.5, []),
        *(
            (
                f'stoichiometry="{it}"',
                1,
                [f'lost in reading reaction r: stoichiometry="{it}" (read as 1)'],
            )
            for it in ("NaN", "INF", "abc", "")
        ),
    ],
)
def test_a_coefficient_is_what_its_parts_say(
    told: str, coefficient: float, lost: list[str]
) -> None:
    content = file_of(L2V1, reaction()).replace(
        b'<speciesReference species="s"/>', f'<speciesReference species="s" {told}/>'.encode()
    )
    found = sbml.read(content)
    assert found.pathway.processes[0].inputs[0].coefficient == coefficient
    assert [it.sentence for it in found.findings if "stoichiometry" in it.sentence] == lost


# Notes


@pytest.mark.parametrize(
    ("inside", "notes"),
    [
        ("<p>One.</p><p>Two.</p>", ("One.", "Two.")),
        ("<p>One<br/>two</p>", ("One\ntwo",)),
        ("<h1>Title</h1><ul><li>a</li><li>b</li></ul>", ("Title", "a", "b")),
        ("<table><tr><td>a</td><td>b</td></tr></table>", ("a\tb",)),
        ('<p>See <a href="https://a.org">it</a>.</p>', ("See it <https://a.org>.",)),
        ('<p><a href="https://a.org">https://a.org</a></p>', ("https://a.org",)),
        ("<p>a <b>bold</b>\n   word</p>", ("a bold word",)),
        ("<body><div>a<p>b</p>c</div></body>", ("a", "b", "c")),
        ("loose words", ("loose words",)),
        ("<pre>a\n  b</pre>", ("a\n  b",)),
        ("<p> </p>", ()),
    ],
)
def test_notes_are_texts(inside: str, notes: tuple[str, ...]) -> None:
    found = pathway(f'<notes xmlns:h="{HTML}">{inside}</notes>')
    assert found.notes == notes


@pytest.mark.parametrize(
    ("inside", "sentence"),
    [
        ("<p>a <b>b</b> <i>c</i></p>", "markup inside notes"),
        ('<p>a <img src="x.png"/></p>', 'the image "x.png" in notes'),
        ("<p>a</p><annotation><b/></annotation>", "<annotation> of "),
    ],
)
def test_what_of_notes_is_lost_is_named(inside: str, sentence: str) -> None:
    (finding,) = sbml.read(file_of(L3V1, f"<notes>{inside}</notes>")).findings
    assert lost_in(finding).startswith(sentence)


# Memory


PEAK = """
import resource, sys
from pathport.formats import sbml
core = "http://www.sbml.org/sbml/level3/version1/core"
fbc = "http://www.sbml.org/sbml/level3/version1/fbc/version1"
said = "<f:a><f:b/><f:c/></f:a>"
bound = f"<f:fluxBound f:id='g'>{said}</f:fluxBound>"
def text(number):
    inside = f"<f:listOfFluxBounds>{bound * number}</f:listOfFluxBounds>"
    return f'<sbml xmlns="{core}" xmlns:f="{fbc}"><model id="m">{inside}</model></sbml>'.encode()
many = text(60_000)
sbml.read(text(1))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(sbml.read(many).findings[0].sentence)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


def test_what_is_lost_is_let_go_as_it_is_read() -> None:
    """60,000 bounds in a tree take more than 50 MB."""
    told = subprocess.run([sys.executable, "-c", PEAK], check=True, capture_output=True, text=True)
    sentence, kilobytes = told.stdout.splitlines()
    assert sentence.startswith("lost in reading model m: <listOfFluxBounds> (elements in it: ")
    assert int(kilobytes) < 40_000
