"""Which names a reader could take for another one at a glance."""

import re
import unicodedata

import idna

from ..model.hosts import is_under

_ALIKE = [("rn", "m"), ("vv", "w"), ("0", "o"), ("1", "l"), ("i", "l"), ("5", "s")]
_TWINS = str.maketrans("авеіјкмнорсѕтухһԁԛԝαεικνορτυχøðđħıłŧɑɡ", "abeijkmhopcstyxhdqwaeikvoptuxoddhiltag")
_WORDS = "app|care|chat|desk|help|login|official|pay|safe|secure|security|service|services|signin|support|verify|wallet"
"""What a thief puts before or after a name: okxhelp, supportokx."""
_SHARED = {"ac", "co", "com", "edu", "gov", "net", "org"}


def looks_like(host: str, known: str) -> bool:
    """Whether a host could be taken for a known one at a glance: same skeleton, one letter off, or the name in a label."""
    if is_under(host, known):
        return False
    host = _as_seen(host)
    name, brand = _skeleton(host), _skeleton(known)
    if name == brand or (len(brand) > 6 and _distance_is_one(name, brand)):
        return True
    return brand.replace(".", "") in name.replace(".", "") or _label_in(host, known)


def _as_seen(host: str) -> str:
    """The host as a reader sees it: ``xn--`` labels decoded, accents dropped, Cyrillic and Greek letters as their Latin twins."""
    if "xn--" not in host:
        return host
    try:
        host = idna.decode(host)
    except idna.IDNAError:
        return host
    return "".join(c for c in unicodedata.normalize("NFKD", host.translate(_TWINS)) if not unicodedata.combining(c))


def _label_in(host: str, known: str) -> bool:
    """Whether a label is the known one's name, alone or with a word of a help desk, or that name with two letters exchanged."""
    name = _skeleton_of_parts(brand_of(known))
    words = _skeleton_of_parts(_WORDS)
    with_words = re.compile(rf"(?:{words})*{re.escape(name)}(?:{words})*")
    labels = re.split(r"[.-]", _skeleton_of_parts(host))
    return any(with_words.fullmatch(label) or (len(name) > 2 and _is_transposed(label, name)) for label in labels)


def brand_of(domain: str) -> str:
    """The label a company chose: ``okx`` of okx.com as of www.okx.com.au."""
    labels = domain.split(".")[:-1]
    return labels[-2] if len(labels) > 1 and labels[-1] in _SHARED else labels[-1]


def _skeleton_of_parts(text: str) -> str:
    for sign, alike in _ALIKE:
        text = text.replace(sign, alike)
    return text


def _skeleton(host: str) -> str:
    return _skeleton_of_parts(host).replace("-", "")


def _is_transposed(a: str, b: str) -> bool:
    """Whether two neighbours changed places: ``oxk`` for ``okx``."""
    apart = [i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y]
    return len(a) == len(b) and len(apart) == 2 and apart[1] == apart[0] + 1 and a[apart[0]] == b[apart[1]] and a[apart[1]] == b[apart[0]]


def _distance_is_one(a: str, b: str) -> bool:
    if abs(len(a) - len(b)) > 1:
        return False
    short, long = sorted((a, b), key=len)
    start = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    if len(a) == len(b):
        return short[start + 1 :] == long[start + 1 :]
    return short[start:] == long[start + 1 :]
