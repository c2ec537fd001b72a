"""A small guide with one of each thing that only a finished build shows."""

from functools import cache
from pathlib import Path

from tests.site.checkout import SMALL, Checkout, Site, built_once, planted

EVERYTHING = """# Title {#top}

**Bold**, *light*, `code`, [ours](about.md#what), [anchor](#list), <https://law.example/act>, [mail](mailto:help@okx.com).

## List {#list}

3. three
4. four

> quoted\\
> {{ say("home") }} {{ link("issues", "login") }}

{{ contact("okx/chat") }}

| a | b |
| :-- | --: |
| 1 | 2 |

- - -

    code & code

### Ohne Anker
"""
"""All that Markdown makes and a page may hold."""
RETIRED = """
old-login:
  kind: issues
  reason: {zh: 并入了另一页。, en: It went into another page.}
  replacement: issues/login
old-place:
  kind: places
  reason: {zh: 没有了。, en: It is gone.}
"""
PAGES = {
    "everything": ("# 标题\n", EVERYTHING),
    "described": (
        "---\ndescription: 一句话，再一句。\n---\n# 标题\n",
        '---\ndescription: "Now: one \\"thing\\"."\n---\n\n# Title\n',
    ),
}
LEFT_BEHIND = (".about.md.swp", ".DS_Store", ".drafts/x.md")
LOCKS = ("docs/zh/.#about.md", "data/issues/.#fees.yaml")
"""What editors leave beside the files they edit."""
FINE = "text: {zh: 可以处罚。, en: It can fine.}\n        verification: {level: official, source: law-act"


@cache
def small_guide() -> Site:
    """Built for no forge, once however many tests ask for it."""
    return built_once("small", varied, **SMALL)


def varied(root: Path) -> Checkout:
    checkout = planted(root)
    for name, texts in PAGES.items():
        for language, text in zip(("zh", "en"), texts, strict=True):
            checkout.write(f"docs/{language}/{name}.md", text)
    for name in LEFT_BEHIND:
        checkout.write(f"docs/zh/{name}", "# T\n<script>alert(1)</script>\n")
    for lock in LOCKS:
        (root / lock).symlink_to("somebody@host.1234")
    checkout.write("data/retired.yaml", RETIRED.lstrip())
    checkout.replace("data/places/mt.yaml", FINE, FINE + ", checked: {on: 2026-11-30, by: heron}")
    return checkout
