"""Each rule fires on one fault in a clean file, and it alone; the clean file has no error."""

import gzip
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathport.errors import UnreadableError
from pathport.findings import Finding, Severity
from pathport.formats.biopax import codes
from pathport.formats.biopax.graph import Graph, Literal, Node, Ref, parse
from pathport.formats.biopax.ontology import ontology
from pathport.formats.biopax.rules import RULES, TOLERATED, check
from pathport.rules import Rule

CORPUS = Path(__file__).parents[4] / "shared" / "corpus" / "biopax"
FILES = sorted(path.relative_to(CORPUS).as_posix() for path in CORPUS.rglob("*.owl*"))
BASE = "http://example.org/cxcr4#"
LARGEST = "pc7_large_58k.owl.gz"
BROKEN = "bad/pc12_bad_bytes.owl.gz"

Expected = tuple[tuple[Rule, str], ...]
Found = Counter[tuple[str, str]]


class Fault(msgspec.Struct, frozen=True):
    """One fault put into the clean file: texts to replace, elements to add, and what is found."""

    expected: Expected
    replaced: tuple[tuple[str, str], ...] = ()
    added: str = ""


def content(name: str) -> bytes:
    path = CORPUS / name
    if not path.exists():
        pytest.skip(f"the corpus is not at {CORPUS}")
    return gzip.decompress(path.read_bytes()) if name.endswith(".gz") else path.read_bytes()


def clean() -> str:
    """The file with every construct, less the datatypes of strings."""
    text = content("exemplar_constructs.owl").decode()
    return text.replace(' rdf:datatype="http://www.w3.org/2001/XMLSchema#string"', "")


def spoilt(fault: Fault) -> str:
    text = clean()
    for old, new in fault.replaced:
        assert text.count(old) == 1, f"{old} stands {text.count(old)} times"
        text = text.replace(old, new)
    return text.replace("</rdf:RDF>", f"{fault.added}</rdf:RDF>")


def counted(findings: Iterable[Finding]) -> Found:
    return Counter((it.code, it.place.subject.removeprefix(BASE)) for it in findings)


def link(name: str, uri: str) -> str:
    return f'<bp:{name} rdf:resource="#{uri}"/>'


def text(name: str, value: str) -> str:
    return f"<bp:{name}>{value}</bp:{name}>"


def thing(cls: str, uri: str, *values: str) -> str:
    return f'<bp:{cls} rdf:ID="{uri}">{"".join(values)}</bp:{cls}>\n'


def into(uri: str, *values: str) -> tuple[str, str]:
    """The replacement that adds values to an object."""
    return f'rdf:ID="{uri}">', f'rdf:ID="{uri}">{"".join(values)}'


def instead(cls: str, uri: str, other: str, rest: str) -> tuple[tuple[str, str], ...]:
    """The replacements that give an object another class; ``rest`` is its last value."""
    return (
        (f'<bp:{cls} rdf:ID="{uri}">', f'<bp:{other} rdf:ID="{uri}">'),
        (f"{rest}\n</bp:{cls}>", f"{rest}\n</bp:{other}>"),
    )


def process(cls: str, uri: str, *values: str) -> str:
    return thing(cls, uri, text("displayName", uri), *values)


def lines(*values: str) -> str:
    """Values as they stand one below the other in the clean file."""
    return "\n ".join(values)


def coefficient(uri: str) -> str:
    """A coefficient as it stands in the clean file, up to its number."""
    return lines(link("physicalEntity", uri), f"<bp:stoichiometricCoefficient{FLOAT}>")


def molecule(uri: str, place: str, *values: str) -> str:
    shown = text("displayName", "another JAK2")
    return thing("Protein", uri, shown, link("cellularLocation", place), *values)


def relation(uri: str, db: str, accession: str) -> str:
    return thing("RelationshipXref", uri, text("db", db), text("id", accession))


def once(rule: Rule, subject: str, *replaced: tuple[str, str], added: str = "") -> Fault:
    return Fault(((rule, subject),), replaced, added)


