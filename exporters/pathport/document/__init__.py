"""The document: what a curator writes, in YAML or JSON, with the notation for what takes part."""

from pathport.document.load import JSON, YAML, Loaded, load, syntax_of

__all__ = ["JSON", "YAML", "Loaded", "load", "syntax_of"]
