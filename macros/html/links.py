"""What links say: the way from page to page, and the address of a contact that may be used."""

import hashlib

from ..model.kinds.claims import Claim
from ..pages.addresses import Address


def to_root(path: str) -> str:
    """The relative way from a page back to its language's root: ``../../`` from ``issues/fees/``."""
    return "../" * path.count("/") or "./"


def uri(address: Address) -> str:
    """What one tap on an address opens; '' if its standing forbids it, or nothing would open it."""
    contact = address.contact
    if not address.standing.may_be_linked:
        return ""
    if contact.kind in ("url", "form"):
        return contact.value
    if contact.kind == "email":
        return f"mailto:{contact.value}"
    scheme = {"phone": "tel", "text": "sms"}.get(contact.kind)
    return f"{scheme}:{contact.value.replace(' ', '').replace('-', '')}" if scheme else ""


def defang(value: str) -> str:
    """An address no program takes for a link: ``okex[.]com``."""
    return value.replace("[.]", ".").replace(".", "[.]").replace("@", "[at]")


def anchor(claim: Claim) -> str:
    """A fact's anchor: it stays while the fact's English words do."""
    return "f-" + hashlib.sha256(claim.text.en.encode()).hexdigest()[:8]
