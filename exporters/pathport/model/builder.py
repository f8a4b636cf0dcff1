"""Pathways in Python, in the words of the document: what is called here becomes its entries.

A builder and a document go through the same assembly (`pathport.model.assembly`), so that equal
words give equal pathways, ids included. All faults are told at once, when the pathway is asked for.
"""

from collections.abc import Callable
from typing import Any, TypedDict, Unpack

import msgspec

from pathport.errors import FaultyError
from pathport.findings import Location, Severity
from pathport.model.assembly import assemble
from pathport.model.examine import document_of
from pathport.model.faults import shown
from pathport.model.ids import control_id, is_legal_id, numbered, process_id
from pathport.model.pathway import Pathway
from pathport.model.rules import ID_CLASH
from pathport.model.slips import Slip, Slips

__all__ = ["Builder", "Named", "Words"]

Many = str | list[Any] | tuple[Any, ...] | dict[str, Any]
"""One value, or a list of them, as a document takes it."""


class Words(TypedDict, total=False):
    """What can be said of every thing."""

    name: str
    synonyms: Many
    identifiers: Many
    accessions: Many
    notes: Many
    references: Many
    evidence: Many
    certainty: str
    data_sources: Many
    original_id: str


class About(Words, total=False):
    """What can be said of the pathway."""

    description: Many
    organism: str
    authors: Many
    created: str
    modified: str
    version: str
    licence: str
    figure: dict[str, str]
    order: Many


class WholeWords(Words, total=False):
    """What can be said of a molecule whose members are told already."""

    roles: Many
    organism: str
    sites: Many
    site_sets: dict[str, dict[str, Any]]


class MoleculeWords(WholeWords, total=False):
    """What can be said of a molecule."""

    members: Many


class Named:
    """A control that may be named: by its ``id``, which is made when it is first asked for."""

    def __init__(self, entry: dict[str, Any], new_id: Callable[[], str]) -> None:
        self._entry = entry
        self._new_id = new_id

    @property
    def id(self) -> str:
        """The control's id, which it keeps."""
        if "id" not in self._entry:
            self._entry["id"] = self._new_id()
        return str(self._entry["id"])


