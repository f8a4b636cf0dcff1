"""Small SBML documents, each with one fault, and others that only look faulty.

A case is an edit of the text of a clean document of an edition (Level and Version). What of it is
wrong, and by which rules, stands in the tables; ``test_agreement`` asks both our rules and libSBML.
"""

from typing import NamedTuple

__all__ = ["FAULTY", "FINE", "L3V1", "SPACES", "Case", "clean", "document"]

Edition = tuple[int, int]

SPACES = {
    (2, 1): "http://www.sbml.org/sbml/level2",
    **{(2, n): f"http://www.sbml.org/sbml/level2/version{n}" for n in (2, 3, 4, 5)},
    **{(3, n): f"http://www.sbml.org/sbml/level3/version{n}/core" for n in (1, 2)},
}
GROUPS = "http://www.sbml.org/sbml/level3/version1/groups/version1"

L2 = tuple(edition for edition in SPACES if edition[0] == 2)
L3 = ((3, 1), (3, 2))
L2V2 = L2[1:]
L2V3 = L2[2:]
L3V1, L3V2 = L3
WITH_TERMS = (*L2V3, *L3)
LISTS_NEEDED = (*L2, L3V1)
"""Level 3 Version 2 has empty lists, and reactions without participants."""
RULED = (*L2V2, *L3)
"""Level 2 Version 1 has no rules on annotations."""
ALL = (*L2, *L3)

DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<sbml xmlns="{space}" level="{level}" version="{version}"{groups}>
  <model id="m" metaid="m1"{units}>
    <notes>
      <p xmlns="http://www.w3.org/1999/xhtml">a note</p>
    </notes>
    <annotation>
      <a xmlns="https://example.org/a"/>
    </annotation>
    <listOfCompartments>
      <compartment id="out" metaid="m2"{sized}/>
      <compartment id="c"{sized}{outside}/>
    </listOfCompartments>
    <listOfSpecies>
      <species id="a" metaid="m3" compartment="c" initialAmount="0"{held}/>
      <species id="b" compartment="c" initialAmount="0"{held}>
        <notes>
          <p xmlns="http://www.w3.org/1999/xhtml">a note</p>
        </notes>
      </species>
      <species id="e" metaid="m4" compartment="c" initialAmount="0"{held}>
        <annotation>
          <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" {qualifiers}>
            <rdf:Description rdf:about="#m4">
              <bqbiol:is>
                <rdf:Bag><rdf:li rdf:resource="urn:miriam:uniprot:P61073"/></rdf:Bag>
              </bqbiol:is>
            </rdf:Description>
          </rdf:RDF>
        </annotation>
      </species>
    </listOfSpecies>
    <listOfReactions>
      <reaction id="r"{turned}>
        <listOfReactants>
          <speciesReference species="a"{fixed}/>
        </listOfReactants>
        <listOfProducts>
          <speciesReference species="b"{fixed}/>
        </listOfProducts>
        <listOfModifiers>
          <modifierSpeciesReference species="e"/>
        </listOfModifiers>
      </reaction>
    </listOfReactions>{module}
  </model>
</sbml>
"""

MODULE = """
    <groups:listOfGroups>
      <groups:group groups:id="g" groups:kind="collection">
        <groups:listOfMembers>
          <groups:member groups:idRef="b"/>
        </groups:listOfMembers>
      </groups:group>
    </groups:listOfGroups>"""
QUALIFIERS = 'xmlns:bqbiol="http://biomodels.net/biology-qualifiers/"'
SIZED = ' spatialDimensions="3" size="1" units="litre" constant="true"'
UNITS = "".join(
    f' {name}="{unit}"'
    for name, unit in {
        "substanceUnits": "mole", "timeUnits": "second", "extentUnits": "mole"
    }.items()
)  # fmt: skip


def clean(edition: Edition) -> str:
    """A document of this edition with nothing wrong in it."""
    level, version = edition
    third = level == 3
    sized = SIZED if third else ' size="1"'
    turned = ' reversible="true"' + (' fast="false"' if edition == L3V1 else "")
    return DOCUMENT.format(
        space=SPACES[edition],
        level=level,
        version=version,
        groups=f' xmlns:groups="{GROUPS}" groups:required="false"' if third else "",
        units=UNITS if third else "",
        sized=sized,
        outside="" if third else ' outside="out"',
        held=' hasOnlySubstanceUnits="true" boundaryCondition="false" constant="false"'
        if third else "",
        qualifiers=QUALIFIERS,
        turned=turned if third else "",
        fixed=' stoichiometry="1" constant="true"' if third else "",
        module=MODULE if third else "",
    )  # fmt: skip


class Case(NamedTuple):
    """An edit of a clean document: in which editions, what becomes what, and our rule's code."""

    editions: tuple[Edition, ...]
    edits: tuple[tuple[str, str], ...]
    code: str = ""


