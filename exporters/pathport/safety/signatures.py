"""What files that hold no pathway begin with: archives, pictures, office documents.

They are refused by name before anything else is made of their bytes, for whoever has one before him
wants to know what it is, not at which byte it stops being text. The signatures are those that each
format's specification gives. The module knows no format of pathways.
"""

from pathport.errors import UnreadableError
from pathport.findings import Location
from pathport.safety.rules import IO_OTHER

__all__ = ["check_signature"]

UNPACK = "unpack it, and name the file of the pathway in it"
SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"\x1f\x8b", "gzip inside gzip", "decompress it once by hand"),
    (b"PK\x03\x04", "a zip archive, or a document that is one", UNPACK),
    (b"PK\x05\x06", "an empty zip archive", "check whether this is the right file"),
    (b"BZh", "compressed by bzip2", "decompress it, or compress it by gzip instead"),
    (b"\xfd7zXZ\0", "compressed by xz", "decompress it, or compress it by gzip instead"),
    (b"\x28\xb5\x2f\xfd", "compressed by zstd", "decompress it, or compress it by gzip instead"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", UNPACK),
    (b"%PDF-", "a PDF", "name the file that the drawing is saved in"),
    (b"\x89PNG\r\n", "a PNG picture", "name the file that the picture was made of"),
    (b"\xff\xd8\xff", "a JPEG picture", "name the file that the picture was made of"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "export the pathway from it as a text format"),
)
"""First bytes, what begins so, and what to do."""
PLAIN = "decompress it first: bytes are taken as they are"


def check_signature(content: bytes, path: str, *, inflated: bool = True) -> None:
    """Passes what does not begin like something that holds no pathway as text.

    ``inflated`` tells whether gzip around it was looked through.

    :raises UnreadableError: IO012.
    """
    for signature, told, remedy in SIGNATURES:
        if content.startswith(signature):
            gzip = signature == SIGNATURES[0][0] and not inflated
            sentence = "this is gzip" if gzip else f"this is {told}"
            place = Location(path=path)
            raise UnreadableError(
                IO_OTHER.finding(sentence, place=place, remedy=PLAIN if gzip else remedy)
            )
