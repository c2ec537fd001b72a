"""The real library with every word of it replaced by the worst that the checks let through."""

import re
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import yaml
from pydantic import BaseModel

from macros.model.kinds import KINDS
from macros.model.kinds.claims import Contact
from macros.model.strict_yaml import parse
from macros.model.text import HOLE, LANGUAGES, HoledText, Text, faults
from tests.site.checkout import PUBLISHED, Checkout, Site, built_once, copied

CANDIDATES = (
    "# not a heading",
    "above\n# not a heading either\n## nor this",
    "above\n\n- not a list\n\n1. nor this\n\n* * *",
    "- not a list",
    "1. not a list",
    "!!! note not a box",
    "| not | a table |\n| --- | --- |\n| not | a row |",
    "    not code",
    "~~~\nnot code either\n~~~",
    "~~~",
    "[not]: /a-reference",
    "[a-link]: /a-reference 'title'",
    "[not][a-link] and ![not][an-image] and [^note]",
    "---\nnot: front matter\n---",
    "*not emphasis* _nor this_ ~~nor this~~ ==nor this== ^^nor this^^ ++ctrl+alt++ $not$ \\(math\\)",
    ":material-alert: :smile: *[HTML]: no abbreviation",
    "javascript:alert(1) data:text/html,alert(1) vbscript:alert(1) onerror=alert(1)",
    '" onmouseover=alert(1) autofocus tabindex=1 style=color:red x="',
    "' onfocus='alert(1)' x='",
    "-- !-- -- [if IE] ]] %3Cscript%3E \\x3cscript\\x3e \\u003cscript \\74",
    "[[# not a comment #]] [[# nor this",
    "&lt not a tag &copy=1 &#60 &amp &quot &#x3c %26lt%3B",
    "name:::: @handle #tag $HOME $(reboot) %s %(x)s %d \\ \\\\ \\n ; , | & ^",
    "العربية עברית 𝕏 ﷽ 🧨🇨🇳 e\u0301\u0301\u0301 ＜script＞ “‘«",
    "0x" + "8f3a9c1e" * 8,
    "欧易" * 28,
)
BEGINNINGS = tuple(text for text in CANDIDATES if not any(faults(text)))
"""Those that the checks let through today; what they learn to refuse need not be rendered."""
ALWAYS = "\n\"'&%#;\\()*_~|$@!=+^ [x] (y) a\n\n    b"
CHINESE = "\n中"
"""What makes a text one in Chinese."""
KEPT = {"icon", "lang-code", "other-lang-code"}
"""Names of icons and of languages: words for programs, though they stand where words for readers do."""
PROSE = """# Prose

One {{ link("issues", "account-frozen") }}, one {{ say("never-1") }}.

{{ contact("okx/live-chat") }}
"""


@cache
def hostile_guide() -> Site:
    """The real guide with hostile words and a page that calls each macro, built as the real one is."""
    return built_once("hostile", hostile, **PUBLISHED)


def hostile_checkout() -> Checkout:
    """Where the hostile library stands."""
    return Checkout(hostile_guide().folder.parent)


def hostile(root: Path) -> Checkout:
    checkout = copied(root)
    (checkout.root / "data/allowed.txt").unlink()  # nobody vouches for such addresses
    poison(checkout)
    for language in LANGUAGES:
        checkout.write(f"docs/{language}/prose.md", PROSE)
    return checkout


def poison(checkout: Checkout) -> None:
    """Rewrites the library: ids, references, dates, addresses and chosen words stay, all free text goes."""
    numbers: dict[object, int] = {}  # one for each text, shared by its two languages: figures must agree
    for path in sorted((checkout.root / "data").rglob("*.yaml")):
        kind = KINDS[path.parent.name if path.parent.name in KINDS else path.stem]
        entry: Any = shortened(parse(path.name, path.read_bytes()).value)
        for holder, key in (place for value in ([entry] if kind.folder else entry.values()) for place in texts(value, kind.model)):
            number = numbers.setdefault((path, id(holder), "" if key in LANGUAGES else key), len(numbers))
            holder[key] = nasty(number, str(key), holder[key])
        path.write_text(
            yaml.dump(entry, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10**6, default_style='"'), encoding="utf-8"
        )
    assert len(numbers) > 2500, len(numbers)


def shortened(value: Any) -> Any:
    """An entry with three search words of each language at most: nasty ones are long, and a file may hold only so much."""
    if isinstance(value, dict):
        return {key: item[:3] if key in LANGUAGES and isinstance(item, list) else shortened(item) for key, item in value.items()}
    return [shortened(item) for item in value] if isinstance(value, list) else value


def nasty(number: int, language: str, old: str) -> str:
    """A hostile text unlike any other, with the holes of the old one in their order; what is taken for a mailbox, a number or an account stays so."""
    if re.fullmatch(r"[+\d\s().-]+", old):
        return old
    mailbox = " [at]" if "[at]" in old else ""
    holes = "".join(f" {match[0]}" for match in HOLE.finditer(old))
    beginning = BEGINNINGS[number % len(BEGINNINGS)]
    if language != "zh" and any("\u3400" <= sign <= "\u9fff" for sign in beginning):
        beginning = "OKX" * 28  # each language's texts are in that language
    account = "@" if old.startswith("@") else ""
    return f"{account}{beginning}{ALWAYS}{holes}{mailbox} no{number}{language}{CHINESE if language == 'zh' else ''}".lstrip()


def texts(value: Any, annotation: Any) -> list[tuple[Any, Any]]:
    """Where free text stands in a raw entry: (mapping or list, key or position)."""
    places = []
    model, _ = _unwrapped(annotation)
    for key, item in value.items() if isinstance(value, dict) else enumerate(value):
        inner = _annotation_of(model, key)
        if not isinstance(item, str):
            places += texts(item, inner) if key not in KEPT else []
        elif key not in KEPT and (_is_free_text(inner) or (model is Contact and key == "value" and value["kind"] in ("post", "app"))):
            places.append((value, key))
    return places


def _annotation_of(model: Any, key: Any) -> Any:
    """What the model says about the item at a key or position."""
    if isinstance(model, type) and issubclass(model, BaseModel):
        field = next(f for name, f in model.model_fields.items() if key in (name, f.alias))
        return Annotated[field.annotation, *field.metadata, None]
    return get_args(model)[1 if get_origin(model) is dict else 0]


def _unwrapped(annotation: Any) -> tuple[Any, list[Any]]:
    """A type without its ``Annotated`` and ``| None``, and what was noted about it."""
    notes: list[Any] = []
    while get_origin(annotation) in (Annotated, Union, UnionType):
        inner = get_args(annotation)
        if get_origin(annotation) is Annotated:
            notes += inner[1:]
            annotation = inner[0]
        else:
            annotation = next(a for a in inner if a is not NoneType)
    return annotation, notes


def _is_free_text(annotation: Any) -> bool:
    plain, holed = Text.model_fields["zh"].metadata[0], HoledText.model_fields["zh"].metadata[0]
    return any(note in (plain, holed) for note in _unwrapped(annotation)[1])
