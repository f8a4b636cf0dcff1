"""The document: what a curator writes, in YAML or JSON, with the notation for what takes part."""

from pathport.document.fmt import fmt
from pathport.document.load import JSON, YAML, Loaded, load, places, read_document, syntax_of
from pathport.document.text import Syntax
from pathport.document.write import spelled_json, spelled_yaml

__all__ = [
    "JSON",
    "YAML",
    "Loaded",
    "Syntax",
    "fmt",
    "load",
    "places",
    "read_document",
    "spelled_json",
    "spelled_yaml",
    "syntax_of",
]
