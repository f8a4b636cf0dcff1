"""What is drawn, and how often: hubs, cofactors, stacks, sets, and where each lies."""

from textwrap import dedent, indent

import pytest

import pathport
from pathport import Pathway
from pathport.layout.engine import laid_out
from pathport.layout.own import in_own_places
from pathport.layout.picture import Glyph, GlyphKind, LineRole, Picture

HEAD = """
pathport: 1
id: a
compartments:
  ec: {name: extracellular region, dimensions: 3}
  pm: {name: plasma membrane, dimensions: 2, inside: ec}
  cyt: {name: cytosol, dimensions: 3, inside: pm}
  ee: {name: early endosome, dimensions: 3, inside: cyt}
molecules:
  L: {kind: protein, roles: ligand}
  R: {kind: protein, roles: GPCR}
  G: {kind: protein, roles: G protein subunit}
  A: {kind: protein}
  ATP: {kind: small molecule, identifiers: chebi:15422}
  ADP: {kind: small molecule, identifiers: chebi:16761}
  GTP: {kind: small molecule}
processes:
"""


def pathway(processes: str) -> Pathway:
    return pathport.read((HEAD + indent(dedent(processes), "  ")).encode(), "yaml")


def picture(processes: str) -> Picture:
    return laid_out(pathway(processes))


def boxes(picture: Picture, thing: str) -> list[Glyph]:
    return [each for each in picture.glyphs if each.thing == thing]


def test_a_species_that_nothing_makes_has_a_box_for_each_of_three_events() -> None:
    drawn = picture(
        """
        p1: {is: "L@ec + R@pm -> L:R@pm"}
        p2: {is: "L@ec + G@pm -> G:L@pm"}
        p3: {is: "L@ec + A@cyt -> A:L@cyt"}
        """
    )
    assert [each.clone for each in boxes(drawn, "L_ec")] == [True, True, True]


def test_a_species_with_two_events_has_one_box() -> None:
    drawn = picture(
        """
        p1: {is: "L@ec + R@pm -> L:R@pm"}
        p2: {is: "L@ec + G@pm -> G:L@pm"}
        """
    )
    assert [each.clone for each in boxes(drawn, "L_ec")] == [False]


def test_cofactors_are_text_beside_their_process() -> None:
    drawn = picture('p1: {is: "A@cyt + ATP@cyt -> A{p}@cyt + ADP@cyt"}')
    kinds = {each.thing: each.kind for each in drawn.glyphs}
    assert kinds["ATP_cyt"] is kinds["ADP_cyt"] is GlyphKind.COFACTOR


@pytest.mark.parametrize(
    ("process", "sides"),
    [
        ("G:R@pm + ATP@cyt -> R:L@pm + ADP@cyt", (True, True)),
        ("G:R@pm + ATP@ec -> R:L@pm + ADP@cyt", (False, True)),
        ("A@cyt + ATP@cyt -> A{p}@cyt + ADP@cyt", (False, False)),
    ],
)
def test_a_cofactor_inside_a_membrane_is_below_what_spans_it(
    process: str, sides: tuple[bool, bool]
) -> None:
    drawn = picture(f'p1: {{is: "{process}"}}')
    middle = boxes(drawn, "p1")[0].y
    texts = {each.text: each.y for each in drawn.glyphs if each.kind is GlyphKind.COFACTOR}
    assert (texts["ATP"] > middle, texts["ADP"] > middle) == sides


@pytest.mark.parametrize(
    ("kinase", "is_below"), [("A:L:R@pm -> A{p}:L:R@pm", True), ("A@cyt -> A{p}@cyt", False)]
)
def test_a_loop_leaves_what_spans_a_membrane_on_its_inside(kinase: str, *, is_below: bool) -> None:
    by = f"{{by: {kinase.split(' ', maxsplit=1)[0]}, effect: catalysis}}"
    drawn = picture(f'p1: {{is: "{kinase}", controls: [{by}]}}')
    (loop,) = (each for each in drawn.lines if each.role is LineRole.CONTROL)
    middle = boxes(drawn, "p1")[0].y
    assert {y > middle for _, y in loop.points[1:-1]} == {is_below}


