"""How a template becomes Python: as with Jinja, but what it calls, asks of an object or prints takes one step instead of three.

Jinja looks before each call whether a function wants to know the context, and tries each attribute as an item, too. No function of ours
wants to, and an item is written as one: ``row["name"]``.
"""

from collections.abc import Callable
from functools import lru_cache, partial
from keyword import iskeyword
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

from ..model.text import Text
from .words import printed, together


class DirectCode(CodeGenerator):
    """Writes the Python of a template for a :class:`DirectEnvironment`."""

    def get_visitor(self, node: nodes.Node) -> Callable[..., None] | None:
        """What writes a node: for a call and for an attribute ours, for all else Jinja's."""
        if isinstance(node, nodes.Call):
            return self._call
        if isinstance(node, nodes.Getattr):
            return self._attribute
        return super().get_visitor(node)

    def _call(self, node: nodes.Call, frame: Frame) -> None:
        """A call, without Jinja's own between it and the function."""
        if node.dyn_args or node.dyn_kwargs or any(iskeyword(given.key) for given in node.kwargs):
            self.visit_Call(node, frame)
            return
        self.visit(node.node, frame)
        self.write("(")
        for given in (*node.args, *node.kwargs):
            self.visit(given, frame)
            self.write(", ")
        self.write(")")

    def _attribute(self, node: nodes.Getattr, frame: Frame) -> None:
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
    def of(cls, language: str, folder: Path, compiled: BytecodeCache) -> "DirectEnvironment":
        """An environment for a language; where templates stand, and what keeps them compiled."""
        made = cls(
            loader=FileSystemLoader(folder),
            bytecode_cache=compiled,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=partial(printed, language),
            auto_reload=False,
        )
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
