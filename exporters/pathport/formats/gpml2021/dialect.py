"""The words of GPML 2021, for those who read and draw what a drawing means."""

from pathport.formats.gpml.dialect import Dialect
from pathport.formats.gpml.drawing import Xref
from pathport.formats.gpml.terms import COMPLEX
from pathport.formats.gpml2021 import terms
from pathport.formats.gpml2021.reasons import REASONS
from pathport.model.identifiers import from_xref, resources, to_xref

__all__ = ["GPML2021", "curie_of", "xref_of"]


def curie_of(xref: Xref) -> str | None:
    """The identifier that a cross reference means: its source is a prefix, or a synonym of one."""
    return from_xref(xref.database, xref.id) if xref.database and xref.id else None


def xref_of(curie: str) -> Xref | None:
    """The cross reference that means an identifier, or nothing if none would be read as it.

    A source is called as MIRIAM and BridgeDb call it (``ec-code``), else as the Bioregistry does.
    """
    prefix, local = curie.partition(":")[0], to_xref(curie)[1]
    known = resources().get(prefix)
    names = (known.namespace if known is not None else "", prefix)
    found = (Xref(name, local) for name in names if name)
    return next((it for it in found if curie_of(it) == curie), None)


GPML2021 = Dialect(
    kind=terms.KIND,
    process=terms.PROCESS,
    effect=terms.EFFECT,
    headless=terms.HEADLESS,
    complexes=frozenset({COMPLEX}),
    sets=terms.SETS,
    complex=COMPLEX,
    group=terms.GROUP,
    styleless=terms.STYLELESS,
    curie_of=curie_of,
    xref_of=xref_of,
    reasons=REASONS,
    boxes_groups=True,
)
