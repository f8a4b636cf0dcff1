"""What networks refuse: the table of their rules (NET...)."""

from pathport.findings import Severity
from pathport.rules import Rule

__all__ = ["NO_LIBRARY", "RULES"]

NO_LIBRARY = Rule(
    code="NET001",
    severity=Severity.ERROR,
    title="GraphML and graphs of networkx are made by networkx, tables of pandas by pandas",
    remedy="install both with `pip install 'pathport[networks]'`",
)
RULES: tuple[Rule, ...] = (NO_LIBRARY,)
