"""What in a file of others says nothing of biology, or repeats what stands beside it.

Closed tables, one a format. Each row is an XPath, independent of any reader, and the reason. What a
row finds may go without a fact or a word: an element with all in it, an attribute, a text.

Beside XPath's own functions a row has three: ``among(texts, path)`` and ``repeated(texts, path)``,
whether what the path finds in the whole file has one of these texts, and has it more than once; and
``named(id)``, the name that the ontology has for this term.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from lxml import etree
from tests.laws.deletion import TAIL, TEXT, Part, inside

from pathport.vocabulary import term

__all__ = ["KNOWN", "TABLES", "Row", "found"]

PREFIXES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "bp": "http://www.biopax.org/release/biopax-level3.owl#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "bqbiol": "http://biomodels.net/biology-qualifiers/",
    "groups": "http://www.sbml.org/sbml/level3/version1/groups/version1",
    "qual": "http://www.sbml.org/sbml/level3/version1/qual/version1",
    "layout": "http://www.sbml.org/sbml/level3/version1/layout/version1",
    "render": "http://www.sbml.org/sbml/level3/version1/render/version1",
    "mathml": "http://www.w3.org/1998/Math/MathML",
    "dcterms": "http://purl.org/dc/terms/",
    "html": "http://www.w3.org/1999/xhtml",
    "gpml": "http://pathvisio.org/GPML/2013a",
    "new": "http://pathvisio.org/GPML/2021",
    "c": "http://www.sbml.org/2001/ns/celldesigner",
}


class Row(NamedTuple):
    """What is found by this path in any file of a format, and why it needs no word."""

    path: str
    reason: str


IMPLICIT = "//*[local-name()='compartment' and @name='not specified' and @sboTerm='SBO:0000410']"
ROLES = "layout:listOfSpeciesReferenceGlyphs"
GOES_ON = "@layout:x != ../layout:end/@layout:x or @layout:y != ../layout:end/@layout:y"
AT_A_ROLE = " and ".join(
    f"@layout:{it} = ancestor::layout:reactionGlyph/{ROLES}//layout:start/@layout:{it}"
    for it in "xy"
)
SBML = (
    Row("//@metaid", "what annotations point to; what points nowhere is named"),
    Row(
        "/*/@level | /*/@version | /*/@*[local-name()='required'] | //@xsi:*",
        "what the file is written in",
    ),
    Row(
        "//*[namespace-uri()='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
        " or namespace-uri()='http://purl.org/dc/dcmitype/']"
        "/@rdf:about[. = concat('#', ancestor::*[local-name()='annotation'][1]/../@metaid)"
        " or not(ancestor::*[local-name()='annotation'][1]/../@metaid)]",
        "that an annotation is about the element that it stands on",
    ),
    Row("//@rdf:parseType", "how RDF is spelled"),
    Row(
        "//*[local-name()='annotation' or self::rdf:RDF or self::rdf:Description"
        " or self::rdf:Bag][not(*)]",
        "nothing",
    ),
    Row("//@name[. = ../@id] | //@groups:name[. = ../@groups:id]", "the id, shown as a name"),
    Row("//@name[normalize-space(.) = '']", "no name"),
    Row(
        "//*[local-name()='species']/@name[translate(., '\"\\', '')"
        " = translate(..//dcterms:title, '\"\\', '')]",
        "the systematic name, shown as a name",
    ),
    Row(
        "//rdf:li[substring(@rdf:resource, string-length(@rdf:resource) - 6)"
        " = substring(ancestor::*[@sboTerm][1]/@sboTerm, 5)]",
        "the sboTerm, as a statement",
    ),
    Row(
        "//*[.//rdf:li[contains(@rdf:resource, 'SBO:0000411')]]/@sboTerm[. = 'SBO:0000461']"
        " | //*[.//rdf:li[contains(@rdf:resource, 'SBO:0000395')]]/@sboTerm[. = 'SBO:0000406']",
        "more generally what a property says: a trigger, a pathway",
    ),
    *(
        Row(
            f"//*[local-name()='{name}']/rdf:Bag/rdf:li[@rdf:resource = ../../preceding-sibling::*"
            f"[local-name()='{name}']/rdf:Bag/rdf:li/@rdf:resource or @rdf:resource"
            f" = ../../following-sibling::*[local-name()='{name}']/rdf:Bag/rdf:li/@rdf:resource]",
            "what the other qualifier of this name says, the model's or biology's",
        )
        for name in ("is", "isDescribedBy")
    ),
    Row(
        "//*[local-name()='FN'][. = ..//*[local-name()='Orgname' or local-name()='Family'"
        " or local-name()='Given'] or . = concat(..//*[local-name()='Given'], ' ',"
        " ..//*[local-name()='Family'])]",
        "a name that its parts, or the organization, tell",
    ),
    Row("//html:a/@href[. = normalize-space(..)]", "an address that the link says"),
    Row(
        "//mathml:cn/@type | //mathml:csymbol/@encoding | //mathml:csymbol/text()",
        "how MathML spells a number or a symbol",
    ),
    Row(
        "//mathml:degree[mathml:cn[normalize-space(.) = '2']]"
        " | //mathml:logbase[mathml:cn[normalize-space(.) = '10']]",
        "what roots and logarithms are of without it",
    ),
    Row(
        "//*[local-name()='parameter']/@constant[. = 'true']"
        " | //*[local-name()='parameter']/@value[. = 'NaN']"
        " | //*[local-name()='unit']/@exponent[. = 1] | //*[local-name()='unit']/@scale[. = 0]"
        " | //*[local-name()='unit']/@multiplier[. = 1] | //*[local-name()='unit']/@offset[. = 0]"
        " | //*[local-name()='event']/@useValuesFromTriggerTime[. = 'true']"
        " | //*[local-name()='trigger']/@*[. = 'true']",
        "what silence says of quantities",
    ),
    Row(
        "//*[local-name()='speciesReference']/@id[among(.,"
        " '//layout:speciesReferenceGlyph/@layout:speciesReference')]"
        "[not(among(., '//@variable | //@symbol | //mathml:ci'))]",
        "what a line of the layout points to",
    ),
    Row(
        "/*/*/@substanceUnits[. = 'mole'] | /*/*/@extentUnits[. = 'mole']"
        " | /*/*/@timeUnits[. = 'second'] | /*/*/@volumeUnits[. = 'litre']"
        " | /*/*/@areaUnits[. = 'area'] | /*/*/@lengthUnits[. = 'metre']"
        " | //*[local-name()='listOfUnitDefinitions'][count(*) = 1 and *[@id='area']"
        "/*/*[@kind='metre' and @exponent='2' and @scale='0' and @multiplier='1']]",
        "the units of sizes in a pathway, where SBML asks for some",
    ),
    Row(
        "//*[local-name()='compartment']/@size[. = 1] | //*[local-name()='compartment']"
        "/@units[. = 'dimensionless' or . = 'litre' or . = 'volume' or . = 'area'"
        " or . = 'metre' or . = 'length']"
        " | //*[local-name()='species']/@initialAmount[. = '0']",
        "what stands where none is known, and units that sizes have anyway",
    ),
    Row(
        "//*[local-name()='compartment' or local-name()='speciesReference']/@constant[. = 'true']"
        " | //*[local-name()='species']/@constant[. = 'false']"
        " | //*[local-name()='species']/@boundaryCondition[. = 'false']"
        " | //*[local-name()='species']/@hasOnlySubstanceUnits[. = 'false']"
        " | //*[local-name()='reaction']/@fast[. = 'false']"
        " | //*[local-name()='speciesReference']/@stoichiometry[. = 1]",
        "what silence says",
    ),
    Row("/*[@level='3']//*[local-name()='reaction']/@reversible[. = 'false']", "the same"),
    Row("/*[@level='2']//*[local-name()='reaction']/@reversible[. = 'true']", "the same"),
    Row(
        "//*[local-name()='compartment']/@sboTerm[. = 'SBO:0000290']"
        " | //@sboTerm[. = 'SBO:0000633'] | //@groups:kind[. = 'partonomy']"
        " | //*[local-name()='speciesReference']/@sboTerm[. = 'SBO:0000010'"
        " or . = 'SBO:0000011' or . = 'SBO:0000015' or . = 'SBO:0000336']"
        " | //*[local-name()='reaction']/@sboTerm[. = 'SBO:0000375']"
        " | //*[local-name()='modifierSpeciesReference']/@sboTerm[. = 'SBO:0000019'"
        " or . = 'SBO:0000596']"
        " | //*[local-name()='species']/@sboTerm[. = 'SBO:0000285']",
        "what the element is anyway: a place, a process, a control of no known effect",
    ),
    Row(
        "//*[local-name()='species'][.//bqbiol:hasPart]/@sboTerm[. = 'SBO:0000253'"
        " or . = 'SBO:0000296']",
        "that what has parts is a complex",
    ),
    Row(f'{IMPLICIT} | //@compartment[among(., "{IMPLICIT}/@id")]', "the place of what is nowhere"),
    Row(
        "//layout:layout/@layout:id | //layout:compartmentGlyph/@layout:id"
        " | //layout:textGlyph/@layout:id | //layout:speciesReferenceGlyph/@layout:id",
        "what glyphs that are no boxes call each other",
    ),
    Row(
        "//layout:speciesReferenceGlyph/@layout:role"
        " | //layout:speciesReferenceGlyph/@layout:speciesReference",
        "the side of a participant, which the reaction tells",
    ),
    Row(
        "//layout:textGlyph[not(@layout:text) or @layout:text = /*/*/*/*/@name]",
        "the name of what a text is on",
    ),
    Row(
        "//layout:layout/layout:dimensions",
        "the size of the canvas, which follows from what is on it",
    ),
    Row(
        f"//layout:reactionGlyph[{ROLES} and not({ROLES}//layout:start[{GOES_ON}])]/layout:curve"
        f"[count(*/*) = 1][*/*/layout:start[{AT_A_ROLE}] and */*/layout:end[{AT_A_ROLE}]]",
        "the line between participants that their curves, each of one point, tell",
    ),
    Row("//layout:*/@layout:z[. = 0] | //layout:*/@layout:depth[. = 0]", "that a drawing is flat"),
    Row(
        "//@render:objectRole | //render:renderInformation/@* | //render:listOfLineEndings"
        " | //render:listOfColorDefinitions | //render:style[not(@render:idList)]"
        " | //render:style/@render:id",
        "how all things of a kind look",
    ),
    Row(
        "//render:ellipse/@render:rx[. = ../@render:ry] | //render:ellipse/@render:ry"
        "[. = ../@render:rx]",
        "a radius that is as the other one, which it is without it",
    ),
    Row(
        "//render:style[@render:idList]/render:g/@*"
        "[. = //render:style[not(@render:idList)]/render:g/@*]",
        "what is usual, beside what is not",
    ),
    Row(
        f"//layout:compartmentGlyph[@layout:compartment = {IMPLICIT}/@id]",
        "the frame of what is nowhere",
    ),
    Row(
        "//dcterms:hasPart[not(@rdf:resource != ../dcterms:hasPart/@rdf:resource)]",
        "the order of parts that are alike",
    ),
    Row(
        "//html:br[following-sibling::*[1][self::html:p]]",
        "the end of a line before a paragraph",
    ),
    Row(
        "//html:*/@*[local-name() != 'href' and local-name() != 'src'] | //html:*/@xml:*",
        "how a note looks",
    ),
)

QUAL = (
    Row(
        "//qual:qualitativeSpecies/@qual:constant[. = 'false'] | //@qual:maxLevel[. = '1']"
        " | //@qual:thresholdLevel[. = '1'] | //@qual:transitionEffect[. = 'none'"
        " or . = 'assignmentLevel'] | //qual:defaultTerm[@qual:resultLevel = '0']",
        "what silence says, and what all influences do: on or off, nothing is used up",
    ),
    Row(
        "//@qual:name[translate(., '\"\\\\', '') = translate(../*//dcterms:title, '\"\\\\', '')]"
        " | //@qual:name[. = ../@qual:id]",
        "the systematic name or the id, shown as a name",
    ),
    Row(f'//@qual:compartment[among(., "{IMPLICIT}/@id")]', "the place of what is nowhere"),
    Row(
        "//qual:qualitativeSpecies/@sboTerm[. = 'SBO:0000285' or . = 'SBO:0000253'"
        " or . = 'SBO:0000296'] | //qual:transition/@sboTerm[. = 'SBO:0000168']",
        "what the element is anyway: of unknown kind, a complex by its parts, a control",
    ),
    Row(
        "//qual:transition[.//qual:functionTerm]//qual:input/@qual:sign",
        "the sign that the function tells",
    ),
    Row("//qual:input/@qual:id | //qual:output/@qual:id", "what thresholds refer to"),
    Row(
        "//qual:transition[not(.//qual:functionTerm)]//qual:input/@qual:sign[. = 'unknown']",
        "what no sign says",
    ),
    Row(
        "//qual:input[@qual:sign = 'positive'][(. | ../..)/@sboTerm = 'SBO:0000170']"
        "/@*[name() = 'sboTerm' or local-name() = 'sign']"
        " | //qual:input[@qual:sign = 'negative'][(. | ../..)/@sboTerm = 'SBO:0000169']"
        "/@*[name() = 'sboTerm' or local-name() = 'sign']",
        "a sign and a term that say the same of one input",
    ),
    Row(
        "//qual:transition[.//mathml:math/*/*[1][self::mathml:not]]"
        "/@sboTerm[. = 'SBO:0000169'] | //qual:transition[.//mathml:math/*/*[1]"
        "[not(self::mathml:not)]]/@sboTerm[. = 'SBO:0000170']",
        "what the function says: off while something holds, or on",
    ),
    Row(
        "//qual:transition[count(.//qual:input) = 1]//qual:functionTerm",
        "the function of one input, which its sign tells",
    ),
)

RELATED = "//*[bp:term = 'additional information' or bp:term = 'see-also']"
ONCE = "number(bp:stoichiometricCoefficient) = 1"
REFERS_ONCE = (
    "self::bp:participantStoichiometry or self::bp:componentStoichiometry]"
    f"[bp:Stoichiometry[{ONCE}]"
    f" or among(substring-after(@rdf:resource, '#'), '//bp:Stoichiometry[{ONCE}]/@rdf:ID')"
    f" or among(@rdf:resource, '//bp:Stoichiometry[{ONCE}]/@rdf:about')"
)
IS_ID = (
    ". = ../@rdf:ID or . = ../@rdf:about"
    " or substring(../@rdf:about, string-length(../@rdf:about) - string-length(.))"
    " = concat('/', .) or substring(../@rdf:about, string-length(../@rdf:about)"
    " - string-length(.) + 5) = concat('/', substring-before(., ' (id)'))"
)
BIOPAX = (
    Row("//@rdf:datatype", "XML Schema's type, which the property has anyway"),
    Row(
        "//owl:Ontology[not(*[not(self::owl:imports)])] | //owl:Ontology/owl:imports"
        " | //owl:Ontology/@*",
        "which ontology the file is an instance of: the format itself",
    ),
    Row("//@xml:base", "the file's own: where its local names hang"),
    Row(
        "//*[self::bp:UnificationXref or self::bp:RelationshipXref or self::bp:PublicationXref"
        " or self::bp:Evidence or self::bp:Stoichiometry or self::bp:SequenceSite"
        " or self::bp:SequenceInterval or self::bp:Provenance or self::bp:BioSource"
        " or self::bp:SequenceModificationVocabulary or self::bp:RelationshipTypeVocabulary]"
        "/@*[name()='rdf:ID' or name()='rdf:about']",
        "what a utility object is called in the file alone: it stands inside its owner,"
        " or what refers to it dangles and is named",
    ),
    Row(
        "//bp:standardName[. = ../bp:displayName] | //bp:displayName[. = ../bp:standardName]"
        " | //bp:name[normalize-space(.) = ../bp:displayName or . = ../bp:standardName]"
        " | //bp:displayName[. = ../bp:name] | //bp:standardName[. = ../bp:name]"
        " | //bp:Provenance/bp:displayName[contains(., '…')]"
        "[starts-with(../bp:name, substring-before(., '…'))]",
        "a name repeated by another of the same object",
    ),
    Row("//bp:conversionDirection[. = 'LEFT_TO_RIGHT' or . = 'LEFT-TO-RIGHT']", "the usual way"),
    Row("//bp:positionStatus[. = 'EQUAL']", "what a position is taken for"),
    Row(
        "//bp:BioSource[bp:xref]/*[self::bp:name or self::bp:displayName or self::bp:standardName]",
        "the name of the taxon that the xref tells",
    ),
    Row(
        f"//bp:displayName[{IS_ID}]"
        " | //bp:displayName[contains(., '…')]"
        "[contains(../@rdf:about, concat('/', substring-before(., '…')))]"
        f" | //bp:CellularLocationVocabulary[not(bp:xref)]/bp:term[{IS_ID}]",
        "the id, which the URI ends in, or its beginning, where there is no name",
    ),
    Row(
        "//bp:Pathway[bp:displayName = 'pathway'][not(*[not(self::bp:displayName)])]",
        "a pathway that says nothing and is called as one is that a file does not tell",
    ),
    Row(
        "//*[bp:entityReference]/*[self::bp:displayName or self::bp:name]"
        "[among(., \"//*[contains(local-name(), 'Reference')]/*[self::bp:displayName"
        ' or self::bp:standardName or self::bp:name]")]',
        "the name that the reference has",
    ),
    Row(
        "//*[bp:memberPhysicalEntity]/*[self::bp:displayName or self::bp:name]"
        "[contains(., '/') or among(., '//*[not(bp:memberPhysicalEntity)]/bp:displayName')]",
        "the names of its members, which make the label of a set without a name",
    ),
    Row(
        '//bp:ModificationFeature[not(among(@rdf:about, "//*[self::bp:feature'
        ' or self::bp:notFeature or self::bp:memberFeature]/@rdf:resource"))]'
        "/bp:comment[. = 'known site']",
        "that a site is known, where no form of the molecule has it modified",
    ),
    Row(
        "//bp:Complex/bp:displayName[contains(., ':') or contains(., '*')]"
        " | //bp:Complex[contains(bp:displayName, '…')]"
        "/bp:name[starts-with(., substring-before(../bp:displayName, '…'))]",
        "the names of its parts, which make the label of a complex without a name",
    ),
    Row(
        "//bp:Interaction[contains(@rdf:about, '/~target/')]/bp:displayName",
        "the name of the species that an influence acts on",
    ),
    Row(
        "//*/bp:displayName[. = substring-before(substring-after(../@rdf:about, '/~joint/'), '/')]",
        "the id of the control that is written as several, one for each source",
    ),
    Row("//bp:Catalysis/bp:controlType[. = 'ACTIVATION']", "what the ontology says of all"),
    Row(
        "//bp:*[among(bp:xref/@rdf:resource, \"//bp:RelationshipXref[bp:id = 'SBO:0000013'"
        " or bp:id = 'SBO:0000411' or bp:id = 'SBO:0000460' or bp:id = 'SBO:0000461']"
        "/@rdf:about\")]/bp:controlType[. = 'ACTIVATION']",
        "what the term of the effect beside it says more exactly",
    ),
    Row(
        "//*[contains(local-name(), 'Vocabulary')][bp:xref and bp:term]"
        "/*[self::bp:term or self::bp:xref]",
        "the name and the id of one term tell each other",
    ),
    Row(
        f"//bp:Stoichiometry[{ONCE}] | //*[{REFERS_ONCE}]",
        "one of a thing, as if nothing were told",
    ),
    Row(
        "//bp:organism[among(@rdf:resource, '//bp:Pathway/bp:organism/@rdf:resource')]"
        "[not(parent::bp:Pathway) or repeated(@rdf:resource, '//bp:organism/@rdf:resource')]",
        "the organism of the pathway is that of what is in it",
    ),
    Row(
        "//bp:entityFeature[among(@rdf:resource,"
        " '//*[self::bp:feature or self::bp:notFeature]/@rdf:resource')]",
        "a feature that a form of the molecule has",
    ),
    Row("//bp:BindingFeature/bp:bindsTo", "a complex of two says who is bound; others are named"),
    Row(
        "//bp:feature[among(substring-after(@rdf:resource, '#'), '//bp:BindingFeature/@rdf:ID')"
        " or among(@rdf:resource, '//bp:BindingFeature/@rdf:about')]",
        "that free and bound forms differ",
    ),
    Row(
        f'//bp:relationshipType[among(substring-after(@rdf:resource, "#"), "{RELATED}/@rdf:ID")'
        f' or among(@rdf:resource, "{RELATED}/@rdf:about")]',
        "related, as all that is not told otherwise",
    ),
    Row(
        "//bp:RelationshipXref[bp:db = 'sbo']/bp:relationshipType[among(@rdf:resource, \"//*"
        "[bp:term = 'biological process' or bp:term = 'molecular function']/@rdf:about\")]",
        "what a term of SBO is a term of",
    ),
    Row(
        "//bp:component/*/bp:cellularLocation"
        " | //*[among(concat('#', @rdf:ID), '//bp:component/@rdf:resource')"
        " or among(@rdf:about, '//bp:component/@rdf:resource')]/bp:cellularLocation",
        "a part is where its complex is",
    ),
    Row(
        "//bp:stepProcess[among(@rdf:resource, '//bp:pathwayComponent/@rdf:resource')]"
        " | //bp:pathwayComponent[among(@rdf:resource,"
        " '//*[self::bp:stepProcess or self::bp:stepConversion]/@rdf:resource')]",
        "what is in a step is in the pathway",
    ),
    Row(
        "//bp:pathwayOrder[among(@rdf:resource, '//bp:nextStep/@rdf:resource')]",
        "a step that follows another of the pathway",
    ),
    Row(
        "//bp:Evidence/bp:evidenceCode[contains(@rdf:resource, 'eco-0000000')]",
        "the root of evidence: that it is one",
    ),
    Row(
        "//bp:interactionType[contains(@rdf:resource, 'mi-0914')]",
        "the root of associations: that it is one",
    ),
)

GPML = (
    Row("//gpml:InfoBox | //gpml:Legend", "where PathVisio writes the title; a place for a legend"),
    Row(
        "/gpml:Pathway/gpml:Graphics",
        "the size of the canvas, which is told only where it is not that of what is on it",
    ),
    Row(
        "//gpml:Point[@GraphRef]/@X | //gpml:Point[@GraphRef]/@Y",
        "where an attached end is, which RelX and RelY tell",
    ),
    Row(
        "//@CenterX[. = 0] | //@CenterY[. = 0] | //@Width[. = 0] | //@Height[. = 0]"
        " | //@X[. = 0] | //@Y[. = 0] | //@RelX[. = 0] | //@RelY[. = 0] | //@Position[. = 0]",
        "a place or an extent of 0, as without it",
    ),
    Row("//gpml:Point/@GraphId | //gpml:Anchor/@Shape", "no line ends there; how an anchor looks"),
    Row("//gpml:State/@GraphId[not(among(., '//@GraphRef'))]", "an id that nothing names"),
    Row("//gpml:Anchor[not(among(@GraphId, '//@GraphRef'))]", "nothing is attached to it"),
    Row(
        "//gpml:DataNode/gpml:Graphics/@ZOrder[. = 32768] | //gpml:State//@ZOrder[. = 32778]"
        " | //gpml:Interaction/gpml:Graphics/@ZOrder[. = 12288]"
        " | //gpml:GraphicalLine/gpml:Graphics/@ZOrder[. = 12288]"
        " | //gpml:Label/gpml:Graphics/@ZOrder[. = 28672]"
        " | //gpml:Shape/gpml:Graphics/@ZOrder[. = 16384]",
        "that it hides what such a thing usually hides",
    ),
    Row(
        "//@FontSize[. = 12] | //@LineThickness[. = 1] | //@Rotation[. = 0 or . = 'Top']"
        " | //@Valign[. = 'Top'] | //@FontName[. = 'Arial'] | //@Align[. = 'Center']"
        " | //@ShapeType[. = 'Rectangle']"
        " | //@Color[. = '000000' or . = 'Black'] | //@LineStyle[. = 'Solid']"
        " | //@FillColor[. = 'ffffff' or . = 'White' or . = 'Transparent']"
        " | //@ConnectorType[. = 'Straight'] | //@ArrowHead[. = 'Line']",
        "how such a thing looks that says nothing of it",
    ),
    Row(
        "//gpml:DataNode/@Type[. = 'Unknown'] | //gpml:Group/@Style[. = 'None']",
        "what a node or group is taken for without it",
    ),
    Row("//gpml:Xref[@Database = '' and @ID = '']", "no cross reference"),
    Row("//gpml:Comment/@Source", "a program that made a comment"),
    Row(
        "//gpml:Comment[repeated(., '//gpml:Comment')]"
        " | //gpml:BiopaxRef[repeated(., '//gpml:BiopaxRef')]",
        "what another node of the species says too",
    ),
    Row(
        "//gpml:Point[among(@GraphRef, '//gpml:Anchor/@GraphId')]/@ArrowHead[. = 'mim-conversion'"
        " or . = 'mim-binding' or . = 'mim-translocation' or . = 'mim-modification'"
        " or . = 'mim-cleavage' or . = 'mim-transcription-translation']",
        "a head of a process where a line joins one",
    ),
    Row(
        "//gpml:Attribute[starts-with(@Key, 'org.pathvisio.model.') or"
        " starts-with(@Key, 'org.pathvisio.sbgn.') or @Key = 'ConversionDate' or"
        " starts-with(@Key, 'SBML_')]",
        "how a program made the file; SBGN's word for what type and arrowhead tell",
    ),
    Row(
        "//gpml:Shape[@TextLabel = gpml:Attribute/@Value]/@TextLabel"
        " | //gpml:Shape[@TextLabel]/gpml:Attribute",
        "the cellular component, which the text names too; that its line is double",
    ),
    Row(
        "//gpml:Group[among(@GraphId, '//@GraphRef')]/@Style[. = 'Group']",
        "that the members of a group on which a line ends are alternatives",
    ),
    Row(
        "//gpml:Group/@GroupId | //@GroupRef[not(among(., '//@GroupId'))]",
        "what is in the group tells",
    ),
    Row(
        "//bp:TERM[. = named(../bp:ID)]", "the name that its ontology has for a term, beside its id"
    ),
    Row(
        "//bp:Ontology[. = 'Pathway Ontology' and starts-with(../bp:ID, 'PW:')"
        " or . = 'Disease' and starts-with(../bp:ID, 'DOID:')"
        " or . = 'Cell Type' and starts-with(../bp:ID, 'CL:')]",
        "the ontology of a term, which its id begins with",
    ),
    Row("//@rdf:datatype", "that a text is one"),
    Row("//bp:PublicationXref/*[. = '']", "nothing told"),
    Row("//bp:DB[. = 'URL']", "that an address is one"),
    Row("//@TextLabel[normalize-space(.) = '']", "no text"),
    Row(
        "//bp:PublicationXref/*[name() = name(preceding-sibling::*) and . = preceding-sibling::*]",
        "the same field once more",
    ),
)

GPML2021 = (
    Row(
        "/new:Pathway/new:Graphics",
        "the size of the canvas, which is told only where it is not that of what is on it",
    ),
    Row(
        "//new:Point[@elementRef]/@x | //new:Point[@elementRef]/@y",
        "where an attached end is, which relX and relY tell",
    ),
    Row(
        "//@centerX[. = 0] | //@centerY[. = 0] | //@width[. = 0] | //@height[. = 0]"
        " | //@x[. = 0] | //@y[. = 0] | //@relX[. = 0] | //@relY[. = 0] | //@position[. = 0]",
        "a place or an extent of 0, as without it",
    ),
    Row("//new:Point/@elementId | //new:Anchor/@shapeType", "nothing names a point; how it looks"),
    Row("//new:State/@elementId[not(among(., '//@elementRef'))]", "an id that nothing names"),
    Row("//new:Anchor[not(among(@elementId, '//@elementRef'))]", "nothing is attached to it"),
    Row(
        "//new:DataNode/new:Graphics/@zOrder[. = 32768] | //new:State//@zOrder[. = 32778]"
        " | //new:Interaction/new:Graphics/@zOrder[. = 12288]"
        " | //new:GraphicalLine/new:Graphics/@zOrder[. = 12288]"
        " | //new:Label/new:Graphics/@zOrder[. = 28672] | //new:Group/new:Graphics/@zOrder[. = 0]"
        " | //new:Shape/new:Graphics/@zOrder[. = 16384]",
        "that it hides what such a thing usually hides",
    ),
    Row(
        "//@fontSize[. = 12] | //@borderWidth[. = 1] | //@lineWidth[. = 1] | //@rotation[. = 0]"
        " | //@fontName[. = 'Arial'] | //@hAlign[. = 'Center'] | //@vAlign[. = 'Middle']"
        " | //@shapeType[. = 'Rectangle'] | //@textColor[. = '000000' or . = ../@borderColor]"
        " | //@borderColor[. = '000000'] | //@lineColor[. = '000000']"
        " | //@borderStyle[. = 'Solid'] | //@lineStyle[. = 'Solid'] | //@fillColor[. = 'ffffff']"
        " | //@connectorType[. = 'Straight'] | //@arrowHead[. = 'Undirected']"
        " | //@fontWeight[. = 'Normal'] | //@fontStyle[. = 'Normal']"
        " | //@fontDecoration[. = 'Normal'] | //@fontStrikethru[. = 'Normal']",
        "how such a thing looks that says nothing of it",
    ),
    Row(
        "//new:Graphics[@lineColor = '000000' and @lineStyle = 'Solid' and @lineWidth = 1"
        " and @connectorType = 'Straight' and @zOrder = 12288]",
        "the usual look of a line, as a whole",
    ),
    Row(
        "//new:DataNode/@type[. = 'Undefined'] | //new:Group/@type[. = 'Group']",
        "what a node or group is taken for without it",
    ),
    Row("//@license[. = ''] | //new:Description[not(text())]", "nothing told"),
    Row("//new:Pathway/new:Xref[@identifier = ../@version]", "the version, once more"),
    Row("//new:Pathway/new:Xref/@dataSource", "whose version it is"),
    Row("//new:Comment/@source", "a program that made a comment"),
    Row(
        "//new:Comment[repeated(., '//new:Comment')]"
        " | //new:CitationRef[repeated(@elementRef, '//new:CitationRef/@elementRef')]",
        "what another node of the species says too",
    ),
    Row(
        "//new:Point[among(@elementRef, '//new:Anchor/@elementId')]/@arrowHead[. = 'Conversion'"
        " or . = 'Binding' or . = 'Translocation' or . = 'TranscriptionTranslation']",
        "a head of a process where a line joins one",
    ),
    Row(
        "//new:Group[among(@elementId, '//@elementRef')]/@type",
        "that the members of a group on which a line ends are alternatives",
    ),
    Row(
        "//*[self::new:Annotation or self::new:Evidence]"
        "/@value[. = named(concat(../new:Xref/@dataSource, ':', ../new:Xref/@identifier))"
        " or . = named(../new:Xref/@identifier)] | //new:Annotation/@type[. = 'Ontology']",
        "the name that its ontology has for a term, beside its id; that it is of one",
    ),
    Row("//@textLabel[normalize-space(.) = '']", "no text"),
)

USUAL_FILLS = (
    "ffccffcc", "ffffffcc", "ffccffff", "ffffcccc", "ffffff66", "ff66ff66", "ffff6666", "ffccff66",
    "ff9999ff", "ffcc99ff", "ffffccff", "ffffffff", "fff7f7f7", "ffcccc00",
)  # fmt: skip
LOWER = "translate(., 'ABCDEF', 'abcdef')"
USUAL_FILL = " or ".join(f"{LOWER} = '{it}'" for it in USUAL_FILLS)
TEMPLATES = "//*[self::c:protein or self::c:gene or self::c:RNA or self::c:AntisenseRNA]"
EMPTY_SIDE = "*[local-name()='species'][.//c:class = 'DEGRADED']"
CELLDESIGNER = (
    Row("//c:modelVersion", "the version of CellDesigner's model, which all its files have"),
    Row(
        "//c:*[starts-with(local-name(), 'listOf')][not(*)] | //c:extension[not(*)]",
        "an empty list",
    ),
    Row("//c:activity[. = 'inactive']", "not known to be active"),
    Row(
        "//c:briefView | //c:backupSize | //c:backupView | //c:innerPosition | //c:boxSize",
        "how a box looks in another view; where it is in its frame, and how large, once more",
    ),
    Row("//c:view/@state[. = 'usual'] | //c:view[@state = 'usual']", "the usual view"),
    Row("//c:info[@state = 'empty'] | //c:info/@angle", "no information, and where it would be"),
    Row(
        "//c:structuralState/@angle | //c:structuralState[@angle and not(@structuralState)]",
        "that the label of a structural state is at the top, as it usually is",
    ),
    Row(
        "//c:font[@size = 12] | //c:font/@size[. = 12] | //c:singleLine/@width[. = 1 or . = 2]"
        " | //c:singleLine | //c:paint/@scheme[. = 'Color'] | //c:line/@width[. = 1]"
        f" | //c:line/@color[{LOWER} = 'ff000000'] | //c:line/@type[. = 'Straight']"
        " | //c:line[not(@width != 1) and not(translate(@color, 'F', 'f') != 'ff000000')"
        " and not(@type != 'Straight')]"
        " | //c:doubleLine/@thickness[. = 12] | //c:doubleLine/@outerWidth[. = 2]"
        " | //c:doubleLine/@innerWidth[. = 1]",
        "the usual look",
    ),
    Row(
        "//c:paint/@color[" + " or ".join(f"{LOWER} = '{it}'" for it in USUAL_FILLS) + "]",
        "the usual fill",
    ),
    Row(
        "//c:doubleLine[not(@thickness != 12 or @outerWidth != 2 or @innerWidth != 1)]"
        f" | //c:paint[@color[{USUAL_FILL}] and not(@scheme != 'Color')]",
        "the usual look, as a whole",
    ),
    Row(
        "//c:protein/@type[. = 'GENERIC'] | //c:gene/@type | //c:RNA/@type"
        " | //c:AntisenseRNA/@type | //c:modificationResidue/@side[. = 'none']"
        " | //c:region/@size[. = 0] | //c:region/@active[. = 'false']"
        " | //c:region/@type[. = 'Modification Site']",
        "the usual type of a template, and the usual residue",
    ),
    Row(
        "//c:notes[normalize-space(.) = ''] | //html:head[normalize-space(.) = '']"
        " | //html:*[normalize-space(.) = '']"
        " | //*[local-name()='notes'][normalize-space(.) = '']",
        "no text",
    ),
    Row("//c:compartmentAlias/@id", "what boxes refer to, which say their compartment themselves"),
    Row(
        "//c:species/@name[. = ..//c:speciesIdentity/c:name]"
        " | //*[local-name()='species']/@name[. = ..//c:speciesIdentity/c:name]"
        f" | //*[local-name()='species']/@name[. = {TEMPLATES}/@name]",
        "the name of what it is, which the identity or the template has",
    ),
    Row(
        "//*[local-name()='compartment']/@name[. = ..//c:name]",
        "the name, which its extension has",
    ),
    Row(
        "//*[local-name()='modifierSpeciesReference']"
        "[contains(concat(',', ancestor::*[local-name()='reaction'][1]"
        "//c:modification/@modifiers, ','), concat(',', @species, ',')) or @species"
        " = ancestor::*[local-name()='reaction'][1]//c:modification/@modifiers]",
        "what modifies a reaction, which its line says",
    ),
    Row(
        "//c:modification[contains(concat(',', preceding-sibling::c:modification"
        "[contains(@type, 'GATE')]/@aliases, ','), concat(',', @aliases, ','))]/@type",
        "what a member of a gate does, which the gate says",
    ),
    Row("//dcterms:modified[not(*)]", "no date"),
    Row("//@charge[. = 0] | //@initialAmount[. = 0]", "none"),
    Row("//*[local-name()='species']/@compartment[. = 'default']", "nowhere"),
    Row(
        "//c:editPoints/@num0[. = 0] | //c:editPoints/@num1[. = 0] | //c:editPoints/@num2[. = 0]"
        " | //c:editPoints/@tShapeIndex[. = 0]"
        " | //c:connectScheme/@rectangleIndex[. = floor((count(../*/c:lineDirection) - 1) div 2)]"
        " | //c:connectScheme[not(../c:editPoints)]/@rectangleIndex",
        "no bend in an arm; the usual segment of the process",
    ),
    Row("//c:compartmentAlias/c:class[. = 'SQUARE']", "the usual frame"),
    Row(
        "//c:lineDirection | //c:connectScheme/@connectPolicy[. = 'direct'] | //@targetLineIndex",
        "which way a line runs, as its points tell; at which end of the process it meets it",
    ),
    Row(
        "//c:linkAnchor[@position = 'INACTIVE'] | //c:linkAnchor/@position[. = 'INACTIVE']",
        "the middle of a box",
    ),
    Row(
        "//*[c:listOfGateMember//c:linkAnchor]/c:baseReactants//c:linkAnchor"
        " | //*[c:listOfGateMember//c:linkAnchor]/c:listOfReactantLinks//c:linkAnchor",
        "where the line of what a gate joins begins, which its member of the gate says",
    ),
    Row("//c:positionToCompartment[. = 'inside']", "on no membrane"),
    Row("//c:speciesIdentity/c:name", "the name, which the species has"),
    Row("//c:listOfCatalyzedReactions", "the reactions that a species modifies, which say so"),
    Row(
        "//*[local-name()='speciesReference' or local-name()='modifierSpeciesReference']"
        "/*[local-name()='annotation']",
        "the box of what takes part, which the reaction's own line has",
    ),
    Row("//@compartmentAlias", "the frame of the compartment that the species is in"),
    Row(
        "//c:baseReactant/@species | //c:baseProduct/@species | //c:linkTarget/@species"
        " | //@reactant | //@product | //c:GateMember[@aliases]/@modifiers"
        " | //c:modification[@aliases]/@modifiers",
        "the species of the box",
    ),
    Row(
        f"//{EMPTY_SIDE} | //c:*[@species = //{EMPTY_SIDE}/@id]",
        "an empty side, of which only the box is seen",
    ),
    Row(
        "//*[local-name()='speciesReference'][@species = //*[local-name()='species']"
        "[.//c:class = 'DEGRADED']/@id]",
        "that a side is empty",
    ),
    Row(
        "//*[local-name()='compartment'][@id = 'default'] | //@outside[. = 'default']",
        "the compartment around all others",
    ),
    Row("//*[local-name()='compartment']//c:name", "the name, which the compartment has"),
    Row(
        "//c:editPoints[. = ../c:listOfGateMember/c:GateMember/@editPoints]",
        "where the line of a gate runs, which the gate says",
    ),
    Row("//@isArrow[. = 'false'] | //@isDotted[. = 'false']", "a plain line, as without it"),
    Row("//c:layer[not(.//c:bounds)] | //c:listOfLayers[not(.//c:bounds)]", "nothing is drawn"),
    Row(
        "//c:layer/@id | //c:layer/@locked | //c:layer/@visible | //c:layerSpeciesAlias/@x"
        " | //c:layerSpeciesAlias/@y | //c:ispaint[@inner = 'false']"
        " | //c:ispaint/@inner[. = 'false']",
        "nothing drawn",
    ),
)
"""What in CellDesigner's extension is not drawn, or as usual, or repeats what SBML says."""

