"""What a hand-written page may call, and the words a call gives."""

import difflib

from jinja2 import nodes

MACROS: dict[str, tuple[str, ...]] = {"contact": ("id",), "link": ("kind", "id"), "say": ("key",)}
"""What a hand-written page may call, and what each macro wants, in order."""


def fault_of_call(part: nodes.Node) -> tuple[str, str] | None:
    """What is wrong with a part of a page: it holds text, and calls of our macros with words in quotes; all else is a program."""
    if isinstance(part, nodes.TemplateData):
        return None
    if not isinstance(part, nodes.Call) or not isinstance(part.node, nodes.Name):
        return "The page holds code.", f"Call a macro with words in quotes: {', '.join(MACROS)}."
    if part.node.name not in MACROS:
        near = difflib.get_close_matches(part.node.name, MACROS, 1)
        fix = f"Did you mean '{near[0]}'?" if near else f"Use one of: {', '.join(MACROS)}."
        return f"The macro '{part.node.name}' is undefined.", fix
    given = [*part.args, *(word.value for word in part.kwargs)]
    if part.dyn_args or part.dyn_kwargs or not all(isinstance(value, nodes.Const) and isinstance(value.value, str) for value in given):
        return f"The macro '{part.node.name}' is called with code.", "Give it words in quotes."
    return None


def words_of(call: nodes.Call) -> tuple[list[str], dict[str, str]]:
    """The words a call gives, those with a name apart."""
    given = [str(value.value) for value in call.args if isinstance(value, nodes.Const)]
    named = {word.key: str(word.value.value) for word in call.kwargs if isinstance(word.value, nodes.Const)}
    return given, named
