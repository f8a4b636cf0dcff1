"""Each fault of a document has its code, its line and its column; all are told in one run.

In the cases, ``«`` stands before the character that the finding points at, and is no part of the
text.
"""

import resource
import subprocess
import sys
import time

import pytest

from pathport.document import JSON, YAML, Syntax, load, rules
from pathport.errors import FaultyError, PathportError, UnreadableError
from pathport.findings import Finding, Severity
from pathport.model import entry_rules
from pathport.model import rules as model_rules

WHOLE = """\
pathport: 1
id: mini
organism: ncbitaxon:9606
compartments:
  ec: {name: outside}
  pm: {inside: ec}
molecules:
  A: {kind: protein, identifiers: uniprot:P61073}
  B: {kind: protein, site_sets: {loop: {sites: [pS3]}}}
  F: {kind: family, members: [A, B]}
processes:
  E01:
    is: A@ec + B@pm -> A:B@pm
    controls: {by: F@pm, effect: catalysis}
"""


def at(text: str) -> tuple[str, int, int]:
    """A text without its mark, and the line and column of the mark."""
    before, mark, after = text.partition("«")
    assert mark
    line = before.count("\n") + 1
    return before + after, line, len(before) - before.rfind("\n")


def findings(text: str, syntax: Syntax = YAML) -> tuple[Finding, ...]:
    try:
        return load(text, syntax=syntax, path="x.yaml").findings
    except PathportError as error:
        return error.findings


def with_lines(*lines: str, of: str = WHOLE) -> str:
    return of + "\n".join(lines) + "\n"


def changed(old: str, new: str) -> str:
    assert WHOLE.count(old) == 1
    return WHOLE.replace(old, new)


