"""How texts are written: Chinese typography, and sentences that can be read at once.

Typography follows W3C's Requirements for Chinese Text Layout §3.1.4 and §3.2.2 with one choice of ours: a space
stands between Han and Latin letters or digits, none beside full-width punctuation.
"""

import re
from collections.abc import Iterator

MAX_CHINESE_SENTENCE = 60
"""Characters; a Latin word or a number counts as one."""

_HAN = "\u3400-\u9fff"
_GLUED = re.compile(f"[{_HAN}][A-Za-z0-9]|[A-Za-z0-9][{_HAN}]")
_HALF_WIDTH = re.compile(f"[{_HAN}] ?[,;:?!]|[,;:?!] ?[{_HAN}]|[{_HAN}]\\(|\\)[{_HAN}]|[{_HAN}]\\.(?![\\w\\]])")
_LOOSE = re.compile(f"[{_HAN}] +[{_HAN}]| +[，。；：？！、）》”]|[，。；：？！、（《“] +")
_FULL_WIDTH_DIGIT = re.compile("[０-９Ａ-Ｚａ-ｚ]")
_SENTENCE_END = re.compile("[。！？\\n]")
_SIGN = re.compile(r"[A-Za-z0-9][\w.,:/%+\-]*|\S")

_RULES = (
    (_GLUED, "Han and Latin or digits touch", "Put a space between them."),
    (_HALF_WIDTH, "half-width punctuation stands beside Han", "Use ，；：？！（）。"),
    (_LOOSE, "a space too many", "Delete it."),
    (_FULL_WIDTH_DIGIT, "a full-width letter or digit", "Use the ordinary one."),
)
_ANY = re.compile("|".join(rule.pattern for rule, _, _ in _RULES))


def chinese_faults(text: str) -> Iterator[tuple[str, str]]:
    """What is wrong with a Chinese text, with the words around it, and what to do."""
    for rule, fault, fix in _RULES if _ANY.search(text) else ():
        if match := rule.search(text):
            around = text[max(0, match.start() - 6) : match.end() + 6].replace("\n", " ")
            yield f"In '{around}': {fault}.", fix
    longest = max(map(sentence_length, sentences(text)), default=0) if len(text) > MAX_CHINESE_SENTENCE else 0
    if longest > MAX_CHINESE_SENTENCE:
        yield f"A sentence has {longest} characters; {MAX_CHINESE_SENTENCE} is the limit.", "Make two sentences of it."


def sentences(text: str) -> list[str]:
    """The sentences of a Chinese text, without their full stops."""
    return [sentence for sentence in _SENTENCE_END.split(text) if sentence.strip()]


def sentence_length(sentence: str) -> int:
    """Characters of a sentence; a Latin word or a number counts as one."""
    return len(_SIGN.findall(sentence))
