"""A letter's page as its reader sees it: boxes, what is missing, and the ways out."""

import re
import time
from collections.abc import Sequence
from datetime import datetime, timedelta
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from functools import cache
from typing import Any, Protocol
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo

from playwright.sync_api import Locator, Page

from macros.checks import read_and_check
from macros.engines.letter_template import LetterTemplate, letter_template
from macros.engines.letters import Reader, fill, plain
from macros.model.kinds import FIELDS, STRINGS
from macros.model.library import Library
from tests.sample import ROOT
from tests.site.checkout import built_guide

LETTERS = sorted(file.stem for file in (ROOT / "data/letters").glob("*.yaml"))
LANGUAGES = ("zh", "en")
ACTIONS = ("copy", "mail", "gmail", "outlook", "eml", "txt", "print")
ZONE = "UTC+08:00"

RECORDS = """
const click = HTMLAnchorElement.prototype.click;
const address = URL.createObjectURL;
window.links = [];
window.files = [];
window.prints = 0;
window.areFilesKept = false;
HTMLAnchorElement.prototype.click = function () {
  window.links.push(this.href);
  if (!this.href.startsWith("mailto:") && !window.areFilesKept) click.call(this);
};
URL.createObjectURL = (file) => { window.files.push(file); return address(file); };
window.print = () => { window.prints += 1; };
"""
"""Keeps mail links instead of following them, keeps files beside saving them, or instead if it is told to, and counts prints."""

_WAYS_OUT = """async () => {
  const until = async (holds) => {
    for (let waited = 0; waited < 1000; waited += 1) {
      const found = await holds();
      if (found) return found;
      await new Promise((done) => setTimeout(done, 5));
    }
    throw new Error("nothing came of it");
  };
  const press = (action) => {
    const button = document.querySelector(`[data-action=${action}]`);
    button.scrollIntoView({ block: "center" });
    const { x, y, width, height } = button.getBoundingClientRect();
    if (!button.contains(document.elementFromPoint(x + width / 2, y + height / 2))) throw new Error(`${action} is covered`);
    button.click();
  };
  const clipboard = () => navigator.clipboard.readText();
  const saved = async (action) => {
    const before = files.length;
    press(action);
    return until(() => files[before]?.text());
  };
  areFilesKept = true;
  await navigator.clipboard.writeText("");
  press("copy");
  const out = { copy: await until(clipboard), eml: await saved("eml"), txt: await saved("txt") };
  const [sent, printed] = [links.length, prints];
  press("mail");
  out.link = await until(() => links[sent]);
  out.clipboard = await clipboard();
  press("print");
  if (prints !== printed + 1) throw new Error("nothing was printed");
  areFilesKept = false;
  return out;
}"""
"""Every way out in one go, because each press of a robot's mouse takes its time."""

_WRITE = """values => {
  const { elements } = document.querySelector("letter-form form");
  for (const [name, value] of Object.entries(values)) {
    if (elements[name].type === "checkbox") elements[name].checked = value !== "";
    else elements[name].value = value;
  }
  elements[Object.keys(values)[0]].dispatchEvent(new Event("input", { bubbles: true }));
}"""

_PAPER = "[...document.body.children].filter(e => !e.matches(':has(> .md-skip)') && e.checkVisibility()).map(e => e.innerText)"
"""The link past the header is there but transparent."""

_EXAMPLES = {
    "reference": "000111222333444",
    "line": "Example words",
    "text": "First line\nSecond line",
    "records": "2026-03-05 1234.5678 XMPL",
    "events": "2026-03-05 10:20 UTC - It began\n2026-03-05 10:30 UTC - It ended",
    "moment": "2026-03-05T10:20",
    "tick": "yes",
    "country": "Exampleland",
    "date": "2026-03-05",
    "amount": "1234.5678",
    "email": "name@mail.example",
    "address": "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
    "txid": "0000111122223333444455556666777788889999aaaabbbbccccddddeeeeffff",
}
IN_UTC, IN_ZONE = "2026-03-05 02:20 UTC", f"2026-03-05 10:20 ({ZONE})"
"""What stands in a letter where 10:20 in ZONE stands in the box: to a platform, and to anybody else."""


@cache
def library() -> Library:
    """The data the site was built from."""
    return read_and_check(built_guide().folder.parent / "data")[0]


