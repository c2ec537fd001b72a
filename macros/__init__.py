"""Recourse: structured data in, a bilingual guide out."""

from typing import Any


def define_env(env: Any) -> None:
    """Where mkdocs-macros-plugin looks for page macros."""
    from .generator.page_macros import define_env

    define_env(env)
