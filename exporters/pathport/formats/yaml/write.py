"""Writes documents in YAML: all of a pathway is native."""

from pathport.document import spelled_yaml
from pathport.formats import Options, Written
from pathport.formats.json.write import write_as
from pathport.model.pathway import Pathway

__all__ = ["write"]


def write(pathway: Pathway, options: Options = Options()) -> Written:  # noqa: ARG001, B008 - none
    """The pathway as a document in YAML."""
    return write_as(spelled_yaml, pathway)
