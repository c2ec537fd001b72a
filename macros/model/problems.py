"""A mistake in the data, told so that whoever made it can mend it."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: where it stands (path, line from 1, dotted field), what is wrong, what to do."""

    path: str
    line: int
    field: str
    message: str
    fix: str

    def __str__(self) -> str:
        return f"{visible(self.path)}:{self.line}: {self._text()}\n    fix: {visible(self.fix)}"

    def annotation(self) -> str:
        """The problem as a forge's workflow command, shown on the line in the pull request."""
        text = f"{self._text()} Fix: {visible(self.fix)}"
        return f"::error file={_property(visible(self.path))},line={self.line}::{_data(text)}"

    def _text(self) -> str:
        return visible(f"{self.field}: {self.message}" if self.field else self.message)


def visible(text: str) -> str:
    """A text on one line: what a terminal would obey or hide is escaped."""
    return "".join(c if c.isprintable() or c == "\u3000" else ascii(c)[1:-1] for c in text)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def shown(value: object, limit: int = 60) -> str:
    """A bad value as it appears in a message: quoted, on one line, control characters visible, cut."""
    text = ascii(value) if not str(value).isprintable() else f"'{value}'"
    return text if len(text) <= limit else text[: limit - 1] + "…"