TOP = into("top", link("pathwayComponent", "new"))
"""Makes a new process part of the pathway."""

JAK2 = ' <bp:displayName>JAK2</bp:displayName>\n <bp:entityReference rdf:resource="#ref_JAK2"/>'
ARR = "<bp:displayName>beta-arrestin 2</bp:displayName>"
PA = "<bp:term>physical association</bp:term>"
TO_PA = ' <bp:xref rdf:resource="#x_pa"/>\n'
X_PA = '<bp:UnificationXref rdf:ID="x_pa">\n <bp:db>mi</bp:db>\n <bp:id>MI:0915</bp:id>\n'
END = "</bp:UnificationXref>"
FLOAT = ' rdf:datatype="http://www.w3.org/2001/XMLSchema#float"'
IN_JAK2 = into("ref_JAK2", link("xref", "new"))
OTHER_JAK2 = link("entityReference", "ref_JAK2")
IN_MI1 = into("mi1", link("participant", "new"))
IN_MI2 = into("mi2", link("participant", "new"))

MI2_ENDS = lines(link("participant", "gi_any"), link("interactionType", "pa"))
PHOS_ENDS = lines(link("right", "adp"), text("conversionDirection", "LEFT-TO-RIGHT"))
SITELESS = thing("ModificationFeature", "new", link("modificationType", "pY"))
STATE = molecule("new", "cyt", OTHER_JAK2)
EMPTY_COMPLEX = thing("Complex", "new", text("displayName", "dark"), link("cellularLocation", "pm"))
TWIN = thing(
    "Complex",
    "new",
    text("displayName", "twin"),
    link("cellularLocation", "nuc"),
    link("component", "pstat3_nd"),
    link("componentStoichiometry", "st_dimer_pstat3_nd"),
)
MOUSE = thing(
    "BioSource", "new", text("displayName", "Mus musculus"), link("xref", "new_x")
) + thing("UnificationXref", "new_x", text("db", "taxonomy"), text("id", "10090"))

