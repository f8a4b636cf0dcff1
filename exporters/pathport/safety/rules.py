"""What is refused before anything is read from an input or put in place: the table of its rules.

Input (IO...), text and XML (XML...), output (OUT...). The table knows no format. XML's limits
follow Extensible Markup Language 1.0 (Fifth Edition) and libxml2's limits without XML_PARSE_HUGE.
"""

from pathport.findings import Severity
from pathport.rules import Rule

__all__ = ["RULES", "XML_DENSE", "XML_DEPTH", "XML_DOCTYPE", "XML_ENCODING", "XML_FORM", "XML_SIZE"]


def refusal(code: str, title: str, remedy: str, source: str = "") -> Rule:
    """A rule whose breach stops everything, which is all of them here."""
    return Rule(code=code, severity=Severity.ERROR, title=title, remedy=remedy, source=source)


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

RULES: tuple[Rule, ...] = (
    XML_FORM,
    XML_ENCODING,
    XML_DEPTH,
    XML_DOCTYPE,
    XML_SIZE,
    XML_DENSE,
)