def document(case: Case, edition: Edition) -> str:
    """The clean document of an edition with the edits made, each once."""
    text = clean(edition)
    for old, new in case.edits:
        assert old in text, old
        text = text.replace(old, new.replace("SPACE", SPACES[edition]), 1)
    return text


def case(code: str, editions: tuple[Edition, ...], *edits: str) -> Case:
    return Case(editions, tuple(zip(edits[::2], edits[1::2], strict=True)), code)


def fine(editions: tuple[Edition, ...], *edits: str) -> Case:
    return case("", editions, *edits)


def given(tag: str, attributes: str) -> tuple[str, str]:
    """An element of the clean document with attributes more."""
    return f"<{tag}", f"<{tag} {attributes}"


XHTML = 'xmlns="http://www.w3.org/1999/xhtml"'
A = 'species id="a" metaid="m3"'
A_OF_3 = (
    'm3" compartment="c" initialAmount="0" hasOnlySubstanceUnits="true" boundaryCondition="false" '
    'constant="false"'
)
C = 'compartment id="c"'
OUT = 'compartment id="out" metaid="m2"'
R = 'reaction id="r"'
REACTANT = 'speciesReference species="a"'
MODIFIER = 'modifierSpeciesReference species="e"'
FIXED = ' stoichiometry="1" constant="true"'
NOTE = f"<p {XHTML}>a note</p>\n        "
SAID = '<a xmlns="https://example.org/a"/>'
PARAMETER = '<parameter id="{}" constant="true" value="1" units="litre"/>'
UNIT_DEFINITION = (
    '<unitDefinition id="{}"><listOfUnits><unit kind="mole" exponent="1" scale="0" '
    'multiplier="1"/></listOfUnits></unitDefinition>'
)
LAW = '<kineticLaw><math xmlns="http://www.w3.org/1998/Math/MathML"><cn>1</cn></math></kineticLaw>'
HELD = 'initialAmount="0" hasOnlySubstanceUnits="true" boundaryCondition="false" constant="false"'
GROUP = '<groups:group groups:kind="collection"/>'
FBC = "http://www.sbml.org/sbml/level3/version1/fbc/version2"
UNKNOWN_PACKAGE = "http://www.sbml.org/sbml/level3/version1/zz/version1"

