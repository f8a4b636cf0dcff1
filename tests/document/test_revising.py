"""A document's text is changed where the pathway differs, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathport.document import YAML, load
from pathport.document.items import ORDERED, lists_in
from pathport.document.patch import SharedError
from pathport.document.revising import revised
from pathport.model.pathway import Pathway

HEAD = """\
pathport: 1
id: mini
compartments: {pm: {name: membrane}, cyt: {name: cytosol}}
"""

CASES = {
    "a term keeps its place": (
        "molecules: {A: {}, B: {}, C: {}}\nprocesses:\n  E: {is: B@pm + A@pm -> C@pm}\n",
        "molecules: {A: {}, B: {}, C: {}}\nprocesses:\n  E: {is: 'B@pm + A{p}@pm -> C@pm'}\n",
        'molecules: {A: {}, B: {}, C: {}}\nprocesses:\n  E: {is: "B@pm + A{p}@pm -> C@pm"}\n',
    ),
    "comments stay": (
        "molecules:\n  # first\n  A: {kind: protein}  # this\n\n  # second\n  B: {kind: ion}\n",
        "molecules:\n  A: {kind: protein}\n",
        "molecules:\n  # first\n  A: {kind: protein}  # this\n\n  # second\n",
    ),
    "an item goes from brackets": (
        "molecules:\n  A: {synonyms: [x, y, z]}\n",
        "molecules:\n  A: {synonyms: [x, z]}\n",
        "molecules:\n  A: {synonyms: [x, z]}\n",
    ),
    "the last items go from brackets": (
        "molecules:\n  A: {synonyms: [x, y, z]}\n",
        "molecules:\n  A: {synonyms: [x]}\n",
        "molecules:\n  A: {synonyms: [x]}\n",
    ),
    "an item comes into brackets": (
        "molecules:\n  A: {synonyms: ['y', \"x\"]}\n",
        "molecules:\n  A: {synonyms: [x, y, z]}\n",
        "molecules:\n  A: {synonyms: ['y', \"x\", z]}\n",
    ),
    "items of a list on lines": (
        "molecules:\n  A:\n    synonyms:\n    - y  # why\n    - x\n    kind: ion\n",
        "molecules:\n  A:\n    synonyms: [y, w]\n    kind: ion\n",
        "molecules:\n  A:\n    synonyms:\n    - y  # why\n    - w\n    kind: ion\n",
    ),
    "one value becomes two": (
        "molecules:\n  A:\n    synonyms: x  # one\n",
        "molecules:\n  A:\n    synonyms: [x, z]\n",
        "molecules:\n  A:\n    synonyms: [x, z]  # one\n",
    ),
    "a key comes where normal form has it": (
        "molecules:\n  A:\n    kind: ion\n    notes: seen\n",
        "molecules:\n  A: {name: a, kind: ion, synonyms: x, notes: seen}\n",
        "molecules:\n  A:\n    name: a\n    kind: ion\n    synonyms: x\n    notes: seen\n",
    ),
    "a key goes with its lines": (
        "molecules:\n  A:\n    kind: ion\n    notes: >-\n      seen and\n      told\n  B: {}\n",
        "molecules:\n  A: {kind: ion}\n  B: {}\n",
        "molecules:\n  A:\n    kind: ion\n  B: {}\n",
    ),
    "a section comes in its place": (
        "molecules: {A: {}}\n\n# what happens\nprocesses: {E: {is: A@pm -> 0}}\n",
        "molecules: {A: {}}\nspecies: {S: {is: A@cyt}}\nprocesses: {E: {is: A@pm -> 0}}\n",
        (
            "molecules: {A: {}}\n\nspecies:\n  S: {is: A@cyt}\n\n# what happens\n"
            "processes: {E: {is: A@pm -> 0}}\n"
        ),
    ),
    "a section goes": (
        "molecules: {A: {}}\nspecies:\n  S: {is: A@cyt}\n",
        "molecules: {A: {}}\n",
        "molecules: {A: {}}\n",
    ),
    "a control comes under its process": (
        "molecules: {A: {}, B: {}}\nprocesses:\n  E:\n    is: A@pm -> 0\n",
        (
            "molecules: {A: {}, B: {}}\nprocesses:\n  E: {is: A@pm -> 0, "
            "controls: {by: B@pm, effect: catalysis}}\n"
        ),
        (
            "molecules: {A: {}, B: {}}\nprocesses:\n  E:\n    is: A@pm -> 0\n"
            "    controls: {by: B@pm, effect: catalysis}\n"
        ),
    ),
    "one control of two is changed": (
        (
            "molecules: {A: {}, B: {}}\nprocesses:\n  E:\n    is: A@pm -> 0\n    controls:\n"
            "      - {by: B@pm, effect: catalysis}  # so\n"
            "      - {by: B@cyt, effect: catalysis}\n"
        ),
        (
            "molecules: {A: {}, B: {}}\nprocesses:\n  E:\n    is: A@pm -> 0\n    controls:\n"
            "      - {by: B@pm, effect: catalysis}\n      - {by: B@cyt, effect: inhibition}\n"
        ),
        (
            "molecules: {A: {}, B: {}}\nprocesses:\n  E:\n    is: A@pm -> 0\n    controls:\n"
            "      - {by: B@pm, effect: catalysis}  # so\n"
            "      - {by: B@cyt, effect: inhibition}\n"
        ),
    ),
    "a control that stands by itself stays there": (
        (
            "molecules: {A: {}, B: {}}\nprocesses: {E: {is: A@pm -> 0}}\n"
            "controls:\n  C: {of: E, by: B@pm, effect: catalysis}\n"
        ),
        (
            "molecules: {A: {}, B: {}}\nprocesses: {E: {is: A@pm -> 0}}\n"
            "controls:\n  C: {of: E, by: B@pm, effect: inhibition}\n"
        ),
        (
            "molecules: {A: {}, B: {}}\nprocesses: {E: {is: A@pm -> 0}}\n"
            "controls:\n  C: {of: E, by: B@pm, effect: inhibition}\n"
        ),
    ),
    "a species is named as the text names it": (
        "molecules: {A: {}, B: {}}\nspecies: {S: {is: A@pm}}\nprocesses:\n  E: {is: S -> B@pm}\n",
        (
            "molecules: {A: {}, B: {}}\nspecies: {S: {is: A@pm}}\n"
            "processes:\n  E: {is: 2 S -> B@pm}\n  F: {is: S -> 0}\n"
        ),
        (
            "molecules: {A: {}, B: {}}\nspecies: {S: {is: A@pm}}\n"
            "processes:\n  E: {is: 2 S -> B@pm}\n  F: {is: S -> 0}\n"
        ),
    ),
    "a box is moved": (
        (
            "molecules: {A: {}}\nspecies: {S: {is: A@pm}}\nlayout:\n  boxes:\n"
            "  - {id: b, species: S, x: 1, y: 2, width: 3, height: 4}  # by hand\n"
        ),
        (
            "molecules: {A: {}}\nspecies: {S: {is: A@pm}}\nlayout:\n  boxes:\n"
            "  - {id: b, species: S, x: 5, y: 2, width: 3, height: 4}\n"
        ),
        (
            "molecules: {A: {}}\nspecies: {S: {is: A@pm}}\nlayout:\n  boxes:\n"
            "  - {id: b, species: S, x: 5.0, y: 2, width: 3, height: 4}  # by hand\n"
        ),
    ),
    "a changed control stays where it is": (
        (
            "molecules: {A: {}, B: {}, C: {}}\nprocesses:\n  E:\n    is: A@pm -> 0\n"
            "    controls:\n    # weak\n    - {by: C@pm, effect: catalysis}\n"
            "    # strong\n    - {by: B@pm, effect: catalysis, notes: n}  # seen\n"
        ),
        (
            "molecules: {A: {}, B: {}, C: {}}\nprocesses:\n  E:\n    is: A@pm -> 0\n    controls:\n"
            "    - {by: B@pm, effect: stimulation, notes: n}\n    - {by: C@pm, effect: catalysis}\n"
        ),
        (
            "molecules: {A: {}, B: {}, C: {}}\nprocesses:\n  E:\n    is: A@pm -> 0\n"
            "    controls:\n    # weak\n    - {by: C@pm, effect: catalysis}\n"
            "    # strong\n    - {by: B@pm, effect: stimulation, notes: n}  # seen\n"
        ),
    ),
    "the only control of a list stays on its line": (
        (
            "molecules: {A: {}, B: {}}\nprocesses:\n  E:\n    is: A@pm -> 0\n"
            "    controls:\n    - {by: B@pm, effect: catalysis}  # seen\n"
        ),
        (
            "molecules: {A: {}, B: {}}\nprocesses:\n  E:\n    is: A@pm -> 0\n"
            "    controls: {by: B@pm, effect: inhibition}\n"
        ),
        (
            "molecules: {A: {}, B: {}}\nprocesses:\n  E:\n    is: A@pm -> 0\n"
            "    controls:\n    - {by: B@pm, effect: inhibition}  # seen\n"
        ),
    ),
    "of two items the one that is likest was changed": (
        (
            "molecules: {A: {}, B1: {}, B2: {}}\nprocesses:\n  E:\n    is: A@pm -> 0\n"
            "    controls:\n"
            "    - {by: B1@pm, effect: catalysis}  # one\n"
            "    - {by: B2@pm, effect: catalysis}  # two\n"
        ),
        (
            "molecules: {A: {}, B1: {}, B2: {}}\nprocesses:\n  E:\n    is: A@pm -> 0\n"
            "    controls: {by: 'B2{p}@pm', effect: catalysis}\n"
        ),
        (
            "molecules: {A: {}, B1: {}, B2: {}}\nprocesses:\n  E:\n    is: A@pm -> 0\n"
            "    controls:\n"
            '    - {by: "B2{p}@pm", effect: catalysis}  # two\n'
        ),
    ),
    "an anchor that no alias uses stays": (
        "molecules:\n  A: &a {kind: &k ion}\n",
        "molecules:\n  A: {kind: protein, notes: seen}\n",
        "molecules:\n  A: &a {kind: &k protein, notes: seen}\n",
    ),
    "a text on lines of its own": (
        "molecules:\n  A:\n    notes: >\n      a\n\n      b\n    kind: ion\n",
        "molecules:\n  A: {notes: c, kind: ion}\n",
        "molecules:\n  A:\n    notes: c\n    kind: ion\n",
    ),
    "a text of two lines before a comment": (
        "molecules:\n  A:\n    notes: a\n      b  # seen\n    kind: ion\n",
        'molecules:\n  A: {notes: "a\\nb", kind: ion}\n',
        'molecules:\n  A:\n    notes: "a\\nb"  # seen\n    kind: ion\n',
    ),
    "a text of two lines in the place of one in quotes": (
        "molecules:\n  A: {notes: 'a', kind: ion}\n",
        'molecules:\n  A: {notes: "a\\nb", kind: ion}\n',
        'molecules:\n  A: {notes: "a\\nb", kind: ion}\n',
    ),
    "a text comes between others": (
        "molecules:\n  A:\n    notes:\n    - a  # one\n    # two\n    - c\n",
        "molecules:\n  A: {notes: [a, b, c]}\n",
        "molecules:\n  A:\n    notes:\n    - a  # one\n    - b\n    # two\n    - c\n",
    ),
    "a text comes first": (
        "molecules:\n  A:\n    notes:  # seen\n\n    # two\n    - b\n    - c\n",
        "molecules:\n  A: {notes: [a, b, c]}\n",
        "molecules:\n  A:\n    notes:  # seen\n    - a\n\n    # two\n    - b\n    - c\n",
    ),
    "two texts are exchanged": (
        "molecules:\n  A: {notes: ['a', b, c]}\n",
        "molecules:\n  A: {notes: [b, a, c]}\n",
        "molecules:\n  A: {notes: [b, a, c]}\n",
    ),
    "a text comes last": (
        "molecules:\n  A: {notes: ['a', b]}\n",
        "molecules:\n  A: {notes: [a, b, c]}\n",
        "molecules:\n  A: {notes: ['a', b, c]}\n",
    ),
    "an author comes before another": (
        "authors:\n- {name: B, orcid: 0000-0002-1825-0097}  # her\n- C\n",
        "authors: [A, {name: B, orcid: 0000-0002-1825-0097}, D, C]\n",
        "authors:\n- A\n- {name: B, orcid: 0000-0002-1825-0097}  # her\n- D\n- C\n",
    ),
    "an author has more to say": (
        "authors:\n- name: B\n- C\n",
        "authors: [{name: B, email: b@x.org}, C]\n",
        "authors:\n- {name: B, email: b@x.org}\n- C\n",
    ),
}


def pathway_of(text: str):  # type: ignore[no-untyped-def]
    return load(HEAD + text, syntax=YAML).pathway


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_only_what_differs_is_changed(name: str, end: str) -> None:
    before, wanted, after = CASES[name]
    text = (HEAD + before).replace("\n", end)
    made = revised(text, pathway_of(before), pathway_of(wanted))
    assert made == (HEAD + after).replace("\n", end)
    assert load(made, syntax=YAML).pathway == pathway_of(wanted)


POINTS = st.lists(
    st.sampled_from([f"{{x: {x}.0, y: {y}.0}}" for x in (1, 2, 3) for y in (1, 2)]), max_size=5
)


@pytest.mark.parametrize("start", ["# one\n        - ", "["], ids=["on lines", "in brackets"])
@given(before=POINTS.filter(bool), after=POINTS)
def test_the_points_of_a_line_are_in_their_order(
    start: str, before: list[str], after: list[str]
) -> None:
    """Whichever went and came: one, several or none, also where a point is there twice."""
    between, end = (", ", "]") if start == "[" else ("  # so\n        - ", "")
    text = HEAD + line_through(start + between.join(before) + end)
    wanted = pathway_of(line_through(f"[{', '.join(after)}]"))
    made = revised(text, load(text, syntax=YAML).pathway, wanted)
    assert load(made, syntax=YAML).pathway == wanted


def line_through(points: str) -> str:
    return (
        "molecules: {A: {}}\nspecies: {S: {is: A@pm}}\nprocesses: {E: {is: S -> 0}}\n"
        f"layout:\n  ways:\n    - id: E\n      of: E\n      bends: {points}\n"
    )


def test_the_order_of_a_list_counts_wherever_it_has_that_name() -> None:
    """So that its key alone tells it in a document."""
    assert not ORDERED & {it.name for it in lists_in(Pathway) if not it.ordered}
    assert {"bends", "points", "drawing", "notes"} < ORDERED


def test_what_stays_the_same_is_the_same_text() -> None:
    text = HEAD + "molecules:\n    A:   {kind: 'ion'}   # so\n"
    pathway = load(text, syntax=YAML).pathway
    assert revised(text, pathway, pathway) == text


def test_an_alias_is_not_changed() -> None:
    text = HEAD + "molecules:\n  A: &a {kind: ion}\n  B: *a\n"
    wanted = pathway_of("molecules:\n  A: {kind: protein}\n  B: {kind: ion}\n")
    with pytest.raises(SharedError):
        revised(text, load(text, syntax=YAML).pathway, wanted)
