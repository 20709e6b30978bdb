"""Words kept once: small numbers stand for them in packed rows."""

from data.engine.codec import storable
from data.engine.connection import Connection


class Words:
    """The store's list of words, numbered from 1 in the order of their arrival; 0 is no word.

    Numbers never change, so that what was read once stays true while other sessions add words.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._numbers: dict[str, int] = {}
        self._words: list[str] = [""]
        connection.on_rollback(self._forget)

    def number(self, word: str) -> int:
        """The number of a word, which gets one if it has none; inside a write transaction."""
        if not word:
            return 0
        known = self._numbers.get(word)
        if known is None:
            known = self._numbers[word] = self._stored(storable(word))
        return known

    def all(self) -> list[str]:
        """All words, each at the index that is its number."""
        self._read_on()
        return list(self._words)

    def _stored(self, word: str) -> int:
        sql = self._connection.dialect
        found = self._connection.row(sql.find_word, (word,))
        if found is None:
            self._connection.execute(sql.add_word, (word,))
            found = self._connection.row(sql.find_word, (word,))
        return int(found[0]) if found else 0

    def _read_on(self) -> None:
        # rows come without gaps: words are only ever added, one writer at a time
        last = len(self._words) - 1
        for _, word in self._connection.rows(self._connection.dialect.words_after, (last,)):
            self._words.append(word)

    def _forget(self) -> None:
        self._numbers.clear()
        del self._words[1:]
