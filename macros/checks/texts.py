"""Rules about texts: both languages say the same, each in its own language, and Chinese is set as it should be."""

import re
from collections.abc import Iterator

from ..model.kinds.claims import Claim, Clock, ReplyTime
from ..model.kinds.letters import LetterField
from ..model.kinds.troubles import Step
from ..model.known import PHRASES_IN_THE_OTHER_LANGUAGE
from ..model.library import Entry
from ..model.lines import Path
from ..model.text import HOLE, LANGUAGES, HoledText, Model, Text, Words
from .context import Context, Problems
from .figures import disagreements
from .wording import chinese_faults


def check_holes(context: Context) -> Problems:
    """Both languages of a text have the same holes.

    Bad: data/letters/complaint.yaml: en: "Details: {details}" → en: "Details: {uid}"
    Good: data/letters/complaint.yaml: en: "Details: {details}" → en: "What happened: {details}"
    """
    for entry, where, value in context.texts:
        if isinstance(value, HoledText):
            zh, en = set(HOLE.findall(value.zh)), set(HOLE.findall(value.en))
            if zh != en:
                only = ", ".join("{" + name + "}" for name in sorted(zh ^ en))
                yield entry.problem((*where, "en"), f"The two languages differ in their holes: {only}.", "Use the same holes in both.")


def check_chinese_wording(context: Context) -> Problems:
    """Chinese has a space beside Latin letters and digits, full-width punctuation, and sentences of 60 signs at most.

    Bad: data/issues/login.yaml: zh: 记下报错。 → zh: 记下APP的报错。
    Good: data/issues/login.yaml: zh: 记下报错。 → zh: 记下 App 的报错。
    """
    for entry, where, value in context.texts:
        for fault, fix in chinese_faults(HOLE.sub("X", value.zh)):
            yield entry.problem((*where, "zh"), fault, fix)


_HAN = re.compile("[\u3400-\u9fff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_SENTENCE = re.compile(r"\b[a-z]{2,}\b.*\s|\s.*\b[a-z]{2,}\b|[a-z]{2,}[.!?]$")


def is_chinese(text: str) -> bool:
    """Whether a text is Chinese: more Han signs than Latin letters. A Chinese name inside an English sentence is none."""
    han = len(_HAN.findall(text))
    return han > 0 and han > len(_LATIN.findall(text))


def is_english(text: str) -> bool:
    """Whether a text is an English phrase: no Han sign, and words that are no name."""
    return not _HAN.search(text) and _SENTENCE.search(HOLE.sub("X", text)) is not None


def check_languages(context: Context) -> Problems:
    """Chinese stands under 'zh' and English under 'en'. A name, a number or an example may be the same in both.

    Bad: data/issues/login.yaml: {zh: 登录不了。, en: You cannot log in.} → {zh: You cannot log in., en: 登录不了。}
    Good: data/issues/login.yaml: {zh: 登录不了。, en: You cannot log in.} → {zh: 登录不了。, en: You cannot log in (登录).}
    """
    for entry, where, value in context.texts:
        if entry.kind == "strings" and entry.id in PHRASES_IN_THE_OTHER_LANGUAGE:
            continue
        wrong = is_english(value.zh), is_chinese(value.en)
        if all(wrong):
            yield entry.problem((*where, "zh"), "The two languages are exchanged.", "Put each under its own key.")
        elif wrong[0] and not _is_example(entry, where):
            yield entry.problem((*where, "zh"), "English stands under 'zh'.", "Write it in Chinese.")
        elif wrong[1]:
            yield entry.problem((*where, "en"), "Chinese stands under 'en'.", "Write it in English.")
    for entry, where, words in context.of(Words):
        for number, word in enumerate(words.en):
            if is_chinese(word):
                yield entry.problem((*where, "en", number), f"Chinese stands under 'en': '{word}'.", "Move it to 'zh'.")


def _is_example(entry: Entry[Model], where: Path) -> bool:
    return isinstance(entry.value, LetterField) and where[-1:] == ("example",)


_CLUE = re.compile(r"TODO|FIXME|TB[CD]|XXX|orem|待|^[?？.…]")
"""Without one of these no text is unfinished: a quick look before the thorough one."""
_LATER = re.compile(
    r"\b(?:TODO|FIXME|TBD|TBC|XXX+|[Ll]orem ipsum)\b|待(?:补充?|翻译|译|填写?|写|完善|核实后补)(?:[。）】]|$)|^(?:\?{2,}|？{2,}|\.{3}|……)$"
)


def check_texts_are_finished(context: Context) -> Problems:
    """No text is left to be written later.

    Bad: data/issues/login.yaml: en: Note the error. → en: TODO
    Good: data/issues/login.yaml: en: Note the error. → en: Make a to-do list of the errors.
    """
    suspect = [(entry, where, value) for entry, where, value in context.texts if _CLUE.search(value.zh) or _CLUE.search(value.en)]
    for entry, where, key, text in ((e, w, key, value[key]) for e, w, value in suspect for key in LANGUAGES):
        if match := _LATER.search(text):
            yield entry.problem((*where, key), f"'{match[0]}' stands for a text that is still to be written.", "Write it now.")


def check_figures_agree(context: Context) -> Problems:
    """A claim, a clock, a time to reply and a step say the same figures, dates and units in both languages.

    Bad: data/scams/fake-support.yaml: than 15 days → than 15 weeks
    Good: data/scams/fake-support.yaml: than 15 days → than fifteen days
    """
    for entry, where, value in _told(context):
        for message, fix in disagreements(value):
            yield entry.problem((*where, "en"), message, fix)


_LISTS = ("steps", "do", "how")


def _told(context: Context) -> Iterator[tuple[Entry[Model], Path, Text]]:
    """The texts that a reader acts on."""
    yield from ((entry, (*where, "text"), claim.text) for entry, where, claim in context.of(Claim))
    for entry, where, value in (*context.of(Clock), *context.of(ReplyTime), *context.of(Step)):
        found = ((key, getattr(value, key, None)) for key in ("starts", "says", "do", "why"))
        yield from ((entry, (*where, key), text) for key, text in found if isinstance(text, Text))
    yield from ((entry, where, text) for entry, where, text in context.of(Text) if where[-2:-1] and where[-2] in _LISTS)
