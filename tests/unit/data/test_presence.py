"""Who looks at which ticket: told while they do, and not a second longer."""

import shutil
from pathlib import Path

from data.desk import DeskStore
from tests.unit.data.conftest import Session


def until_gone(store: DeskStore) -> None:
    """Look around until nobody else is there."""
    store.presence.stand_at(7, "li")
    while store.presence.others():
        pass


def test_who_comes_to_a_ticket_is_seen_by_others(store: DeskStore, other: DeskStore) -> None:
    """Going on to another ticket and leaving too; nobody sees themselves."""
    other.presence.stand_at(7, "wang")
    store.presence.stand_at(7, "li")
    assert store.presence.others() == {7: ("wang",)}
    assert other.presence.others() == {7: ("li",)}
    other.presence.stand_at(9, "wang")
    assert store.presence.others() == {9: ("wang",)}
    other.presence.leave()
    assert store.presence.others() == {}


def test_who_ends_a_session_is_gone(store: DeskStore, tmp_path: Path, session: Session) -> None:
    """Whether it ended by itself or was killed, and nothing of it is left."""
    ends, dies = (session("stands", tmp_path / "desk.db", 7, who) for who in ("wang", "zhang"))
    for one in (ends, dies):
        assert one.stdout
        assert one.stdout.readline() == "there\n"
    assert set(store.presence.others()[7]) == {"wang", "zhang"}
    ends.communicate("go\n")
    dies.kill()
    dies.wait()
    until_gone(store)
    store.presence.leave()
    assert list((tmp_path / "desk.db.here").iterdir()) == []


def test_many_may_look_at_one_ticket(store: DeskStore, tmp_path: Path, session: Session) -> None:
    """Each is named once, however many terminals they have."""
    for who in ("wang", "wang", "zhang"):
        one = session("stands", tmp_path / "desk.db", 7, who)
        assert one.stdout
        assert one.stdout.readline() == "there\n"
    assert sorted(store.presence.others()[7]) == ["wang", "zhang"]


def test_a_folder_that_is_tidied_up_is_made_anew(
    store: DeskStore, other: DeskStore, tmp_path: Path
) -> None:
    """Whoever was there is there again with the next ticket."""
    store.presence.stand_at(7, "li")
    shutil.rmtree(tmp_path / "desk.db.here")
    assert other.presence.others() == {}
    store.presence.stand_at(8, "li")
    assert other.presence.others() == {8: ("li",)}


def test_a_folder_that_cannot_be_made_holds_nobody(store: DeskStore, tmp_path: Path) -> None:
    """The work goes on without."""
    (tmp_path / "desk.db.here").write_text("")
    store.presence.stand_at(7, "li")
    assert store.presence.others() == {}
    store.presence.leave()


def test_rights_are_those_of_the_store(store: DeskStore, tmp_path: Path) -> None:
    """Nobody reads who works at what without being allowed to read the store."""
    store.presence.stand_at(7, "li")
    folder = tmp_path / "desk.db.here"
    (file,) = folder.iterdir()
    assert folder.stat().st_mode & 0o777 == 0o700
    assert file.stat().st_mode & 0o777 == 0o600
