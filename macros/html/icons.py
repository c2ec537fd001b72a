"""The icons of pages: each is a reference into one sprite, so that its drawing is sent once."""

from collections.abc import Mapping

MARK_ICONS: dict[str, str] = {
    "official": "shield-check",
    "reported": "format-quote-open-outline",
    "unverified": "help-circle-outline",
    "obsolete": "close-octagon-outline",
    "fake": "close-octagon-outline",
}
URGENCY_ICONS = {"now": "alarm-light", "today": "clock-alert-outline", "normal": "calendar-check-outline"}
CONTACT_ICONS: dict[str, str] = {
    "url": "web",
    "form": "form-select",
    "email": "email-outline",
    "phone": "phone-outline",
    "text": "message-text-outline",
    "handle": "at",
    "post": "mailbox-outline",
    "app": "cellphone",
}
PLATFORM_ICONS = {
    "exchange": "bank-outline",
    "wallet": "wallet-outline",
    "payment": "credit-card-outline",
    "issuer": "hand-coin-outline",
    "ambiguous": "help-rhombus-outline",
    "other": "compass-outline",
}
BODY_ICONS: dict[str, str] = {
    "regulator": "shield-account-outline",
    "ombudsman": "scale-balance",
    "consumer": "account-group-outline",
    "police": "police-badge-outline",
    "helpline": "phone-outline",
    "data-protection": "lock-outline",
    "court": "gavel",
    "reporting": "flag-outline",
}
TABLES: dict[str, Mapping[str, str]] = {
    "MARK_ICONS": MARK_ICONS,
    "URGENCY_ICONS": URGENCY_ICONS,
    "CONTACT_ICONS": CONTACT_ICONS,
    "PLATFORM_ICONS": PLATFORM_ICONS,
    "BODY_ICONS": BODY_ICONS,
}
"""What templates look icons up in."""
