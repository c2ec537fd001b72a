"""Makes a larger guide of the real one: whole clusters of entries that refer to each other, under ids and domains of their own.

A cluster is a copy of every entry of every kind but a few that a guide has once however large it is. Whatever refers to an
entry that is copied refers to that copy, so that each cluster is as dense as the original and passes every check. Only plans, of which there is
one for each trouble and place, would grow with the square: those of a copied place are left out.
"""

import hashlib
import re
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import yaml

from macros.engines.brands import registered
from macros.model.kinds import FILED, PLACES, Kind
from macros.model.text import Model, Text
from macros.model.walk import walk
from tests.site.checkout import PAGES_OF, Checkout, entries

ONCE = ("emergency", "fields", "rubric", "strings", "synonyms", "searches", "retired")
"""Kinds that do not grow with the guide."""

_MARKED = ("name", "term", "question", "text", "aliases")
"""Fields that differ from cluster to cluster: names, and facts, of which a page shows each once."""
_ADDRESSES = ("url", "value", "host", "domain")
_HOST = re.compile(r"(?P<before>https://|[\w.+-]+@|)(?P<host>(?:[a-z0-9-]+\.)+[a-z0-9-]+)(?P<after>/.*|)")
_LIMIT = re.compile(r"^MAX_BYTES = .*$", re.MULTILINE)
_RAISED = 20_000_000
_TYPES = re.compile(r"^(KINDS_OF_TYPE|TYPES_OF_KIND) = \{.*\}$", re.MULTILINE)

Where = tuple[str | int, ...]


@dataclass(frozen=True, order=True)
class Size:
    """A guide of so many clusters, with plans for the troubles of all in so many of the original's places."""

    clusters: int
    covered: int

    def __str__(self) -> str:
        return f"{self.clusters}-{self.covered}"

    @classmethod
    def nearest(cls, pages: int) -> "Size":
        """The size that comes nearest to a number of pages, both languages counted: fewer plans in a smaller guide, more clusters in a larger one."""
        own, troubles, places = sum(len(entries(kind)) for kind in PAGES_OF), len(entries("issues")), len(_covered())
        plain, plan = 2 * (own + troubles), 2 * troubles
        clusters = max(1, round(pages / (plain + plan * places)))
        return cls(clusters, places if clusters > 1 else min(places, max(0, round((pages - plain) / plan))))


def _covered() -> list[str]:
    """The places that the guide has plans for."""
    return [id for id, place in entries("places").items() if place.get("status", "covered") == "covered"]


def scale(checkout: Checkout, size: Size) -> None:
    """Makes a checkout's data that large; a file of many may then be larger than is allowed elsewhere."""
    for id in _covered()[size.covered :]:
        checkout.append(f"data/places/{id}.yaml", "status: not-covered\n")
    copies = [Cluster(number) for number in range(2, size.clusters + 1)]
    for kind in FILED.values() if copies else ():
        if kind.name not in ONCE:
            originals = {id: Original.of(kind, value) for id, value in entries(kind.name, checkout.root).items()}
            for cluster in copies:
                cluster.write(checkout, kind, originals)
    if copies:
        _raise_limit(checkout)
        _untie_types(checkout)
        (checkout.root / "data/allowed.txt").unlink()  # nobody vouches for invented addresses


def _raise_limit(checkout: Checkout) -> None:
    path = "macros/model/strict_yaml.py"
    text, changed = _LIMIT.subn(f"MAX_BYTES = {_RAISED}", checkout.read(path))
    assert changed == 1, f"{path} sets no MAX_BYTES: a file of many cannot grow"
    checkout.write(path, text)


def _untie_types(checkout: Checkout) -> None:
    """Channels bear other ids in each cluster: the table that ties the kind of an address to some of them is emptied."""
    path = "macros/model/known.py"
    text, changed = _TYPES.subn(r"\1 = {}", checkout.read(path))
    assert changed == 2, f"{path} ties no types any more"
    checkout.write(path, text)


@dataclass(frozen=True)
class Original:
    """An entry as it stands in the data, and every value in it: (path, value, the kind it refers to if it is a reference)."""

    raw: Any
    visits: tuple[tuple[Where, Any, str | None], ...]

    @classmethod
    def of(cls, kind: Kind[Model], raw: Any) -> "Original":
        found = walk(kind.model.model_validate(raw))
        return cls(raw, tuple((where, value, ref.kind if ref else None) for where, value, ref in found if where and value))


@dataclass(frozen=True)
class Cluster:
    """One copy of the data, told from the others by its number."""

    number: int

    def write(self, checkout: Checkout, kind: Kind[Model], originals: dict[str, Original]) -> None:
        """Adds a kind's copies, to its folder or at the end of its one file."""
        status = {"status": "not-covered"} if kind.name == PLACES.name else {}
        copies = {self.id(id): self.copy(original) | status for id, original in originals.items()}
        if kind.folder:
            for id, value in copies.items():
                checkout.write(f"data/{kind.name}/{id}.yaml", _dumped(value))
        else:
            checkout.append(f"data/{kind.name}.yaml", _dumped(copies))

    def copy(self, original: Original) -> Any:
        """The entry as it stands in this cluster."""
        copy = deepcopy(original.raw)
        for where, value, ref in original.visits:
            if changed := self.changed(where, value, ref):
                _node(copy, where[:-1])[where[-1]] = changed
        return copy

    def changed(self, where: Where, value: Any, ref: str | None) -> Any:
        """What stands here instead of a value; None if the value stays."""
        if ref:
            return self.reference(ref, value)
        field = next(step for step in reversed(where) if isinstance(step, str))
        if field in _MARKED and isinstance(value, Text | str):
            return self.marked(value) if isinstance(value, str) else {"zh": self.marked(value.zh), "en": self.marked(value.en)}
        if field in _ADDRESSES and isinstance(value, str) and (match := _HOST.fullmatch(value)):
            return match["before"] + self.host(match["host"]) + match["after"]
        return None

    def id(self, id: str) -> str:
        return f"{id}-k{self.number}"

    def reference(self, kind: str, target: str) -> str:
        """The copy's reference: the kind and the part, if it names them, stay as they are."""
        prefix, id = "", target
        if kind == "*":
            kind, _, id = target.partition("/")
            prefix = f"{kind}/"
        owner, slash, part = id.partition("/")
        return target if kind in ONCE else f"{prefix}{self.id(owner)}{slash}{part}"

    def marked(self, text: str) -> str:
        """A name or a fact as the cluster's own, and a name that is a domain as its domain; no space stands before an opening mark of Chinese."""
        if match := _HOST.fullmatch(text.lower()):
            return self.host(match["host"])
        return f"K{self.number}{'' if text[0] in '“《（【' else ' '}{text}"

    def host(self, host: str) -> str:
        """A host that looks like no other: each label of its own becomes letters by lot, the same in the whole cluster."""
        ending = ".".join((registered(host) or host).split(".")[1:])
        labels = host.removesuffix(f".{ending}").split(".")
        return ".".join([*map(self._label, labels), ending])

    def _label(self, label: str) -> str:
        digest = hashlib.sha256(f"{self.number} {label}".encode()).digest()
        return "".join("bcdfghkmnprtvwxz"[byte % 16] for byte in digest[:12])


def _node(value: Any, where: Where) -> Any:
    for step in where:
        value = value[step]
    return value


def _dumped(value: Any) -> str:
    return str(yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1_000))
