"""Articles in sheets and Markdown files."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cstui.domain.articles import Article, Section
from cstui.domain.errors import InputError, NotFound
from cstui.exchange.article_fields import faults, tidied
from cstui.exchange.articles import (
    Refused,
    Written,
    article_files,
    each_once,
    read_articles,
    write_articles,
)
from cstui.exchange.words import plain
from cstui.i18n import LANGUAGES, Translator

COOL = Article(
    "空调不制冷",
    Section.OPERATION,
    "看遥控器。\n\n再看过滤网。",
    ("不凉", "warm air"),
    "Does not cool",
)


def read(*paths: Path) -> list[Written | Refused]:
    """All that some files and folders hold."""
    files = article_files(paths)
    return list(each_once(one for file in files for one in read_articles(*file)))


def articles(*paths: Path) -> list[Article]:
    """The articles among that; nothing else may be."""
    found = read(*paths)
    assert all(isinstance(one, Written) for one in found), found
    return [one.article for one in found if isinstance(one, Written)]


def refusals(*paths: Path) -> list[tuple[str, int, str]]:
    """File, line and reason of what was refused."""
    return [
        (one.path.name, one.line, one.why.key) for one in read(*paths) if isinstance(one, Refused)
    ]


texts = st.text(max_size=40) | st.sampled_from(
    [
        "=1+1",
        "'-x",
        "''=a",
        "- a\n- b; c; d",
        "a,b;c\n\nd",
        '"',
        "+++",
        "# x",
        "#",
        "\u2028",
        "a\r\nb",
    ]
)
written = (
    st.builds(
        Article,
        title=texts,
        section=st.sampled_from(Section),
        body=texts,
        words=st.lists(texts, max_size=4).map(tuple),
        title_en=texts,
    )
    .map(tidied)
    .filter(lambda article: not faults(article))
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["all.csv", "all"])
@settings(deadline=None)
@given(given_articles=st.lists(written, max_size=5, unique_by=lambda one: plain(one.title)))
def test_what_was_exported_is_imported_the_same(
    given_articles: list[Article],
    name: str,
    language: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """As a sheet and as Markdown files, in either language, whatever the texts hold."""
    out = tmp_path_factory.mktemp("out") / name
    write_articles(out, given_articles, Translator("zh" if language == "zh" else "en"))
    if not given_articles:
        return
    found = articles(out)
    assert sorted(found, key=lambda one: one.title) == sorted(
        given_articles, key=lambda one: one.title
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_sheets_come_as_spreadsheets_save_them(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    """In any encoding, with other columns among them, and full-width headers."""
    rows = [
        ["编号", "标　题", "分类", "关键词", "正文", "ＴＩＴＬＥ＿ＥＮ"],
        [
            "1",
            "空调不制冷",
            "操作",
            "不凉；warm air",
            '"看遥控器。\n\n再看过滤网。"',
            "Does not cool",
        ],
    ]
    sheet = tmp_path / "kb.csv"
    sheet.write_text("\n".join(map(delimiter.join, rows)), encoding=encoding)
    assert articles(sheet) == [COOL]


def test_headers_and_sections_may_be_english(tmp_path: Path) -> None:
    """Mixed with Chinese ones, in any case."""
    sheet = tmp_path / "kb.csv"
    sheet.write_text("Title,Category,Answer\nA,After-Sales,x\nB,产品,y\nC,OPERATION,z\n", "utf-8")
    assert [one.section for one in articles(sheet)] == [
        Section.AFTER_SALES, Section.PRODUCT, Section.OPERATION,
    ]  # fmt: skip


def test_a_bad_row_is_told_with_its_line(tmp_path: Path) -> None:
    """The others are read."""
    sheet = tmp_path / "kb.csv"
    lines = [
        "标题,分类,正文",
        "甲,操作,一",
        ",操作,二",
        "丙,闲聊,三",
        "丁,,四",
        "戊,售后,",
        '己,售后,"五\n六',
    ]
    sheet.write_text("\n".join(lines), "utf-8")
    assert refusals(sheet) == [
        ("kb.csv", 3, "article_title_missing"),
        ("kb.csv", 4, "article_section_unknown"),
        ("kb.csv", 5, "article_section_missing"),
        ("kb.csv", 6, "article_body_missing"),
        ("kb.csv", 7, "article_row_broken"),
    ]
    assert sum(isinstance(one, Written) for one in read(sheet)) == 1


def test_a_sheet_without_the_columns_is_refused_as_a_whole(tmp_path: Path) -> None:
    """It names those that it lacks; files beside it are read."""
    (tmp_path / "a.csv").write_text("标题,正文\n甲,一\n", "utf-8")
    (tmp_path / "b.csv").write_text("标题,分类,正文\n乙,操作,二\n", "utf-8")
    assert refusals(tmp_path) == [("a.csv", 0, "column_missing")]
    assert sum(isinstance(one, Written) for one in read(tmp_path)) == 1


def test_a_plain_markdown_file_belongs_where_its_folder_says(tmp_path: Path) -> None:
    """Its heading is the title, else its name; the nearest folder counts."""
    folder = tmp_path / "售后" / "Products" / "fridges"
    folder.mkdir(parents=True)
    (folder / "one.md").write_text("# 冰箱不冷\r\n\r\n看插头。\r\n", "utf-8")
    (folder / "冰箱结霜.markdown").write_text("除霜。", "gb18030")
    expected = [
        Article("冰箱不冷", Section.PRODUCT, "看插头。"),
        Article("冰箱结霜", Section.PRODUCT, "除霜。"),
    ]
    assert articles(tmp_path) == expected
    assert articles(folder.parent) == expected
    assert refusals(folder / "one.md") == [("one.md", 1, "article_section_missing")]


def test_first_lines_say_more_than_folder_and_heading(tmp_path: Path) -> None:
    """Words may be a list or a text; names may be Chinese."""
    file = tmp_path / "x.md"
    file.write_text(
        '+++\ntitle = "冰箱"\n"分类" = "售后"\nkeywords = "冷, 冻"\nby = 3\n+++\n# 别的\n\n文\n',
        "utf-8",
    )
    assert articles(file) == [Article("冰箱", Section.AFTER_SALES, "文", ("冷", "冻"))]


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ('+++\nsection = "product"\nwords = [\n+++\n# a\nb\n', 3, "article_front"),
        ('+++\nsection = "product"\n# a\nb\n', 1, "article_front_open"),
        ('+++\nsection = "product"\n+++\n# a\n', 4, "article_body_missing"),
        ('+++\nsection = "chat"\n+++\n# a\nb\n', 4, "article_section_unknown"),
        ("# a\nb\n", 1, "article_section_missing"),
        ("", 1, "article_section_missing"),
    ],
)
def test_a_bad_file_is_told_with_its_line(tmp_path: Path, text: str, line: int, key: str) -> None:
    """That of the first lines' error, else that at which the text begins."""
    file = tmp_path / "bad.md"
    file.write_text(text, "utf-8")
    assert refusals(file) == [("bad.md", line, key)]


