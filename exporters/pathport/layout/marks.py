"""The short texts of the state of a molecule, which stand beside its name in its box."""

from pathport.looks.signs import modified
from pathport.model import modifications
from pathport.model.notation import spell_state
from pathport.model.parts import Modification, State
from pathport.model.things import Molecule

__all__ = ["marks_of"]


def marks_of(state: State, molecule: Molecule | None) -> tuple[str, ...]:
    """The short texts of a state: sites by place, then what else is said."""
    found = [(*_at(each), _mark(each, molecule)) for each in state.modifications]
    fragment = state.fragment
    ends = (fragment.begin, fragment.end) if fragment else ()
    whole = "–".join("" if each is None else str(each) for each in ends)
    rest = (state.activity, state.structure, whole, state.variant)
    return (*(mark for *_, mark in sorted(found)), *filter(None, rest))


def _at(item: Modification) -> tuple[bool, int]:
    """Where on its molecule a modification is; the last, if that is not known."""
    return item.position is None, item.position or 0


def _mark(item: Modification, molecule: Molecule | None) -> str:
    if item.site_set is None:
        return _spelled(item)
    sets = {each.name: each for each in molecule.site_sets} if molecule else {}
    known = sets.get(item.site_set)
    kinds = [each.kind for each in known.sites if each.kind] if known else []
    token = modifications.token(kinds[0]) if kinds else None
    words = [each for each in item.site_set.split("_") if not _is_of(each, molecule)]
    if token is not None and token[0] in words:
        words.remove(token[0])
    said = "-".join(words)
    if token is None or said.startswith(token[0]):
        return said or item.site_set
    return (
        token[0]
        if said in ("", token[0])
        else f"{token[0]}{said if len(said) == 1 else '-' + said}"
    )


def _spelled(item: Modification) -> str:
    """A modification as in the notation; a term that has no word there, by its sign or name."""
    spelled = spell_state(State(modifications=(item,))).replace('"', "")
    if item.kind is None or item.kind not in spelled:
        return spelled
    sign = modified(item.kind)
    return spelled.replace(f"{item.kind}#", f"{sign} ").replace(item.kind, sign)


def _is_of(word: str, molecule: Molecule | None) -> bool:
    """Whether a word of a set's name only repeats the molecule."""
    return molecule is not None and molecule.id.lower().startswith(word.lower()) and len(word) > 1
