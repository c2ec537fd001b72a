"""Where the guide's files can be read, edited and reported on: each forge has addresses of its own for that."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

_FORMS = {
    "github": ("/blob/{branch}/{path}", "/edit/{branch}/{path}"),
    "gitlab": ("/-/blob/{branch}/{path}", "/-/edit/{branch}/{path}"),
    "gitea": ("/src/branch/{branch}/{path}", "/_edit/{branch}/{path}"),
}
"""What stands behind a repository's address to read a file, and to edit it."""
KINDS = tuple(_FORMS)
_HINTS = {"gitlab": "gitlab", "codeberg": "gitea", "gitea": "gitea", "forgejo": "gitea"}
_REPORTS = {
    "github": ("/issues/new", {"template": "other-mistake.yml", "page": "{place}"}),
    "gitlab": ("/-/issues/new", {"issue[title]": "[fact] {place}"}),
    "gitea": ("/issues/new", {"title": "[fact] {place}"}),
}
"""The form for a mistake, and what it can be given beforehand."""


@dataclass(frozen=True)
class Forge:
    """A repository's home on the web.

    ``address`` has no slash at its end and is empty if there is none; ``kind`` is one of :data:`KINDS`, and follows from the host's
    name if it is not given.
    """

    address: str = ""
    branch: str = "main"
    kind: str = ""

    def __bool__(self) -> bool:
        return bool(self.address)

    @property
    def _kind(self) -> str:
        host = urlsplit(self.address).hostname or ""
        return self.kind or next((kind for part, kind in _HINTS.items() if part in host), KINDS[0])

    def _link(self, form: int, path: str) -> str:
        return self.address + _FORMS[self._kind][form].format(branch=self.branch, path=path)

    def line(self, path: str, line: int) -> str:
        """A line of a file, where the forge also tells who changed it."""
        return f"{self._link(0, path)}#L{line}"

    def edit(self, path: str) -> str:
        """The way to edit a file."""
        return self._link(1, path)

    @property
    def forms(self) -> tuple[tuple[str, str], ...]:
        """The forms there are, empty: what each is for, and its address."""
        path, form = _REPORTS[self._kind]
        if "template" not in form:
            return (("other-mistake", self.address + path),)
        names = ("wrong-contact", "other-mistake")
        return tuple((name, f"{self.address}{path}?template={name}.yml") for name in names)

    def report(self, place: str) -> str:
        """A form for a mistake that already says where it stands: a page, or a file and a line."""
        path, form = _REPORTS[self._kind]
        asked = {name: text.format(place=place) for name, text in form.items()}
        return f"{self.address}{path}?{urlencode(asked, quote_via=quote)}"
