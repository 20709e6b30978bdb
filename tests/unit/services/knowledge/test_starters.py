"""The articles with which a store begins."""

import pytest

from cstui.domain.articles import Article, Section
from cstui.exchange.article_fields import faults, tidied
from cstui.i18n import LANGUAGES
from cstui.services.knowledge.shelf import Shelf
from cstui.services.knowledge.starters import starter_articles
from data.resources import read
from tests.fixtures.times import at

_READ_OUT = 400
"""Characters that an agent may read to a customer at once."""


def starters(language: str) -> list[Article]:
    """The articles of a language."""
    return starter_articles(read(f"articles_{language}"), "lina", at("2026-05-06 09:00"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_store_begins_with_a_dozen_articles_of_all_sections(language: str) -> None:
    """Each as it would be written by hand, with an answer that may be read out."""
    articles = starters(language)
    assert len({one.title for one in articles}) == len(articles) >= 12
    assert {one.section for one in articles} == set(Section)
    for article in articles:
        assert article == tidied(article)
        assert not faults(article)
        assert article.words
        assert 0 < len(article.answer) < min(len(article.body), _READ_OUT)


def test_chinese_articles_have_english_titles() -> None:
    """Those of an English store, in the same order."""
    assert [one.title_en for one in starters("zh")] == [one.title for one in starters("en")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_customers_of_the_demo_ask_is_answered(language: str) -> None:
    """Their repairs, parcels and returns find an article by the words of the call."""
    shelf = Shelf(starters(language))
    parts = ("type", "subtype", "problem", "request")
    calls = [" ".join(one[part] for part in parts) for one in read("demo")[language]["problems"]]
    titles = [article.title for article in starters("en")]
    expected = [titles[place] for place in (3, 5, 10, 9, 4)]
    found = [shelf.fitting(call)[0] for call in calls[:5]]
    assert [article.title_en or article.title for article in found] == expected