FAULTY = {
    # the document's form
    "DOC003 a key twice": with_lines("«id: other"),
    "DOC003 a key twice, deep": changed("{inside: ec}", "{inside: ec, «inside: ec}"),
    "DOC020 unknown key": with_lines("«titel: x"),
    "DOC020 unknown key, deep": changed("effect: catalysis", "effect: catalysis, «efect: x"),
    "DOC021 number for text": with_lines("version: «1.0"),
    "DOC021 text for number": changed("name: outside", "dimensions: «three"),
    "DOC021 list for mapping": with_lines("species: «[a]"),
    "DOC021 nothing for text": changed("effect: catalysis", "effect: «"),
    "DOC022 missing key": changed(
        "controls: {by: F@pm, effect: catalysis}", "«controls: {by: F@pm}"
    ),
    "DOC022 missing key of an entry": with_lines("associations: {«x: {type: association}}"),
    "DOC023 unknown role": changed("{kind: family", "{roles: «kinas, kind: family"),
    "DOC023 unknown kind": changed("kind: family", "kind: «familly"),
    "DOC023 unknown effect": changed("catalysis", "«activates"),
    "DOC023 unknown relation": changed("uniprot:P61073", "{«encoded by: hgnc:1}"),
    "DOC023 relation of a construct": changed("uniprot:P61073", "{«is described by: pubmed:1}"),
    "DOC024 version": changed("pathport: 1", "pathport: «2"),
    # the notation
    "DOC025 notation": changed("A:B@pm", "A:B@pm «- x"),
    "DOC025 notation in quotes": changed("by: F@pm", "by: 'F@pm and «?'"),
    "DOC025 escapes are counted": changed("by: F@pm", 'by: "F\\u0040pm and «?"'),
    "DOC025 folded lines are counted": changed(
        "A@ec + B@pm -> A:B@pm", "A@ec + B@pm\n      -> A:B@pm\n      + «?"
    ),
    "DOC025 block scalars are counted": changed(
        "A@ec + B@pm -> A:B@pm", ">-\n      A@ec +\n      B@pm -> «?\n"
    ),
    "DOC025 count 0": changed("A:B@pm", "«0*A:B@pm"),
    "DOC025 coefficient 0": changed("is: A@ec", "is: «0.0 A@ec"),
    "DOC026 site without molecule": changed("A:B@pm", "A:B@pm + «{pS3}@pm"),
    "DOC027 ambiguous controller": changed("by: F@pm", "by: F@pm and «A"),
    "DOC028 ambiguous species": with_lines(
        "species:",
        "  s1: {is: A@pm, cell_type: cl:0000084}",
        "  s2: {is: A@pm, cell_type: cl:0000236}",
        "influences: {i: {on: B@pm, by: 'F@pm and «A@pm', effect: trigger}}",
    ),
    "DOC029 species said twice": with_lines("species: {«s: {is: A@pm, components: [B]}}"),
    "DOC029 species said nowhere": with_lines("species: {«s: {name: x}}"),
    "DOC029 place said twice": with_lines("species: {s: {is: A@pm, compartment: «ec}}"),
    "DOC030 two codes": with_lines("evidence: eco:0000269 «eco:0000304"),
    "DOC031 no site": changed("[pS3]", "[pS3, «S3x]"),
    "DOC031 site and residue": changed("[pS3]", "[«{site: pS3, residue: S}]"),
    "DOC032 no member": changed("[A, B]", "[A, «2B]"),
    "DOC032 member twice": changed("[A, B]", "[A, B, «2*A]"),
    "DOC033 no order": with_lines("modules: {m: {order: «E01}}"),
    "DOC034 no target": with_lines("controls: {«c: {by: F@pm, effect: trigger}}"),
    "DOC034 another target": changed("{by: F@pm", "{of: «E02, by: F@pm"),
    "DOC034 a species as target": with_lines(
        "species: {s: {is: B@pm}}", "controls: {c: {of: «s, by: F@pm, effect: trigger}}"
    ),
    # the model
    "MDL001 illegal id": with_lines("modules: {«1st: {}}"),
    "MDL001 reserved id": with_lines("modules: {«xmlish: {}}"),
    "MDL002 two ids that differ by case": with_lines("modules: {«e01: {}}"),
    "MDL003 no such molecule": changed("A:B@pm", "A:«BB@pm"),
    "MDL003 no such compartment": changed("A:B@pm", "A:B@«pn"),
    "MDL003 no such module": with_lines("modules: {m: {members: [E01, «E02]}}"),
    "MDL003 no such target": with_lines("controls: {c: {of: «E02, by: F@pm, effect: trigger}}"),
    "MDL004 another construct": changed("{inside: ec}", "{inside: «A}"),
    "MDL005 malformed": changed("uniprot:P61073", "«P61073"),
    "MDL006 unknown prefix": changed("uniprot:P61073", "«unipro:P61073"),
    "MDL007 pattern": changed("uniprot:P61073", "«uniprot:P6"),
    "MDL009 another vocabulary": changed("ncbitaxon:9606", "«go:0005886"),
    "MDL010 sbo": changed("uniprot:P61073", "«sbo:0000252"),
    "MDL011 a character XML forbids": changed("name: outside", 'name: "«out\\u0001side"'),
    "MDL011 an empty text": changed("name: outside", 'name: "« "'),
    "MDL012 dimensions": changed("name: outside", "dimensions: «4"),
    "MDL012 count": changed("[A, B]", "[{molecule: «A, count: 0}, B]"),
    "MDL013 position": changed("[pS3]", "[pS«0]"),
    "MDL014 side of no compartment": with_lines("species: {s: {is: A, side: «inner}}"),
    "MDL016 unknown site set": changed("A:B@pm", "A:B{«lop}@pm"),
    "MDL017 kind": changed("[pS3]", "[{kind: «go:0005886}]"),
    "MDL018 residue": changed("[pS3]", "[{residue: «Z}]"),
    "MDL019 site set on a complex": changed("A:B@pm", "(A:B){«loop}@pm"),
    "MDL020 name of a site set": changed("{loop:", "{«active:"),
    "MDL021 site of no member": changed(
        "members: [A, B]", "members: [A], site_sets: {s: {sites: {«B: pS3}}}"
    ),
    "MDL022 evidence of nothing": with_lines("evidence: «{observation: observed}"),
    "MDL023 circle": changed("{name: outside}", "{inside: «pm}"),
    "MDL025 a publication twice": with_lines(
        "publications: {pubmed:1: {year: 1999}, «PMID:1: {year: 2000}}"
    ),
    "MDL041 no formula": with_lines("quantities: {balances: [{formula: 1 + «* 2}]}"),
    "MDL042 unknown name": with_lines("quantities: {constraints: [{formula: «kk > 2}]}"),
    "MDL043 unknown unit": with_lines("quantities: {parameters: [{id: k, unit: «nM}]}"),
    "MDL044 constant": with_lines(
        "quantities: {parameters: [{id: k}], rules: [{variable: «k, formula: '1'}]}"
    ),
    "MDL045 no argument": with_lines("quantities: {functions: [{id: f, formula: 1 + «k}]}"),
    "MDL046 amount and concentration": with_lines(
        "species: {s1: {is: A@pm, name: x}}",
        "quantities: {amounts: [{species: s1, amount: 1, concentration: «2}]}",
    ),
    "MDL047 no term": with_lines("quantities: {parameters: [{id: k, term: «go:0005886}]}"),
    "MDL026 no date": with_lines("created: «2026-02-30"),
    "MDL028 a kind twice": changed(
        "members: [A, B]", "members: [A, B], sites: {kind: mod:00696, word: «stable}"
    ),
    "MDL029 complexes too deep": changed("A:B@pm", f"«{'(' * 42}A{')' * 42}@pm"),
    "MDL027 an accession with a CURIE": with_lines("accessions: {database: hgnc, id: '«2561'}"),
}


