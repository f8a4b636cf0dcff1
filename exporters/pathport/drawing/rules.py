"""What drawing itself refuses: the table of its rules (DRAW...)."""

from pathport.findings import Severity
from pathport.rules import Rule

__all__ = [
    "ADDED",
    "NAME",
    "NOT_DRAWN",
    "NOT_WHOLE",
    "NO_CORE",
    "NO_FONT",
    "NO_MODULE",
    "NO_PNG",
    "NO_SIGN",
    "RULES",
]

NAME = Rule(
    code="DRAW001",
    severity=Severity.ERROR,
    title="a picture's name ends in .svg, .png or .html, or one of them and .gz",
    remedy="name it so, or say which it is with `--to`",
)
NO_MODULE = Rule(
    code="DRAW002",
    severity=Severity.ERROR,
    title="the name of a module that is to be drawn is that of one of the pathway's",
    remedy="`pathport info FILE` counts them; give the id or the name of one",
)
NO_PNG = Rule(
    code="DRAW003",
    severity=Severity.ERROR,
    title="a PNG is made by resvg-py",
    remedy="install it with `pip install 'pathport[png]'`, or draw an SVG",
)
NO_FONT = Rule(
    code="DRAW004",
    severity=Severity.ERROR,
    title="the text of a PNG is set in a font of the system",
    remedy="install one, such as Liberation Sans (the package fonts-liberation), or draw an SVG",
)
NOT_WHOLE = Rule(
    code="DRAW005",
    severity=Severity.WARNING,
    title="a layout that is drawn has boxes for at least half of the species, all on a page",
    remedy="give each species a box, or draw it with `--layout anew`; those that pathport "
    "supplied to a file are drawn where `read_shown` read it, as `pathport draw` does",
)
NO_SIGN = Rule(
    code="DRAW006",
    severity=Severity.NOTE,
    title="each character of a PNG is in a font of the system",
    remedy="install a font that has it, such as Noto Sans, or draw an SVG",
)
ADDED = Rule(
    code="DRAW007",
    severity=Severity.NOTE,
    title="a layout that is drawn has a box for each species",
    remedy="give it one, or draw it with `--layout anew`",
)
NO_CORE = Rule(
    code="DRAW008",
    severity=Severity.NOTE,
    title="the core of a pathway leads from a ligand to a phenotype or another pathway",
    remedy="give the role `ligand` to what begins it, and the kind `phenotype` to what it leads to",
)
NOT_DRAWN = Rule(
    code="DRAW009",
    severity=Severity.NOTE,
    title="a control that is drawn acts on something, and has its source in the layout",
    remedy="say what it acts on, or draw it with `--layout anew`",
)
RULES: tuple[Rule, ...] = (
    NAME,
    NO_MODULE,
    NO_PNG,
    NO_FONT,
    NOT_WHOLE,
    NO_SIGN,
    ADDED,
    NO_CORE,
    NOT_DRAWN,
)
