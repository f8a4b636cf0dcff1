"""What is measured: for each format, what reads and writes, each on the same content.

A case prepares its input outside of the measurement and gives what is to be measured. Inputs are
files of one folder, made by `make_inputs`. Each case runs in a process of its own.
"""

import gzip
import importlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from benchmarks import peers
from benchmarks.pathways import signalling
from pathport.fidelity.measure import Marks
from pathport.formats import Options, format_named
from pathport.model.pathway import Pathway
from pathport.safety.collector import collector_paused

__all__ = ["CASES", "CORPUS", "Case", "make_corpus_inputs", "make_inputs"]

Work = Callable[[], object]

PATHWAY = "pathway.json"
NATIVE = "native"
WHOLE = "whole"
"""The names of inputs: the pathway, its native text, and the text with its records."""

OWN = "pathport"
"""Begins the names of our own cases."""

CORPUS = {"biopax": "corpus/biopax/pc7_large_58k.owl.gz"}
"""The large file that others made, where it is to be had."""


class Case(NamedTuple):
    """One row of the table of a format."""

    format: str
    name: str
    verb: str
    prepare: Callable[[Path], Work]
    """From the folder of the inputs to what is measured."""
    corpus: bool = False
    """Whether it is measured on the large file too."""

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from the others."""
        return self.format, self.verb, self.name

    @property
    def is_own(self) -> bool:
        """Whether it is pathport that works."""
        return self.name.startswith(OWN)


def make_inputs(folder: Path, format_name: str, size: int) -> dict[str, int]:
    """Writes the inputs of one size, and gives their lengths in bytes."""
    with collector_paused():
        pathway = signalling(size)
        written = {
            PATHWAY: msgspec.json.encode(pathway),
            NATIVE: _native(format_name, "write").write_native(pathway, Marks(), Options()),
            WHOLE: format_named(format_name).module.write(pathway).content,
        }
    for name, content in written.items():
        (folder / name).write_bytes(content)
    return {name: len(content) for name, content in written.items()}


def make_corpus_inputs(folder: Path, packed: Path) -> dict[str, int]:
    """Writes a file of the corpus as the input of those cases that read."""
    content = gzip.decompress(packed.read_bytes())
    (folder / WHOLE).write_bytes(content)
    return {WHOLE: len(content)}


def _native(format_name: str, part: str) -> Any:
    return importlib.import_module(f"{format_named(format_name).home}.{part}")


# Preparations


def _pathway(folder: Path) -> Pathway:
    return msgspec.json.decode((folder / PATHWAY).read_bytes(), type=Pathway)


def _text(folder: Path) -> str:
    return (folder / WHOLE).read_text(encoding="utf-8")


def _as_the_api_does(work: Work) -> Work:
    def paused() -> object:
        with collector_paused():
            return work()

    return paused


def _writes_natively(format_name: str, folder: Path) -> Work:
    write = _native(format_name, "write").write_native
    return _as_the_api_does(partial(write, _pathway(folder), Marks(), Options()))


def _writes(format_name: str, folder: Path) -> Work:
    write = format_named(format_name).module.write
    return _as_the_api_does(partial(write, _pathway(folder)))


def _reads_natively(format_name: str, folder: Path) -> Work:
    read = _native(format_name, "read").read_native
    return _as_the_api_does(partial(read, (folder / WHOLE).read_bytes()))


def _reads(format_name: str, folder: Path) -> Work:
    read = format_named(format_name).module.read
    return _as_the_api_does(partial(read, (folder / WHOLE).read_bytes()))


def _libsbml_writes(folder: Path) -> Work:
    return partial(peers.libsbml_written, peers.parts_of((folder / NATIVE).read_bytes()))


def _libsbml_reads(folder: Path) -> Work:
    return partial(peers.libsbml_read, _text(folder))


def _pybiopax_writes(folder: Path) -> Work:
    return partial(peers.pybiopax_written, peers.pybiopax_read(_text(folder)))


def _pybiopax_reads(folder: Path) -> Work:
    return partial(peers.pybiopax_read, _text(folder))


def _lxml_writes(folder: Path) -> Work:
    return partial(peers.lxml_written, peers.events_of((folder / NATIVE).read_bytes()))


def _lxml_parses(folder: Path) -> Work:
    return partial(peers.lxml_parsed, (folder / WHOLE).read_bytes())


def _lxml_iterates(folder: Path) -> Work:
    return partial(peers.lxml_iterated, (folder / WHOLE).read_bytes())


# The table


def _own(format_name: str) -> tuple[Case, ...]:
    of = partial(Case, format_name)
    return (
        of("pathport, native text", "write", partial(_writes_natively, format_name)),
        of("pathport, with measured fidelity", "write", partial(_writes, format_name)),
        of("pathport, native text", "read", partial(_reads_natively, format_name), corpus=True),
        of("pathport, to the pathway", "read", partial(_reads, format_name)),
        of("lxml, xmlfile", "write", _lxml_writes),
        of("lxml, a tree", "read", _lxml_parses, corpus=True),
        of("lxml, element by element", "read", _lxml_iterates, corpus=True),
    )


CASES: tuple[Case, ...] = (
    *_own("sbml"),
    Case("sbml", "libSBML, objects and text", "write", _libsbml_writes),
    Case("sbml", "libSBML, objects", "read", _libsbml_reads),
    *_own("biopax"),
    Case("biopax", "pybiopax, text", "write", _pybiopax_writes),
    Case("biopax", "pybiopax, objects", "read", _pybiopax_reads, corpus=True),
)
"""All that is measured."""