TABLES: Mapping[str, tuple[Row, ...]] = {
    "sbml": SBML,
    "sbml-qual": (*SBML, *QUAL),
    "biopax": BIOPAX,
    "gpml": GPML,
    "gpml2021": GPML2021,
    "celldesigner": (*SBML, *CELLDESIGNER),
}
"""By name of a format, what says nothing of biology or repeats what stands beside it."""

KNOWN: Mapping[str, tuple[Row, ...]] = {"sbml": (), "biopax": ()}
"""By name of a format, what a reader is known to pass over in silence: each row is a defect, or
repeats in a way that no row above tells yet; the law does not look there."""


class _Said:
    """The functions of rows that ask what a path finds: once in a file, not at every element."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.known: dict[str, Counter[str]] = {}

    def among(self, _: Any, texts: Any, path: str) -> bool:
        """Whether one of the texts is among those that the path finds."""
        return self._times(texts, path) > 0

    def repeated(self, _: Any, texts: Any, path: str) -> bool:
        """Whether the path finds one of the texts more than once."""
        return self._times(texts, path) > 1

    def _times(self, texts: Any, path: str) -> int:
        if path not in self.known:
            there: Any = self.root.xpath(path, namespaces=PREFIXES)
            self.known[path] = Counter(map(_text, there))
        asked = [texts] if isinstance(texts, str) else map(_text, texts)
        return max((self.known[path][it] for it in asked), default=0)


def _named(_: Any, texts: Any) -> str:
    """What the ontology calls the term of this id."""
    id_ = texts if isinstance(texts, str) else "".join(map(_text, texts[:1]))
    known = term(id_.strip().lower())
    return known.name if known else ""


def _text(it: Any) -> str:
    return "".join(it.itertext()) if isinstance(it, etree._Element) else str(it)


def found(rows: tuple[Row, ...], root: etree._Element) -> Iterator[Part]:
    """The parts of a file that the rows find."""
    said = _Said(root)
    functions = {
        (None, "among"): said.among,
        (None, "repeated"): said.repeated,
        (None, "named"): _named,
    }
    for row in rows:
        there: Any = root.xpath(row.path, namespaces=PREFIXES, extensions=functions)
        for it in there:
            if isinstance(it, etree._Element):
                yield from inside(it)
            elif it.is_attribute:
                yield Part(it.getparent(), it.attrname)
            else:
                yield Part(it.getparent(), TAIL if it.is_tail else TEXT)
