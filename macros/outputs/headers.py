"""What a host is to say with the files of the site: ``_headers``, as several hosts of static sites read it. nginx.conf says the same."""

from .policy import POLICY

NAME = "_headers"

ALWAYS = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",  # the last part counts in a header only
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""With every file. Who frames a page can lay a false form over it; who guesses at types can run a text."""
FOR_GOOD = "public, max-age=31536000, immutable"
NAMED_BY_CONTENT = (
    *(
        "/assets/elements/*",
        "/assets/frame/*",
        "/assets/search/*",
        "/assets/secrets/*",
        "/assets/styles.*",
        "/assets/icons.*",
        "/assets/letters.*",
    ),
    "/search/index/*",
)
"""Addresses, from the root of a language, whose names change with what stands there."""


def headers(roots: tuple[str, ...]) -> str:
    """The file for a site whose languages begin at some roots, the first of which is that of the site."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in ALWAYS.items())]
    for root in roots:
        for path in NAMED_BY_CONTENT:
            lines += [f"/{root}{path[1:]}", f"  Cache-Control: {FOR_GOOD}"]
    return "\n".join(lines) + "\n"
