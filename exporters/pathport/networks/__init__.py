"""Networks of a pathway: nodes and edges with columns, for programs that know nothing else.

A network is derived from a pathway and is never read back into one; its rules are in the docs
(``docs/networks.md``) and here, in ``influence``.
"""
