"""Reads the calls of a page by Jinja itself, and takes nothing for one that is not words in quotes."""

from jinja2 import Environment, TemplateSyntaxError, nodes

from .calls import MACROS, Call, Misuse, Part, misused

# The delimiters of comments are those of mkdocs.yml: '{#' begins a heading's anchor.
_ENVIRONMENT = Environment(comment_start_string="[[#", comment_end_string="#]]", autoescape=True)


def read_parts(text: str) -> tuple[Part, ...]:
    """What a page consists of, in order; what cannot be read at all is one misuse."""
    try:
        tree = _ENVIRONMENT.parse(text)
    except TemplateSyntaxError as error:
        return (Misuse(error.lineno, f"The call of a macro cannot be read: {error.message}.", "Write '{{ name(\"…\") }}'."),)
    found = (part for output in tree.body for part in (output.nodes if isinstance(output, nodes.Output) else [output]))
    return tuple(part.data if isinstance(part, nodes.TemplateData) else _call(part) for part in found)


def _call(part: nodes.Node) -> Call | Misuse:
    if not isinstance(part, nodes.Call) or not isinstance(part.node, nodes.Name):
        return Misuse(part.lineno, "The page holds code.", f"Call a macro with words in quotes: {', '.join(MACROS)}.")
    macro = part.node.name
    if macro not in MACROS:
        return misused(macro, part.lineno)
    words = tuple(word for value in part.args if (word := _word(value)) is not None)
    named = {value.key: word for value in part.kwargs if (word := _word(value.value)) is not None}
    if part.dyn_args or part.dyn_kwargs or len(words) + len(named) < len(part.args) + len(part.kwargs):
        return Misuse(part.lineno, f"The macro '{macro}' is called with code.", "Give it words in quotes.")
    return Call(part.lineno, macro, words, named)


def _word(value: nodes.Expr) -> str | None:
    return value.value if isinstance(value, nodes.Const) and isinstance(value.value, str) else None
