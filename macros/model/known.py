"""The ids that the program itself knows: everything else in the data may be renamed freely, these may not.

Where one is used is said beside it; the browser's scripts and the templates use the same words.
"""

LIVE_CHAT, PHONE, EMAIL, POST = "live-chat", "phone", "email", "post"
SOCIAL, COMMUNITY, COMPLAINT_FORM = "social", "community", "complaint-form"

WITHOUT_SUBJECT = frozenset({LIVE_CHAT, PHONE, SOCIAL, COMMUNITY})
"""Channel types in which a letter has no line for its subject."""

SEND_BY, LEGAL_ENTITY = "send-by", "legal-entity"
"""Fields of letters: by "send-by" = "live-chat" the letter form drops the subject; it fills in the chosen company as "legal-entity"."""

UNKNOWN_OPERATOR = "unknown-operator"
"""The issue to which "Start here" sends whoever does not know who holds the money."""
TOO_MUCH = "too-much"
"""The moment of the emergency page to which the home page leads whoever cannot bear it."""
FIRST_ISSUES = ("account-stolen", "withdrawal-delayed", "account-frozen", "fake-support", "bank-card-frozen")
"""The issues that stand first on the home page; a library without one has one less."""
BANK_CALL, OWN_WALLET = "bank-call-script", "wallet-drained"
"""The letter and the issue behind two doors of the emergency page; a library without them has fewer doors."""

POLICE, SUPPORT, COMPLAINT = "police", "contact-support", "formal-complaint"
"""Rungs: a ladder that begins with the first is about a crime, the other two are a plan's steps at the company itself."""
LAST_RESORTS = ("public-pressure", "collective-action", "lawyer", "court", "walk-away")
"""Rungs that are left where no outside body can help."""
NEXT_RUNGS = (SUPPORT, "follow-up", "third-party", "ombudsman")
"""The rungs that come next for a reader who has done nothing, contacted support, complained, or has an answer."""
ELSEWHERE = "elsewhere"
"""The last part of the address of a plan for a place that the guide does not cover: no place may be called so."""
COMPANIES, COUNTRIES = "companies", "countries"
"""What the pages below a platform's and below a place's own are called: of its companies, if there are many, and of its countries."""

KNOWN_IDS: dict[str, tuple[str, ...]] = {
    "channel-types": (LIVE_CHAT, PHONE, EMAIL, POST, SOCIAL, COMMUNITY, COMPLAINT_FORM),
    "fields": (SEND_BY, LEGAL_ENTITY),
    "issues": (UNKNOWN_OPERATOR,),
    "emergency": (TOO_MUCH,),
}
"""The known ids by kind."""

KINDS_OF_TYPE = {EMAIL: ("email",), POST: ("post",), PHONE: ("phone", "url", "app")}
"""What the address of a contact may be, by the type of its channel; any kind where the type is not named. A number may stand on a page."""
TYPES_OF_KIND = {"email": (EMAIL,), "post": (POST,), "phone": (PHONE,), "handle": (SOCIAL, COMMUNITY)}
"""What the type of a channel may be, by the kind of its address; any type where the kind is not named."""

PHRASES_IN_THE_OTHER_LANGUAGE = frozenset({"other-language", "lang-code", "other-lang-code"})
"""Words of the interface that name the other language, in that language."""
