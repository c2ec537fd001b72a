"""Work in a process of its own that begins with all that this one has in memory, where the system can fork."""

import multiprocessing
import signal
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import ForkContext, SpawnContext
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

Result = TypeVar("Result")

_CAN_FORK = "fork" in multiprocessing.get_all_start_methods()
_CONTEXT: ForkContext | SpawnContext = multiprocessing.get_context("fork") if _CAN_FORK else multiprocessing.get_context("spawn")


@dataclass(frozen=True)
class Work(Generic[Result]):
    """Work under way in another process."""

    process: BaseProcess
    pipe: Connection

    @classmethod
    def begin(cls, work: Callable[..., Result], *arguments: object) -> "Work[Result]":
        """Starts a function; what it returns comes back by the pipe."""
        ours, theirs = _CONTEXT.Pipe(duplex=False)
        process = _CONTEXT.Process(target=_send, args=(work, arguments, theirs), daemon=True)
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


def _send(work: Callable[..., object], arguments: tuple[object, ...], pipe: Connection) -> None:
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, signal.SIG_DFL)  # whoever began it cleans up
    pipe.send(work(*arguments))