class Builder:
    """Builds a pathway word by word; ``pathway()`` gives it.

    Parameters are those of the document's entries (``docs/document.md``); what is said of every
    thing (``name``, ``identifiers``, ``evidence``, ...) may be given to each call.
    """

    def __init__(self, id: str, *, title: str | None = None, **about: Unpack[About]) -> None:  # noqa: A002
        self._tree: dict[str, Any] = {"pathport": 1, "id": id, **_said({"title": title}, about)}
        self._slips = Slips()

    # The things

    def compartment(
        self,
        id: str,  # noqa: A002
        *,
        dimensions: int | None = None,
        inside: str | None = None,
        membrane_of: str | None = None,
        size: float | None = None,
        unit: str | None = None,
        constant: bool = True,
        **words: Unpack[Words],
    ) -> str:
        """A compartment; gives its id."""
        own = {
            "dimensions": dimensions,
            "inside": inside,
            "membrane_of": membrane_of,
            "size": size,
            "unit": unit,
            "constant": None if constant else False,
        }
        return self._entry("compartments", id, own, words)

    def molecule(self, id: str, *, kind: str, **words: Unpack[MoleculeWords]) -> str:  # noqa: A002
        """A molecule of this kind; gives its id."""
        return self._entry("molecules", id, {"kind": kind}, words)

    def protein(self, id: str, **words: Unpack[MoleculeWords]) -> str:  # noqa: A002
        """A protein; gives its id."""
        return self.molecule(id, kind="protein", **words)

    def gene(self, id: str, **words: Unpack[MoleculeWords]) -> str:  # noqa: A002
        """A gene; gives its id."""
        return self.molecule(id, kind="gene", **words)

    def gene_product(self, id: str, **words: Unpack[MoleculeWords]) -> str:  # noqa: A002
        """A gene or its protein, not told apart; gives its id."""
        return self.molecule(id, kind="gene product", **words)

    def dna(self, id: str, **words: Unpack[MoleculeWords]) -> str:  # noqa: A002
        """A DNA; gives its id."""
        return self.molecule(id, kind="DNA", **words)

    def rna(self, id: str, **words: Unpack[MoleculeWords]) -> str:  # noqa: A002
        """An RNA; gives its id."""
        return self.molecule(id, kind="RNA", **words)

    def small_molecule(self, id: str, **words: Unpack[MoleculeWords]) -> str:  # noqa: A002
        """A small molecule; gives its id."""
        return self.molecule(id, kind="small molecule", **words)

    def ion(self, id: str, **words: Unpack[MoleculeWords]) -> str:  # noqa: A002
        """An ion; gives its id."""
        return self.molecule(id, kind="ion", **words)

    def family(self, id: str, members: Many = (), **words: Unpack[WholeWords]) -> str:  # noqa: A002
        """A family: its members are alternatives; gives its id."""
        return self.molecule(id, kind="family", members=members, **words)

    def complex(self, id: str, members: Many = (), **words: Unpack[WholeWords]) -> str:  # noqa: A002
        """A complex by name: its members are parts, such as ``2*GNB1``; gives its id."""
        return self.molecule(id, kind="complex", members=members, **words)

    def phenotype(self, id: str, **words: Unpack[MoleculeWords]) -> str:  # noqa: A002
        """A phenotype; gives its id."""
        return self.molecule(id, kind="phenotype", **words)

    def subpathway(self, id: str, **words: Unpack[MoleculeWords]) -> str:  # noqa: A002
        """Another pathway, as one thing in this one; gives its id."""
        return self.molecule(id, kind="pathway", **words)

    def unknown(self, id: str, **words: Unpack[MoleculeWords]) -> str:  # noqa: A002
        """A molecule of unknown kind; gives its id."""
        return self.molecule(id, kind="unknown", **words)

    def species(
        self,
        id: str,  # noqa: A002
        spelling: str | None = None,
        *,
        components: Many | None = None,
        members: Many | None = None,
        state: str | None = None,
        compartment: str | None = None,
        side: str | None = None,
        cell_type: str | None = None,
        tissue: str | None = None,
        **words: Unpack[Words],
    ) -> str:
        """A species with an id of its own, in the notation or by its parts; gives its id."""
        own = {
            "is": spelling,
            "components": components,
            "members": members,
            "state": state,
            "compartment": compartment,
            "side": side,
            "cell_type": cell_type,
            "tissue": tissue,
        }
        return self._entry("species", id, own, words)

    def process(
        self,
        spelling: str,
        *,
        type: str = "process",  # noqa: A002
        id: str | None = None,  # noqa: A002
        template: str | None = None,
        spontaneous: bool | None = None,
        **words: Unpack[Words],
    ) -> str:
        """A process in the notation, ``A@cyt -> B@cyt``; gives its id, made if none is given."""
        _check_text(spelling, "a process in the notation")
        made = spelling.rpartition("->")[2].strip()
        made = spelling.partition("->")[0].rstrip(" <") if made == "0" else made
        id_ = id or self._new_id(process_id(type, made))
        own = {
            "is": spelling,
            "type": type,
            "template": template,
            "spontaneous": spontaneous,
        }
        return self._entry("processes", id_, own, words)

    def control(
        self,
        of: "str | Named",
        *,
        by: str,
        effect: str,
        mechanism: str | None = None,
        id: str | None = None,  # noqa: A002
        **words: Unpack[Words],
    ) -> "Named":
        """Species control a process or a control, ``by`` such as ``A@cyt and not B@cyt``.

        Gives what another control may be ``of``. Its ``id``, if none is given, is made once it is
        asked for; that of a control that is never named is derived with the pathway.
        """
        of = of.id if isinstance(of, Named) else of
        own = {"by": by, "effect": effect, "mechanism": mechanism}
        process = self._tree.get("processes", {}).get(of)
        if id is None and process is not None:
            entry = _said(own, words)
            process.setdefault("controls", []).append(entry)
            return Named(entry, lambda: self._new_id(control_id(effect, target=of, sources=by)))
        id_ = id or self._new_id(control_id(effect, target=of, sources=by))
        self._entry("controls", id_, {"of": of, **own}, words)
        return Named({"id": id_}, lambda: id_)

    def influence(
        self,
        on: str,
        *,
        by: str,
        effect: str,
        mechanism: str | None = None,
        id: str | None = None,  # noqa: A002
        **words: Unpack[Words],
    ) -> str:
        """Species act on a species or phenotype, no process being known; gives the id."""
        id_ = id or self._new_id(control_id(effect, target=on, sources=by))
        own = {"on": on, "by": by, "effect": effect, "mechanism": mechanism}
        return self._entry("influences", id_, own, words)

    def association(
        self,
        *between: str,
        type: str = "association",  # noqa: A002
        id: str | None = None,  # noqa: A002
        **words: Unpack[Words],
    ) -> str:
        """Species that belong together without a direction; gives the id."""
        id_ = id or self._new_id(process_id(type, " ".join(between)))
        return self._entry("associations", id_, {"between": between, "type": type}, words)

    def module(
        self,
        id: str,  # noqa: A002
        members: Many = (),
        *,
        order: Many = (),
        **words: Unpack[Words],
    ) -> str:
        """A named group of processes, controls, associations and modules; gives its id."""
        return self._entry("modules", id, {"members": members, "order": order}, words)

    def publication(
        self,
        curie: str,
        *,
        title: str | None = None,
        authors: Many = (),
        journal: str | None = None,
        year: int | None = None,
        url: str | None = None,
    ) -> str:
        """What is known of a publication beyond its CURIE, which it gives back."""
        own = {"title": title, "authors": authors, "journal": journal, "year": year, "url": url}
        return self._entry("publications", curie, own, {})

    # The whole

    def pathway(self) -> Pathway:
        """The pathway, checked.

        :raises FaultyError: with all faults; each names the entry, such as ``processes E01 is``.
        """
        document, slips = document_of(self._tree)
        if document is None:
            raise _error(slips)
        pathway, slips = assemble(document, slips=[*self._slips.found, *slips])
        if any(slip.rule.severity is Severity.ERROR for slip in slips):
            raise _error(slips)
        return pathway

    def _entry(self, collection: str, id_: str, own: dict[str, Any], words: Any) -> str:
        """Adds an entry; of two with one id the first is kept, and the other a fault."""
        entries = self._tree.setdefault(collection, {})
        if id_ in entries:
            told = f"{collection} has {shown(id_)} twice"
            self._slips.add(ID_CLASH, (collection, id_), told)
        entries.setdefault(id_, _said(own, words))
        return id_

    def _new_id(self, wanted: str) -> str:
        names = [
            name
            for entries in self._tree.values()
            if isinstance(entries, dict)
            for name in entries
            if is_legal_id(name)
        ]
        for process in self._tree.get("processes", {}).values():
            names += [each["id"] for each in process.get("controls", ()) if "id" in each]
        return numbered({"": wanted}, names)[""]


def _said(own: dict[str, Any], words: Any) -> dict[str, Any]:
    """What was said, without what was left at its default."""
    told = {**own, **words}
    return {key: _plain(value) for key, value in told.items() if value is not None and value != ()}


def _plain(value: Any) -> Any:
    """The value in texts, numbers, lists and mappings."""
    return msgspec.to_builtins(value, str_keys=True)


def _check_text(value: object, what: str) -> None:
    """Passes a text.

    :raises TypeError: if it is something else.
    """
    if not isinstance(value, str):
        raise TypeError(f"expected {what} as a text, found {value!r}")


def _error(slips: list[Slip]) -> FaultyError:
    return FaultyError(
        *(
            slip.finding(Location(column=slip.column))
            for slip in slips
            if slip.rule.severity is Severity.ERROR
        )
    )
