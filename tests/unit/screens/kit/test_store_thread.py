"""The thread that does blocking work."""

import asyncio
import threading
from collections.abc import AsyncIterator

import pytest

from cstui.domain.errors import CstuiError, StoreBusy
from screens.kit import store_thread
from screens.kit.store_thread import Worker


class Source:
    """Something to poll."""

    def __init__(self) -> None:
        self.news: list[str] = []
        self.failure: Exception | None = None
        self.threads: set[int] = set()

    def poll(self) -> list[str]:
        """News, once."""
        self.threads.add(threading.get_ident())
        if self.failure:
            raise self.failure
        news, self.news = self.news, []
        return news


class Desk:
    """A worker, what it polls and what it delivered."""

    def __init__(self) -> None:
        self.source = Source()
        self.delivered: asyncio.Queue[list[str]] = asyncio.Queue()
        self.failures: asyncio.Queue[CstuiError] = asyncio.Queue()
        self.faults: asyncio.Queue[Exception] = asyncio.Queue()
        self.worker = Worker(
            self.source.poll,
            self.delivered.put_nowait,
            self.failures.put_nowait,
            self.faults.put_nowait,
        )


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    """A running worker."""
    made = Desk()
    made.worker.start()
    yield made
    await made.worker.stop()


async def test_jobs_run_in_one_thread_in_their_order(desk: Desk) -> None:
    """A connection opened by one job may be used by the next."""
    order: list[int] = []

    def job(number: int) -> int:
        order.append(number)
        return threading.get_ident()

    threads = await asyncio.gather(*(desk.worker.run(job, number) for number in range(20)))
    assert order == list(range(20))
    assert len(set(threads)) == 1
    assert threads[0] != threading.get_ident()


async def test_an_exception_travels_to_the_caller(desk: Desk) -> None:
    """And the thread lives on."""
    with pytest.raises(ZeroDivisionError):
        await desk.worker.run(divmod, 1, 0)
    assert await desk.worker.run(divmod, 7, 2) == (3, 1)


async def test_news_come_by_themselves_in_the_event_loop(desk: Desk) -> None:
    """What others changed is delivered soon, and only when there is something."""
    desk.worker.watch()
    desk.source.news = ["SR1"]
    assert await desk.delivered.get() == ["SR1"]
    job_thread = await desk.worker.run(threading.get_ident)
    assert desk.source.threads == {job_thread}
    assert desk.delivered.empty()


async def test_polling_waits_until_the_store_is_open(desk: Desk) -> None:
    """Before `watch`, the thread does nothing by itself."""
    desk.source.news = ["SR1"]
    for _ in range(20):
        await desk.worker.run(int)
    assert desk.source.threads == set()
    desk.worker.watch()
    assert await desk.delivered.get() == ["SR1"]


async def test_who_comes_to_see_what_others_change_sees_it_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """However seldom was looked for it before."""
    monkeypatch.setattr(store_thread, "CALM_SECONDS", 3600.0)
    desk = Desk()
    desk.worker.attend(closely=False)
    desk.worker.start()
    desk.worker.watch()
    desk.source.news = ["SR1"]
    desk.worker.attend(closely=True)
    assert await desk.delivered.get() == ["SR1"]
    await desk.worker.stop()


async def test_a_failing_poll_is_told_once(desk: Desk) -> None:
    """A store that is gone for a minute does not cause a thousand messages."""
    desk.source.failure = StoreBusy("busy")
    desk.worker.watch()
    assert await desk.failures.get() is desk.source.failure
    desk.source.failure = None
    desk.source.news = ["back"]
    assert await desk.delivered.get() == ["back"]
    assert desk.failures.empty()
    assert desk.faults.empty()


async def test_a_fault_of_the_program_is_no_failing_poll(desk: Desk) -> None:
    """It is told as what it is, and nothing is looked for any more; jobs go on."""
    desk.source.failure = ZeroDivisionError()
    desk.worker.watch()
    assert await desk.faults.get() is desk.source.failure
    assert desk.failures.empty()
    desk.source.failure = None
    desk.source.news = ["SR1"]
    assert await desk.worker.run(int) == 0
    assert desk.delivered.empty()


async def test_news_come_while_jobs_never_end(desk: Desk) -> None:
    """A session that writes without pause follows the others all the same."""
    desk.worker.watch()
    desk.source.news = ["SR1"]

    async def busy() -> None:
        while desk.delivered.empty():
            await desk.worker.run(int)

    await asyncio.wait_for(asyncio.gather(*(busy() for _ in range(8))), 10)


async def test_a_job_given_up_before_its_turn_does_not_run(desk: Desk) -> None:
    """Who no longer waits for a search does not have it made."""
    free = threading.Event()
    ran: list[int] = []
    first = asyncio.ensure_future(desk.worker.run(free.wait))
    second = asyncio.ensure_future(desk.worker.run(ran.append, 1))
    await asyncio.sleep(0)
    second.cancel()
    await asyncio.gather(second, return_exceptions=True)
    free.set()
    await first
    await desk.worker.run(int)
    assert ran == []


async def test_stopping_finishes_what_was_submitted() -> None:
    """A save on its way when the program ends is made; afterwards nothing is taken on."""
    desk = Desk()
    desk.worker.start()
    last = asyncio.ensure_future(desk.worker.run(str, "saved"))
    await asyncio.sleep(0)
    await desk.worker.stop()
    assert await last == "saved"
    with pytest.raises(RuntimeError):
        await desk.worker.run(int)
