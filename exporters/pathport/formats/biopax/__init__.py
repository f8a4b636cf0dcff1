"""BioPAX Level 3: its ontology, its RDF/XML as a graph of objects, and the rules that it obeys."""
