"""Host names and the addresses built on them, as parsed values compared by label.

Rules: RFC 1034 §3.5 (labels), RFC 5890 and UTS 46 (international names, by the ``idna`` library).
``okx。com`` is okx.com to a browser, ``notbank.example`` does not end in ``bank.example``.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote, urlsplit

import idna

_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")
_EMAIL = re.compile(r"([A-Za-z0-9._+-]{1,64})@(\S+)")


@lru_cache(maxsize=4096)  # the same few hundred hosts stand in thousands of addresses
def parse_host(text: str) -> str:
    """The host in lower-case ASCII form; ValueError unless it is a public name of two labels or more."""
    try:
        host = idna.encode(text.strip(), uts46=True).decode("ascii").lower()
    except idna.IDNAError:
        raise ValueError(f"'{text}' is not a domain name") from None
    labels = host.split(".")
    if len(labels) < 2 or len(host) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise ValueError(f"'{text}' is not a domain name")
    if re.fullmatch(r"\d+|0x[0-9a-f]*", labels[-1]):
        raise ValueError(f"'{text}' is a number, not a domain name")
    return host


def written_plainly(text: str) -> str:
    """The host, if it is written in its plain ASCII form already; ValueError with the plain form if not."""
    host = parse_host(text)
    if host != text:
        raise ValueError(f"write the domain in its plain form '{host}'")
    return host


@dataclass(frozen=True)
class PastedAddress:
    """What a browser would open for a web address as somebody pasted it.

    ``host`` is empty if that is no public host; ``before`` stands before an "@", to make the address look like another one; ``path``
    is what follows the host, from its slash on.
    """

    host: str = ""
    before: str = ""
    path: str = ""


_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_OPENED = {"http", "https"}
_OTHERS = {"about", "blob", "data", "file", "ftp", "javascript", "mailto", "sms", "tel", "vbscript", "view-source", "ws", "wss"}
"""Schemes that open no page of a host, with slashes or without."""


def read_address(text: str) -> PastedAddress:
    """What would be opened for a pasted text; of its twin, docs/overrides/assets/elements/channel-check/host.js, tests/vectors/hosts.json tells, too."""
    rest = _without_scheme(re.sub(r"[\t\n\r]", "", text.strip()))
    if rest is None:
        return PastedAddress()
    authority, path = _split(rest, re.search(r"[/\\?#]", rest))
    before, at, place = authority.rpartition("@")
    written = re.sub(r":[0-9]*$", "", place)
    try:
        host = parse_host(re.sub(r"[.。．｡]$", "", unquote(written, errors="strict")))
    except (ValueError, UnicodeDecodeError):
        host = ""
    return PastedAddress(host, before if at else "", path.replace("\\", "/"))


def _without_scheme(text: str) -> str | None:
    """The address without ``https://``, as loosely as browsers read it; None if it opens no page."""
    match = _SCHEME.match(text)
    scheme, rest = (match[1].lower(), text[match.end() :]) if match else ("", text)
    if scheme in _OTHERS:
        return None
    if scheme in _OPENED:
        return rest.lstrip("/\\")
    if scheme and re.match(r"[/\\]{2}", rest):
        return None
    return re.sub(r"^[/\\]{2,}", "", text)


def _split(text: str, match: re.Match[str] | None) -> tuple[str, str]:
    return (text[: match.start()], text[match.start() :]) if match else (text, "")


@lru_cache(maxsize=4096)  # several rules ask for the hosts of all sources
def url_host(url: str) -> str:
    """The host of an https address; ValueError for another scheme, a user name, a port or a blank."""
    if not url.isprintable() or re.search(r"[\s\\\"'<>]", url):
        raise ValueError("a web address has no spaces, quotes, backslashes or invisible characters")
    if not url.startswith("https://"):
        raise ValueError("a web address begins with 'https://'")
    parts = urlsplit(url)
    if "@" in parts.netloc or ":" in parts.netloc:
        raise ValueError("a web address has no user name and no port")
    return written_plainly(parts.netloc)


def email_host(address: str) -> str:
    """The host of an e-mail address; ValueError if it is none, or if it means another one in a ``mailto:`` link (RFC 6068: ``%40``)."""
    if not (match := _EMAIL.fullmatch(address)):
        raise ValueError(f"'{address}' is not an e-mail address")
    return written_plainly(match[2])


def is_under(host: str, domain: str) -> bool:
    """Whether a host is the domain itself or one of its subdomains, label by label."""
    return host == domain or host.endswith("." + domain)


def suffixes(host: str) -> tuple[str, ...]:
    """The host and every domain it lies under: ``a.b.example`` → a.b.example, b.example, example."""
    labels = host.split(".")
    return tuple(".".join(labels[i:]) for i in range(len(labels)))
