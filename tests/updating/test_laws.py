"""What holds for all pathways and formats: an export changes nothing, an edit comes home whole."""

from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings
from hypothesis.strategies import DataObject
from tests.laws.cases import every_format, within
from tests.laws.strip import strip

import pathport
from pathport.document import spelled_yaml
from pathport.formats import Format

EXAMPLES = settings(max_examples=12)


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("laws") / "a.yaml"


@every_format
@EXAMPLES
@given(data=st.data())
def test_an_export_changes_nothing(fmt: Format, document: Path, data: DataObject) -> None:
    """With its records, and without them, as a program leaves it that drops what is not its own."""
    sent = data.draw(within(fmt))
    text = spelled_yaml(sent)
    document.write_bytes(text.encode())
    content = pathport.write_bytes(sent, fmt.name).content
    for file in (content, strip(content)):
        done = pathport.update(document, file, format=fmt.name, dry_run=True)
        assert (done.diff, done.findings) == ("", ())
