"""The BIP-39 word lists for the browser's secret guard, from the library that keeps them."""

import json

from mnemonic import Mnemonic

_LISTS = ("english", "chinese_simplified", "chinese_traditional")


def words_module() -> str:
    """A JavaScript module with the lists (BIP-39), each as one string of words to keep it small."""
    lists = {name: " ".join(Mnemonic(name).wordlist) for name in _LISTS}
    body = json.dumps(lists, ensure_ascii=False, separators=(",", ":"))
    return f"const LISTS = {body};\nexport const WORDS = Object.fromEntries(Object.entries(LISTS).map(([name, words]) => [name, words.split(' ')]));\n"