FAULTS = (
    Fault(
        ((codes.UNKNOWN_CLASS, "mi2"),),
        instead("MolecularInteraction", "mi2", "Meeting", MI2_ENDS),
    ),
    once(codes.UNKNOWN_CLASS, "new", added='<rdf:Description rdf:ID="new"/>'),
    once(codes.UNKNOWN_PROPERTY, "jak2", into("jak2", text("colour", "red"))),
    once(codes.DOMAIN, "jak2", into("jak2", link("organism", "hs"))),
    once(codes.RANGE, "cat2", (link("controlled", "phos"), link("controlled", "mig"))),
    once(codes.RANGE, "bind1", into("bind1", text("evidence", "seen"))),
    once(codes.RANGE, "bind1", into("bind1", link("comment", "hs"))),
    once(codes.RANGE, "pa", into("pa", link("xref", "pub1"))),
    once(codes.ENUMERATION, "inh1", ("INHIBITION", "INHIBITS")),
    once(codes.ENUMERATION, "tx", (">FORWARD<", ">AHEAD<")),
    once(
        codes.UNDERLINED,
        "exch",
        (
            lines(link("right", "gdp"), text("conversionDirection", "LEFT-TO-RIGHT")),
            lines(link("right", "gdp"), text("conversionDirection", "LEFT_TO_RIGHT")),
        ),
    ),
    once(
        codes.ENUMERATION,
        "txr",
        (
            lines(link("controlled", "tx"), text("controlType", "ACTIVATION")),
            lines(link("controlled", "tx"), text("controlType", "ACTIVATION-ALLOSTERIC")),
        ),
    ),
    once(
        codes.FIXED_VALUE,
        "cat2",
        (
            lines(link("controlled", "phos"), text("controlType", "ACTIVATION")),
            lines(link("controlled", "phos"), text("controlType", "INHIBITION")),
        ),
    ),
    once(
        codes.FIXED_VALUE,
        "deg",
        (
            lines(link("left", "cxcl12_f"), text("conversionDirection", "LEFT-TO-RIGHT")),
            lines(link("left", "cxcl12_f"), text("conversionDirection", "REVERSIBLE")),
        ),
    ),
    once(codes.DATATYPE, "y705", (">705<", ">Y705<")),
    once(codes.DATATYPE, "y705", (">705<", ">2147483648<")),
    once(
        codes.DATATYPE,
        "st_dim_out",
        (
            coefficient("dimer") + "1.0",
            coefficient("dimer") + "one",
        ),
    ),
    once(codes.DATATYPE, "imp", into("imp", text("spontaneous", "yes"))),
    once(
        codes.DATATYPE_DECLARED,
        "st_dim_out",
        (
            coefficient("dimer"),
            coefficient("dimer").replace(FLOAT, ' rdf:datatype="xsd:double"'),
        ),
    ),
    once(codes.CARDINALITY_MAX, "jak2", into("jak2", link("cellularLocation", "nuc"))),
    once(
        codes.CARDINALITY_MIN,
        "st_dim_out",
        (
            coefficient("dimer") + "1.0</bp:stoichiometricCoefficient>\n",
            link("physicalEntity", "dimer"),
        ),
    ),
    once(
        codes.EVIDENCE_EMPTY,
        "new",
        into("bind2", link("evidence", "new")),
        added=thing("Evidence", "new", link("xref", "pub1")),
    ),
    once(codes.INVERSE_FUNCTIONAL, "b_r", into("ref_ACKR3", link("entityFeature", "b_r"))),
    Fault(
        ((codes.INVERSE_FUNCTIONAL, "b_r"), (codes.SYMMETRIC, "b_dim")),
        (into("b_dim", link("bindsTo", "b_r")),),
    ),
    once(codes.COMPONENT_SHARED, "cxcr4_b", into("cx2", link("component", "cxcr4_b"))),
    once(codes.SYMMETRIC, "b_a", (f" {link('bindsTo', 'b_a')}\n", "")),
    once(
        codes.DISJOINT,
        "jak2",
        into(
            "jak2",
            '<rdf:type rdf:resource="http://www.biopax.org/release/biopax-level3.owl#Complex"/>',
        ),
    ),
    once(
        codes.TOO_GENERAL,
        "new",
        into("bind1", link("xref", "new")),
        added=thing("Xref", "new", text("db", "pubmed"), text("id", "1")),
    ),
    once(codes.DANGLING, "bind2", into("bind2", link("evidence", "nothing"))),
    once(codes.FOREIGN, "jak2", into("jak2", '<my:x xmlns:my="http://my.org/">1</my:x>')),
    once(codes.FOREIGN, "jak2", into("jak2", "stray")),
    once(codes.DUPLICATE, "jak2", added=thing("Protein", "jak2")),
    once(
        codes.ALIAS,
        "jak2",
        ('rdf:resource="#jak2"', 'rdf:resource="http://example.org/cxcr4jak2"'),
    ),
    once(
        codes.URI,
        BASE + "a b",
        added=f'<bp:Pathway rdf:about="{BASE}a b">{text("displayName", "a")}</bp:Pathway>',
    ),
    once(codes.LONG_URI, "p" * 250, added=thing("Pathway", "p" * 250, text("displayName", "p"))),
    once(codes.URI_CASE, "TOP", added=process("Pathway", "TOP")),
    once(codes.UNUSED, "new", added=relation("new", "pubmed", "1")),
    once(codes.ILLEGAL_VALUE, "jak2", into("jak2", text("comment", " n/a "))),
    once(codes.NO_NAME, "arr", (f" {ARR}\n", "")),
    once(codes.LONG_NAME, "arr", (ARR, text("displayName", "b" * 26))),
    once(codes.LONG_NAME, "prov", ("pathport exemplar", "p" * 51)),
    once(codes.REPEATED_NAME, "arr", into("arr", text("name", "beta-arrestin 2"))),
    once(codes.REPEATED_NAME, "arr", into("arr", text("name", "b"), text("name", "b"))),
    Fault(
        ((codes.NOT_SPECIFIC, "mi2"),),
        instead("MolecularInteraction", "mi2", "Interaction", MI2_ENDS),
    ),
    Fault(
        ((codes.PLAIN_CONVERSION, "phos"),),
        instead("BiochemicalReaction", "phos", "Conversion", PHOS_ENDS),
    ),
    once(codes.CLONED, "new", IN_JAK2, added=relation("new", "hgnc", "6192")),
    once(
        codes.XREF_INCOMPLETE,
        "new",
        IN_JAK2,
        added=thing("RelationshipXref", "new", text("db", "pubmed")),
    ),
    once(codes.UNKNOWN_DB, "new", IN_JAK2, added=relation("new", "nowhere at all", "1")),
    once(codes.ID_FORMAT, "h_JAK2", (">6192<", ">JAK2<")),
    once(codes.ID_FORMAT, "h_JAK2", (">6192<", ">HGNC:6192<")),
    once(codes.DB_SPELLING, "new", IN_JAK2, added=relation("new", "PubMed database", "1")),
    once(codes.NOT_ALLOWED_XREF, "x_tax", (">taxonomy<", ">ncbigene<")),
    Fault(
        ((codes.DENIED_XREF, "u_JAK2"),),
        (("<bp:db>uniprot</bp:db>\n <bp:id>O60674<", "<bp:db>ncbigene</bp:db>\n <bp:id>3717<"),),
    ),
    once(codes.SHARED_IDENTITY, "u_JAK2", into("jak2", link("xref", "u_JAK2"))),
    Fault(
        ((codes.NO_IDENTITY, "ref_JAK2"),),
        instead("UnificationXref", "u_JAK2", "RelationshipXref", text("id", "O60674")),
    ),
    Fault(
        ((codes.NO_FAMILY_IDENTITY, "ref_JAK2"),),
        (
            *instead("UnificationXref", "u_JAK2", "RelationshipXref", text("id", "O60674")),
            into("ref_JAK2", link("memberEntityReference", "ref_CXCR4")),
        ),
    ),
    once(
        codes.NO_ORGANISM,
        "ref_JAK2",
        (lines(text("displayName", "JAK2"), link("organism", "hs")), text("displayName", "JAK2")),
    ),
    once(codes.TAXON, "hs", into("hs", link("xref", "pub1"))),
    once(codes.VOCABULARY_WITHOUT_TERM, "pa", (f" {PA}\n", "")),
    once(
        codes.VOCABULARY_XREFS,
        "pa",
        into("pa", link("xref", "new")),
        added=thing("UnificationXref", "new", text("db", "mi"), text("id", "MI:0407")),
    ),
    once(codes.ONTOLOGY_TERM_MISSING, "pa", (TO_PA, ""), (X_PA + END, "")),
    once(codes.TERM_NAME, "pY", ("O4'-phospho-L-tyrosine", "O-phospho-L-tyrosine")),
    once(codes.TERM_ELSEWHERE, "cyt", (">cytosol<", ">nucleus<")),
    *(
        Fault(((codes.TERM_XREF, uri), (codes.TERM_ELSEWHERE, uri)), ((right, wrong),))
        for uri, right, wrong in (
            ("cyt", "GO:0005829", "GO:0006915"),
            ("pY", "MOD:00048", "MOD:99999"),
            ("pY", "MOD:00048", "MOD:01157"),
        )
    ),
    once(
        codes.TERM_UNKNOWN,
        "pa",
        (TO_PA, ""),
        (X_PA + END, ""),
        ("physical association", "handshake"),
    ),
    once(
        codes.EVIDENCE_IN_ECO,
        "evc",
        ("<bp:db>mi</bp:db>\n <bp:id>MI:0096<", "<bp:db>eco</bp:db>\n <bp:id>ECO:0000269<"),
        ("pull down", "experimental evidence used in manual assertion"),
    ),
    once(codes.NO_REFERENCE, "new", IN_MI2, added=molecule("new", "pm")),
    once(codes.SAME_STATE, "new", IN_MI1, added=STATE),
    once(
        codes.SAME_STATE_RECORDED,
        "new",
        IN_MI1,
        added=molecule("new", "cyt", OTHER_JAK2, text("comment", "pathport: active")),
    ),
    once(codes.FEATURE_UNDECLARED, "jak2", into("jak2", link("feature", "b_dim"))),
    Fault(
        ((codes.AMBIGUOUS_FEATURE, "plx"),),
        (into("cx1", link("component", "plx")),),
    ),
    once(
        codes.SITE_WITHOUT_POSITION,
        "new",
        into("ref_JAK2", link("entityFeature", "new")),
        into("jak2", link("notFeature", "new")),
        added=SITELESS,
    ),
    once(codes.SAME_NAME, "arr", (ARR, text("displayName", "JAK2"))),
    once(codes.COMPLEX_OF_NOTHING, "new", IN_MI2, added=EMPTY_COMPLEX),
    once(
        codes.COMPLEX_OF_ONE,
        "dimer",
        (
            coefficient("pstat3_nd") + "2",
            coefficient("pstat3_nd") + "1",
        ),
    ),
    once(
        codes.STOICHIOMETRY_ELSEWHERE,
        "st_dimer_pstat3_nd",
        (link("physicalEntity", "pstat3_nd"), link("physicalEntity", "jak2")),
    ),
    once(
        codes.STOICHIOMETRY_ELSEWHERE,
        "st_dim_in",
        (link("physicalEntity", "pstat3_n"), link("physicalEntity", "jak2")),
    ),
    Fault(
        (
            (codes.COMPLEX_IN_ITSELF, "gi_gtp"),
            (codes.COMPLEX_IN_ITSELF, "gi_gdp"),
            (codes.COMPLEX_IN_COMPLEX, "gi_gtp"),
            (codes.COMPLEX_IN_COMPLEX, "gi_gdp"),
            (codes.AMBIGUOUS_FEATURE, "gi_gtp"),
            (codes.AMBIGUOUS_FEATURE, "gi_gdp"),
        ),
        (into("gi_gdp", link("component", "gi_gtp")), into("gi_gtp", link("component", "gi_gdp"))),
    ),
    Fault(
        ((codes.COMPLEX_TWICE, "new"), (codes.COMPONENT_SHARED, "pstat3_nd")),
        (into("dimer", link("memberPhysicalEntity", "new")),),
        TWIN,
    ),
    once(
        codes.COMPONENT_NOWHERE,
        "gi_gdp",
        (
            lines(
                link("entityReference", "ref_GDP"),
                link("cellularLocation", "pm"),
                link("dataSource", "prov"),
                link("feature", "b_gdp"),
            ),
            lines(
                link("entityReference", "ref_GDP"),
                link("dataSource", "prov"),
                link("feature", "b_gdp"),
            ),
        ),
    ),
    once(
        codes.COMPONENT_ELSEWHERE,
        "gi_gdp",
        (
            lines(
                link("cellularLocation", "pm"), link("dataSource", "prov"), link("feature", "b_gdp")
            ),
            lines(
                link("cellularLocation", "cyt"),
                link("dataSource", "prov"),
                link("feature", "b_gdp"),
            ),
        ),
    ),
    once(
        codes.ASSEMBLY_WITHOUT_COMPLEX,
        "new",
        TOP,
        added=process("ComplexAssembly", "new", link("left", "atp"), link("right", "adp")),
    ),
    Fault(
        ((codes.WRONG_CONVERSION, "new"), (codes.ILLEGAL_CONVERSION, "gi_d")),
        (TOP,),
        process(
            "BiochemicalReaction",
            "new",
            *(link("left", "gi_d"), link("left", "gdp_b"), link("right", "gi_gdp")),
        ),
    ),
    once(codes.UNCHANGED, "exch", into("exch", link("right", "gtp"))),
    Fault(
        ((codes.LOCATION_CHANGED, "phos"), (codes.SEVERAL_LOCATIONS, "phos")),
        ((f"{link('right', 'pstat3')}\n", link("right", "pstat3_n")),),
    ),
    once(
        codes.SAME_PLACE,
        "new",
        TOP,
        added=process(
            "TransportWithBiochemicalReaction",
            "new",
            *(link("left", "stat3"), link("right", "pstat3")),
        ),
    ),
    once(
        codes.ILLEGAL_CONVERSION,
        "jak2",
        TOP,
        added=process("BiochemicalReaction", "new", link("left", "jak2"), link("right", "adp")),
    ),
    once(codes.SEVERAL_LOCATIONS, "mi2", into("mi2", link("participant", "stat3"))),
    once(codes.SEVERAL_LOCATIONS, "imp", into("imp", link("left", "plx"))),
    once(codes.CATALYSIS_CONTROLLERS, "cat2", into("cat2", link("controller", "arr"))),
    once(
        codes.MODULATION_CONTROLLERS,
        "new",
        TOP,
        added=process(
            "Modulation",
            "new",
            *(link("controller", "atp"), link("controller", "adp"), link("controlled", "cat2")),
        ),
    ),
    once(
        codes.SEVERAL_ORGANISMS,
        "top",
        (
            lines(text("displayName", "JAK2"), link("organism", "hs")),
            lines(text("displayName", "JAK2"), link("organism", "new")),
        ),
        added=MOUSE,
    ),
    once(
        codes.DIRECTION,
        "new",
        into("top", link("pathwayOrder", "new")),
        added=thing("BiochemicalPathwayStep", "new", link("stepConversion", "deg")),
    ),
    once(
        codes.DIRECTION,
        "new",
        into("top", link("pathwayOrder", "new")),
        added=thing(
            "BiochemicalPathwayStep",
            "new",
            *(link("stepConversion", "deg"), text("stepDirection", "LEFT-TO-RIGHT")),
        ),
    ),
    once(codes.STEP_NOT_IN_PATHWAY, "step3", (f" {link('pathwayComponent', 'imp')}\n", "")),
    once(codes.STEPS_APART, "step3", into("step1", link("nextStep", "step3"))),
)


