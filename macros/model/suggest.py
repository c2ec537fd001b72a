"""What a contributor most likely meant by a value or a key that was refused."""

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence

from babel import Locale
from babel.core import get_global

from .problems import shown
from .strict_yaml import Path

_COUNTRIES = {"uk": "gb", "el": "gr", "england": "gb", "america": "us"}


def suggest_value(value: str, reason: str) -> str:
    """What to write in place of a text that was refused for this reason; '' if nothing suggests itself."""
    found = next((suggest(value) for part, suggest in _SUGGESTIONS if part in reason), "")
    return f"Write {shown(found)}." if found else ""


def _country(value: str) -> str:
    code = value.strip().lower()
    if code.upper() in Locale("en").territories and len(code) == 2:
        return code
    if code in _COUNTRIES:
        return _COUNTRIES[code]
    names = {name.lower(): code.lower() for tongue in ("en", "zh") for code, name in Locale(tongue).territories.items() if len(code) == 2}
    return str(names.get(code, ""))


def _language(value: str) -> str:
    """The language of a country, or the one of that name: ``zh`` for ``cn`` or ``Chinese``."""
    likely = str(get_global("likely_subtags").get(f"und_{value.upper()}", ""))
    if likely and len(value) == 2:
        return likely.split("_")[0]
    names = {name.lower(): code for tongue in ("en", "zh") for code, name in Locale(tongue).languages.items()}
    return str(names.get(value.strip().lower(), "")).replace("_", "-")


def _web_address(value: str) -> str:
    """The address with the scheme it needs: only the plain form and a bare host are mended."""
    if value.startswith("http://"):
        return value.replace("http", "https", 1)
    return f"https://{value}" if re.match(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/|$)", value) else ""


def _mailbox(value: str) -> str:
    plain = unicodedata.normalize("NFKC", value.strip()).removeprefix("mailto:")
    return plain if re.fullmatch(r"[A-Za-z0-9._+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}", plain) else ""


def _phone(value: str) -> str:
    plain = re.sub(r"[^0-9+ -]|\(0\)", "", unicodedata.normalize("NFKC", value))
    return re.sub(r"([ -])[ -]+", r"\1", plain).strip(" -") if re.search(r"\d{2}", plain) else ""


def _host(value: str) -> str:
    match = re.match(r"(?:https?://)((?:[a-z0-9-]+\.)+[a-z]{2,})(?:/|$)", value)
    return match[1] if match else ""


def _day(value: str) -> str:
    match = re.fullmatch(r"(\d{4})[./年-](\d{1,2})[./月-](\d{1,2})日?", value.replace(" ", ""))
    return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}" if match else ""


def _account(value: str) -> str:
    match = re.fullmatch(r"https?://[^/]+/@?([A-Za-z0-9_.]+)/?", value)
    return f"@{match[1]}" if match else ""


_SUGGESTIONS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("is not a country code", _country),
    ("is not a language code", _language),
    ("begins with 'https://'", _web_address),
    ("is not an e-mail address", _mailbox),
    ("is not a phone number", _phone),
    ("is not a domain name", _host),
    ("a date is written", _day),
    ("is not a handle", _account),
    ("does not fit the pattern", _account),
)


def suggest_plain(value: str, type_: str) -> str:
    """A number or a truth value as it is written here: ``15`` for ``15 days``, ``true`` for ``yes``; '' if neither is meant."""
    if type_.startswith("int"):
        match = re.fullmatch(r"\D*(\d{1,4})\D*", value)
        return f"Write '{int(match[1])}'; the unit has a field of its own." if match else ""
    word = value.lower()
    meant = "true" if word in ("yes", "y", "on", "1", "true", "是") else "false" if word in ("no", "n", "off", "0", "false", "否") else ""
    return f"Write '{meant}'." if meant and type_.startswith("bool") else ""


def meant_keys(unknown: Sequence[Path], missing: Iterable[Path], known: Callable[[Path], list[str]]) -> Mapping[Path, Path]:
    """What each unknown key was meant to be: one that is spelt nearly so, the only one that is missing beside it, or one
    that is missing further in.
    """
    open_ = list(missing)
    meant: dict[Path, Path] = {}
    for loc in unknown:
        near = difflib.get_close_matches(str(loc[-1]), known(loc), 1)
        beside = [gap for gap in open_ if gap[:-1] == loc[:-1]]
        inside = [gap for gap in open_ if gap[-1] == loc[-1] and gap[: len(loc) - 1] == loc[:-1]]
        alone = beside if len(beside) == 1 and sum(other[:-1] == loc[:-1] for other in unknown) == 1 else []
        if found := next(iter([*inside, *((*loc[:-1], name) for name in near), *alone]), None):
            meant[loc] = found
    return meant
