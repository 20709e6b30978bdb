"""Settings on their way in, together."""

from datetime import UTC, datetime

import pytest

from cstui.cli.session import rules_of
from cstui.domain.errors import InputError
from cstui.ports import Setting
from cstui.services.settings.problems import check_supervisors, problems

NOW = datetime(2026, 5, 1, 9, tzinfo=UTC)
RULE = {"types": ["投诉建议"], "to": "li"}


def made(key: str, value: object, effective: str = "2026-01-01", by: str = "li") -> Setting:
    """A setting that somebody made."""
    return Setting(key, value, effective, by, NOW)


def person(login: str, role: str, effective: str = "2026-01-01") -> Setting:
    """A setting that makes somebody something."""
    return made(f"people.{login}", {"role": role}, effective)


def test_somebody_stays_a_supervisor() -> None:
    """On the day on which a change takes effect, and on later ones that are settled already."""
    kept = [
        person("li", "supervisor"),
        person("wang", "supervisor"),
        person("wang", "agent", "2027-01-01"),
    ]
    check_supervisors(kept, [person("li", "agent"), person("chen", "supervisor")])
    check_supervisors(kept, [person("wang", "agent", "2026-06-01")])
    for change in (person("li", "agent", "2027-01-01"), person("li", "agent", "2026-06-01")):
        with pytest.raises(InputError, match="last_supervisor") as failed:
            check_supervisors(kept, [change])
        assert failed.value.values["day"] == "2027-01-01"


def test_other_settings_ask_for_no_supervisor() -> None:
    """A store without one, as an older one may be, can still be set right."""
    check_supervisors([person("li", "agent")], [made("language", "en")])


def found(*settings: Setting, kept: tuple[Setting, ...] = (), seen: int | None = None) -> list[str]:
    """What is wrong with settings, as key of the setting and of the failure."""
    kept = (person("chen", "supervisor", "0001-01-01"), *kept)
    wrong = problems(rules_of(kept), kept, settings, seen)
    return [f"{one.key}: {error.key}" for one, error in wrong]


def test_all_that_is_wrong_is_found() -> None:
    """One by itself, one against the rules, one against the others."""
    assert found(
        made("zone", "Atlantis"),
        made("policy.gold", {"limits": {"lunch": "3 min"}}),
        made("language", "en"),
        made("assignment", [RULE]),
        person("chen", "agent"),
    ) == [
        "zone: unknown_zone",
        "policy.gold: unknown_part",
        "assignment: rule_login",
        "people.chen: last_supervisor",
    ]


def test_rules_speak_of_what_there_is() -> None:
    """A type, priority, form or login that nobody knows is a slip of the pen."""
    for rule in ({"types": ["投述"]}, {"priorities": ["急"]}, {"forms": ["paper"]}):
        assert len(found(made("assignment", [{**rule, "team": "甲"}]))) == 1
    assert found(made("assignment", [RULE])) == ["assignment: rule_login"]
    assert found(made("urgency", {"急": ["漏电"]})) == ["urgency: rule_priority"]


def test_rules_may_speak_of_what_comes_with_them() -> None:
    """Of what is set in the same breath, and of what begins later."""
    types = made("types", {"咨询": ["价格"]})
    rule = made("assignment", [{"types": ["咨询/价格"], "to": "wang"}])
    wang = person("wang", "agent", "2027-01-01")
    assert found(types, rule, wang) == []
    assert found(rule, kept=(types, wang)) == []


def test_what_somebody_else_set_meanwhile_is_not_replaced_unseen() -> None:
    """Whoever has seen it may; and what begins after it stands in nobody's way."""
    theirs = made("threshold", "20 min", "2026-04-01", by="wang")
    mine = made("threshold", "15 min", "2026-05-01")
    assert found(mine, kept=(theirs,), seen=1) == ["threshold: setting_meanwhile"]
    assert found(mine, kept=(theirs,), seen=2) == []
    assert found(mine, kept=(theirs,)) == []
    later = made("threshold", "20 min", "2026-06-01", by="wang")
    assert found(mine, kept=(later,), seen=1) == []
