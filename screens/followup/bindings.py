"""The keys of the follow-up screen: one letter for what is done most, digits for the views."""

from textual.binding import BindingType

from screens.followup.tabs import KEYS as VIEW_KEYS
from screens.kit.keys import bind

DEEDS: list[BindingType] = [
    bind("r", "followup.respond", "do('respond')"),
    bind("p", "followup.progress", "do('progress')"),
    bind("t", "followup.transfer", "do('transfer')"),
    bind("s", "followup.resolve", "do('resolve')"),
    bind("a", "followup.accept", "do('accept')"),
    bind("n", "followup.note", "do('note')"),
    bind("w", "followup.wait", "do('wait')"),
    bind("e", "followup.edit", "do('edit')"),
    bind("o", "followup.reopen", "do('reopen')"),
    bind("u", "followup.undo", "do('undo')"),
    bind("c", "followup.confirm", "do('confirm')"),
    bind("b", "followup.call", "do('call')"),
    bind("l", "followup.talk", "do('talk')"),
    bind("h", "followup.help", "do('help')"),
    bind("y", "followup.promise", "do('promise')"),
    bind("k", "followup.keep", "do('keep')"),
    bind("x", "followup.explain", "do('explain')"),
    bind("i", "followup.cause", "do('cause')"),
    bind("d", "followup.duplicate", "do('duplicate')"),
    bind("v", "followup.rate", "do('rate')"),
    bind("z", "followup.survey", "do('survey')"),
    bind("g", "followup.measure", "do('measure')"),
    bind("K", "followup.audit", "do('audit')", show=False),
]
"""What is done to a ticket."""

LOOKING: list[BindingType] = [
    bind("j", "queue.next", "next"),
    bind("slash", "queue.filter", "filter"),
    bind("m", "queue.mine_or_open", "which_or_open('mine')"),
    bind("f", "queue.open_or_all", "which_or_open('all')"),
    bind("S", "queue.sort", "sort"),
    bind("V", "queue.views", "views"),
    bind("C", "queue.columns", "columns", show=False),
    bind("B", "queue.bell", "bell", show=False),
    bind("space", "queue.mark", "mark", show=False),
    bind("asterisk", "queue.mark_all", "mark_all", show=False),
    bind("q", "queue.several", "several"),
    bind("left", "queue.left", "beside(-1)", show=False),
    bind("right", "queue.right", "beside(1)", show=False),
    bind("escape", "queue.clear", "clear", show=False),
    *(
        bind(key, f"queue.{which}", f"which('{which}')", show=False)
        for which, key in VIEW_KEYS.items()
    ),
    bind("f5", "followup.refresh", "refresh_all", show=False),
]
"""What is looked at."""

BESIDE: list[BindingType] = [
    bind("N", "survey.new", "app.beside('survey')"),
    bind("I", "sheets.import", "app.beside('import')"),
    bind("E", "sheets.export", "app.beside('export')"),
    bind("H", "app.brief", "app.beside('brief')"),
]
"""What is done beside all that."""

KEYS = DEEDS[:4] + LOOKING[:2] + DEEDS[4:] + LOOKING[2:] + BESIDE
"""All of them, in the order in which the key bar shows as many as it has room for."""