@pytest.mark.parametrize("case", FAULTY)
def test_a_fault_has_its_code_and_place(case: str) -> None:
    text, line, column = at(FAULTY[case])
    errors = [f for f in findings(text) if f.severity is Severity.ERROR]
    assert [(f.code, f.place.line, f.place.column) for f in errors] == [(case[:6], line, column)]
    assert all(f.remedy and f.place.path == "x.yaml" for f in errors)


ODD = {
    "MDL101 no compartment": changed("A:B@pm", "«A:B"),
    "MDL102 no participants": with_lines("  «E02: {is: 0 -> 0}"),
    "MDL103 no source": with_lines("influences: {i: {on: B@pm, by: «'0', effect: trigger}}"),
    "MDL104 no target": with_lines("controls: {c: {of: «'0', by: F@pm, effect: trigger}}"),
    "MDL106 an entry of an unknown database": with_lines(
        "accessions: {database: INOH, id: «MI0025186}"
    ),
    "MDL107 a modification in words": changed(
        "members: [A, B]", "members: [A, B], sites: {word: «stable}"
    ),
    "MDL108 a property that the state says": with_lines(
        "species: {x: {is: 'A{p}@pm', identifiers: {has property: «mod:00696}}}"
    ),
    "MDL109 a registry's address without an id": with_lines("references: «urn:miriam:uniprot:M"),
    "MDL105 unused": changed("compartments:", "#").replace(
        "molecules:", "compartments: {ec: {}, pm: {}}\nmolecules:\n  «C: {}"
    ).replace("  ec: {name: outside}\n  pm: {inside: ec}\n", ""),
}  # fmt: skip


@pytest.mark.parametrize("case", ODD)
def test_what_is_odd_is_a_warning(case: str) -> None:
    text, line, column = at(ODD[case])
    found = [(f.code, f.place.line, f.place.column) for f in findings(text)]
    assert found == [(case[:6], line, column)]
    assert findings(text)[0].severity is not Severity.ERROR


UNREADABLE = {
    "DOC001 not closed": WHOLE + "title: «{a: b\n",
    "DOC001 a tab": WHOLE + "«\ttitle: x\n",
    "DOC001 two documents": WHOLE + "«---\nid: x\n",
    "DOC002 a list": "«- a\n",
    "DOC002 a text": "«just a text\n",
    "DOC002 nothing": "«# nothing\n",
    "DOC004 too deep": "a: " + "[" * 99 + "«" + "[" * 100_000,
    "DOC005 an unknown alias": WHOLE + "title: «*x\n",
    "DOC005 an alias for itself": WHOLE + "description: &x [a, «*x]\n",
    "DOC006 a tag": WHOLE + "title: «!!python/object:os.system x\n",
    "DOC007 a key that is no text": WHOLE + "? «[a]\n: b\n",
}


@pytest.mark.parametrize("case", UNREADABLE)
def test_what_is_no_document_is_refused(case: str) -> None:
    text, line, column = at(UNREADABLE[case])
    if case == "DOC002 nothing":
        line, column = 1, 1
    with pytest.raises(UnreadableError) as caught:
        load(text, syntax=YAML, path="x.yaml")
    (found,) = caught.value.findings
    assert found.code == case[:6]
    if case != "DOC001 not closed":  # the parser sees it at the end
        assert (found.place.line, found.place.column) == (line, column)