FAULTY: dict[str, Case] = {
    # Ids and metaids
    "id that is none": case("SBM201", ALL, 'id="r"', 'id="1r"'),
    "id of another kind of element": case("SBM202", ALL, 'id="r"', 'id="c"'),
    "id of the model": case("SBM202", ALL, 'id="r"', 'id="m"'),
    "id of a reactant": case("SBM202", RULED, *given(REACTANT, 'id="a"')),
    "id of a modifier": case("SBM202", RULED, *given(MODIFIER, 'id="a"')),
    "id of a parameter": case(
        "SBM202",
        ALL,
        "<listOfReactions>",
        f"<listOfParameters>{PARAMETER.format('a')}</listOfParameters><listOfReactions>",
    ),
    "id of two units": case(
        "SBM202",
        ALL,
        "<listOfCompartments>",
        f"<listOfUnitDefinitions>{UNIT_DEFINITION.format('u') * 2}</listOfUnitDefinitions>"
        "<listOfCompartments>",
    ),
    "id of a type": case(
        "SBM202",
        L2V2,
        "<listOfCompartments>",
        '<listOfSpeciesTypes><speciesType id="a"/></listOfSpeciesTypes><listOfCompartments>',
    ),
    "id of a group": case("SBM202", L3, 'groups:id="g"', 'groups:id="a"'),
    "id of a group that is none": case("SBM201", L3, 'groups:id="g"', 'groups:id="1g"'),
    "metaid that is none": case("SBM203", ALL, 'metaid="m3"', 'metaid="3"'),
    "metaid without a letter": case("SBM203", ALL, 'metaid="m3"', 'metaid=""'),
    "metaid of two": case("SBM204", ALL, 'metaid="m3"', 'metaid="m2"'),
    "metaid of a list": case("SBM204", ALL, "<listOfSpecies>", '<listOfSpecies metaid="m2">'),
    # Attributes that must be
    "species without id": case(
        "SBM205", ALL, 'species id="a"', "species", 'species="a"', 'species="b"'
    ),
    "reaction without id": case("SBM205", ALL, R, "reaction"),
    "compartment without id": case("SBM205", L3, OUT, "compartment"),
    "species without compartment": case("SBM205", ALL, 'm3" compartment="c"', 'm3"'),
    "reactant without species": case("SBM205", ALL, REACTANT, "speciesReference"),
    "modifier without species": case("SBM205", ALL, MODIFIER, "modifierSpeciesReference"),
    "reaction without fast": case("SBM205", (L3V1,), ' fast="false"', ""),
    "reaction without reversible": case("SBM205", L3, ' reversible="true"', ""),
    "species without constant": case("SBM205", L3, A_OF_3, A_OF_3[:-17]),
    "species without units' kind": case("SBM205", L3, ' hasOnlySubstanceUnits="true"', ""),
    "species without boundary": case("SBM205", L3, ' boundaryCondition="false"', ""),
    "compartment without constant": case("SBM205", L3, SIZED, SIZED[:-16]),
    "reactant without constant": case("SBM205", L3, FIXED, FIXED[:-16]),
    "group without kind": case("SBM205", L3, ' groups:kind="collection"', ""),
    "member of nothing": case("SBM205", L3, ' groups:idRef="b"', ""),
    # What is named
    "species nowhere": case("SBM206", ALL, 'm3" compartment="c"', 'm3" compartment="x"'),
    "species in a species": case("SBM206", ALL, 'm3" compartment="c"', 'm3" compartment="b"'),
    "reactant that is none": case("SBM206", ALL, REACTANT, 'speciesReference species="x"'),
    "reactant that is a compartment": case("SBM206", ALL, REACTANT, 'speciesReference species="c"'),
    "modifier that is none": case("SBM206", ALL, MODIFIER, 'modifierSpeciesReference species="x"'),
    "reaction nowhere": case("SBM206", L3, *given(R, 'compartment="x"')),
    "compartment in nothing": case("SBM206", L2, 'outside="out"', 'outside="x"'),
    "species of no type": case("SBM206", L2V2, *given(A, 'speciesType="x"')),
    "compartment of no type": case("SBM206", L2V2, *given(C, 'compartmentType="x"')),
    "species' factor": case("SBM206", L3, *given(A, 'conversionFactor="x"')),
    "model's factor": case("SBM206", L3, *given('model id="m"', 'conversionFactor="x"')),
    "size in no unit": case("SBM206", L2, *given(C, 'units="x"')),
    "size in no unit of Level 3": case("SBM206", L3, 'units="litre"', 'units="x"'),
    "amount in no unit": case("SBM206", ALL, *given(A, 'substanceUnits="x"')),
    "member that is none": case("SBM206", L3, 'groups:idRef="b"', 'groups:idRef="x"'),
    "member by metaid": case("SBM206", L3, 'groups:idRef="b"', 'groups:metaIdRef="x"'),
    # Values
    "amount": case("SBM207", ALL, 'm3" compartment="c" initialAmount="0"',
                   'm3" compartment="c" initialAmount="much"'),
    "amount with an underscore": case("SBM207", ALL, 'initialAmount="0"', 'initialAmount="1_0"'),
    "amount beyond doubles": case("SBM207", ALL, 'initialAmount="0"', 'initialAmount="1e309"'),
    "amount near nothing": case("SBM207", ALL, 'initialAmount="0"', 'initialAmount="1e-320"'),
    "size": case("SBM207", ALL, 'size="1"', 'size="big"'),
    "stoichiometry": case("SBM207", L2, *given(REACTANT, 'stoichiometry="two"')),
    "stoichiometry of Level 3": case("SBM207", L3, 'stoichiometry="1"', 'stoichiometry="two"'),
    "boundary": case("SBM223", L2, *given(A, 'boundaryCondition="yes"')),
    "units' kind": case("SBM223", L3, 'OnlySubstanceUnits="true"', 'OnlySubstanceUnits="True"'),
    "reversible": case("SBM223", L2, *given(R, 'reversible="no"')),
    "dimensions": case("SBM223", L2, *given(C, 'spatialDimensions="4"')),
    "half a dimension": case("SBM223", L2, *given(C, 'spatialDimensions="1.5"')),
    "charge": case("SBM223", L2, *given(A, 'charge="1.5"')),
    "kind of a group": case("SBM223", L3, '"collection"', '"bag"'),
    # Terms
    "sboTerm": case("SBM208", WITH_TERMS, *given(R, 'sboTerm="SBO:17"')),
    "sboTerm that is blank": case("SBM208", WITH_TERMS, *given(R, 'sboTerm=""')),
    "sboTerm that is none": case("SBM209", WITH_TERMS, *given(R, 'sboTerm="SBO:9999999"')),
    "sboTerm of old": case("SBM209", WITH_TERMS, *given(R, 'sboTerm="SBO:0000232"')),
    "reaction's term": case("SBM210", RULED, *given(R, 'sboTerm="SBO:0000252"')),
    "reaction's participant": case("SBM210", RULED, *given(R, 'sboTerm="SBO:0000021"')),
    "species' term": case("SBM210", WITH_TERMS, *given(A, 'sboTerm="SBO:0000176"')),
    "compartment's term": case("SBM210", WITH_TERMS, *given(C, 'sboTerm="SBO:0000176"')),
    "model's term": case("SBM210", RULED, *given('model id="m"', 'sboTerm="SBO:0000252"')),
    "reactant's term": case("SBM210", RULED, *given(REACTANT, 'sboTerm="SBO:0000252"')),
    "modifier's term": case("SBM210", RULED, *given(MODIFIER, 'sboTerm="SBO:0000176"')),
    # What is said
    "about nothing": case("SBM211", RULED, ' rdf:about="#m4"', ""),
    "about a blank": case("SBM211", RULED, '"#m4"', '""'),
    "about another": case("SBM211", RULED, '"#m4"', '"#m3"'),
    "notes of no namespace": case("SBM214", ALL, NOTE, "<p>a note</p>"),
    "notes of another namespace": case("SBM214", ALL, NOTE, '<p xmlns="https://x.org">a</p>'),
    "notes of a list": case(
        "SBM214", ALL, "<listOfSpecies>", "<listOfSpecies><notes><p/></notes>"
    ),
    "notes without an element": case("SBM214", L2V2, NOTE, "a note"),
    "notes that are empty": case("SBM214", L2V2, NOTE, ""),
    "notes without a head": case("SBM214", L2V2, NOTE, f"<html {XHTML}><body/></html>"),
    "notes without a title": case("SBM214", L2V2, NOTE, f"<html {XHTML}><head/><body/></html>"),
    "notes in no tag of XHTML": case("SBM214", L2V2, NOTE, f"<section {XHTML}>a</section>"),
    "notes in a row of no table": case("SBM214", L2V2, NOTE, f"<tr {XHTML}>a</tr>"),
    "notes beside a body": case("SBM214", L2V2, NOTE, f"<body {XHTML}/><p {XHTML}/>"),
    "notes with text beside": case("SBM214", L2V2, NOTE, f"<p {XHTML}/>text"),
    "annotation with two of a namespace": case("SBM215", RULED, SAID, SAID * 2),
    "annotation in core": case("SBM215", L2V2, SAID, "<a/>"),
    "annotation in another edition's core": case(
        "SBM215", L2V2, SAID, "<annotation/>"
    ),
    "annotation of text": case("SBM215", ALL, SAID, "text"),
    # Lists, and parts that stand once
    "no reactants": case("SBM216", L2, f"<{REACTANT}/>", ""),
    "no reactants in Level 3": case("SBM216", (L3V1,), f"<{REACTANT}{FIXED}/>", ""),
    "no modifiers": case("SBM216", LISTS_NEEDED, f"<{MODIFIER}/>", ""),
    "no parameters": case(
        "SBM216", LISTS_NEEDED, "<listOfReactions>", "<listOfParameters/><listOfReactions>"
    ),
    "notes alone in a list": case(
        "SBM216",
        LISTS_NEEDED,
        "<listOfReactions>",
        f"<listOfParameters><notes><p {XHTML}/></notes></listOfParameters><listOfReactions>",
    ),
    "no members": case("SBM216", L3, '<groups:member groups:idRef="b"/>', ""),
    "no groups": case("SBM216", L3, "<groups:group", "<!--", "</groups:group>", "-->"),
    "species twice": case(
        "SBM216",
        ALL,
        "<listOfReactions>",
        f'<listOfSpecies><species id="q" compartment="c" {HELD}/></listOfSpecies><listOfReactions>',
    ),
    "reactants twice": case(
        "SBM216",
        ALL,
        "<listOfProducts>",
        "<listOfReactants><speciesReference species=\"b\"/></listOfReactants><listOfProducts>",
    ),
    "laws twice": case("SBM216", ALL, "</listOfModifiers>", f"</listOfModifiers>{LAW * 2}"),
    "notes twice": case(
        "SBM216", ALL, NOTE, f"{NOTE}</notes><notes>{NOTE}"
    ),
    "annotations twice": case("SBM216", ALL, SAID, f"{SAID}</annotation><annotation>"),
    "groups twice": case(
        "SBM216",
        L3,
        "<groups:listOfGroups>",
        f"<groups:listOfGroups>{GROUP}</groups:listOfGroups><groups:listOfGroups>",
    ),
    "members twice": case(
        "SBM216",
        L3,
        "<groups:listOfMembers>",
        '<groups:listOfMembers><groups:member groups:idRef="a"/></groups:listOfMembers>'
        "<groups:listOfMembers>",
    ),
    "two models": case("SBM216", ALL, "</sbml>", "<model/></sbml>"),
    "no sides": case(
        "SBM217", LISTS_NEEDED, "<listOfReactants>", "<!--", "</listOfProducts>", "-->"
    ),
    # What does not belong there
    "species' attribute": case("SBM220", ALL, *given(A, 'foo="1"')),
    "compartment's attribute": case("SBM220", ALL, *given(C, 'foo="1"')),
    "reaction's attribute": case("SBM220", ALL, *given(R, 'foo="1"')),
    "reactant's attribute": case("SBM220", ALL, *given(REACTANT, 'denominator="1"')),
    "modifier's attribute": case("SBM220", ALL, *given(MODIFIER, 'stoichiometry="1"')),
    "model's attribute": case("SBM220", ALL, *given('model id="m"', 'foo="1"')),
    "root's attribute": case("SBM220", ALL, *given("sbml", 'foo="1"')),
    "list's attribute": case("SBM220", ALL, *given("listOfSpecies", 'foo="1"')),
    "reactants' attribute": case("SBM220", ALL, *given("listOfReactants", 'foo="1"')),
    "list's id": case("SBM220", LISTS_NEEDED, *given("listOfSpecies", 'id="x"')),
    "language": case("SBM220", ALL, *given(A, 'xml:lang="en"')),
    "attribute of nobody": case("SBM220", ALL, *given(A, 'xmlns:x="https://x.org" x:id="x"')),
    "attribute of a package undeclared": case(
        "SBM220", L3, *given(A, f'xmlns:fbc="{FBC}" fbc:charge="1"')
    ),
    "outside in Level 3": case("SBM220", L3, *given(C, 'outside="out"')),
    "compartment of a reaction in Level 2": case("SBM220", L2, *given(R, 'compartment="c"')),
    "sboTerm before its time": case("SBM220", L2[:2], *given(A, 'sboTerm="SBO:0000252"')),
    "spatialSizeUnits after its time": case(
        "SBM220", (*L2V3, *L3), *given(A, 'spatialSizeUnits="litre"')
    ),
    "type before its time": case("SBM220", L2[:1], *given(A, 'speciesType="t"')),
    "type after its time": case("SBM220", L3, *given(A, 'speciesType="t"')),
    "name before its time": case("SBM220", L2[:1], *given(REACTANT, 'name="x"')),
    "fast after its time": case("SBM220", (L3V2,), *given(R, 'fast="false"')),
    "group's attribute": case("SBM220", L3, *given("groups:group", 'groups:foo="1"')),
    "group's attribute of core": case("SBM220", L3, *given("groups:group", 'foo="1"')),
    "members' attribute": case("SBM220", L3, *given("groups:listOfMembers", 'foo="1"')),
    "element in the model": case(
        "SBM221", ALL, "<listOfCompartments>", "<foo/><listOfCompartments>"
    ),
    "element in a species": case("SBM221", ALL, "<annotation>\n          <", "<foo/><annotation><"),
    "element in a reaction": case("SBM221", ALL, "<listOfReactants>", "<foo/><listOfReactants>"),
    "element at the root": case("SBM221", ALL, "</sbml>", "<foo/></sbml>"),
    "modifier among reactants": case(
        "SBM221", ALL, "<listOfReactants>", f"<listOfReactants><{MODIFIER}/>"
    ),
    "reactant among modifiers": case(
        "SBM221", ALL, f"<{MODIFIER}/>", f'<{MODIFIER}/><speciesReference species="a"/>'
    ),
    "compartment among species": case(
        "SBM221", ALL, "<listOfSpecies>", f'<listOfSpecies><compartment id="q"{SIZED}/>'
    ),
    "species in the model": case(
        "SBM221", ALL, "<listOfCompartments>", f'<species id="q" compartment="c" {HELD}/>'
        "<listOfCompartments>"
    ),
    "element in a group": case(
        "SBM221", L3, "<groups:listOfMembers>", "<groups:foo/><groups:listOfMembers>"
    ),
    "group among members": case(
        "SBM221", L3, "<groups:listOfMembers>", f"<groups:listOfMembers>{GROUP}"
    ),
    "member among groups": case(
        "SBM221",
        L3,
        "<groups:listOfGroups>",
        '<groups:listOfGroups><groups:member groups:idRef="a"/>',
    ),
    # Order
    "sides in the wrong order": case(
        "SBM222",
        L2,
        "<listOfReactants>",
        '<listOfProducts><speciesReference species="b"/></listOfProducts><listOfReactants>',
        "<listOfProducts>\n",
        "<!--",
        "</listOfProducts>\n",
        "-->",
    ),
    "parameters before compartments": case(
        "SBM222",
        L2,
        "<listOfCompartments>",
        f"<listOfParameters>{PARAMETER.format('k')}</listOfParameters><listOfCompartments>",
    ),
    "law before reactants": case("SBM222", L2, "<listOfReactants>", f"{LAW}<listOfReactants>"),
    "notes after the annotation": case(
        "SBM222", ALL, f"<notes>\n      <p {XHTML}>a note</p>\n    </notes>\n", "",
        "</annotation>", f"</annotation><notes><p {XHTML}/></notes>",
    ),
    "a group's notes after its annotation": case(
        "SBM222",
        L3,
        "<groups:listOfMembers>",
        f"<annotation/><notes><p {XHTML}/></notes><groups:listOfMembers>",
    ),
    # What does not go together
    "amount and concentration": case("SBM224", ALL, *given(A, 'initialConcentration="1"')),
    "coefficient and formula": case(
        "SBM224",
        L2,
        f"<{REACTANT}/>",
        f"<{REACTANT} stoichiometry=\"1\"><stoichiometryMath>"
        '<math xmlns="http://www.w3.org/1998/Math/MathML"><cn>2</cn></math></stoichiometryMath>'
        "</speciesReference>",
    ),
    "member by id and metaid": case(
        "SBM224", L3, *given("groups:member", 'groups:metaIdRef="m2"')
    ),
    "constant reactant": case("SBM225", L2, *given(A, 'constant="true"')),
    "constant product": case("SBM225", L2, *given('species id="b"', 'constant="1"')),
    "constant reactant of Level 3": case(
        "SBM225", L3, A_OF_3, A_OF_3.replace('constant="false"', 'constant="true"')
    ),
    "point with a size": case(
        "SBM226", L2, *given(C, 'spatialDimensions="0"'), ' outside="out"', ""
    ),
    "point with units": case(
        "SBM226", L2, f'{C} size="1" outside="out"', f'{C} spatialDimensions="0" units="litre"'
    ),
    "point that changes": case(
        "SBM226", L2, f'{C} size="1" outside="out"', f'{C} spatialDimensions="0" constant="false"'
    ),
    "point in a space": case(
        "SBM226", L2, f'{C} size="1"', f'{C} spatialDimensions="0"'
    ),
    "concentration at a point": case(
        "SBM226",
        L2,
        f'{C} size="1" outside="out"',
        f'{C} spatialDimensions="0"',
        "initialAmount",
        "initialConcentration",
    ),
    "compartments in each other": case("SBM227", L2, *given(OUT, 'outside="c"')),
    "compartment in itself": case("SBM227", L2, 'outside="out"', 'outside="c"'),
    "group in itself": case("SBM227", L3, 'groups:idRef="b"', 'groups:idRef="g"'),
    "two of a type": case(
        "SBM228",
        L2V2,
        "<listOfCompartments>",
        '<listOfSpeciesTypes><speciesType id="t"/></listOfSpeciesTypes><listOfCompartments>',
        *given(A, 'speciesType="t"'),
        *given('species id="b"', 'speciesType="t"'),
    ),
    # The root
    "no model": case("SBM003", LISTS_NEEDED, "<model", "<!--", "</model>", "-->"),
    "no level": case("SBM229", L3, ' level="3"', ""),
    "no version": case("SBM229", (*L2, L3V2), '" version="', '" metaid="v'),
    "groups required": case("SBM230", L3, 'required="false"', 'required="true"'),
    "groups not told": case("SBM230", L3, ' groups:required="false"', ""),
    "layout not told": case(
        "SBM230",
        L3,
        *given("sbml", 'xmlns:l="http://www.sbml.org/sbml/level3/version1/layout/version1"'),
    ),
    "package that is required": case(
        "SBM230", L3, *given("sbml", f'xmlns:z="{UNKNOWN_PACKAGE}" z:required="true"')
    ),
    "package that is not known": case(
        "SBM230", L3, *given("sbml", f'xmlns:z="{UNKNOWN_PACKAGE}" z:required="false"')
    ),
}  # fmt: skip
"""By what is wrong."""