def test_unreadable_bytes_are_told(tmp_path: Path) -> None:
    """A picture that somebody named .md stops nothing."""
    (tmp_path / "a.md").write_bytes(bytes(range(128, 256)) * 3)
    (tmp_path / "b.md").write_text('+++\nsection = "product"\n+++\n# b\n\nb\n', "utf-8")
    assert refusals(tmp_path) == [("a.md", 0, "encoding_unclear")]


def test_a_title_counts_once(tmp_path: Path) -> None:
    """The same text twice is no matter; another text of the same title is refused."""
    sheet = tmp_path / "kb.csv"
    sheet.write_text("标题,分类,正文\nCool,操作,一\nCool,操作,一\nＣＯＯＬ,操作,二\n", "utf-8")
    assert refusals(sheet) == [("kb.csv", 4, "article_twice")]


def test_nothing_to_read_is_told() -> None:
    """No such file, or a folder without any."""
    with pytest.raises(NotFound):
        article_files([Path("nowhere.md")])


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    """Hidden files, and others that hold no articles, do not count."""
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.md").write_text("x", "utf-8")
    (tmp_path / "x.png").write_bytes(b"")
    with pytest.raises(NotFound):
        article_files([tmp_path])


def test_an_export_goes_to_an_empty_folder_only(tmp_path: Path) -> None:
    """Else old articles would stay among the new ones."""
    (tmp_path / ".git").mkdir()
    write_articles(tmp_path, [COOL], Translator("zh"))
    assert (tmp_path / "操作" / "空调不制冷.md").is_file()
    with pytest.raises(InputError) as refused:
        write_articles(tmp_path, [COOL], Translator("zh"))
    assert refused.value.key == "articles_folder_full"


def test_titles_that_make_the_same_file_name_make_two_files(tmp_path: Path) -> None:
    """Signs that no file name has are replaced; case does not count everywhere."""
    names = ["a/b", "a:b", "A?b", "..", "很" * 120]
    given_articles = [Article(name, Section.PRODUCT, "x") for name in names]
    write_articles(tmp_path / "out", given_articles, Translator("en"))
    files = [path.name for path in (tmp_path / "out" / "Product").iterdir()]
    assert sorted(files) == ["A_b-3.md", "_.md", "a_b-2.md", "a_b.md", f"{'很' * 40}.md"]
    assert {one.title for one in articles(tmp_path / "out")} == set(names)
