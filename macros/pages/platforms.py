"""Who to reach, and how: platforms, and the types of channel."""

from collections.abc import Callable, Iterator
from typing import Any

from ..model.kinds.platforms import Channels, Platform, PlatformContact
from ..model.library import Library
from .guide import Guide, Page
from .section import entry_pages, section_page

KIND_ICONS = {
    "exchange": "bank-outline",
    "wallet": "wallet-outline",
    "payment": "credit-card-outline",
    "issuer": "hand-coin-outline",
    "ambiguous": "help-rhombus-outline",
}


def pages(library: Library) -> Iterator[Page]:
    yield section_page(library, "platforms/", "platforms", _platforms)
    yield from entry_pages(library, "platforms", "platform", _platform)
    yield section_page(library, "channels/", "channels")
    yield from entry_pages(library, "channel-types", "channel-type", _channel_type)


def in_order(guide: Guide) -> list[tuple[str, Platform]]:
    """The platforms as readers should meet them: by their order, then by id."""
    platforms: dict[str, Platform] = guide.library.all("platforms")
    return sorted(platforms.items(), key=lambda item: (item[1].order, item[0]))


def contacts_for(guide: Guide, id: str, types: tuple[str, ...]) -> list[tuple[str, list[tuple[str, PlatformContact]]]]:
    """The contacts good for an issue, by platform, the types of channel in the order the issue asks for."""
    found = contacts_where(guide, lambda contact: id in contact.good_for)
    return [(platform, sorted(cards, key=lambda card: _position(types, card[1].type))) for platform, cards in found]


def _position(types: tuple[str, ...], type: str) -> int:
    return types.index(type) if type in types else len(types)


def contacts_where(guide: Guide, fits: Callable[[PlatformContact], bool]) -> list[tuple[str, list[tuple[str, PlatformContact]]]]:
    """The contacts that fit, by platform in order; platforms without any are left out."""
    channels: dict[str, Channels] = guide.library.all("channels")
    found = [
        (platform, [(id, contact) for id, contact in channels[platform].contacts.items() if fits(contact)])
        for platform, _ in in_order(guide)
        if platform in channels
    ]
    return [(platform, cards) for platform, cards in found if cards]


def _platforms(guide: Guide) -> dict[str, Any]:
    return {"platforms": in_order(guide), "icons": KIND_ICONS}


def _platform(guide: Guide, id: str) -> dict[str, Any]:
    platform = guide.library.get("platforms", id)
    channels = guide.library.all("channels").get(id)
    return {"platform": platform, "platform_id": id, "channels": channels, "kind_icon": KIND_ICONS[platform.kind]}


def _channel_type(guide: Guide, id: str) -> dict[str, Any]:
    return {"type": guide.library.get("channel-types", id), "contacts": contacts_where(guide, lambda contact: contact.type == id)}
