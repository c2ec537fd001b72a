"""Text inside Markdown."""

from markupsafe import Markup


def literal(text: str) -> Markup:
    """A text no character of which keeps a meaning in Markdown or HTML."""
    return Markup("".join(f"&#{ord(c)};" if c.isascii() and not (c.isalnum() or c == " ") else c for c in text))
