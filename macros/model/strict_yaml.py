"""YAML without surprises: every scalar is a string, every key counts once, every node has a line.

PyYAML's safe loader turns ``+441234`` into a number and ``no`` into False, and lets a repeated key win
silently. Here libyaml's event stream is read directly; what could mislead is refused.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import yaml

from .lines import Lines, Path
from .problems import Problem, shown
from .slips import Fault, find_slip, item_slip, line_slip, list_slip, pair_slip, text_slips

MAX_BYTES = 1_000_000  # three times the longest list, that of sources
MAX_DEPTH = 16

Node: TypeAlias = "str | list[Node] | dict[str, Node]"
"""What strict YAML can say."""


@dataclass(frozen=True)
class Document:
    """One YAML file as plain dicts, lists and strings, and where each of them stands."""

    value: Node
    lines: Lines


class YamlError(Exception):
    """The file cannot be read as strict YAML; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def parse(path: str, raw: bytes) -> Document:
    """Reads one file; raises YamlError at its first mistake of form."""
    text = _decode(path, raw)
    last = text.count("\n") + (not text.endswith("\n"))
    reader = _Reader(path, text, max(last, 1))
    try:
        value = reader.document()
    except yaml.YAMLError as error:
        raise YamlError(_syntax_problem(path, text, reader.last, error)) from None
    return Document(value, Lines.of(path, reader.lines))


def _decode(path: str, raw: bytes) -> str:
    if len(raw) > MAX_BYTES:
        raise _refusal(path, 1, f"The file has {len(raw):,} bytes; {MAX_BYTES:,} is the limit.", "Split it into smaller entries.")
    if raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        raise _refusal(path, 1, "The file begins with a byte-order mark.", "Save it as UTF-8 without BOM.")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise _refusal(path, line, f"The byte 0x{raw[error.start]:02x} is not UTF-8.", "Save the file as UTF-8.") from None
    if alone := re.search(r"\r(?!\n)", text):
        line = text.count("\n", 0, alone.start()) + 1
        raise _refusal(path, line, "The line ends with CR alone (old Macintosh).", "Save the file with LF line ends.")
    if not text.replace("\n", "").isprintable():
        for number, line_text in enumerate(text.split("\n"), 1):
            _check_line(path, number, line_text)
    return text


_MARKS = tuple("-–—−•·【［")
"""With what an item of a list begins, or what is taken for it."""
_COMMENT = re.compile(r"[ \t]+#")


def _check_line(path: str, number: int, line: str) -> None:
    if line.endswith("\r"):
        raise _refusal(path, number, "The line ends with CR LF (Windows).", "Save the file with LF line ends.")
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        raise _refusal(path, number, "The indentation holds a tab.", "Indent with spaces.")
    bad = None if line.isprintable() else next((c for c in line if not (c.isprintable() or c in "\t\u3000\u00a0")), None)
    if bad is not None:
        raise _refusal(path, number, f"The invisible character U+{ord(bad):04X} stands here.", "Delete it.")


def _syntax_problem(path: str, text: str, last: int, error: yaml.YAMLError) -> Problem:
    opened, stopped = (getattr(error, name, None) for name in ("context_mark", "problem_mark"))
    at = stopped or opened
    line = min(at.line + 1, last) if at else 1
    if slip := find_slip(text, line, opened.line + 1 if opened else 0):
        return Problem(path, slip[0], "", *slip[1])
    what = str(getattr(error, "problem", None) or getattr(error, "context", None) or error).strip()
    return Problem(path, line, "", f"This is not valid YAML: {what}.", "Check the indentation, quotes and colons here and just above.")


def _refusal(path: str, line: int, message: str, fix: str) -> YamlError:
    return YamlError(Problem(path, line, "", message, fix))


def _is_left_out(value: yaml.Event) -> bool:
    return isinstance(value, yaml.ScalarEvent) and not value.value and not value.style


