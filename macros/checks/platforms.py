"""Rules about platforms: what belongs to one of them is not another's, and its companies and channels say whom they serve and how."""

import re
from collections.abc import Iterator

from ..model.kinds import CHANNEL_TYPES, CHANNELS, ENTITIES, PLATFORMS
from ..model.kinds.platforms import Platform
from ..model.known import KINDS_OF_TYPE, TYPES_OF_KIND
from .context import Context, Problems
from .entries import near_id

_OWN: dict[str, tuple[str, str]] = {PLATFORMS.name: ("entities", "desk"), CHANNELS.name: ("contacts", "entity")}
"""In which part of a file which field names only what is the platform's own."""


def check_desks_are_own(context: Context) -> Problems:
    """A company's desk is a contact of its own platform, and a contact belongs to a company of its own platform.

    Otherwise complaints would go to another company.

    Bad: data/platforms/okx.yaml: desk: [okx/mail] → desk: [kestrel/mail]
    Good: data/platforms/okx.yaml: desk: [okx/mail] → desk: [okx/chat]
    """
    for entry, where, kind, id in context.references:
        is_own = (where[0], *where[2:3]) == _OWN.get(entry.kind)
        if is_own and id.split("/")[0] != entry.id and context.library.has(kind, id):
            near = near_id(context.library, kind, id, entry.id)
            fix = f"Did you mean '{near}'?" if near.startswith(f"{entry.id}/") else f"Name one of '{entry.id}', or leave it out."
            yield entry.problem(where, f"'{id}' belongs to another platform.", fix)


def check_entities_serve_somebody(context: Context) -> Problems:
    """A company names the countries whose residents it serves, or says in 'others' whether it serves everybody else.

    'others: false' alone says that nobody has read yet whom it serves.

    Bad: data/platforms/okx.yaml: residents: [de] → escalate: []
    Good: data/platforms/okx.yaml: residents: [de] → others: false
    """
    for entry in context.library.shelf(ENTITIES).values():
        if not entry.value.residents and "others" not in entry.value.model_fields_set:
            message = "The company names neither 'residents' nor 'others', so no reader would be led to it."
            yield entry.problem((), message, "Add 'residents' with its countries, or 'others: true' or 'others: false'.")


def check_aliases_are_own(context: Context) -> Problems:
    """No alias of a platform is the name of another one: whoever types it means the other one.

    Bad: data/platforms/kestrel.yaml: - 红隼交易所 → - 欧易
    Good: data/platforms/kestrel.yaml: - 红隼交易所 → - 红损
    """
    platforms = context.library.shelf(PLATFORMS)
    named = {_folded(name): id for id, entry in platforms.items() for name in _names(id, entry.value)}
    for id, entry in platforms.items():
        for number, alias in enumerate(entry.value.aliases):
            other = named.get(_folded(alias), id)
            if other == id:
                continue
            if context.registry.earliest(id) < context.registry.earliest(other):
                message = f"'{alias}' is an alias of the platform '{id}', which came before this one."
                yield platforms[other].problem(("name",), message, "Choose another name, or ask for the alias to go.")
            else:
                yield entry.problem(("aliases", number), f"'{alias}' is the name of the platform '{other}'.", "Delete it here.")


_HAN = re.compile("[\u3400-\u9fff]")


def _names(id: str, platform: Platform) -> Iterator[str]:
    """What a platform is called: of a name in both scripts, such as "欧易 OKX", each part is one as well."""
    yield id
    for name in (platform.name.zh, platform.name.en):
        yield from (name, *(name.split() if _HAN.search(name) else ()))
    yield from (former.name for former in platform.former_names)


def _folded(name: str) -> str:
    return name.casefold().replace(" ", "").replace("-", "")


def check_contact_types_fit(context: Context) -> Problems:
    """The type of a channel and the kind of its address fit: an e-mail address is a channel of the type 'email'.

    Bad: data/channels/kestrel.yaml: type: email → type: phone
    Good: data/channels/kestrel.yaml: kind: phone⏎      value: "+356 2124 9245" → kind: url⏎      value: https://kestrel.example/call
    """
    for channels in context.library.shelf(CHANNELS).values():
        for id, contact in channels.value.contacts.items():
            if contact.contact is None or not context.library.has(CHANNEL_TYPES.name, contact.type):
                continue
            type_, kind = contact.type, contact.contact.kind
            wanted = [type_ for type_ in TYPES_OF_KIND.get(kind, ()) if context.library.has(CHANNEL_TYPES.name, type_)]
            if (wanted and type_ not in wanted) or kind not in KINDS_OF_TYPE.get(type_, (kind,)):
                fix = f"Use the type {' or '.join(repr(type_) for type_ in wanted)}." if wanted else "Correct one of the two."
                yield channels.problem(("contacts", id, "type"), f"The address is of the kind '{kind}', and the type is '{type_}'.", fix)
