"""Names of figures, as tables head them."""

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
}
