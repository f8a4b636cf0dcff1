"""Small files of CellDesigner, put together from what is told; the rest is as it has it."""

from collections.abc import Iterable

__all__ = ["alias", "diagram", "included", "modification", "reaction", "species", "template"]

LEVEL = "http://www.sbml.org/sbml/level2/version4"
HEAD = '<sbml xmlns="{level}" xmlns:celldesigner="http://www.sbml.org/2001/ns/celldesigner"'
RDF = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    ' xmlns:bqbiol="http://biomodels.net/biology-qualifiers/">'
    '<rdf:Description rdf:about="#{id}">{said}</rdf:Description></rdf:RDF>'
)
TERM = (
    "<bqbiol:{qualifier}><rdf:Bag>"
    '<rdf:li rdf:resource="https://identifiers.org/{curie}"/>'
    "</rdf:Bag></bqbiol:{qualifier}>"
)


def spelled(text: str) -> bytes:
    """A text with the short prefix of CellDesigner's namespace spelled out."""
    return text.replace("<c:", "<celldesigner:").replace("</c:", "</celldesigner:").encode()


def extension(inner: str, *, wrapped: bool = True) -> str:
    return f"<c:extension>{inner}</c:extension>" if wrapped else inner


def listed(name: str, items: Iterable[str]) -> str:
    return f"<c:{name}>{''.join(items)}</c:{name}>"


def diagram(
    *elements: str,
    model: Iterable[str] = (),
    compartments: str = '<compartment id="default" metaid="default" size="1" units="volume"/>',
    level: str = LEVEL,
    version: tuple[int, int] = (2, 4),
    wrapped: bool = True,
    backwards: bool = False,
) -> bytes:
    """A file of species and reactions; ``model`` is what the model's extension holds."""
    inner = list(model)
    of = {
        name: [it for it in inner if it.startswith(start)]
        for name, start in (
            ("listOfIncludedSpecies", "<c:species "),
            ("listOfCompartmentAliases", "<c:compartmentAlias"),
            ("listOfComplexSpeciesAliases", "<c:complexSpeciesAlias"),
            ("listOfSpeciesAliases", "<c:speciesAlias"),
            ("listOfGroups", "<c:group"),
            ("listOfProteins", "<c:protein"),
            ("listOfGenes", "<c:gene"),
            ("listOfRNAs", "<c:RNA"),
            ("listOfAntisenseRNAs", "<c:AntisenseRNA"),
            ("listOfLayers", "<c:layer"),
        )
    }
    lists = [listed(name, items) for name, items in of.items()]
    if backwards:
        lists.reverse()
    told = "".join(
        (
            "<c:modelVersion>4.0</c:modelVersion>",
            '<c:modelDisplay sizeX="600" sizeY="400"/>',
            *lists,
        )
    )
    there = "".join(it for it in elements if it.startswith("<species "))
    reactions = "".join(it for it in elements if it.startswith("<reaction "))
    head = HEAD.format(level=level)
    return spelled(
        f'{head} level="{version[0]}" version="{version[1]}"><model id="m" metaid="m">'
        f"<annotation>{extension(told, wrapped=wrapped)}</annotation>"
        f"<listOfCompartments>{compartments}</listOfCompartments>"
        f"<listOfSpecies>{there}</listOfSpecies>"
        f"<listOfReactions>{reactions}</listOfReactions></model></sbml>"
    )


def identity(of_class: str, of: str, state: str = "") -> str:
    """What something is: ``of`` is the id of a template or a name."""
    word = {
        "PROTEIN": "proteinReference",
        "GENE": "geneReference",
        "RNA": "rnaReference",
        "ANTISENSE_RNA": "antisensernaReference",
    }.get(of_class, "name")
    told = f"<c:state>{state}</c:state>" if state else ""
    return (
        f"<c:speciesIdentity><c:class>{of_class}</c:class><c:{word}>{of}</c:{word}>{told}"
        "</c:speciesIdentity>"
    )


def species(
    id_: str,
    of_class: str = "PROTEIN",
    of: str = "pr1",
    *,
    name: str = "A",
    state: str = "",
    position: str = "inside",
    compartment: str = "default",
    terms: Iterable[tuple[str, str]] = (),
    notes: str = "",
    wrapped: bool = True,
) -> str:
    said = "".join(TERM.format(qualifier=one, curie=curie) for one, curie in terms)
    rdf = RDF.format(id=id_, said=said) if said else ""
    told = f"<c:positionToCompartment>{position}</c:positionToCompartment>"
    told = extension(told + identity(of_class, of, state), wrapped=wrapped)
    text = f'<notes><body xmlns="http://www.w3.org/1999/xhtml">{notes}</body></notes>'
    return (
        f'<species metaid="{id_}" id="{id_}" name="{name}" compartment="{compartment}"'
        f' initialAmount="0">{text if notes else ""}'
        f"<annotation>{told}{rdf}</annotation></species>"
    )