JSON_FAULTS = {
    "DOC001 not closed": '{"pathport": 1,\n "id": "x"«',
    "DOC002 a list": "«[1]",
    "DOC003 a key twice": '{"pathport": 1, "id": "x",\n "«id": "y"}'.replace('"«', '«"'),
    "DOC004 too deep": '{"a": ' + "[" * 99 + "«" + "[" * 100_000,
    "DOC020 unknown key": '{"pathport": 1, "id": "x",\n «"titel": "\\"y"}',
    "DOC021 a number": '{"pathport": 1, "id": "x",\n "title": «NaN}',
    "DOC025 escapes are counted": '{"pathport": 1, "id": "x",\n'
    ' "processes": {"E": {"is": "0\\u0020-> \\n«?"}}}',
}


@pytest.mark.parametrize("case", JSON_FAULTS)
def test_a_fault_in_json_has_its_code_and_place(case: str) -> None:
    text, line, column = at(JSON_FAULTS[case])
    if case == "DOC021 a number":
        text = text.replace("NaN", "1")
    found = [(f.code, f.place.line, f.place.column) for f in findings(text, JSON)]
    assert found == [(case[:6], line, column)]


def test_half_a_character_is_named() -> None:
    text, line, column = at('{"pathport": 1, "id": "x", "title": «"a\\ud800"}')
    (found,) = findings(text, JSON)
    assert (found.code, found.place.line, found.place.column) == ("MDL011", line, column)


def test_every_rule_has_a_case() -> None:
    cases = {case[:6] for table in (FAULTY, ODD, UNREADABLE, JSON_FAULTS) for case in table}
    known = {rule.code for rule in (*rules.RULES, *entry_rules.RULES, *model_rules.RULES)}
    unreachable = {
        "MDL008",  # a document's CURIEs are made canonical when it is read
        "MDL015",  # the notation can't say it
        "MDL024",  # nor this
    }
    assert known - cases == unreachable


def test_all_faults_are_told_at_once_in_file_order() -> None:
    text = changed("{inside: ec}", "{inside: q}").replace("A:B@pm", "A:{pS1}@pm")
    text = text.replace("kind: family", "kind: tribe") + "titel: x\ncreated: tomorrow\n"
    with pytest.raises(FaultyError) as caught:
        load(text, syntax=YAML)
    found = [(finding.code, finding.place.line) for finding in caught.value.findings]
    assert found == [("MDL003", 6), ("DOC023", 10), ("DOC026", 13), ("DOC020", 15), ("MDL026", 16)]


def test_the_nearest_name_is_suggested() -> None:
    (found,) = findings(at(FAULTY["MDL003 no such module"])[0])
    assert found.remedy == 'did you mean "E01"?'


BOMB = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 20)
)


@pytest.mark.parametrize(
    ("text", "code"),
    [(BOMB, "DOC005"), (UNREADABLE["DOC004 too deep"].replace("«", ""), "DOC004")],
    ids=["alias bomb", "100,000 deep"],
)
def test_a_bomb_is_refused_quickly(text: str, code: str) -> None:
    told = (
        "import sys; from pathport.document import YAML, load\n"
        "from pathport.errors import UnreadableError\n"
        "try: load(sys.stdin.read(), syntax=YAML)\n"
        "except UnreadableError as error: print(error)\n"
    )
    memory = 500 << 20
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", told],
        input=text,
        capture_output=True,
        text=True,
        timeout=20,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (memory, memory)),
        check=True,
    )
    assert f": {code}: " in done.stdout
    assert done.stdout.count("\n") == 1
    assert time.monotonic() - start < 10  # two seconds on a machine that is not busy


def test_each_value_of_a_key_that_stands_twice_is_examined() -> None:
    text = (
        "pathport: 1\nid: a\nmolecules:\n  A: {kind: proteiin}\n  B: {}\n"
        "  A: {rols: ligand}\nmolecules:\n  C: {}\nprocesses:\n  E: {is: A + B -> C}\n"
        "  E: {is: A -> ?}\n  E: {is: A -> !}\n"
    )
    with pytest.raises(FaultyError) as caught:
        load(text, syntax=YAML)
    found = [(each.code, each.place.line) for each in caught.value.findings]
    assert found == [
        ("DOC023", 4),
        ("DOC003", 6),
        ("DOC020", 6),
        ("DOC003", 7),
        ("DOC003", 11),
        ("DOC025", 11),
        ("DOC003", 12),
        ("DOC025", 12),
    ]
    assert "a second time, first in line 4" in caught.value.findings[1].sentence
