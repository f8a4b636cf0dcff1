"""What reactions name, and whether it is in the file: the species and aliases of all their lines.

A name of nothing is told where it stands, once: ``checks_lines`` compares only what is there.
"""

from collections.abc import Iterator

from lxml import etree

from pathport.formats.celldesigner import codes
from pathport.formats.celldesigner.sheet import CheckedSheet, inside
from pathport.formats.grammar import Breach

__all__ = ["Pair", "is_there", "names", "told_of_nothing"]

Pair = tuple[str | None, str | None]
"""A species and an alias, as a line names them."""
LINES: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (("baseReactants", "baseReactant"), "species", "alias"),
    (("baseProducts", "baseProduct"), "species", "alias"),
    (("listOfReactantLinks", "reactantLink"), "reactant", "alias"),
    (("listOfProductLinks", "productLink"), "product", "alias"),
    (("listOfModification", "modification"), "modifiers", "aliases"),
    (("listOfModification", "modification", "linkTarget"), "species", "alias"),
    (("listOfGateMember", "GateMember"), "modifiers", "aliases"),
    (("listOfGateMember", "GateMember", "linkTarget"), "species", "alias"),
)
"""Where the extension of a reaction names species and aliases, with the attributes."""
OF_MODIFICATIONS = ("listOfModification", "listOfGateMember")
LISTS = ("listOfReactants", "listOfProducts", "listOfModifiers")


def names(of: tuple[CheckedSheet, etree._Element, etree._Element]) -> Iterator[Breach]:
    """Species and aliases that a reaction names and the file has not; of a species that SBML's
    lists name its own rules tell.
    """
    sheet, reaction, told = of
    for path, species, alias in LINES:
        for it in inside(told, *path):
            for named in filter(None, (it.get(species) or "").split(",")):
                if named not in sheet.known:
                    sentence = f'a line is of "{named}", which is no species'
                    rule = codes.LINE_OF if path[0] in OF_MODIFICATIONS else codes.BASE_OF
                    yield sheet.breach(rule, sentence, it)
            for named in (it.get(alias) or "").split(","):
                if named not in sheet.aliases:
                    said = f'"{named}", which is no alias' if named else "no alias"
                    yield sheet.breach(codes.END, f"a line ends at {said}", it)
    for it in (inner for name in LISTS for inner in reaction.iterfind(f"{{*}}{name}/{{*}}*")):
        for found in inside(sheet.told(it), "alias"):
            named = (found.text or "").strip()
            if named and named not in sheet.aliases:
                sentence = f'a reference is to "{named}", which is no alias'
                yield sheet.breach(codes.END, sentence, found)


def is_there(sheet: CheckedSheet, pair: Pair) -> bool:
    """Whether the file has this species, and this alias if one is named."""
    species, alias = pair
    return (species or "") in sheet.known and (not alias or alias in sheet.aliases)


def told_of_nothing(sheet: CheckedSheet, pairs: set[Pair]) -> set[str]:
    """The species and aliases of pairs of which one is not there: what is wrong there is told, and
    that another lacks the same is no more than that.
    """
    return {it for pair in pairs if not is_there(sheet, pair) for it in pair if it}