def included(
    id_: str, whole: str, of_class: str, of: str, *, state: str = "", notes: str = ""
) -> str:
    return (
        f'<c:species id="{id_}" name="{of}">{notes}<c:annotation>'
        f"<c:complexSpecies>{whole}</c:complexSpecies>{identity(of_class, of, state)}"
        "</c:annotation></c:species>"
    )


def template(id_: str, name: str = "A", *, type_: str = "GENERIC", residues: str = "") -> str:
    inner = listed("listOfModificationResidues", [residues]) if residues else ""
    return f'<c:protein id="{id_}" name="{name}" type="{type_}">{inner}</c:protein>'


def residue(id_: str, name: str = "", angle: float = 0.0) -> str:
    return f'<c:modificationResidue id="{id_}" name="{name}" angle="{angle}" side="none"/>'


def modified(**states: str) -> str:
    items = (f'<c:modification residue="{id_}" state="{it}"/>' for id_, it in states.items())
    return listed("listOfModifications", items)


def alias(
    id_: str,
    of: str,
    at: tuple[float, float] = (0.0, 0.0),
    *,
    size: tuple[float, float] = (80.0, 40.0),
    inside: str = "",
    active: bool = False,
    view: str = "usual",
    kind: str = "speciesAlias",
) -> str:
    within = f' complexSpeciesAlias="{inside}"' if inside else ""
    word = "active" if active else "inactive"
    return (
        f'<c:{kind} id="{id_}" species="{of}"{within}><c:activity>{word}</c:activity>'
        f'<c:bounds x="{at[0]}" y="{at[1]}" w="{size[0]}" h="{size[1]}"/><c:font size="12"/>'
        f'<c:view state="{view}"/><c:info state="empty" angle="-1.5707963267948966"/></c:{kind}>'
    )


def complex_alias(id_: str, of: str, at: tuple[float, float] = (0.0, 0.0)) -> str:
    return alias(id_, of, at, size=(100.0, 120.0), kind="complexSpeciesAlias")


def ends(name: str, items: Iterable[str]) -> str:
    """Base participants, each as ``species@alias`` or ``species@alias.ANCHOR``."""
    found = []
    for it in items:
        told, _, anchor = it.partition(".")
        of, _, box = told.partition("@")
        inner = f'<c:linkAnchor position="{anchor}"/>' if anchor else ""
        found.append(f'<c:{name} species="{of}" alias="{box}">{inner}</c:{name}>')
    return f"<c:{name}s>{''.join(found)}</c:{name}s>"


def modification(
    type_: str, *of: str, effect: str = "", place: int = 2, points: str = "", name: str = ""
) -> str:
    """A modification by ``species@alias``, or a gate of several, or a member of one."""
    element = name or "modification"
    pairs = [it.partition("@") for it in of]
    values = {
        "type": type_,
        "modifiers": ",".join(it[0] for it in pairs),
        "aliases": ",".join(it[2] for it in pairs),
        "modificationType": effect,
        "targetLineIndex": f"-1,{place}",
        "editPoints": points,
    }
    told = "".join(f' {key}="{value}"' for key, value in values.items() if value)
    return f'<c:{element}{told}><c:line width="1.0" color="ff000000"/></c:{element}>'


def reaction(
    id_: str,
    type_: str,
    starts: Iterable[str],
    products: Iterable[str],
    *,
    modifications: Iterable[str] = (),
    modifiers: Iterable[str] = (),
    taken: Iterable[str] = (),
    drawn: str = "",
    inner: str = "",
    reversible: bool = False,
    wrapped: bool = True,
) -> str:
    """A reaction; ``drawn`` is what its extension says of its line, ``taken`` more reactants."""
    starts, products, taken = list(starts), list(products), list(taken)
    pairs = [it.partition("@") for it in taken]
    links = [
        f'<c:reactantLink reactant="{of}" alias="{box}" targetLineIndex="-1,0">'
        '<c:line width="1.0" color="ff000000" type="Straight"/></c:reactantLink>'
        for of, _, box in pairs
    ]
    drawn = (listed("listOfReactantLinks", links) if links else "") + drawn
    extra = listed("listOfModification", modifications)
    told = extension(
        f"<c:reactionType>{type_}</c:reactionType>{ends('baseReactant', starts)}"
        f"{ends('baseProduct', products)}{drawn}{extra}",
        wrapped=wrapped,
    )
    sides = {
        "listOfReactants": [*starts, *taken],
        "listOfProducts": products,
        "listOfModifiers": modifiers,
    }
    lists = ""
    for name, items in sides.items():
        word = "modifierSpeciesReference" if name == "listOfModifiers" else "speciesReference"
        refs = "".join(f'<{word} species="{it.partition("@")[0]}"/>' for it in items)
        lists += f"<{name}>{refs}</{name}>" if refs else ""
    back = "true" if reversible else "false"
    return (
        f'<reaction metaid="{id_}" id="{id_}" reversible="{back}">'
        f"<annotation>{told}</annotation>{lists}{inner}</reaction>"
    )