def test_a_cofactor_that_is_all_that_a_process_takes_has_a_box() -> None:
    drawn = picture('p1: {is: "ATP@cyt -> A@cyt + ADP@cyt"}')
    assert boxes(drawn, "ATP_cyt")[0].kind is GlyphKind.SPECIES


def test_a_complex_is_a_stack_from_outside_to_inside_with_its_nucleotide_as_a_mark() -> None:
    drawn = picture('p1: {is: "L@ec + R@pm -> A:G:GTP:L:R@pm"}')
    stack = next(each for each in drawn.glyphs if len(each.parts) > 1)
    assert [part.text for part in stack.parts] == ["L", "R", "G", "A"]
    assert [part.marks for part in stack.parts] == [(), (), ("GTP",), ()]


def test_a_named_complex_has_the_colour_that_all_its_members_have() -> None:
    members = "  Gamma: {kind: protein, roles: [GTPase, G protein subunit]}\n"
    for inner, roles in (("G, Gamma", ("G protein subunit",)), ("G, A", ())):
        named = f"{members}  Gbg: {{kind: complex, members: [{inner}]}}\nprocesses:\n"
        text = HEAD.replace("processes:\n", named) + "  p: {is: L@ec + Gbg@pm -> Gbg:L@pm}\n"
        drawn = laid_out(pathport.read(text.encode(), "yaml"))
        assert [each.parts[-1].roles for each in boxes(drawn, "Gbg_pm")] == [roles]
        assert [each.parts[-1].roles for each in boxes(drawn, "Gbg_L_pm")] == [roles]


def test_main_substrate_process_and_main_product_stand_in_a_row() -> None:
    drawn = picture('p1: {is: "L@ec + R@pm -> L:R@pm"}')
    row = {
        each.thing: each.y + each.height / 2
        for each in drawn.glyphs
        if each.thing in ("R_pm", "p1")
    }
    assert row["R_pm"] == row["p1"]


def test_bands_lie_from_outside_to_inside_and_an_endosome_is_a_frame_in_the_cytosol() -> None:
    drawn = picture('p1: {is: "L@ec + R@pm -> L:R@ee"}\np2: {is: "A@cyt -> A{p}@cyt"}')
    areas = {each.compartment: each for each in drawn.areas}
    assert areas["ec"].y < areas["pm"].y < areas["cyt"].y < areas["ee"].y
    assert [each for each in areas if areas[each].band] == ["ec", "pm", "cyt"]
    assert areas["ee"].y + areas["ee"].height <= areas["cyt"].y + areas["cyt"].height


@pytest.mark.parametrize(("effect", "head"), [("inhibition", 1), ("stimulation", 1)])
def test_three_controls_of_one_effect_meet_before_their_target(effect: str, head: int) -> None:
    drawn = picture(
        f"""
        p1:
          is: "A@cyt -> A{{p}}@cyt"
          controls:
          - {{by: L@ec, effect: {effect}}}
          - {{by: R@pm, effect: {effect}}}
          - {{by: G@pm, effect: {effect}}}
        """
    )
    ends = {each.points[-1] for each in drawn.lines if each.effect == effect}
    assert len(ends) == head


def test_a_control_on_a_control_ends_on_its_line() -> None:
    text = HEAD + '  p1: {is: "A@cyt -> A{p}@cyt"}\ncontrols:\n'
    text += "  c1: {of: p1, by: R@pm, effect: catalysis}\n"
    text += "  c2: {of: c1, by: L@ec, effect: inhibition}\n"
    drawn = laid_out(pathport.read(text.encode(), "yaml"))
    ends = {each.of: each.end for each in drawn.lines if each.role == "control"}
    assert ends == {"c1": "p1", "c2": "c1"}


def test_the_lines_of_a_hypothetical_process_are_hypothetical() -> None:
    found = picture('E: {is: "A@cyt -> A{p}@cyt", certainty: hypothetical}')
    assert [it.certainty for it in found.lines] == ["hypothetical"] * 2


