"""Figures: headings of their tables, and the definition of each metric.

`metric.ID.name`, `metric.ID.formula` and `metric.ID.excluded` tell of each metric what it is
called, how it is reckoned, and what is left out of it.
"""

from cstui.i18n.phrases.metric_definitions import FORMULAS, NAMES
from cstui.i18n.phrases.metric_exclusions import EXCLUDED

_SCORES = {
    "attitude": ("service attitude", "服务态度"),
    "skill": ("expertise", "专业能力"),
    "speed": ("response speed", "响应速度"),
    "ease": ("ease of the process", "流程便捷性"),
}
"""What a survey asks for beside the overall score; each is told by CSAT, T2B and B2B."""

_NOTHING = ("nothing", "无")

_VARIANTS = {
    f"{base}.{part}": (
        (f"{NAMES[base][0]}, {english}", f"{NAMES[base][1]}（{chinese}）"),
        FORMULAS[base],
        EXCLUDED[base],
    )
    for base in ("CSAT", "T2B", "B2B")
    for part, (english, chinese) in _SCORES.items()
}
_DEFINITIONS = {
    name: (NAMES[name], FORMULAS[name], EXCLUDED.get(name, _NOTHING)) for name in NAMES
} | _VARIANTS

PHRASES = {
    "metric.n": ("n", "样本数"),
    "metric.mean": ("mean", "平均"),
    "metric.p50": ("median", "中位数"),
    "metric.p90": ("P90", "P90"),
    "metric.p95": ("P95", "P95"),
    "metric.max": ("longest", "最长"),
    "metric.met": ("met", "达标"),
    "metric.breached": ("breached", "超时"),
    "metric.running": ("running", "计时中"),
    "metric.attainment": ("attainment", "达标率"),
    "metric.band.0-5min": ("up to 5 min", "5分钟以内"),
    "metric.band.5-10min": ("5–10 min", "5–10分钟"),
    "metric.band.10-15min": ("10–15 min", "10–15分钟"),
    "metric.band.15-25min": ("15–25 min", "15–25分钟"),
    "metric.band.25-30min": ("25–30 min", "25–30分钟"),
    "metric.band.30-60min": ("30–60 min", "30–60分钟"),
    "metric.band.60-120min": ("60–120 min", "60–120分钟"),
    "metric.band.120min+": ("over 120 min", "120分钟以上"),
    "metric.band.0-4h": ("up to 4 h", "4小时以内"),
    "metric.band.4-24h": ("4–24 h", "4–24小时"),
    "metric.band.1-3d": ("1–3 d", "1–3天"),
    "metric.band.3-7d": ("3–7 d", "3–7天"),
    "metric.band.7d+": ("over 7 d", "7天以上"),
    **{f"metric.{name}.formula": FORMULAS[name] for name in FORMULAS if name not in NAMES},
    **{
        f"metric.{name}.{part}": phrase
        for name, phrases in _DEFINITIONS.items()
        for part, phrase in zip(("name", "formula", "excluded"), phrases, strict=True)
    },
}
