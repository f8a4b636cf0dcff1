"""Where a byte is, and which is the first bad one, against what Python's codecs say at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathport.safety.characters import CHUNK, first_bad, position

CODECS = ["utf-8", "utf-16", "ascii", "cp1252"]


def first_bad_at_once(content: bytes, codec: str) -> int | None:
    """Where the codec stops when it is given everything."""
    try:
        content.decode(codec)
    except UnicodeDecodeError as error:
        return error.start
    return None


@pytest.mark.parametrize("codec", CODECS)
@given(st.binary(max_size=40), st.sampled_from([0, 1, CHUNK - 3, CHUNK - 1, CHUNK]))
def test_first_bad_is_where_the_codec_stops(codec: str, tail: bytes, before: int) -> None:
    content = ("a" * before).encode(codec) + tail
    assert first_bad(content, codec) == first_bad_at_once(content, codec)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
@given(st.text("a\n\u20ac\U0001f600", max_size=20))
def test_position_of_what_follows_a_text(codec: str, text: str) -> None:
    content = text.encode(codec)
    lines = text.split("\n")
    told = position(content, len(content), codec.removesuffix("-sig"))
    assert told == (len(lines), len(lines[-1]) + 1)