FINE: dict[str, Case] = {
    "nothing edited": fine(ALL, "a note", "another note"),
    "amounts": fine(ALL, 'initialAmount="0"', 'initialAmount=" -1.5E+3 "'),
    "infinite": fine(ALL, 'initialAmount="0"', 'initialAmount="INF"'),
    "nothing": fine(ALL, 'initialAmount="0"', 'initialAmount="0.0000e-400"'),
    "no number": fine(ALL, 'initialAmount="0"', 'initialAmount="NaN"'),
    "true as a digit": fine(L2, *given(A, 'boundaryCondition="1"')),
    "constant on the boundary": fine(L2, *given(A, 'boundaryCondition="true" constant="true"')),
    "constant modifier": fine(L2, *given('species id="e"', 'constant="true"')),
    "id of a unit": fine(
        ALL,
        "<listOfCompartments>",
        f"<listOfUnitDefinitions>{UNIT_DEFINITION.format('a')}</listOfUnitDefinitions>"
        "<listOfCompartments>",
    ),
    "a type": fine(
        L2V2,
        "<listOfCompartments>",
        '<listOfSpeciesTypes><speciesType id="t"/></listOfSpeciesTypes><listOfCompartments>',
        *given(A, 'speciesType="t"'),
    ),
    "point in a point": fine(
        L2, f'{C} size="1"', f'{C} spatialDimensions="0"', f'{OUT} size="1"',
        f'{OUT} spatialDimensions="0"',
    ),
    "metaid with signs": fine(ALL, 'metaid="m3"', 'metaid="m.3-_:x"'),
    "id of a reactant": fine(RULED, *given(REACTANT, 'id="x" name="x"')),
    "list's term": fine(WITH_TERMS, *given("listOfSpecies", 'sboTerm="SBO:0000240"')),
    "list's id": fine((L3V2,), *given("listOfSpecies", 'id="x" name="x"')),
    "reaction's term": fine(RULED, *given(R, 'sboTerm="SBO:0000176"')),
    "model's term of old": fine((*L2V2[:3], *L3), *given('model id="m"', 'sboTerm="SBO:0000062"')),
    "model's term": fine((*L2[3:], *L3), *given('model id="m"', 'sboTerm="SBO:0000375"')),
    "species' term of old": fine(L2V3[:1], *given(A, 'sboTerm="SBO:0000241"')),
    "notes as a document": fine(
        ALL, NOTE, f"<html {XHTML}><head><title>a</title></head><body><p>a</p></body></html>"
    ),
    "notes as a body": fine(ALL, NOTE, f"<body {XHTML}>a note</body>"),
    "notes with elements of others": fine(
        ALL, NOTE, f'<p {XHTML}>a <x xmlns="https://x.org"/> note</p>'
    ),
    "notes after the lists": fine(
        ALL,
        "</listOfReactions>",
        "</listOfReactions><notes><p xmlns='http://www.w3.org/1999/xhtml'/></notes>",
        f"<notes>\n      <p {XHTML}>a note</p>\n    </notes>\n",
        "",
        SAID,
        "",
        "<annotation>\n      ",
        "",
        "</annotation>",
        "",
    ),
    "notes after reactants": fine(
        ALL, "<listOfProducts>", f"<notes><p {XHTML}/></notes><listOfProducts>"
    ),
    "annotation after the lists": fine(
        ALL, "</listOfModifiers>", '</listOfModifiers><annotation/>'
    ),
    "notes of text": fine((L2[0], *L3), NOTE, "a note"),
    "notes of a list": fine(
        ALL, "<listOfSpecies>", f"<listOfSpecies><notes><p {XHTML}/></notes>"
    ),
    "annotation without content": fine(ALL, SAID, ""),
    "core inside an annotation": fine(
        ALL,
        SAID,
        '<a xmlns="https://example.org/a"><model xmlns="SPACE"><listOfSpecies><species id="a"/>'
        '</listOfSpecies><species metaid="m2"/><foo/></model></a>',
    ),
    "elements of others": fine(
        ALL, "<listOfCompartments>", '<x:x xmlns:x="https://x.org"/><listOfCompartments>'
    ),
    "order in Level 3": fine(
        L3,
        "<listOfCompartments>",
        f"<listOfParameters>{PARAMETER.format('k')}</listOfParameters><listOfCompartments>",
    ),
    "empty lists": fine((L3V2,), f"<{MODIFIER}/>", "", "<listOfReactions>",
                        "<listOfParameters/><listOfReactions>"),
    "no sides": fine((L3V2,), "<listOfReactants>", "<!--", "</listOfProducts>", "-->"),
    "no model": fine((L3V2,), "<model", "<!--", "</model>", "-->"),
    "dimensions of Level 3": fine(L3, 'spatialDimensions="3"', 'spatialDimensions="2.5"'),
    "schema of the root": fine(
        ALL,
        *given(
            "sbml",
            'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b"',
        ),
    ),
    "attribute of a package": fine(L3, *given(A, 'groups:foo="1"')),
    "group of a group": fine(
        L3, "</groups:group>", '</groups:group><groups:group groups:kind="partonomy">'
        '<groups:listOfMembers><groups:member groups:idRef="g"/></groups:listOfMembers>'
        "</groups:group>",
    ),
    "member by metaid": fine(L3, 'groups:idRef="b"', 'groups:metaIdRef="m2"'),
    "group without members": fine(
        L3, "<groups:listOfMembers>", "<!--", "</groups:listOfMembers>", "-->"
    ),
}  # fmt: skip
"""What is as it may be, by what might look wrong in it."""
