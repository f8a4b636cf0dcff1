"""What pybiopax calls the properties of BioPAX, and how many values its classes hold of them.

The names are the ontology's in pybiopax's spelling (``eCNumber`` is ``e_c_number``). The tables are
what its classes say of themselves beyond their code. Source: pybiopax 0.1.5, ``pybiopax.biopax``
and ``pybiopax.xml_util.camel_to_snake``.
"""

import re

from pathport.formats.biopax.ontology import ontology
from pathport.terms import Terms

__all__ = ["ATTRIBUTE", "LISTS", "NEEDED"]

HUMP = re.compile("(?<!^)(?=[A-Z])")

ATTRIBUTE = Terms({name: HUMP.sub("_", name).lower() for name in ontology().properties})
"""By property, the attribute that its values stand in."""

LISTS = frozenset(
    {
        "confidence",
        "evidenceCode",
        "experimentalFeature",
        "experimentalForm",
        "experimentalFormDescription",
        "memberFeature",
    }
)
"""Properties whose attribute is a list by the class's documentation, though it begins as None."""

NEEDED: dict[str, tuple[str, ...]] = {"Gene": ("organism",), "KPrime": ("k_prime",)}
"""By class, the attributes without which no object of it is made."""
