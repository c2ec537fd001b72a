"""What a plan's script says and asks, and the days on which clocks start."""

EVENTS = {
    "incident": "incident",
    "noticed": "noticed",
    "payment": "payment",
    "freeze-start": "freeze-start",
    "first-contact": "first-contact",
    "complaint-sent": "complaint-sent",
    "complaint-received": "complaint-sent",
    "final-response": "final-response",
    "request-received": "request-received",
    "report-filed": "report-filed",
    "refusal": "refusal",
    "decision": "decision",
}
"""The day that a reader is asked for, by the event of a clock. A complaint is received on the day it was sent, as far as its writer knows."""
ASKED = tuple(dict.fromkeys(EVENTS.values()))

REASONS = ("subject", "nobody", "company", "licensed", "outside")
"""Why a body cannot take a case."""

SAID = {
    "opens": "plan-opens-on",
    "opened": "plan-opened-on",
    "last": "plan-last-day",
    "late": "plan-too-late",
    "rest": "plan-rests-on",
    "answerBy": "plan-answer-by",
    "icsOpens": "plan-ics-opens",
    "icsLast": "plan-ics-last",
    "icsAnswer": "plan-ics-answer",
    "contacts": "plan-contacts-of",
    "unsure": "plan-contacts-unsure",
    "noContacts": "plan-no-contacts",
    "more": "plan-contacts-more",
    "unset": "strip-unset",
    "others": "strip-others",
    "cannotTell": "strip-cannot-tell",
    "ownWallet": "strip-own-wallet",
    "elsewhere": "elsewhere",
    "noYear": "plan-no-year",
}
"""The phrase for each of the script's own words."""
