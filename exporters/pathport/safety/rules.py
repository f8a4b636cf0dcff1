"""What is refused before anything is read from an input or put in place: the table of its rules.

Input (IO...), text and XML (XML...), output (OUT...). The table knows no format. XML's limits
follow Extensible Markup Language 1.0 (Fifth Edition) and libxml2's limits without XML_PARSE_HUGE.
"""

from pathport.findings import Severity
from pathport.rules import OWN, Rule

__all__ = [
    "IO_BOMB",
    "IO_DIRECTORY",
    "IO_EMPTY",
    "IO_FAILED",
    "IO_GZIP",
    "IO_LARGE",
    "IO_MISSING",
    "IO_OTHER",
    "IO_PERMISSION",
    "IO_SPECIAL",
    "OUT_DIRECTORY",
    "OUT_FAILED",
    "OUT_FOLDER",
    "OUT_PERMISSION",
    "OUT_SOURCE",
    "OUT_SPACE",
    "OUT_SPECIAL",
    "OUT_TWICE",
    "RULES",
    "TEXT_BINARY",
    "TEXT_ENCODING",
    "XML_DENSE",
    "XML_DEPTH",
    "XML_DOCTYPE",
    "XML_ENCODING",
    "XML_FORM",
    "XML_SIZE",
]


def refusal(code: str, title: str, remedy: str, source: str = OWN) -> Rule:
    """A rule whose breach stops everything, which is all of them here."""
    return Rule(code=code, severity=Severity.ERROR, title=title, remedy=remedy, source=source)


IO_MISSING = refusal(
    "IO001",
    "an input exists",
    "check the name and the folder",
)
IO_DIRECTORY = refusal(
    "IO002",
    "an input is a file, not a directory",
    "name a file in it",
)
IO_PERMISSION = refusal(
    "IO003",
    "an input may be read",
    "ask its owner for the right to read it",
)
IO_SPECIAL = refusal(
    "IO004",
    "an input is a regular file or standard input, not a device, a named pipe or a socket",
    "copy what it gives to a file, or pipe it to `-`",
)
IO_FAILED = refusal(
    "IO005",
    "an input can be read to its end",
    "copy it to another place and try again",
)
IO_EMPTY = refusal(
    "IO006",
    "an input is not empty",
    "check whether the program that wrote it had finished",
)
IO_LARGE = refusal(
    "IO007",
    "an input is not larger than its limit, also after decompression",
    "split the pathway, or check whether this is the right file",
)
IO_GZIP = refusal(
    "IO008",
    "gzip is whole: every member to its end, with its checksum, and nothing after the last",
    "fetch or compress the file again",
    "RFC 1952",
)
IO_BOMB = refusal(
    "IO009",
    "gzip does not expand beyond all measure: 100 times, or 65,536 members",
    "decompress the file by hand, if it is from a place that can be trusted",
)
TEXT_ENCODING = refusal(
    "IO010",
    "a document is UTF-8, or UTF-16 with a byte order mark",
    "save it as UTF-8",
)
TEXT_BINARY = refusal(
    "IO011",
    "a document is text: it holds no NUL",
    "check whether this is the right file; a UTF-16 text needs a byte order mark",
)
IO_OTHER = refusal(
    "IO012",
    "an input is a file of a pathway, not an archive, a picture or an office document",
    "name the file of the pathway itself",
)

XML_FORM = refusal(
    "XML001",
    "XML is well-formed",
    "open the file in the program that wrote it and save it again, or mend it at this place",
    "XML 1.0, 2.1 and Namespaces in XML 1.0, 7",
)
XML_ENCODING = refusal(
    "XML002",
    "XML is UTF-8, UTF-16 with a byte order mark, US-ASCII, ISO-8859-1 or windows-1252",
    "save it as UTF-8, with encoding='UTF-8' or none in its first line",
    "XML 1.0, 4.3.3",
)
XML_DEPTH = refusal(
    "XML003",
    "XML elements nest at most 256 deep",
    "check what made the file: pathways nest less than 20 deep",
)
XML_DOCTYPE = refusal(
    "XML004",
    "XML has no document type declaration but short internal entities for namespaces in RDF",
    "remove the declaration and write out what its entities stand for",
    "XML 1.0, 2.8 and 4.2",
)
XML_SIZE = refusal(
    "XML005",
    "one text, attribute, comment or name of XML holds at most what libxml2 takes (10 MB)",
    "check what made the file: no name, note or image in a pathway is that long",
)
XML_DENSE = refusal(
    "XML006",
    "XML of millions of elements holds more than bare tags",
    "check what made the file: it is built to fill the memory",
)

OUT_FOLDER = refusal(
    "OUT001",
    "the folder of an output exists",
    "make the folder, or name another",
)
OUT_DIRECTORY = refusal(
    "OUT002",
    "an output is a file, not a directory",
    "name a file in it",
)
OUT_SPECIAL = refusal(
    "OUT003",
    "an output is a regular file, not a device, a pipe or a socket",
    "name a file, or `-` for standard output",
)
OUT_PERMISSION = refusal(
    "OUT004",
    "an output, and the folder that it is in, may be written",
    "ask for the right to write, or name another place",
)
OUT_TWICE = refusal(
    "OUT005",
    "two outputs are not one file",
    "give each a name of its own, also for a file system that ignores case",
)
OUT_SOURCE = refusal(
    "OUT006",
    "an output does not replace a source",
    "name another file for the output",
)
OUT_SPACE = refusal(
    "OUT007",
    "the disk has room for an output beside the file that it replaces",
    "make room, or name a place on another disk",
)
OUT_FAILED = refusal(
    "OUT008",
    "an output can be written, flushed and renamed",
    "name another place for the output",
)

RULES: tuple[Rule, ...] = (
    IO_MISSING,
    IO_DIRECTORY,
    IO_PERMISSION,
    IO_SPECIAL,
    IO_FAILED,
    IO_EMPTY,
    IO_LARGE,
    IO_GZIP,
    IO_BOMB,
    TEXT_ENCODING,
    TEXT_BINARY,
    IO_OTHER,
    XML_FORM,
    XML_ENCODING,
    XML_DEPTH,
    XML_DOCTYPE,
    XML_SIZE,
    XML_DENSE,
    OUT_FOLDER,
    OUT_DIRECTORY,
    OUT_SPECIAL,
    OUT_PERMISSION,
    OUT_TWICE,
    OUT_SOURCE,
    OUT_SPACE,
    OUT_FAILED,
)
