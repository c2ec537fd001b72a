"""Parts of the frame that all pages of a section at one depth share: each is rendered once for an edition."""

from collections.abc import Callable

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from .press import Press


def alike_in(press: Press) -> Callable[[Context, str], Markup]:
    """A function for the theme's templates: the text of a template that looks at the page's address only for its section and its depth."""

    @pass_context
    def alike(context: Context, name: str) -> Markup:
        page, kept = context["page"], press.edition.kept
        section = page.url.removeprefix("./").partition("/")[0] if page else ""
        key = ("frame", name, context["base_url"], section)
        if key not in kept:
            text = context.environment.get_template(name).render(context.get_all())
            kept[key] = Markup(text)
        return kept[key]

    return alike
