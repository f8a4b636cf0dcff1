"""A pathway as it is submitted: what WikiPathways wants said otherwise than the document says it.

The head is that of a file of the database, and identifiers of databases that BridgeDb does not have
are left out. Nothing else is changed, so that an edit in the database can be taken home.
"""

from datetime import UTC, datetime

import msgspec

from pathport.formats.gpml.terms import databases
from pathport.model.parts import Identifier
from pathport.model.pathway import Pathway
from pathport.submission.terms import LICENCES, SOURCE, UNPUBLISHED

__all__ = ["left_out", "pathway_id", "prepared", "stem"]

PREFIX = "wikipathways:"


def pathway_id(pathway: Pathway) -> str:
    """The id that the pathway has in the database; of a new one, that of what has none yet."""
    own = f"{PREFIX}{pathway.id}"
    return pathway.id if any(it.id == own for it in pathway.identifiers) else UNPUBLISHED


def stem(pathway: Pathway, number: int) -> str:
    """How the files of a submission are called: by the request, or as in the database."""
    id_ = pathway_id(pathway)
    return f"{id_}__PR{number}" if id_ == UNPUBLISHED else id_


def prepared(pathway: Pathway, at: datetime) -> Pathway:
    """The pathway as it is submitted at this time."""
    moment = at.astimezone(UTC)
    return msgspec.structs.replace(
        pathway,
        data_sources=(SOURCE,),
        version=f"{pathway_id(pathway)}_r{moment:%Y%m%d%H%M%S}",
        modified=f"{moment:%Y-%m-%dT%H:%M:%SZ}",
        licence=None if pathway.licence in LICENCES else pathway.licence,
        molecules=tuple(
            msgspec.structs.replace(it, identifiers=known(it.identifiers))
            for it in pathway.molecules
        ),
        species=tuple(
            msgspec.structs.replace(it, identifiers=known(it.identifiers)) for it in pathway.species
        ),
    )


def known(identifiers: tuple[Identifier, ...]) -> tuple[Identifier, ...]:
    """Those identifiers whose database BridgeDb has a name for."""
    return tuple(it for it in identifiers if is_known(it))


def is_known(identifier: Identifier) -> bool:
    """Whether BridgeDb has a name for the database of an identifier."""
    prefix = identifier.id.partition(":")[0].partition(".isoform")[0]
    return databases().word(prefix) is not None


def left_out(pathway: Pathway) -> dict[str, tuple[str, ...]]:
    """By prefix of a database that BridgeDb does not have, the identifiers that are left out."""
    found: dict[str, set[str]] = {}
    for thing in (*pathway.molecules, *pathway.species):
        for identifier in thing.identifiers:
            if not is_known(identifier):
                prefix = identifier.id.partition(":")[0]
                found.setdefault(prefix, set()).add(identifier.id)
    return {prefix: tuple(sorted(ids)) for prefix, ids in sorted(found.items())}