def named(fault: Fault) -> str:
    """The rules of a fault by name, for the report."""
    names = {getattr(codes, name): name for name in codes.__all__ if name != "RULES"}
    return "-".join(names[rule] for rule, _ in fault.expected)


@pytest.fixture(scope="module")
def before() -> Found:
    return counted(check(parse(clean().encode())))


def test_the_clean_file_has_no_error_and_only_tolerated_warnings(before: Found) -> None:
    found = check(parse(content("exemplar_constructs.owl")))
    assert [it for it in found if it.severity == Severity.ERROR] == []
    assert counted(found) == before
    assert {it.code for it in found} <= TOLERATED.keys()
    assert before == {
        (codes.SEVERAL_LOCATIONS.code, "bind1"): 1,
        (codes.SEVERAL_LOCATIONS.code, "bind2"): 1,
        (codes.SEVERAL_LOCATIONS.code, "mi1"): 1,
        (codes.COMPONENT_ELSEWHERE.code, "cx1"): 1,
        (codes.COMPONENT_ELSEWHERE.code, "cx2"): 1,
        (codes.NOT_SPECIFIC.code, "inh1"): 1,
        (codes.NOT_SPECIFIC.code, "c_mig"): 1,
    }


@pytest.mark.parametrize(
    "fault", FAULTS, ids=[f"{number}-{named(fault)}" for number, fault in enumerate(FAULTS)]
)
def test_one_fault_is_found_and_nothing_else(fault: Fault, before: Found) -> None:
    found = counted(check(parse(spoilt(fault).encode())))
    expected = Counter((rule.code, subject.removeprefix(BASE)) for rule, subject in fault.expected)
    assert found - before == expected


