"""What a contributor most likely meant by a value or a key that was refused."""

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence

from babel import Locale
from babel.core import get_global

from .lines import Path
from .problems import shown

_COUNTRIES = {"uk": "gb", "el": "gr", "england": "gb", "america": "us"}


def suggest_value(value: object, reason: str) -> str:
    """What to do about a value that was refused for this reason; '' if nothing suggests itself."""
    if isinstance(value, str):
        found = next((suggest(value) for part, suggest in _SUGGESTIONS if part in reason), "")
        if found and found != value:
            return f"Write {shown(found)}."
    return next((fix for part, fix in _FIXES if part in reason), "")


_FIXES = (
    ("a date is written", "Write it as YYYY-MM-DD, or leave it out."),
    ("needs a source", "Add 'source:' with the id of an entry of sources.yaml."),
    ("needs a 'reason'", "Add 'reason:' with a text that warns the reader."),
    ("either 'url' or 'no_url'", "Keep one of the two, or add one."),
    ("belongs in a contact", "Take it out of the sentence; the contact stands in an entry of its own."),
    ("belongs in a field of its own", "Take it out of the sentence, or name the domain alone."),
    ("is not used in texts", "Write it in plain words."),
    ("holes belong to", "Write a hole as the id of a field in braces, and only in a letter."),
    ("the text is empty", "Write it, or delete the key."),
    ("invisible character", "Delete it, or type the text anew."),
)


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
    plain = re.sub(r"\(0\)|[^0-9+ -]", "", unicodedata.normalize("NFKC", value))
    return re.sub(r"([ -])[ -]+", r"\1", plain).strip(" -") if re.search(r"\d{2}", plain) else ""


def _host(value: str) -> str:
    match = re.match(r"(?:https?://)((?:[a-z0-9-]+\.)+[a-z]{2,})(?:/|$)", value)
    return match[1] if match else ""


def _plain_form(value: str) -> str:
    """The address with its domain in small letters, if that is all that is wrong with it."""
    match = re.match(r"(https://|[^@/]+@|)([A-Za-z0-9.-]+)(?=/|$)", value)
    return match[1] + match[2].lower() + value[match.end() :] if match else ""


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
    ("in its plain form", _plain_form),
    ("is not a handle", _account),
    ("does not fit the pattern", _account),
)


def suggest_plain(value: object, type_: str) -> str:
    """What to write for a value of another type: ``15`` for ``15 days``, ``true`` for ``yes``; '' if nothing suggests itself."""
    if isinstance(value, list):
        return "Write one text, without brackets." if type_ == "string_type" else ""
    if not isinstance(value, str):
        return ""
    if type_.startswith("int"):
        match = re.fullmatch(r"(\d{1,4}) ?[^\W\d].*", value)
        return f"Write '{int(match[1])}'; the unit has a field of its own." if match else "Write it in digits." if value.isalpha() else ""
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
