"""The hotline form's own example, from the first ring to the question whether all is well."""

import subprocess
from pathlib import Path

import pytest
from msgspec import Struct

from tests.fixtures.terminal import Terminal

PHONE = "13812345678"
ORDER = "ORD202309280001"


class Words(Struct, frozen=True):
    """What is said and shown in one language."""

    team: str
    technician: str
    ready: str
    ringing: str
    greeted: str
    name: str
    problem: str
    repeated: str
    kind: str
    shown_kind: str
    saved: str
    given: str
    step: str
    solution: str
    accepted: str
    solved: str
    revisit: str


ZH = Words(
    "技术支持", "张敏", "F5 接听", "来电.*响铃|响铃", "✓问候", "李小明",
    "产品B 9月28日购买，十天后无法开机，售后未解决", "✓复述",
    "wx", "售后支持/维修",
    "已保存 2", "由张敏处理", "已检测为电路故障", "换新同型号产品并寄出", "受理：按时",
    "已解决", "回访",
)  # fmt: skip
EN = Words(
    "Technical support", "Mia Dunn", "F5 Answer", "[Rr]inging", "✓ ?[Gg]reet", "Alex Green",
    "Product B, bought 28 Sept, does not switch on, not solved so far",
    "✓ ?[Rr]epeated", "repair", "after-sales/repair", "Saved 2", "Mia Dunn",
    "Fault found", "Replaced by a new one of the same model", "Acceptance: in time",
    "Solved", "Revisit",
)  # fmt: skip


@pytest.mark.parametrize(
    ("language", "size", "words"),
    [("zh", (80, 24), ZH), ("zh", (120, 40), ZH), ("en", (80, 24), EN), ("en", (120, 40), EN)],
)
def test_a_call_from_the_first_ring_to_the_revisit(
    installed: Path,
    environment: dict[str, str],
    language: str,
    size: tuple[int, int],
    words: Words,
) -> None:
    """The switch tells, an agent writes, rules dispatch, a technician solves; a revisit is due."""

    def shell(*told: str) -> None:
        command = [str(installed), "--lang", language, *told]
        subprocess.run(command, env=environment, check=True, capture_output=True)

    shell("init", environment["CSTUI_STORE"])
    shell(
        "settings",
        f'people.mia={{name="{words.technician}", team="{words.team}"}}',
        "allow_as=true",
    )
    with Terminal([str(installed), "--lang", language], environment, *size) as agent:
        agent.wait_for(words.ready)
        shell("call-start", "--phone", PHONE)
        agent.wait_for(words.ringing)
        agent.press("f5", "ctrl+g")
        agent.wait_for(words.greeted)
        agent.press(ORDER, "enter", words.name, "enter", words.problem, "ctrl+r", "ctrl+r")
        agent.wait_for(f"{ORDER}(.|\n)*{ORDER}")
        agent.wait_for(words.name)
        agent.wait_for(words.problem[-8:])
        agent.wait_for(words.repeated)
        agent.press("tab", words.kind, "enter")
        agent.wait_for(words.shown_kind)
        agent.press("f10")
        agent.wait_for(words.saved)
        agent.wait_for(words.given)
    technician = [str(installed), "--lang", language, "--as", "mia"]
    with Terminal(technician, environment, *size) as desk:
        desk.wait_for(words.ready)
        desk.press("f3")
        desk.wait_for(ORDER)
        desk.press("a", "p", words.step, "ctrl+s")
        desk.wait_for(words.accepted)
        desk.wait_for(words.step)
        desk.press("s", words.solution, "ctrl+s", "8")
        desk.wait_for(words.revisit)
        desk.wait_for(words.solution[:6])
