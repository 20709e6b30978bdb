"""One document in all formats."""

from typing import get_args

import pytest

from cstui.i18n import LANGUAGES, Language, Translator
from cstui.reports.render.formats import Format, rendered
from tests.fixtures.documents import sample_document


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", get_args(Format))
def test_the_same_document_is_the_same_bytes(form: Format, language: Language) -> None:
    """Nothing in a file depends on when, or how often, it was written."""
    t = Translator(language)
    assert rendered(sample_document(), form, t) == rendered(sample_document(), form, t) != b""