class _Reader:
    """Builds the value from libyaml's events, so that aliases, tags and repeated keys are seen."""

    def __init__(self, path: str, text: str, last: int) -> None:
        self.path = path
        self.text = text
        self.events: Iterator[yaml.Event] = iter(yaml.CSafeLoader(text).get_event, None)
        self.last = last
        self.lines: dict[Path, int] = {}

    @cached_property
    def rows(self) -> list[str]:
        return self.text.split("\n")

    def document(self) -> Node:
        next(self.events)  # stream start
        event = next(self.events)
        if isinstance(event, yaml.StreamEndEvent):
            raise _refusal(self.path, 1, "The file is empty.", "Fill it in, or delete it.")
        event = next(self.events)
        self.lines[()] = min(_line(event), self.last)
        value = self.node(event, ())
        next(self.events)  # document end
        event = next(self.events)
        if not isinstance(event, yaml.StreamEndEvent):
            raise self.refuse(event, "A second YAML document begins here.", "Keep one document in a file; delete the '---'.")
        return value

    def node(self, event: yaml.Event, where: Path) -> Node:
        self.refuse_tricks(event)
        if len(where) > MAX_DEPTH:
            raise self.refuse(event, f"The nesting is deeper than {MAX_DEPTH} levels.", "Flatten it; see the example in CONTRIBUTING.md.")
        if isinstance(event, yaml.ScalarEvent):
            if not event.style:
                self.refuse_slips(event, where)
            return event.value
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(where, bool(event.flow_style))
        return self.mapping(where)

    def sequence(self, where: Path, in_brackets: bool) -> list[Node]:
        values: list[Node] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            if in_brackets and isinstance(event, yaml.ScalarEvent) and not event.style:
                self.refuse_fault(event, item_slip(event.value))
            path = (*where, len(values))
            self.lines[path] = min(_line(event), self.last)
            values.append(self.node(event, path))
        return values

    def mapping(self, where: Path) -> dict[str, Node]:
        values: dict[str, Node] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.key(event, where)
            if key in values:
                first = self.lines[(*where, key)]
                raise self.refuse(
                    event,
                    f"The key {shown(key)} stands here a second time; the first is on line {first}.",
                    "Keep one of the two, or rename one.",
                )
            path = (*where, key)
            self.lines[path] = _line(event)
            values[key] = self.node(self.value_of(event), path)
        return values

    def value_of(self, key: yaml.Event) -> yaml.Event:
        """The event of a key's value; a key in braces that has no colon is no key."""
        value = next(self.events)
        if (
            isinstance(key, yaml.ScalarEvent)
            and key.end_mark
            and _is_left_out(value)
            and self.text[key.end_mark.index :].lstrip()[:1] != ":"
        ):
            raise self.refuse(key, *pair_slip(key.value))
        return value

    def key(self, event: yaml.Event, where: Path) -> str:
        self.refuse_tricks(event)
        if not isinstance(event, yaml.ScalarEvent):
            raise self.refuse(event, "A key must be a plain word.", "Write 'key: value'.")
        if event.value == "<<" and event.implicit[0]:
            raise self.refuse(event, "Merge keys ('<<') are not used here.", "Write the values out.")
        if event.value != event.value.strip():
            self.refuse_fault(event, line_slip(event.value))
            raise self.refuse(event, f"The key {shown(event.value)} begins or ends with a blank.", "Delete the blank.")
        return str(event.value)

    def refuse_tricks(self, event: yaml.Event) -> None:
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor:  # an alias is nothing but an anchor's name
            raise self.refuse(event, f"YAML aliases and anchors ({shown(anchor)}) are not used here.", "Write the value out.")
        if tag:
            raise self.refuse(event, f"YAML tags ({shown(tag)}) are not used here.", "Delete the tag.")

    def refuse_slips(self, event: yaml.ScalarEvent, where: Path) -> None:
        """A text without quotes says what its writer meant: no sign begins a comment in it, no line of it an item."""
        start, end = event.start_mark, event.end_mark
        if not start or not end:  # libyaml marks them all
            return
        if where[-1:] in (("zh",), ("en",)) and _COMMENT.match(self.text, end.index):
            message = "What stands after ' #' is a comment, and would be lost."
            raise _refusal(self.path, end.line + 1, message, "Put the whole text in quotes.")
        if where and (event.value[:1] in _MARKS or start.line != end.line):
            self.refuse_fault(event, list_slip(event.value))
            for line, fault in text_slips(self.rows, start.line + 1, end.line + 1):
                raise _refusal(self.path, line, *fault)

    def refuse_fault(self, event: yaml.Event, fault: Fault | None) -> None:
        if fault:
            raise self.refuse(event, *fault)

    def refuse(self, event: yaml.Event, message: str, fix: str) -> YamlError:
        return _refusal(self.path, _line(event), message, fix)


def _line(event: yaml.Event) -> int:
    """The line an event begins on, from 1: libyaml marks them all."""
    return event.start_mark.line + 1 if event.start_mark else 1
