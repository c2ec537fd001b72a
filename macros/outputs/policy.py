"""The content security policy of a page: our own files, the theme's inline scripts by their hashes, and nothing else."""

import base64
import hashlib
import re

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_POLICY = (
    "default-src 'none'; script-src 'self'{hashes}; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
)


def policy(empty_page: str) -> str:
    """The policy for pages in the frame of one that holds no text, so that its scripts are the theme's alone.

    Content Security Policy Level 3: an inline script is allowed by the SHA-256 of its text.
    """
    digests = (hashlib.sha256(script.encode()).digest() for script in _INLINE_SCRIPT.findall(empty_page))
    return _POLICY.format(hashes="".join(f" 'sha256-{base64.b64encode(digest).decode()}'" for digest in dict.fromkeys(digests)))
