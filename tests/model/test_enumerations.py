"""The closed vocabularies: a member is its word, and all words of one read apart."""

import enum

import msgspec
import pytest

from pathport.model import enumerations
from pathport.model.layout import DecorationKind
from pathport.model.quantities import RuleKind
from pathport.model.things import Form

VOCABULARIES = (
    *(getattr(enumerations, name) for name in enumerations.__all__),
    Form,
    RuleKind,
    DecorationKind,
)


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda v: v.__name__)
def test_a_member_is_its_word(vocabulary: type[enum.StrEnum]) -> None:
    for member in vocabulary:
        assert vocabulary(str(member)) is member
        assert msgspec.json.decode(msgspec.json.encode(member), type=vocabulary) is member


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda v: v.__name__)
def test_the_words_of_a_vocabulary_read_apart(vocabulary: type[enum.StrEnum]) -> None:
    loose = [member.replace(" ", "").replace("-", "").lower() for member in vocabulary]
    assert len(set(loose)) == len(vocabulary.__members__)


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda v: v.__name__)
def test_a_word_is_plain_text(vocabulary: type[enum.StrEnum]) -> None:
    for member in vocabulary:
        assert member.replace("-", "").replace(" ", "").isalnum()
        assert " ".join(member.split()) == member


def test_relations_that_the_model_says_by_constructs_are_left_out() -> None:
    refused = {"is described by", "has taxon"}
    assert refused.isdisjoint(enumerations.Relation)
