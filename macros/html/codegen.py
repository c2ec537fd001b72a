"""How a template becomes Python: as with Jinja, but what it calls, asks of an object or prints takes one step instead of three.

Jinja looks before each call whether a function wants to know the context, and tries each attribute as an item, too. No function of ours
wants to, and an item is written as one: ``row["name"]``.
"""

from collections.abc import Callable
from functools import lru_cache
from keyword import iskeyword

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

from ..model.text import Text
from .words import printed, together


class DirectCode(CodeGenerator):
    """Writes the Python of a template for a :class:`DirectEnvironment`."""

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802 (Jinja's name)
        """A call, without Jinja's own between it and the function."""
        if node.dyn_args or node.dyn_kwargs or any(iskeyword(given.key) for given in node.kwargs):
            super().visit_Call(node, frame, forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for given in (*node.args, *node.kwargs):
            self.visit(given, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 (Jinja's name)
        """An attribute; AttributeError when it is asked for and is not there."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: object) -> None:
        self.write("environment.shown(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: object) -> None:
        self.write(")")


class DirectEnvironment(Environment):
    """An environment for one language that escapes all it prints; ``shown`` is how it prints a value."""

    code_generator_class = DirectCode
    shown: Callable[[object], str]

    @classmethod
    def of(cls, language: str, **options: object) -> "DirectEnvironment":
        """An environment for a language with some of Jinja's options."""
        made = cls(autoescape=True, finalize=lambda value: printed(language, value), **options)  # type: ignore[arg-type] # as Jinja names them
        made.shown = _shown(language)
        return made


def _shown(language: str) -> Callable[[object], str]:
    """Prints a value in a language, escaped. The same words stand on many pages: each is worked out once."""

    @lru_cache(maxsize=200_000)
    def of_string(text: str) -> str:
        made = str(escape(text))
        return text if made == text else made  # one of the two is enough to remember

    @lru_cache(maxsize=200_000)
    def of_text(text: str) -> str:
        return str(escape(together(language, text)))

    def shown(value: object) -> str:
        if type(value) is str:
            return of_string(value)
        if type(value) is Markup:
            return value
        if type(value) is Text:
            return of_text(value[language])
        return escape(printed(language, value))

    return shown