def test_lines_share_a_trunk_only_with_one_number_and_one_head() -> None:
    """One trunk told of each process that it took three and could be reversed."""
    drawn = picture(
        """
        p1: {is: "A@cyt -> G@cyt"}
        p2: {is: "2 A@cyt -> L@cyt"}
        p3: {is: "2 A@cyt <-> R@cyt"}
        p4: {is: "2 A@cyt -> GTP@cyt"}
        """
    )
    trunks: dict[str, set[tuple[float, bool]]] = {}
    for it in drawn.lines:
        if it.start == "A_cyt":
            trunks.setdefault(it.trunk, set()).add((it.coefficient, it.reversible))
    assert all(len(heads) == 1 for heads in trunks.values())


def test_marks_stand_in_the_order_of_their_sites() -> None:
    drawn = picture('p1: {is: "A@cyt -> A{pY1007,pS95,active}@cyt"}')
    texts = [it.parts[0].marks for it in drawn.glyphs if it.parts and it.parts[0].marks]
    assert texts == [("pS95", "pY1007", "active")]


def test_a_kind_that_the_notation_has_no_word_for_is_marked_by_its_sign() -> None:
    """Ubiquitin on an unknown residue was marked by the id of its term."""
    drawn = picture('p1: {is: "A@cyt -> A{mod:01148,mod:00798#C31}@cyt"}')
    texts = [it.parts[0].marks for it in drawn.glyphs if it.parts and it.parts[0].marks]
    assert texts == [("S–S C31", "ub")]


def test_a_tip_tells_all_states_and_the_whole_name() -> None:
    states = ",".join(f"pS{n}" for n in range(1, 9))
    drawn = picture(f'p1: {{is: "A@cyt -> A{{{states}}}@cyt"}}')
    assert f"A {{{states.replace(',', ', ')}}}" in [it.tip for it in drawn.glyphs]


def test_a_set_is_drawn_with_its_name_where_all_its_members_are() -> None:
    text = """
        p1:
          is: "A@cyt -> A{p}@cyt"
          controls: {by: ab, effect: catalysis}
        species:
          ab: {members: [G@cyt, L@cyt], name: kinases}
        """
    processes, _, species = dedent(text).partition("species:")
    content = HEAD + indent(processes, "  ") + "species:" + species
    drawn = laid_out(pathport.read(content.encode(), "yaml"))
    (box,) = boxes(drawn, "ab")
    assert [it.text for it in box.parts] == ["kinases", "G", "L"]
    (cell,) = (it for it in drawn.areas if it.compartment == "cyt")
    assert cell.y < box.y < box.y + box.height < cell.y + cell.height
    placed = pathport.placed(pathport.read(content.encode(), "yaml"))
    assert in_own_places(placed).glyphs == drawn.glyphs


def test_names_that_differ_beyond_where_they_are_cut_show_where_they_differ() -> None:
    builder = pathport.Builder("a")
    whole = "NOTCH1 coactivator complex, all of it:HES{} gene"
    for number in (1, 5):
        builder.molecule(f"M{number}", kind="complex", name=whole.format(number))
        builder.species(f"s{number}", f"M{number}")
    texts = {it.id: it.text for it in pathport.draw(builder.pathway()).picture.glyphs}
    assert texts == {
        f"s{n}": f"NOTCH1 coactivator co\N{HORIZONTAL ELLIPSIS}HES{n} gene" for n in (1, 5)
    }


def test_the_name_of_a_list_is_no_row_like_its_members() -> None:
    builder = pathport.Builder("a")
    for id_ in ("A", "B"):
        builder.molecule(id_, kind="protein")
        builder.species(f"s{id_}", id_)
    builder.species("s", members=["sA", "sB"], name="kinases")
    drawing = pathport.draw(builder.pathway())
    (glyph,) = (it for it in drawing.picture.glyphs if it.id == "s")
    assert [(it.text, it.is_heading) for it in glyph.parts] == [
        ("kinases", True),
        ("A", False),
        ("B", False),
    ]
    (group,) = (it for it in drawing.svg.split("<g ") if it.startswith('data-thing="s"'))
    assert group.count('class="box') == 2
    assert group.count('font-weight="bold"') == 1
