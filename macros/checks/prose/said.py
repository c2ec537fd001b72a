"""Rules about the calls on hand-written pages: known macros with words in quotes, which name what is there."""

import difflib
from collections.abc import Iterable

from ...model.kinds import STRINGS
from ...model.library import has_page
from ...model.problems import shown
from ...model.text import HOLE
from ..context import Context, Problems
from ..entries import near_id
from .calls import MACROS, Call

Fault = tuple[str, str]


def check_prose_calls(context: Context) -> Problems:
    """A hand-written page holds text, and calls of contact, link and say with words in quotes: everything else would be a program.

    Bad: docs/en/about.md: contact("okx/chat") → contatc("okx/chat")
    Good: docs/en/about.md: contact("okx/chat") → contact('okx/mail')
    """
    for page in context.pages:
        for misuse in page.misuses:
            yield page.problem(misuse.line, misuse.message, misuse.fix)


def check_prose_entries(context: Context) -> Problems:
    """A call names a contact, an entry with a page, or a phrase whose holes it fills, and nothing else.

    Bad: docs/en/about.md: contact("okx/chat") → contact("okx/chta")
    Good: docs/en/about.md: contact("okx/chat") → say("home")
    """
    for page in context.pages:
        for call in page.calls:
            if fault := _fault_of_words(context, call):
                yield page.problem(call.line, *fault)


def _fault_of_words(context: Context, call: Call) -> Fault | None:
    wants = MACROS[call.macro]
    wanted = dict(zip(wants, call.words, strict=False)) | {name: word for name, word in call.named.items() if name in wants}
    holes = set(call.named) - set(wants)
    if len(call.words) > len(wants) or set(wanted) != set(wants) or (holes and call.macro != "say"):
        words = ", ".join(f'"{name}"' for name in wants)
        return f"The macro '{call.macro}' is called with other words than it takes.", f"Write {call.macro}({words})."
    if call.macro == "say":
        return _fault_of_phrase(context, wanted["key"], holes)
    return _fault_of_entry(context, wanted.get("kind", "contacts"), wanted["id"])


def _fault_of_entry(context: Context, kind: str, id: str) -> Fault | None:
    library = context.library
    if not has_page(kind):
        return f"The kind {shown(kind)} has no pages to lead to.", _did_you_mean(kind, filter(has_page, library.entries))
    if library.has(kind, id) or library.is_broken(kind, id):
        return None
    near = near_id(library, kind, id, id.partition("/")[0])
    return f"There is no entry {shown(id)} among '{kind}'.", f"Did you mean '{near}'?" if near else f"Name an entry of '{kind}'."


def _fault_of_phrase(context: Context, key: str, given: set[str]) -> Fault | None:
    strings = context.library.shelf(STRINGS)
    if key not in strings:
        broken = context.library.is_broken("strings", key)
        return None if broken else (f"There is no phrase {shown(key)}.", _did_you_mean(key, strings))
    if unfilled := sorted(set(HOLE.findall(strings[key].value.zh)) - given):
        values = ", ".join(f'{name}="…"' for name in unfilled)
        holes = ", ".join(f"{{{name}}}" for name in unfilled)
        return f"Nothing fills the hole {holes} of the phrase.", f'Write say("{key}", {values}).'
    return None


def _did_you_mean(word: str, known: Iterable[str]) -> str:
    names = list(known)
    near = difflib.get_close_matches(word, names, 1)
    return f"Did you mean '{near[0]}'?" if near else "Name one that is there."
