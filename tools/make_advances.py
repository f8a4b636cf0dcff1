"""Makes ``schemas/advances.tsv``: the advance widths of an open font, for label widths.

Usage: ``python tools/make_advances.py REGULAR.ttf BOLD.ttf``; needs fonttools. The font in the
table is Liberation Sans, whose advances are those of Arial and Helvetica.
"""

import sys
import unicodedata
from pathlib import Path

from fontTools.ttLib import TTFont

RANGES = ((0x20, 0x7F), (0xA0, 0x180), (0x370, 0x400), (0x2010, 0x2030), (0x2190, 0x2194))
HEAD = """\
# Advance widths of Liberation Sans 2.1.5 in thousandths of the font size, regular and bold.
# https://github.com/liberationfonts/liberation-fonts, SIL Open Font License 1.1.
# Made by tools/make_advances.py.
"""


def advances(path: str) -> dict[int, int]:
    """The advance width of each character that a font has."""
    font = TTFont(path)
    scale = 1000 / font["head"].unitsPerEm
    metrics = font["hmtx"]
    return {code: round(metrics[name][0] * scale) for code, name in font.getBestCmap().items()}


def main() -> None:
    """Writes the table."""
    regular, bold = map(advances, sys.argv[1:3])
    rows = [
        f"{code:04X}\t{regular[code]}\t{bold[code]}"
        for first, last in RANGES
        for code in range(first, last)
        if code in regular and code in bold and unicodedata.category(chr(code)) != "Cc"
    ]
    target = Path(__file__).parent.parent / "schemas" / "advances.tsv"
    target.write_text(HEAD + "code\tregular\tbold\n" + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
