"""The sitemap of both languages, and where to find it."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from ..model.text import ROOTS

_CODES = {"zh": "zh-Hans", "en": "en"}


def sitemap(addresses: Iterable[str], url: str) -> str:
    """Both languages' addresses of every page, each naming the other; ``url`` is where the site stands, with a slash at the end."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines.append('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">')
    in_order = sorted(addresses)
    for root in ROOTS.values():
        for address in in_order:
            lines += _entry(root, address, url)
    return "\n".join([*lines, "</urlset>", ""])


def _entry(root: str, address: str, url: str) -> Iterator[str]:
    yield f"<url><loc>{escape(url + root + address)}</loc>"
    for language, other in ROOTS.items():
        yield f'<xhtml:link rel="alternate" hreflang="{_CODES[language]}" href={quoteattr(url + other + address)}/>'
    yield f'<xhtml:link rel="alternate" hreflang="x-default" href={quoteattr(url + address)}/></url>'


def robots(url: str) -> str:
    """Everybody may read everything."""
    return f"User-agent: *\nAllow: /\nSitemap: {url}sitemap.xml\n"
