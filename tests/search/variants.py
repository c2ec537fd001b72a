"""Names as readers mistype them: in the other script, with one slip, by sound, in pinyin. Which slip is drawn from the name itself."""

import random
import re
import string

from opencc import OpenCC

from macros.search.script import common, readings, syllables

_TRADITIONAL = OpenCC("s2t")
_HAN = re.compile("[\u3400-\u9fff]")
_SAME = {sound: mostly for sound, (mostly, _) in readings(common()).items()}
_SOUNDS = {sign: sound for sound, signs in _SAME.items() for sign in signs}


def traditional(name: str) -> str:
    """A Chinese name in traditional script; '' if that is the same."""
    other = str(_TRADITIONAL.convert(name))
    return other if other != name else ""


def with_a_slip(name: str) -> str:
    """One wrong character in a name of at least five Han, or one wrong, missing or exchanged letter in a long word; '' if it is too short."""
    draw = random.Random(name)
    places = [match.start() for match in _HAN.finditer(name)]
    if len(places) >= 5:
        at = draw.choice(places)
        return name[:at] + draw.choice(common()) + name[at + 1 :]
    words = list(re.finditer(r"[A-Za-z]{6,}", name))
    if places or not words:
        return ""
    word = draw.choice(words)
    return name[: word.start()] + _slip(word[0], draw) + name[word.end() :]


def _slip(word: str, draw: random.Random) -> str:
    at = draw.randrange(1, len(word) - 1)
    wrong = draw.choice(string.ascii_lowercase)
    return draw.choice(
        [word[:at] + wrong + word[at + 1 :], word[:at] + word[at + 1 :], word[:at] + word[at + 1] + word[at] + word[at + 2 :]]
    )


def by_sound(name: str) -> str:
    """A name of at least three Han with one exchanged for another of the same sound; '' if it is too short."""
    draw = random.Random(name)
    places = [match.start() for match in _HAN.finditer(name) if len(_SAME.get(_SOUNDS.get(match[0], ""), "")) > 1]
    if len(_HAN.findall(name)) < 3 or not places:
        return ""
    at = draw.choice(places)
    others = [sign for sign in _SAME[_SOUNDS[name[at]]] if sign != name[at]]
    return name[:at] + draw.choice(others) + name[at + 1 :]


def pinyin(name: str) -> str:
    """A name of Han alone, two at least, as its pinyin in one word; '' for any other."""
    return "".join(syllables(name)) if re.fullmatch("[\u3400-\u9fff]{2,}", name) else ""
