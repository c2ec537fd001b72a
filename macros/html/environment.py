"""Where templates find words, links, icons and each other. One environment for each language, kept for good."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from jinja2 import Environment
from markupsafe import Markup

from ..engines.letter_form import ACTIONS, PRECISIONS, ZONES
from ..engines.letter_template import LetterTemplate, to_json
from ..engines.plan_form import REASONS
from ..engines.routes import STAGES, Case
from ..model.kinds import KINDS
from ..model.kinds.claims import Verification
from ..model.kinds.platforms import Product
from ..model.kinds.reference import Source
from ..model.library import Entry
from ..model.text import LANGUAGES
from ..pages.page import AnyEntry
from .codegen import DirectEnvironment
from .compiled import COMPILED
from .icons import TABLES
from .links import anchor, defang, to_root, uri
from .markdown import literal
from .plan import case_data, clock_json
from .words import name_of_country, opening, spoken, written_day

if TYPE_CHECKING:
    from .edition import Edition

TEMPLATES = Path(__file__).parent


@dataclass(frozen=True)
class Rendering:
    """What is being rendered: an edition's page, seen from its address."""

    edition: "Edition"
    path: str

    @property
    def root(self) -> str:
        """The way from the page to its language's root."""
        return to_root(self.path)


_now: ContextVar[Rendering] = ContextVar("rendering")


@contextmanager
def rendering(edition: "Edition", path: str) -> Iterator[None]:
    """While it lasts, templates speak for an edition's page at an address."""
    token = _now.set(Rendering(edition, path))
    try:
        yield
    finally:
        _now.reset(token)


class Components:
    """The parts pages are made of: ``c.facts`` is the macro of that name in ``components/facts.html``."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment

    def __getattr__(self, name: str) -> Callable[..., Markup]:
        macro: Callable[..., Markup] = getattr(self._environment.get_template(f"components/{name}.html").module, name)
        setattr(self, name, macro)
        return macro


@cache
def environment(language: str) -> Environment:
    """The environment in which a language's templates are rendered; what they print is escaped."""
    made = DirectEnvironment.of(language, TEMPLATES, COMPILED)
    other = next(tongue for tongue in LANGUAGES if tongue != language)
    made.globals |= {"c": Components(made), "language": language, "other": other, "icon": icon, "href": href, "to": to} | TABLES
    made.globals |= _FUNCTIONS
    made.globals |= {"ACTIONS": ACTIONS, "ZONES": ZONES, "PRECISIONS": PRECISIONS, "STAGES": STAGES, "PRODUCTS": get_args(Product)}
    made.globals |= {"REASONS": REASONS}
    made.filters |= _FILTERS
    made.filters |= {
        "day": partial(written_day, language),
        "country": partial(name_of_country, language),
        "opening": partial(opening, language),
    }
    made.filters |= {"spoken": lambda words, tongue=language: spoken(tongue, words)}
    return made


@cache
def known(language: str) -> dict[str, object]:
    """What every template knows, at hand for the thousands of parts that are filled by themselves."""
    return dict(environment(language).globals)


def compile_templates() -> None:
    """Compiles every template, so that processes started from here need not."""
    for language in LANGUAGES:
        for name in environment(language).list_templates(extensions=["html"]):
            environment(language).get_template(name)


def forget_templates() -> None:
    """Lets a preview read templates anew."""
    environment.cache_clear()
    known.cache_clear()


def say(key: str, **values: object) -> str:
    """A phrase in the language that is being rendered."""
    return _now.get().edition.speech.say(key, **values)


def say_in(language: str, key: str, **values: object) -> str:
    """A phrase in a language of choice."""
    return _now.get().edition.speech.say_in(language, key, **values)


def tongue(code: str) -> str:
    """The name of a language."""
    return _now.get().edition.speech.tongue(code)


def href(path: str) -> str:
    """The way from the page being rendered to another; LookupError if the site has no such page."""
    now = _now.get()
    if path not in now.edition.addresses:
        raise LookupError(f"there is no page '{path}'")
    return now.root + path


def to(entry: AnyEntry) -> str:
    """The way from the page being rendered to an entry, which :mod:`macros.pages.catalogue` has made sure of."""
    return _now.get().root + entry.address


_ICON = Markup('<svg class="icon" aria-hidden="true"><use xlink:href="{}#{}"/></svg>')


def icon(name: str) -> Markup:
    """A Material Design icon, by a reference into the sprite; old browsers know no plain 'href' in an SVG."""
    now = _now.get()
    kept, key = now.edition.kept, ("icon", now.root, name)
    if key not in kept:
        kept[key] = _ICON.format(now.root + now.edition.sprite, name)
    return kept[key]


def kind_icon(entry: AnyEntry) -> str:
    """The icon of an entry's kind."""
    return KINDS[entry.kind].icon


def kind_home(entry: AnyEntry) -> str:
    """The address of the list of an entry's kind."""
    return KINDS[entry.kind].home


def kept(name: str, *arguments: object) -> Markup:
    """A component that looks the same on every page at the same depth, made once for all of them."""
    now = _now.get()
    key = (name, now.root, *map(id, arguments))
    if key not in now.edition.kept:
        now.edition.kept[key] = getattr(environment(now.edition.language).globals["c"], name)(*arguments)
    return now.edition.kept[key]


def sources(verification: Verification) -> tuple[Entry[Source], ...]:
    """The documents that a claim rests on, the first one first."""
    return _now.get().edition.sources(verification)


def corrections_of(verification: Verification) -> dict[str, str]:
    """On the forge: the line of the data file, and a form for a mistake in it; nothing without a forge."""
    edition = _now.get().edition
    forge = edition.forge
    if not forge:
        return {}
    path, line = edition.line_of(verification)
    return {"line": forge.line(path, line), "report": forge.report(f"{path}#L{line}")}


def desk() -> str:
    """The way to what the forms of letters share."""
    now = _now.get()
    return now.root + now.edition.desk


def template_json(template: LetterTemplate) -> Markup:
    """A letter for the browser."""
    return as_json(to_json(template))


def case_json(case: Case) -> Markup:
    """A plan's case for the browser: many plans have the same one."""
    made, key = _now.get().edition.kept, ("case", id(case))
    if key not in made:
        made[key] = as_json(case_data(case))
    return made[key]


def as_json(value: object) -> Markup:
    """Plain data for the browser, as JSON inside a script element, which nothing but ``<`` could end."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c"))


_FUNCTIONS = {"say": say, "say_in": say_in, "sources": sources, "kept": kept, "corrections_of": corrections_of, "desk": desk}
_FILTERS = {
    **{
        "anchor": anchor,
        "defang": defang,
        "uri": uri,
        "kind_icon": kind_icon,
        "kind_home": kind_home,
        "tongue": tongue,
        "literal": literal,
    },
    **{"template_json": template_json, "case_json": case_json, "data_json": as_json, "clock_json": clock_json},
}
