"""What several pages hold: made once, so that its digest and its HTML are worked out once, too."""

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

T = TypeVar("T")


class Shared:
    """Values by what they are made from."""

    def __init__(self) -> None:
        self._made: dict[tuple[Hashable, ...], object] = {}

    def once(self, key: tuple[Hashable, ...], make: Callable[[], T]) -> T:
        """The value for a key, which begins with a name of its own and tells all that the value depends on; ``make`` makes the first."""
        if key not in self._made:
            self._made[key] = make()
        return cast(T, self._made[key])  # whoever uses a name makes the same type under it


def identities(values: tuple[object, ...]) -> tuple[int, ...]:
    """A key for values that live as long as the library: which objects they are."""
    return tuple(map(id, values))