@cache
def template(letter: str) -> LetterTemplate:
    return letter_template(library(), letter)


def fields(letter: str, *kinds: str) -> list[str]:
    return [name for name, field in template(letter).fields.items() if not kinds or field.kind in kinds]


def labels(letter: str, name: str) -> list[str]:
    """What a field is called, in both languages."""
    return [template(letter).fields[name].label[language] for language in LANGUAGES]


def defaults(letter: str) -> dict[str, str]:
    """What stands in the boxes before anybody types."""
    asked = {name: library().get(FIELDS, name) for name in fields(letter)}
    chosen = {name: field.default for name, field in asked.items() if field.default}
    return chosen | {name: day_ahead(field.ahead) for name, field in asked.items() if field.ahead is not None}


def day_ahead(days: int) -> str:
    """A day counted from today, where the tab's clock is."""
    return str((datetime.now(ZoneInfo("Asia/Shanghai")) + timedelta(days=days)).date())


def examples(letter: str) -> dict[str, str]:
    """A good value for every box."""
    return {name: next(iter(field.choices), "") or _EXAMPLES[field.kind] for name, field in template(letter).fields.items()}


@cache
def of_every_kind() -> list[str]:
    """A few letters that have every kind of box and every way a paragraph can be left out."""
    kinds = {letter: {field.kind for field in template(letter).fields.values()} for letter in LETTERS}
    chosen: list[str] = ["formal-complaint"]
    while left := set().union(*kinds.values()) - set().union(*(kinds[letter] for letter in chosen)):
        chosen.append(max(LETTERS, key=lambda letter: len(kinds[letter] & left)))
    return chosen


@cache
def required(letter: str) -> list[str]:
    """The blanks without which the letter, filled with the examples, cannot go out."""
    everything = examples(letter)
    return [name for name in everything if name in fill(template(letter), everything | {name: ""}, Reader(), "en").missing]


def expected(letter: str, values: dict[str, str], language: str) -> tuple[str, str]:
    """Subject and body of a letter without open blanks, as the engine of the site's own programs writes them."""
    filled = fill(template(letter), values, Reader(), language)
    assert filled.missing == ()
    return plain(filled, str)


def in_letter(letter: str, values: dict[str, str]) -> dict[str, str]:
    of, moment = template(letter).fields, IN_ZONE if template(letter).local else IN_UTC
    return {name: moment if value and of[name].kind == "moment" else value for name, value in values.items() if name in of}


def say(id: str, language: str) -> str:
    return library().get(STRINGS, id)[language]


class Modules(Protocol):
    """Calls a function of a built module in Chromium: ``modules("secrets", "findSecret", [[text, kind], …])``."""

    def __call__(self, module: str, function: str, calls: Sequence[Sequence[Any]]) -> list[Any]: ...


