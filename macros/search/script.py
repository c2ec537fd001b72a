"""Traditional and simplified script, and how Han characters sound: from OpenCC and pypinyin, cut down to what a guide needs.

Both are imported where they are first used: they read their dictionaries then, which takes a third of every command's start.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache

_HAN = range(0x3400, 0xA000)
_VARIANTS = {"帐": "账", "妳": "你", "祂": "他", "裏": "里"}
"""What a conversion of single characters leaves apart, and people write for each other."""


@cache
def simplified() -> dict[int, str]:
    """The simplified character for each code point that has another one."""
    from opencc import OpenCC

    others = OpenCC("t2s").convert("\n".join(map(chr, _HAN))).split("\n")
    table = zip(_HAN, others, strict=True)
    named = {point: _VARIANTS.get(other, other) for point, other in table if len(other) == 1 and other < "\ua000"}
    return {point: other for point, other in {**named, **{ord(a): b for a, b in _VARIANTS.items()}}.items() if chr(point) != other}


def script_for(signs: Iterable[str]) -> dict[int, str]:
    """As much of the table as leads to these characters."""
    wanted = set(signs)
    return {point: other for point, other in simplified().items() if other in wanted}


@cache
def common() -> str:
    """The 3,755 most used Han characters: the first level of GB/T 2312."""
    return bytes(byte for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF if row < 0xD7 else 0xFA) for byte in (row, cell)).decode(
        "gb2312"
    )


@lru_cache(maxsize=100_000)
def syllables(han: str) -> tuple[str, ...]:
    """How a run of Han characters sounds in its context, without tones."""
    return tuple(sound for word in _in_words()(han) for sound in _spoken(word))


@cache
def _in_words() -> Callable[[str], list[str]]:
    """What parts a run into the words that decide how its characters sound."""
    from pypinyin.core import Pinyin

    parts: Callable[[str], list[str]] = Pinyin().seg
    return parts


@lru_cache(maxsize=100_000)
def _spoken(word: str) -> tuple[str, ...]:
    from pypinyin import Style, lazy_pinyin

    return tuple(lazy_pinyin(word, style=Style.NORMAL, v_to_u=False, errors="ignore"))


def readings(signs: Iterable[str]) -> Mapping[str, tuple[str, str]]:
    """The characters by their syllables: those that are mostly read so, and those of which it is the second reading."""
    from pypinyin.constants import PINYIN_DICT
    from pypinyin.contrib.tone_convert import to_normal

    found: dict[str, tuple[str, str]] = {}
    for sign in signs:
        sounds = list(dict.fromkeys(to_normal(reading) for reading in PINYIN_DICT.get(ord(sign), "").split(",") if reading))
        for sound, (mostly, also) in zip(sounds, ((sign, ""), ("", sign)), strict=False):
            before = found.get(sound, ("", ""))
            found[sound] = (before[0] + mostly, before[1] + also)
    return dict(sorted(found.items()))
