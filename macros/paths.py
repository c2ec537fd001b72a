"""Where each entry stands on the site: addresses are the same in both languages."""

_PATTERNS = {
    "platforms": "platforms/{id}/",
    "channel-types": "channels/{id}/",
    "issues": "issues/{id}/",
    "escalation": "escalation/{id}/",
    "places": "places/{id}/",
    "letters": "letters/{id}/",
    "scams": "scams/{id}/",
    "faqs": "faq/{id}/",
    "evidence": "evidence/#{id}",
    "glossary": "glossary/#{id}",
    "sources": "sources/#{id}",
    "emergency": "emergency/#{id}",
    "bodies": "places/{owner}/#body-{part}",
    "entities": "platforms/{owner}/#entity-{part}",
    "contacts": "platforms/{owner}/#contact-{part}",
    "questions": "faq/{owner}/#{part}",
}

PAGED_KINDS = tuple(_PATTERNS)

ROOTS = {"zh": "", "en": "en/"}
"""Where each language begins, seen from the root of the site."""


def path_of(kind: str, id: str) -> str:
    """The address of an entry, from its language's root; KeyError for a kind without pages."""
    owner, _, part = id.partition("/")
    return _PATTERNS[kind].format(id=id, owner=owner, part=part)


def has_page(kind: str) -> bool:
    """Whether the entries of a kind stand on a page, each at an address of its own."""
    return kind in _PATTERNS


def to_root(path: str) -> str:
    """The relative way from a page back to its language's root: ``../../`` from ``issues/fees/``."""
    return "../" * path.count("/") or "./"