class Desk:
    """One tab on one letter."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.root = address

    def open(self, letter: str, language: str, *, fresh: bool = True) -> None:
        """Goes to a letter; fresh, nothing is kept from an earlier one."""
        self.letter, self.language = letter, language
        if fresh and self.page.url.startswith(self.root):
            self.page.evaluate("sessionStorage.clear()")
        self.page.goto(f"{self.root}{'en/' if language == 'en' else ''}letters/{letter}/", wait_until="domcontentloaded")
        self.page.locator("letter-form.is-live").wait_for()

    def write(self, **values: str) -> None:
        """Puts values into boxes at once, as one input."""
        self.page.evaluate(_WRITE, {name.replace("_", "-"): value for name, value in values.items()})

    def write_all(self, **others: str) -> dict[str, str]:
        """Fills every box; what is then in the letter."""
        values = examples(self.letter) | {name.replace("_", "-"): value for name, value in others.items()}
        self.write(**values)
        return in_letter(self.letter, values)

    def choose_company(self, company: str) -> None:
        """Chooses a company and, before, its platform; "" is "not known yet"."""
        self.box("platform").select_option(company.partition("/")[0])
        self.box("entity").select_option(company)

    @property
    def conflicts(self) -> list[str]:
        """What the page says does not agree about the company."""
        return self.page.locator("[data-conflicts] li").all_inner_texts()

    def send_in(self, tongue: str) -> None:
        self.page.locator(f"[name=tongue][value={tongue}]").check()

    def box(self, name: str) -> Locator:
        return self.page.locator(f"letter-form [name='{name}']")

    def button(self, action: str) -> Locator:
        return self.page.locator(f"[data-action={action}]")

    @property
    def open_ways(self) -> list[str]:
        return list(self.page.evaluate("[...document.querySelectorAll('[data-needs-all]:enabled')].map(e => e.dataset.action)"))

    @property
    def missing(self) -> dict[str, str]:
        """The open blanks the page lists, each with the words on its button."""
        listed = "[...document.querySelectorAll('[data-missing] button')].map(e => [e.dataset.focus, e.innerText])"
        return dict(self.page.evaluate(listed))

    def fault(self, name: str) -> str:
        """What the page says against a box; "" if nothing."""
        said = self.page.locator(f"[data-box='{name}'] [data-fault]")
        return said.inner_text() if said.is_visible() else ""

    def sheet(self, tongue: str) -> Locator:
        return self.page.locator(f"[data-letter={tongue}]")

    # ── Ways out ──────────────────────────────────────────────────────────────

    def copied(self) -> str:
        self.page.evaluate("navigator.clipboard.writeText('')")
        self.button("copy").click()
        self.wait_until_said()
        return str(self.page.evaluate("navigator.clipboard.readText()"))

    def wait_until_said(self) -> None:
        """Until the page says that it has done something; a selector, because the page's policy forbids evaluating strings."""
        self.page.locator("[data-said]:not(:empty)").wait_for(state="attached")

    def mail_link(self) -> str:
        before = self.page.evaluate("window.links.length")
        self.button("mail").click()
        deadline = time.monotonic() + 5
        while self.page.evaluate("window.links.length") == before:
            assert time.monotonic() < deadline, "the button opens no mail"
        return str(self.page.evaluate("window.links.at(-1)"))

    def mailed(self) -> dict[str, str]:
        """The parts of the mail link, decoded as RFC 6068 says: a plus sign is a plus sign."""
        return read_link(self.mail_link())

    def saved(self, action: str) -> bytes:
        with self.page.expect_download() as download:
            self.button(action).click()
        return download.value.path().read_bytes()

    def eml(self) -> EmailMessage:
        return _message(self.saved("eml"))

    def printed(self) -> str:
        """What stands on the paper: the visible text of the page, in print."""
        before = self.page.evaluate("window.prints")
        self.button("print").click()
        assert self.page.evaluate("window.prints") == before + 1
        return self.on_paper()

    def on_paper(self) -> str:
        self.page.emulate_media(media="print")
        text = "\n".join(self.page.evaluate(_PAPER))
        self.page.emulate_media(media="screen")
        return text

    def ways_out(self) -> dict[str, str]:
        """The whole letter as each way out hands it over, subject first."""
        handed = self.page.evaluate(_WAYS_OUT)
        return _told(handed["eml"].encode(), handed["link"], handed["clipboard"]) | {
            "copy": handed["copy"],
            "txt": handed["txt"],
            "print": self.on_paper(),
        }

    def ways_out_by_mouse(self) -> dict[str, str]:
        """The same with every button clicked and every file saved."""
        outputs = {"copy": self.copied(), "txt": self.saved("txt").decode(), "print": self.printed()}
        return outputs | _told(self.saved("eml"), self.mail_link(), str(self.page.evaluate("navigator.clipboard.readText()")))


def _told(eml: bytes, link: str, clipboard: str) -> dict[str, str]:
    """The letter in a saved mail, and in a link with what lies on the clipboard beside it."""
    message, parts = _message(eml), read_link(link)
    return {
        "eml": f"{message['subject']}\n{message.get_content()}".replace("\r\n", "\n"),
        "mail": f"{parts.get('subject', '')}\n{parts.get('body') or clipboard}",
    }


def _message(eml: bytes) -> EmailMessage:
    return BytesParser(policy=policy.default).parsebytes(eml)


def read_link(link: str) -> dict[str, str]:
    parts = urlsplit(link)
    assert parts.scheme == "mailto"
    fields = dict(field.split("=", 1) for field in parts.query.split("&") if field)
    return {"to": unquote(parts.path)} | {name: unquote(value, errors="strict").replace("\r\n", "\n") for name, value in fields.items()}


def as_lines(text: str) -> list[str]:
    """The words of each line; a printed page has other empty lines than a file."""
    return [line for line in (re.sub(r"\s+", " ", line).strip() for line in text.splitlines()) if line]
