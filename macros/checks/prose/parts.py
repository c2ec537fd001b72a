"""What a hand-written page consists of."""

import re

from .calls import Part

_DELIMITER = re.compile(r"\{\{|\{%|\[\[#|#\]\]|[%}]\}")


def parts_of(text: str) -> tuple[Part, ...]:
    """The text of a page, its calls, and what is neither, in order."""
    if not _DELIMITER.search(text):
        return (text,)
    from .template import read_parts  # Jinja: a tenth of the time that a check takes to begin, for the few pages that call anything

    return read_parts(text)
