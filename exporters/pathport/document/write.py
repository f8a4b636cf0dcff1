"""A pathway as the text of its document, in normal form: equal pathways give equal texts."""

from pathport.document import spell_json, spell_yaml
from pathport.document.outline import outline
from pathport.model.pathway import Pathway

__all__ = ["spelled_json", "spelled_yaml"]


def spelled_yaml(pathway: Pathway) -> str:
    """The document of a pathway in YAML."""
    return spell_yaml.spelled(outline(pathway))


def spelled_json(pathway: Pathway) -> str:
    """The document of a pathway in JSON."""
    return spell_json.spelled(outline(pathway))