def test_a_file_without_objects_is_empty() -> None:
    text = clean()
    bare = text[: text.index("<bp:Provenance")] + "</rdf:RDF>"
    (finding,) = check(parse(bare.encode(), "bare.owl"))
    assert (finding.code, finding.place.path) == (codes.EMPTY.code, "bare.owl")


def test_each_rule_fires_somewhere() -> None:
    fired = {rule.code for fault in FAULTS for rule, _ in fault.expected} | {codes.EMPTY.code}
    assert {rule.code for rule in codes.RULES} - fired == set()


def test_the_rules_have_codes_in_order_titles_and_sources() -> None:
    listed = [rule.code for rule in RULES]
    assert listed == sorted(set(listed))
    assert all(rule.title and rule.source for rule in RULES)
    assert {getattr(codes, name) for name in codes.__all__ if name != "RULES"} == set(codes.RULES)
    table = {rule.code: rule for rule in RULES}
    assert all(table[code].severity == Severity.WARNING for code in TOLERATED)
    assert all(TOLERATED.values())


def test_what_is_lacking_is_said_to_be_lacking() -> None:
    for rule in (codes.NO_IDENTITY, codes.NO_ORGANISM, codes.ONTOLOGY_TERM_MISSING):
        (fault,) = [it for it in FAULTS if it.expected[0][0] == rule]
        (finding,) = [it for it in check(parse(spoilt(fault).encode())) if it.code == rule.code]
        assert finding.sentence.startswith("the pathway lacks ")
        assert finding.severity == Severity.WARNING


