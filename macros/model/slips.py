"""Slips of the hand that YAML takes for something else: each is named at the line where it stands, with what was meant.

Some make the file unreadable a line or more further down; others are valid YAML that says something nobody meant.
"""

import re
from collections.abc import Iterator

from .problems import shown

Fault = tuple[str, str]
"""What is wrong, and what to do."""

_QUOTES = "Put the whole text in quotes."
_BLANKS = {"\u00a0": "no-break space", "\u3000": "full-width space"}
_START = r"^ *(?:- +)*"  # before a key or an item on its own line
_KEY = r"[A-Za-z_][\w-]*"

_LINE = (
    (rf"{_START}([\w-]+)：", "The colon after '{0}' is a full-width one.", "Write '{0}: ', with a space after it."),
    (rf"[{{,] *({_KEY})：", "The colon after '{0}' is a full-width one.", "Write '{0}: ', with a space after it."),
    (r"^ *([\u00a0\u3000])", "A {blank} stands in the indentation.", "Indent with ordinary spaces."),
    (rf"{_KEY}:([\u00a0\u3000])", "A {blank} stands after the colon.", "Put an ordinary space there."),
    (rf"^ *-({_KEY}: .*|[^\s-].*)", "The '-' has no space after it.", "Write '- {0}'."),
    (r"^ *([–—−•·])", "'{0}' begins no item of a list.", "Begin it with '- '."),
    (rf"{_START}({_KEY}):([^\s:/].*)", "The colon after '{0}' has no space after it.", "Write '{0}: {1}'."),
    (rf"{_START}{_KEY}: +([@%`])", "A text cannot begin with '{0}'.", _QUOTES),
    (r'[:{,] *"[^"]*" *[^\s"#,:}\]]', "Words stand after the closing quote.", "Put the whole text in quotes, with “ ” inside it."),
    (r"[:{,] *'(?:[^']|'')*' *[^\s'#,:}\]]", "Words stand after the closing quote.", "Put the whole text in double quotes."),
    (rf"，\s*{_KEY} *[:：]", "A Chinese comma parts the two.", "Write ', ' in its place."),
    (rf"{_START}({_KEY}): +[^\s\"'\[{{|>#][^#]*: ", "The text after '{0}:' holds another ': '.", _QUOTES),
    (rf"[{{,] *({_KEY}): +[^\s\"'\[{{][^,}}]*: ", "The text after '{0}:' holds another ': '.", _QUOTES),
)
_LINE_SLIPS = tuple((re.compile(form), fault, fix) for form, fault, fix in _LINE)
_REACH = 3
"""How many lines above the one at which YAML gives up the slip may stand."""


def find_slip(text: str, stopped: int, opened: int) -> tuple[int, Fault] | None:
    """The slip behind a file that is no YAML, with its line: ``stopped`` is where the reader gave up, ``opened`` where
    the quote or bracket began that it was in, or 0. None if nothing known stands there.
    """
    lines = text.split("\n")
    for number in (opened, *range(stopped, stopped - _REACH, -1)):
        if 0 < number <= len(lines) and (fault := line_slip(lines[number - 1])):
            return number, fault
    return next(iter((*_left_open(lines, stopped, opened), *_indented_oddly(lines, stopped))), None)


def line_slip(line: str) -> Fault | None:
    """What is wrong with a line of a file that is no YAML."""
    for form, fault, fix in _LINE_SLIPS:
        if match := form.search(line):
            words = [shown(word)[1:-1] for word in match.groups()]
            return fault.format(*words, blank=_BLANKS.get(match[1] if match.groups() else "", "")), fix.format(*words)
    return None


def _left_open(lines: list[str], stopped: int, opened: int) -> Iterator[tuple[int, Fault]]:
    """A quote or a bracket that is opened and not closed on its line."""
    for number in range(min(stopped, len(lines)), 0, -1):
        if lines[number - 1].count('"') % 2:
            yield number, ("A quote is opened here and not closed.", "Close it at the end of the text.")
            return
    line = lines[opened - 1] if 0 < opened <= len(lines) else ""
    for bracket, closing in ("[]", "{}"):
        if line.count(bracket) > line.count(closing):
            yield opened, (f"'{bracket}' is opened here and not closed.", f"Close it with '{closing}'.")


def _indented_oddly(lines: list[str], number: int) -> Iterator[tuple[int, Fault]]:
    """A line that begins at none of the places at which a line above it does."""
    line = lines[number - 1] if number <= len(lines) else ""
    indent = len(line) - len(line.lstrip(" "))
    places = _places_above(lines, number)
    if line.strip() and places and indent not in places:
        nearest = min(places, key=lambda place: (abs(place - indent), -place))
        spaces = "space" if indent == 1 else "spaces"
        yield (
            number,
            (
                f"The line is indented by {indent} {spaces}, like none above it.",
                f"Indent it by {nearest} spaces, like the line it belongs beside.",
            ),
        )


def _places_above(lines: list[str], number: int) -> set[int]:
    """Where the lines begin that a line may stand beside: each above it that is less indented than all between."""
    places: set[int] = set()
    least = max(map(len, lines)) + 1
    for line in reversed(lines[: number - 1]):
        item = re.match(r"( *)((?:- +)*)[^\s#]", line)
        if item and len(item[1]) < least:
            least = len(item[1])
            places |= {least, len(item[0]) - 1}
    return places


def pair_slip(key: str) -> Fault:
    """What is wrong with a word in braces that no colon follows: its colon is another sign, or a comma cut it off."""
    if match := re.match(rf"({_KEY}):\S", key):
        return line_slip(key) or (f"The colon after '{match[1]}' has no space after it.", f"Write '{match[1]}: '.")
    return line_slip(key) or (f"The comma before {shown(key)} ends the text before it.", "Put the whole text in quotes, the comma with it.")


_ITEM = re.compile(rf" *(?:-[^\s\d-]|[–—−•·] |{_KEY}：)")
"""How a line of a text begins that was meant to be an item, or a key."""


def text_slips(lines: list[str], first: int, last: int) -> Iterator[tuple[int, Fault]]:
    """The lines of a text without quotes that were meant to be something else."""
    for number, line in enumerate(lines[first - 1 : last], first):
        if _ITEM.match(line) and (fault := line_slip(line)):
            yield number, fault


def list_slip(text: str) -> Fault | None:
    """What is wrong with a text without quotes that was meant to be a list."""
    if re.fullmatch(r"[【［].*[】］]", text):
        return "These are not the brackets of a list.", f"Write [{text[1:-1]}]."
    return None


def item_slip(text: str) -> Fault | None:
    """What is wrong with an item in brackets, without quotes, that was meant to be several."""
    if comma := re.search("[，、]", text):
        return f"The Chinese comma '{comma[0]}' parts no items of a list.", "Write ', ' in its place; a text that holds it goes in quotes."
    return None
