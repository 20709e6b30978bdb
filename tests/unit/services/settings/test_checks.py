"""A setting on its way in, by itself."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from cstui.domain.errors import InputError
from cstui.ports import Setting
from cstui.services.settings.checks import effective_day, setting_from

NOW = datetime(2026, 5, 1, 9, tzinfo=UTC)
TEN = "[" + ", ".join(f'{{name="{number}", does="close"}}' for number in range(10)) + "]"


def typed(text: str) -> Setting:
    """A setting as the shell takes it."""
    return setting_from(text, "2026-05-01", "li", NOW)


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("zone=Europe/Berlin", "zone", "Europe/Berlin"),
        ('zone = "Europe/Berlin"', "zone", "Europe/Berlin"),
        ("allow_as=true", "allow_as", True),
        ('channels=["电话", "邮件"]', "channels", ["电话", "邮件"]),
        ('people.li={role="agent"}', "people.li", {"role": "agent"}),
        ("form.hotline=graded", "form.hotline", "graded"),
    ],
)
def test_a_value_is_written_as_toml_or_as_a_bare_word(text: str, key: str, value: Any) -> None:  # noqa: ANN401
    """So that a zone needs no quotes within quotes."""
    setting = typed(text)
    assert (setting.key, setting.value) == (key, value)


@pytest.mark.parametrize(
    "text",
    [
        "threshold",
        "threshold=",
        "threshold=-1",
        "threshold=true",
        "threshold=soon",
        "threshold=900",
        "threshold=0 min",
        "zone=Atlantis",
        "language=fr",
        "allow_as=1",
        "channels=[]",
        "channels=[1]",
        'channels=["a", "b", "a"]',
        'channels=[" "]',
        'priorities=["高", "高"]',
        'types={a=["b", "b"]}',
        'people.li={role="king"}',
        "people.li={age=3}",
        "people.li={name=5}",
        'people.li={role=["agent"]}',
        "people.li={team=true}",
        "people.li=supervisor",
        "people.={}",
        "policy.gold=fast",
        "policy.gold={}",
        "calendar.cn={}",
        "policy.gold={effective=2026-01-01}",
        "colour=blue",
        "people.li={skills=true}",
        'people.li={skills=["空调", "空调"]}',
        "dispositions=[]",
        "dispositions=solve",
        'dispositions=[{name="a"}]',
        'dispositions=[{name="", does="solve"}]',
        'dispositions=[{name="a", does="sing"}]',
        'dispositions=[{name="a", does="solve", key=1}]',
        'dispositions=[{name="a", does="solve"}, {name="a", does="close"}]',
        f"dispositions={TEN}",
        'urgency={"高"="漏电"}',
        'urgency=["漏电"]',
        'tags=["a", "a"]',
        'requests="维修"',
        "calming=[1]",
        "greeting=5",
        "greeting=Hello {nobody}",
        "greeting=Hello {name",
        "greeting=Hello {name!r}",
        "greeting=Hello {}",
        'repeat_back=" "',
        'snippets={"w x"="a"}',
        'snippets={""="a"}',
        'snippets={wx="{number}"}',
        "snippets={wx=1}",
        'required={nonsense=["note"]}',
        'required={hotline=["score"]}',
        'required={hotline="note"}',
        "assignment={}",
        "assignment=[1]",
        'assignment=[{types=["a"]}]',
        'assignment=[{who="li"}]',
        'assignment=[{team=["a"]}]',
        'assignment=[{types=[], team="a"}]',
        "repeat_days=0",
        "repeat_days=true",
        'repeat_days="7"',
    ],
)
def test_what_makes_no_sense_is_refused(text: str) -> None:
    """With a sentence that says what to write."""
    with pytest.raises(InputError):
        typed(text)


@pytest.mark.parametrize(
    "text",
    [
        'dispositions=[{name="当场解决", does="solve"}]',
        'snippets={wx="{customer} {phone_tail} {order} {agent} {{1}}"}',
        "tags=[]",
        'required={hotline=[], response=["customer.number"]}',
        'assignment=[{types=["a/b"], team="新组"}, {skill="x"}, {to="li"}]',
        "greeting=Hello, I am {name}",
        "urgency={}",
    ],
)
def test_what_makes_sense_is_taken(text: str) -> None:
    """Lists that may be empty, a team that nobody is in yet, braces written twice."""
    typed(text)


def test_a_slip_of_the_pen_is_recognized() -> None:
    """The failure names the setting that was probably meant."""
    with pytest.raises(InputError, match="setting_unknown_near") as failed:
        typed("treshold=15 min")
    assert failed.value.values["near"] == "threshold"


def test_a_setting_holds_from_today_on_unless_a_day_is_named() -> None:
    """A day is written in one form alone."""
    today = date(2026, 5, 1)
    assert effective_day("", today) == "2026-05-01"
    assert effective_day("2026-06-01", today) == "2026-06-01"
    for wrong in ("2026-6-1", "20260601", "soon", "2026-06-31"):
        with pytest.raises(InputError, match="setting_day"):
            effective_day(wrong, today)
