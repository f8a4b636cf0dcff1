"""What the features of other programs' files say, of whatever they are shared by."""

from tests.formats.biopax.test_foreign import PROTEIN, told
from tests.formats.biopax.test_read import pathway

from pathport.model.parts import Fragment, Modification

SITE = (
    '<bp:SequenceSite rdf:ID="{}"><bp:sequencePosition>{}</bp:sequencePosition>{}</bp:SequenceSite>'
)
INTERVAL = (
    '<bp:SequenceInterval rdf:ID="i"><bp:sequenceIntervalBegin>{}</bp:sequenceIntervalBegin>'
    "<bp:sequenceIntervalEnd>{}</bp:sequenceIntervalEnd></bp:SequenceInterval>"
)
STATUS = "<bp:positionStatus>LESS-THAN</bp:positionStatus>"


def feature(cls: str, id_: str, said: str = "") -> str:
    return f'<bp:feature><bp:{cls} rdf:ID="{id_}">{said}</bp:{cls}></bp:feature>'


def located(at: str) -> str:
    return f"<bp:featureLocation>{at}</bp:featureLocation>"


def test_an_end_of_a_fragment_that_is_not_exact_is_none() -> None:
    interval = INTERVAL.format(SITE.format("s", 1, STATUS), SITE.format("e", 100, ""))
    body = PROTEIN.format(feature("FragmentFeature", "f", located(interval)))
    assert pathway(body).species[0].state.fragment == Fragment(end=100)
    sentence = 'the position "LESS-THAN 1" of SequenceSite "s" is not read: it is not exact'
    assert told(body) == {("BPX201", sentence)}


def test_an_interval_that_a_modification_and_a_fragment_share_is_that_of_the_fragment() -> None:
    interval = INTERVAL.format(SITE.format("s", 10, ""), SITE.format("e", 90, ""))
    shared = '<bp:featureLocation rdf:resource="#i"/>'
    body = PROTEIN.format(
        feature("ModificationFeature", "m", shared)
        + feature("FragmentFeature", "f", located(interval))
    )
    state = pathway(body).species[0].state
    assert (state.fragment, state.modifications) == (Fragment(begin=10, end=90), (Modification(),))
    sentence = 'the featureLocation "10 to 90" of ModificationFeature "m" is not read'
    assert told(body) == {("BPX201", sentence)}


def test_where_a_feature_is_that_is_no_site_is_named() -> None:
    said = located(SITE.format("s", 48, "")) + "<bp:comment>mine</bp:comment>"
    body = PROTEIN.format(feature("BindingFeature", "b", said))
    assert told(body) == {
        ("BPX201", 'the featureLocation "48" of BindingFeature "b" is not read'),
        ("BPX201", 'the comment "mine" of BindingFeature "b" is not read'),
    }


def test_a_fragment_at_one_site_is_named() -> None:
    body = PROTEIN.format(feature("FragmentFeature", "f", located(SITE.format("s", 48, ""))))
    assert pathway(body).species[0].state.fragment == Fragment()
    sentence = 'the featureLocation "48" of FragmentFeature "f" is not read'
    assert told(body) == {("BPX201", sentence)}


OWNER = (
    '<bp:ProteinReference rdf:ID="r">{}</bp:ProteinReference><bp:Protein rdf:ID="a">'
    '<bp:entityReference rdf:resource="#r"/>{}</bp:Protein>'
)


def test_the_evidence_of_a_feature_is_named_though_another_has_it_as_a_member() -> None:
    evidence = '<bp:evidence><bp:Evidence rdf:ID="e"><bp:comment>x</bp:comment></bp:Evidence>'
    known = feature("ModificationFeature", "k", '<bp:memberFeature rdf:resource="#m"/>')
    body = OWNER.format(
        known.replace("bp:feature>", "bp:entityFeature>"),
        feature("ModificationFeature", "m", f"{evidence}</bp:evidence>"),
    )
    assert {
        ("BPX201", 'the evidence "e" of ModificationFeature "m" is not read'),
        ("BPX201", 'the memberFeature "m" of ModificationFeature "k" is not read'),
        ("BPX201", 'comment "x" of Evidence "e" is not read'),
    } < told(body)


def test_what_a_feature_says_that_no_entity_has_is_named() -> None:
    said = located(SITE.format("s", 48, "")) + "<bp:comment>mine</bp:comment>"
    lone = feature("BindingFeature", "b", said).replace("bp:feature>", "bp:entityFeature>")
    assert told(OWNER.format(lone, "")) == {
        ("BPX202", 'BindingFeature "b" is not read: no entity has it'),
        ("BPX201", 'featureLocation "s" of BindingFeature "b" is not read'),
        ("BPX201", 'comment "mine" of BindingFeature "b" is not read'),
        ("BPX202", 'SequenceSite "s" is not read: nothing in the pathway refers to it'),
        ("BPX201", 'sequencePosition "48" of SequenceSite "s" is not read'),
    }


def test_a_feature_that_is_a_member_of_another_alone_is_a_known_site() -> None:
    sites = "".join(
        feature("ModificationFeature", id_, said).replace("bp:feature>", "bp:entityFeature>")
        for id_, said in (
            ("m", located(SITE.format("s", 7, ""))),
            ("k", '<bp:memberFeature rdf:resource="#m"/>'),
        )
    )
    (molecule,) = pathway(OWNER.format(sites, "")).molecules
    assert {it.position for it in molecule.sites} == {7, None}
