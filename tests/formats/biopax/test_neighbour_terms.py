"""What pybiopax calls the properties is what its own code makes of their names."""

import pybiopax.biopax as bp
from pybiopax.xml_util import camel_to_snake

from pathport.formats.biopax import neighbour_terms as terms
from pathport.formats.biopax.ontology import cardinality, ontology, properties_of

NEEDED = {"Gene": ("organism",), "KPrime": ("k_prime",)}
"""By class, the arguments without a default; its own signature says so, below."""


def test_an_attribute_is_called_as_pybiopax_makes_it_of_the_property() -> None:
    names = {name: camel_to_snake(name) for name in ontology().properties}
    assert dict(terms.ATTRIBUTE) == names


def test_lists_are_those_that_classes_document_as_lists_and_begin_as_none() -> None:
    """Of what BioPAX lets have several values; the classes' own documentation has the types."""
    documented = set()
    for cls in ontology().classes.keys() & vars(bp).keys():
        fresh = vars(getattr(bp, cls)(uid="a", **dict.fromkeys(NEEDED.get(cls, ()))))
        text = getattr(bp, cls).__doc__ or ""
        for name in properties_of(cls):
            attribute = camel_to_snake(name)
            several = cardinality(cls, name)[1] is None
            if several and f" {attribute} : List[" in text and fresh.get(attribute, []) is None:
                documented.add(name)
    assert documented == terms.LISTS


def test_needed_are_the_arguments_without_which_no_object_is_made() -> None:
    refused = set()
    for cls in ontology().classes.keys() & vars(bp).keys():
        try:
            getattr(bp, cls)(uid="a")
        except TypeError:
            refused.add(cls)
    assert refused == NEEDED.keys()
    assert terms.NEEDED == NEEDED
    for cls, names in NEEDED.items():
        getattr(bp, cls)(uid="a", **dict.fromkeys(names))
