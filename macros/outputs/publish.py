"""What stands over both languages: content security policy, sitemap with hreflang, robots.txt, clean-up."""

import base64
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from ..paths import ROOTS

_CODES = {"zh": "zh-Hans", "en": "en"}


def publish(site: Path, url: str) -> None:
    """Finishes a built folder in place; ``url`` is where it will stand, with a slash at the end."""
    _drop_leftovers(site)
    ours = inline_scripts((site / "404.html").read_text(encoding="utf-8"))
    for file in site.rglob("*.html"):
        file.write_text(with_policy(file.read_text(encoding="utf-8"), ours), encoding="utf-8")
    (site / "sitemap.xml").write_text(sitemap(_addresses(site), url), encoding="utf-8")
    (site / "robots.txt").write_text(f"User-agent: *\nAllow: /\nSitemap: {url}sitemap.xml\n", encoding="utf-8")


_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_WAY_TO_ROOT = re.compile(r'(?<=new URL\(")[./]*(?=")|(?<=new URL\(")/[\w./-]*(?=")')
_POLICY = (
    "default-src 'none'; script-src 'self'{hashes}; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
)


def inline_scripts(page: str) -> frozenset[str]:
    """The inline scripts of a page, without the way to the root that differs from page to page."""
    return frozenset(_WAY_TO_ROOT.sub("", script) for script in _INLINE_SCRIPT.findall(page))


def with_policy(page: str, ours: frozenset[str]) -> str:
    """The page with a policy that lets in our own files and the theme's inline scripts, and nothing else.

    ``ours`` are the scripts of a page that holds nothing contributed; any other script is left out of the policy.
    Content Security Policy Level 3: an inline script is allowed by the SHA-256 of its text.
    """
    scripts = [script for script in _INLINE_SCRIPT.findall(page) if _WAY_TO_ROOT.sub("", script) in ours]
    digests = (hashlib.sha256(script.encode()).digest() for script in scripts)
    hashes = "".join(f" 'sha256-{base64.b64encode(digest).decode()}'" for digest in dict.fromkeys(digests))
    meta = f'<meta http-equiv="Content-Security-Policy" content="{_POLICY.format(hashes=hashes)}">'
    return page.replace('<meta charset="utf-8">', f'<meta charset="utf-8">{meta}', 1)


def sitemap(addresses: list[str], url: str) -> str:
    """Both languages' addresses of every page, each naming the other."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines.append('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">')
    for root in ROOTS.values():
        for address in addresses:
            lines += _sitemap_entry(root, address, url)
    return "\n".join([*lines, "</urlset>", ""])


def _sitemap_entry(root: str, address: str, url: str) -> Iterator[str]:
    yield f"<url><loc>{escape(url + root + address)}</loc>"
    for language, other in ROOTS.items():
        yield f'<xhtml:link rel="alternate" hreflang="{_CODES[language]}" href={quoteattr(url + other + address)}/>'
    yield f'<xhtml:link rel="alternate" hreflang="x-default" href={quoteattr(url + address)}/></url>'


def _addresses(site: Path) -> list[str]:
    english = site / "en"
    files = sorted(file.parent.relative_to(english) for file in english.rglob("index.html"))
    return [f"{file.as_posix()}/".removeprefix("./") for file in files]


def _drop_leftovers(site: Path) -> None:
    """Per-language sitemaps, source maps and the second 404 page, which no host would serve."""
    for pattern in ("sitemap.xml*", "en/sitemap.xml*", "en/404.html", "**/*.map"):
        for file in site.glob(pattern):
            file.unlink()