def test_findings_are_in_file_order_and_name_the_file() -> None:
    fault = Fault((), (into("jak2", text("colour", "red")), into("arr", text("hue", "red"))))
    found = check(parse(spoilt(fault).encode()), path="here.owl")
    assert [it.place.line for it in found] == sorted(it.place.line for it in found)
    assert {it.place.path for it in found} == {"here.owl"}


@pytest.mark.parametrize("name", [name for name in FILES if name not in (LARGEST, BROKEN)])
def test_the_corpus_is_judged(name: str) -> None:
    found = check(parse(content(name), name))
    assert found or not name.startswith("bad/")
    assert all(it.place.line and it.place.path == name for it in found)


def test_a_file_that_is_not_utf_8_is_refused() -> None:
    with pytest.raises(UnreadableError) as caught:
        parse(content(BROKEN), BROKEN)
    assert [it.code for it in caught.value.findings] == ["XML002"]


CLASSES = st.sampled_from([*ontology().classes, "Widget", ""])
NAMES = st.sampled_from("abcdef")
TEXTS = st.sampled_from(["1", "-1", "x", "", "uniprot", "P48061", "GO:0005829", "EQUAL", "phospho"])
VALUES = st.one_of(NAMES.map(Ref), TEXTS.map(Literal))
PROPERTIES = st.dictionaries(
    st.sampled_from([*ontology().properties, "colour"]), st.lists(VALUES, max_size=3), max_size=8
)
NODES = st.dictionaries(NAMES, st.tuples(CLASSES, PROPERTIES))


@given(NODES)
def test_no_graph_is_too_odd_to_be_judged(
    nodes: dict[str, tuple[str, dict[str, list[Ref | Literal]]]],
) -> None:
    graph = Graph(
        path="odd.owl",
        base="",
        namespaces={},
        nodes={uri: Node(uri, cls, 1, values) for uri, (cls, values) in nodes.items()},
        header=[],
        strangers=[],
        duplicates=[],
        also={},
        aliases={},
    )
    found = check(graph)
    assert {it.code for it in found} <= {rule.code for rule in RULES}
    assert bool(found) or bool(nodes)
    assert found == check(graph)


def test_a_long_chain_of_wrong_things_is_judged() -> None:
    chain = "".join(
        thing("SequenceInterval", f"i{n}", link("sequenceIntervalBegin", f"i{n + 1}"))
        + thing("Complex", f"c{n}", link("component", f"c{n + 1}"), link("organism", f"i{n}"))
        for n in range(3000)
    )
    text = clean().replace("</rdf:RDF>", f"{chain}</rdf:RDF>")
    found = check(parse(text.encode()))
    assert codes.COMPLEX_IN_ITSELF.code not in {it.code for it in found}
