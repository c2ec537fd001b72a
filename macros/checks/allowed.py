"""Rules about the list of allowed values: every address and deadline stands in it a second time."""

from collections.abc import Iterator

from ..model.hosts import url_host
from ..model.kinds import SOURCES
from ..model.kinds.claims import Clock, Contact
from ..model.kinds.platforms import Handle, OfficialDomain
from .context import Context, Problems
from .listed import AllowList, digits, plain_host


def check_addresses_are_listed(context: Context) -> Problems:
    """Every contact, domain and handle stands in allowed.txt as well, so that no slip of a finger changes an address unseen.

    A web address is listed as its host without 'www.', a phone number as its digits, a handle with its '@'. A data folder
    without the list is not held to it.

    Bad: data/channels/kestrel.yaml: 2124 9245 → 2124 9246
    Good: data/channels/kestrel.yaml: +356 2124 9245 → 00356-2124-9245
    """
    addresses = (*context.of(Contact), *context.of(OfficialDomain), *context.of(Handle))
    for entry, where, value in addresses if context.listed else ():
        for step, line in _lines_of(value):
            if context.listed and not _stands_in(context.listed, value, line):
                yield entry.problem((*where, step), f"'{line}' does not stand in {context.listed.path}.", _fix(line))


def _fix(line: str) -> str:
    return f"Add the line '{line}' there, in order, once you have seen it at its source."


def _lines_of(value: object) -> Iterator[tuple[str, str]]:
    """The key of an address below a value, and the line that the list must hold for it: none for an app, which is a name."""
    if isinstance(value, Contact) and value.kind != "app":
        yield "value", _line_of(value)
    elif isinstance(value, OfficialDomain):
        yield "host", value.host
    elif isinstance(value, Handle):
        yield "value", "@" + value.value.removeprefix("@")


def _line_of(contact: Contact) -> str:
    if contact.host and contact.kind != "email":
        return plain_host(contact.host)
    if contact.kind in ("phone", "text"):
        return digits(contact.value)
    if contact.kind == "handle":
        return "@" + contact.value.removeprefix("@")
    return contact.value if contact.kind == "post" else contact.value.lower()


def _stands_in(listed: AllowList, value: object, line: str) -> bool:
    """Whether the list holds the line, or what amounts to it: a host below a domain, a number in short, a street without the name before it."""
    if isinstance(value, OfficialDomain):
        return line in listed.domains
    if isinstance(value, Contact) and value.kind in ("phone", "text"):
        return listed.has_phone(line)
    return line in listed.values or (isinstance(value, Contact) and value.kind == "post" and line.partition(", ")[2] in listed.values)


def check_deadlines_are_listed(context: Context) -> Problems:
    """Every deadline stands in allowed.txt as well, as its number and unit: 15-working-day.

    Bad: data/platforms/okx.yaml: count: 15 → count: 16
    Good: data/platforms/okx.yaml: starts: {zh: 收到投诉, en: When the complaint arrives} → starts: {zh: 提交投诉, en: When you complain}
    """
    for entry, where, value in context.of(Clock):
        line = f"{value.count}-{value.unit}"
        if context.listed and line not in context.listed.values:
            yield entry.problem((*where, "count"), f"'{line}' does not stand in {context.listed.path}.", _fix(line))


def check_list_is_in_order(context: Context) -> Problems:
    """The list of allowed values holds one value a line, in order, each once.

    Bad: data/allowed.txt: help.okx.com⏎kestrel.example → kestrel.example⏎help.okx.com
    Good: data/allowed.txt: help.okx.com⏎ → help.okx.com⏎huobi.com⏎
    """
    listed = context.listed
    if listed is None:
        return
    for number, line, before in listed.out_of_order():
        fault = "stands here a second time" if line == before else f"stands after '{before}'"
        yield listed.problem(number, f"'{line}' {fault}." if line else "The line is empty.", "Keep the lines in order, each once.")
        return


def check_contacts_are_first_hand(context: Context) -> Problems:
    """No contact leads to the press or to a copy: its host is none at which only second-hand sources stand.

    Bad: data/places/mt.yaml: kind: handle⏎    value: "@police" → kind: url⏎    value: https://press.example/police
    Good: data/places/mt.yaml: kind: handle⏎    value: "@police" → kind: url⏎    value: https://law.example/police
    """
    sources = [source for source in context.library.all(SOURCES).values() if source.url]
    hosts = {hand: {plain_host(url_host(s.url)) for s in sources if s.url and s.is_first_hand is hand} for hand in (True, False)}
    doubtful = hosts[False] - hosts[True]
    for entry, where, value in context.of(Contact):
        if plain_host(value.host or "") in doubtful:
            message = f"At '{value.host}' stand only sources of the press or copies."
            yield entry.problem((*where, "value"), message, "Give the address of the authority or the operator itself.")
