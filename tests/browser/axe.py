"""What axe finds on a page: all its rules for the whole page, those of colours once for each look."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that look at colours: they take most of the time, and the same for the thousandth card as for the first."""
_LOOKS = """(within) => {
  const named = (e) => `${e.localName}.${[...e.classList].sort().join(".")}[${e.getAttributeNames().sort()}]${e.getAttribute("style") ?? ""}`;
  const speaks = (e) => e.matches("input, select, textarea, button") ||
    [...e.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const looks = new Map([[null, ""]]);
  const alike = new Map();
  for (const e of document.querySelectorAll("*")) {
    e.removeAttribute("data-looked-at");
    const look = `${looks.get(e.parentElement)} > ${named(e)}`;
    looks.set(e, look);
    if (speaks(e) && e.checkVisibility() && e.closest(within)) alike.set(look, [...(alike.get(look) ?? []), e]);
  }
  for (const some of alike.values())
    for (const e of [...some.slice(0, 2), some.at(-1)]) e.setAttribute("data-looked-at", "");
}"""
"""Marks of all that can be read, and has the same tags, classes and attributes from the root down, the first two and the last."""


def faults(page: Page, rules: list[str] | None = None, within: str = "html") -> dict[str, list[str]]:
    """What axe finds in an element, by rule: the first places it found it at. ``rules`` names tags of rules; without it, all are asked."""
    tags = {"runOnly": {"type": "tag", "values": rules}} if rules else {}
    return _found(page, within, {**tags, "rules": {rule: {"enabled": False} for rule in COLOURS}}) | colour_faults(page, within)


def colour_faults(page: Page, within: str = "html") -> dict[str, list[str]]:
    """What the rules of colours find."""
    page.evaluate(_LOOKS, within)
    return _found(page, "[data-looked-at]", {"runOnly": COLOURS})


def _found(page: Page, within: str, options: dict[str, Any]) -> dict[str, list[str]]:
    asked = {"resultTypes": ["violations"], "preload": False, **options}  # all results weigh 2 MB a page; no rule needs styles' sources
    found = Axe().run(page, context={"include": [[within]]}, options=asked).response["violations"]
    return {fault["id"]: [node["html"][:120] for node in fault["nodes"][:3]] for fault in found}
