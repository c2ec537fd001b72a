"""The first hour, with each country's numbers."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from ..model.kinds import EMERGENCY, ISSUES, LETTERS
from ..model.kinds.letters import Letter
from ..model.kinds.troubles import Issue, Moment
from ..model.known import BANK_CALL, OWN_WALLET, TOO_MUCH
from ..model.library import Entry
from ..model.text import HoledText
from .guidance import instructions
from .materials import Materials
from .page import Page, Section, folded
from .places import Calls


@dataclass(frozen=True, kw_only=True)
class EmergencyPage(Page):
    template: ClassVar[str] = "emergency"
    too_much: Entry[Moment] | None
    first: Entry[Moment] | None
    """What to do in the first minutes, for an account at a platform."""
    bank_call: Entry[Letter] | None
    own_wallet: Entry[Issue] | None
    never: tuple[HoledText, ...]
    calls: tuple[Calls, ...]


def pages(materials: Materials) -> Iterator[Page]:
    moments = materials.library.shelf(EMERGENCY)
    steps = tuple(
        Section(id, moment.value.time, "moment", instructions(materials.library, moment.value.steps)) for id, moment in moments.items()
    )
    places = (place for _, places in materials.regions for place in places)
    yield EmergencyPage(
        cover=materials.words.cover("emergency/", "emergency"),
        elements=("situation-strip",),
        sections=(*steps[:1], *folded((*steps[1:], *materials.words.outline(("never", "never-title"), ("numbers", "emergency-numbers"))))),
        holds=tuple(moments.values()),
        too_much=moments.get(TOO_MUCH),
        first=next(iter(moments.values()), None),
        bank_call=materials.library.shelf(LETTERS).get(BANK_CALL),
        own_wallet=materials.library.shelf(ISSUES).get(OWN_WALLET),
        never=materials.never,
        calls=tuple(filter(None, map(Calls.of, places))),
    )
