"""What the form beside a letter knows: the ways out, the secrets it refuses, what it points out, the zones of the world."""

ACTIONS = ("copy", "mail", "gmail", "outlook", "eml", "txt", "print")
SECRETS = ("seed", "key", "code", "password", "card", "id")
DOUBTS = ("form", "address-checksum", "address-unknown", "txid-unknown", "date", "past", "unreadable", "open-time")
CONFLICTS = ("place", "mailbox", "name")
PRECISIONS = ("about", "day")
"""How else than to the minute a time may be known."""

SAID = {
    "complete": "letter-complete",
    "completeMasked": "letter-complete-masked",
    "blocked": "letter-blocked",
    "mail": "do-mail",
    "copyThenMail": "do-copy-then-mail",
    "copied": "said-copied",
    "notCopied": "said-not-copied",
    "copiedBody": "said-copied-body",
    "cleared": "said-cleared",
    "restored": "said-restored",
    "others": "strip-others",
}
"""The phrase for each of the form's own words."""

_ODD_ZONES = (
    *("UTC-09:30", "UTC-03:30", "UTC-02:30", "UTC+03:30", "UTC+04:30", "UTC+05:30", "UTC+05:45"),
    *("UTC+06:30", "UTC+08:45", "UTC+09:30", "UTC+10:30", "UTC+12:45", "UTC+13:45"),
)
"""The zones that are no whole hours, in summer too."""


def _minutes(zone: str) -> int:
    hours, minutes = int(zone[3:6]), int(zone[7:])
    return hours * 60 + (minutes if zone[3] == "+" else -minutes)


ZONES = tuple(sorted({f"UTC{hour:+03d}:00" for hour in range(-12, 15)} | set(_ODD_ZONES), key=_minutes))
"""The zones of the world from west to east."""
