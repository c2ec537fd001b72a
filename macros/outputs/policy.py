"""The content security policy of a page: our own files, the one script that stands in the page, by its hash, and nothing else."""

import base64
import hashlib

SCRIPT = 'document.documentElement.className="js"'
"""Tells styles, before the first line is drawn, that scripts run."""

_DIGEST = base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()  # Content Security Policy Level 3: by the SHA-256 of its text
POLICY = (
    f"default-src 'none'; script-src 'self' 'sha256-{_DIGEST}'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "worker-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; "
    "require-trusted-types-for 'script'; trusted-types recourse"
)
