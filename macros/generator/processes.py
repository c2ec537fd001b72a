"""Work in a process of its own that begins with all that this one has in memory, where the system can fork."""

import gc
import multiprocessing
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import ForkContext, SpawnContext
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

Result = TypeVar("Result")

_CAN_FORK = "fork" in multiprocessing.get_all_start_methods()
_FRESH = multiprocessing.get_context("spawn")
_CONTEXT: ForkContext | SpawnContext = multiprocessing.get_context("fork") if _CAN_FORK else _FRESH


@dataclass(frozen=True)
class Work(Generic[Result]):
    """Work under way in another process."""

    process: BaseProcess
    pipe: Connection

    @classmethod
    def begin(cls, work: Callable[..., Result], *arguments: object) -> "Work[Result]":
        """Starts a function with all that is in memory; what it returns comes back by the pipe."""
        return cls._begun(_CONTEXT, work, arguments)

    @classmethod
    def begin_fresh(cls, work: Callable[..., Result], *arguments: object) -> "Work[Result]":
        """Starts a function with nothing in memory but its arguments: it takes little room beside much data, and looks for no waste."""
        return cls._begun(_FRESH, _lasting, (work, *arguments))

    @classmethod
    def _begun(cls, context: ForkContext | SpawnContext, work: Callable[..., Result], arguments: tuple[object, ...]) -> "Work[Result]":
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=_send, args=(work, arguments, theirs), daemon=True)
        process.start()
        theirs.close()
        return cls(process, ours)

    def result(self) -> Result:
        """What the function returned; EOFError if it ended without a word."""
        found: Result = self.pipe.recv()
        self.process.join()
        return found

    def end(self) -> None:
        """Stops it if it still runs."""
        self.process.terminate()
        self.process.join()


@contextmanager
def beside(work: Callable[..., Result], *arguments: object) -> Iterator[Callable[[], Result]]:
    """Has a function run while this process goes on, where the system can fork; what is given waits for its result, as :meth:`Work.result`."""
    if not _CAN_FORK:
        yield lambda: work(*arguments)
        return
    run: Work[Result] = Work.begin(work, *arguments)
    try:
        yield run.result
    finally:
        run.end()


def _lasting(work: Callable[..., Result], *arguments: object) -> Result:
    """Does work that keeps all it makes until it ends."""
    gc.disable()
    return work(*arguments)


def _send(work: Callable[..., object], arguments: tuple[object, ...], pipe: Connection) -> None:
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, signal.SIG_DFL)  # whoever began it cleans up
    pipe.send(work(*arguments))
