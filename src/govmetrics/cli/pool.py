"""Work in several processes, with results in the order of the items and few of them in memory.

The standard pools either wait for ever for a process that died (multiprocessing) or cannot be stopped while a process
writes a large result (concurrent.futures). Here no thread and no lock is shared: each process has a pipe of its own.
"""

from __future__ import annotations

import signal
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")

# Results that wait for an earlier item stay in memory, so each process may be so many items ahead of it.
AHEAD = 3
# So many items are on their way to a process, so that it need not wait for the next.
_QUEUED = 2
# Windows waits for no more handles than that.
_MOST = 61


class Pool(Generic[Item, Outcome]):
    """Processes that work on items.

    Args:
        work: what is done to each item; it travels to the processes.
        lost: what takes the place of the result of an item whose process dies twice.
        context: how processes are started; the platform's way when None.
    """

    def __init__(self, work: Callable[[Item], Outcome], lost: Callable[[Item], Outcome], context: BaseContext | None = None) -> None:
        if context is None:
            import multiprocessing

            context = multiprocessing.get_context()
        self._context = context
        self._work = work
        self._lost = lost
        self._workers: list[_Worker] = []
        self._done: dict[int, Outcome] = {}
        self._suspects: set[int] = set()

    def ordered(self, items: Sequence[Item], jobs: int) -> Generator[Outcome]:
        """The results of `items`, in their order, by at most `jobs` processes, which end with the iteration.

        Raises:
            Exception: whatever `work` raised in a process, with its traceback as a note.
        """
        try:
            for _ in range(min(jobs, len(items), _MOST)):
                self._workers.append(self._start())
            sent = 0
            for wanted in range(len(items)):
                while wanted not in self._done:
                    sent = self._send(items, sent, wanted + AHEAD * len(self._workers))
                    self._receive(items)
                yield self._done.pop(wanted)
        finally:
            for worker in self._workers:
                worker.process.terminate()
                worker.process.join()
                worker.connection.close()

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        # A forked process inherits this end of every pipe, and would keep it open when this process dies.
        forked = self._context.get_start_method() == "fork"
        inherited = [*(worker.connection for worker in self._workers), ours] if forked else []
        arguments = (theirs, self._work, inherited)
        process = self._context.Process(target=_serve, args=arguments, daemon=True)  # type: ignore[attr-defined]
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _send(self, items: Sequence[Item], sent: int, limit: int) -> int:
        """Give items to the processes that hold the fewest; the number of items that are given out."""
        while sent < min(limit, len(items)):
            worker = min(self._workers, key=lambda one: len(one.held))
            if len(worker.held) >= _QUEUED:
                break
            worker.give(sent, items[sent])
            sent += 1
        return sent

    def _receive(self, items: Sequence[Item]) -> None:
        """Wait until some processes have answered or died, and take what they have."""
        from multiprocessing.connection import wait

        ready = wait([worker.connection for worker in self._workers])
        for place, worker in enumerate(self._workers):
            if worker.connection in ready:
                try:
                    outcome, error = worker.connection.recv()
                except (EOFError, OSError):
                    self._workers[place] = self._replace(worker, items)
                    continue
                if error is not None:
                    raise error
                self._done[worker.held.popleft()] = outcome

    def _replace(self, dead: _Worker, items: Sequence[Item]) -> _Worker:
        """A process in the place of one that died; what that one worked on is tried once more, and then given up."""
        dead.connection.close()
        dead.process.join()
        worker = self._start()
        if dead.held and dead.held[0] in self._suspects:
            given_up = dead.held.popleft()
            self._done[given_up] = self._lost(items[given_up])
        self._suspects.update(list(dead.held)[:1])
        for index in dead.held:
            worker.give(index, items[index])
        return worker


class _Worker:
    """A process, its pipe, and the numbers of the items that it was given and has not answered."""

    def __init__(self, process: BaseProcess, connection: Connection) -> None:
        self.process = process
        self.connection = connection
        self.held: deque[int] = deque()

    def give(self, index: int, item: object) -> None:
        self.held.append(index)
        # That it has died shows when its answer is waited for.
        with suppress(OSError):
            self.connection.send(item)


def _serve(connection: Connection, work: Callable[[Item], Outcome], inherited: Sequence[Connection]) -> None:
    """The life of a worker. Ctrl-C reaches it too, but the main process decides."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in inherited:
        other.close()
    # When the main process dies, its end of the pipe closes.
    with suppress(EOFError, OSError):
        while True:
            connection.send(_answer(work, connection.recv()))


def _answer(work: Callable[[Item], Outcome], item: Item) -> tuple[Outcome | None, Exception | None]:
    try:
        return work(item), None
    except Exception as error:  # noqa: BLE001  # a bug is raised again where it is seen
        import traceback

        error.add_note(f"in another process:\n{traceback.format_exc()}")
        return None, error
