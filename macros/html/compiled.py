"""Templates as the program keeps them: compiled once for both languages, for every edit of a preview, and for the next build."""

import json
from base64 import b64decode, b64encode
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class _Compiled(BytecodeCache):
    """Templates stay compiled for as long as their text stays the same, whatever data they meet."""

    def __init__(self) -> None:
        self.codes: dict[str, bytes] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """A template by its name and that of the folder all of them stand in: another checkout finds it too."""
        parts = Path(filename or name).parts
        return "/".join(parts[-2 - name.count("/") :])

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := self.codes.get(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.codes[bucket.key] = bucket.bytecode_to_string()

    def to_text(self) -> str:
        """All that was compiled, for :meth:`take` of the same programs."""
        return json.dumps({key: b64encode(code).decode() for key, code in self.codes.items()})

    def take(self, text: str) -> None:
        """Adds what :meth:`to_text` gave; a template whose text has changed is compiled again all the same."""
        self.codes |= {key: b64decode(code) for key, code in json.loads(text).items()}


COMPILED = _Compiled()
