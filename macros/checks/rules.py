"""Every rule, and how one is told: each is a generator function whose docstring is the rule, with examples that are executable.

An example is an edit of the small library the tests plant: ``file: old passage → new passage``; ``file: + text`` adds lines at
the end of a file or begins one; ``file ↷ target`` makes a symbolic link; ⏎ stands for a new line; edits are joined by `` & ``.
"""

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass

from . import addresses, allowed, claims, domains, entries, letters, phrases, platforms, takings, texts
from .context import Check
from .prose import files, links, markup, said

_EXAMPLE = re.compile(r"^(Bad|Good): (.*(?:\n +& .*)*)$", re.MULTILINE)
_EDIT = re.compile(r"(\S+)(?:: \+ (?P<added>.*)|: (?P<old>.*?) → (?P<new>.*)| ↷ (?P<target>.*))")


@dataclass(frozen=True)
class Edit:
    """A passage of a file exchanged for another; without an old one, lines added at the end of a file that may be new."""

    path: str
    old: str
    new: str
    target: str = ""
    """Where the file leads, if it is to be a symbolic link."""


@dataclass(frozen=True)
class Rule:
    """A check and what it holds the data to."""

    check: Check

    @property
    def id(self) -> str:
        """The rule's name, which stays: ``contact-hosts``."""
        return self.check.__name__.removeprefix("check_").replace("_", "-")

    @property
    def text(self) -> str:
        """The rule, and why it is one."""
        return _EXAMPLE.sub("", self._doc).strip()

    @property
    def bad(self) -> tuple[Edit, ...]:
        """An edit of the small library that breaks the rule, and nothing else."""
        return self._example("Bad")

    @property
    def good(self) -> tuple[Edit, ...]:
        """An edit nearly like it that keeps the rule."""
        return self._example("Good")

    def __str__(self) -> str:
        lines = self.text.splitlines()
        for name, edits in (("Bad:  ", self.bad), ("Good: ", self.good)):
            for edit in edits:
                first, *more = (edit.new or f"a link to {edit.target}").strip().splitlines()
                lines += [f"{name}{first}   ({edit.path})", *(f"      {line}" for line in more)]
        return "\n".join([self.id, *(f"    {line}".rstrip() for line in lines)])

    @property
    def _doc(self) -> str:
        return inspect.getdoc(self.check) or ""

    def _example(self, kind: str) -> tuple[Edit, ...]:
        return tuple(edit for name, text in _EXAMPLE.findall(self._doc) if name == kind for edit in _edits(text))


def _edits(text: str) -> Iterator[Edit]:
    for part in re.split(r"\s+& ", text):
        if match := _EDIT.fullmatch(part):
            new = f"{match['added']}⏎" if match["added"] else match["new"] or ""
            yield Edit(match[1], (match["old"] or "").replace("⏎", "\n"), new.replace("⏎", "\n"), match["target"] or "")


OF_ENTRIES = tuple(
    Rule(check)
    for check in (
        *(texts.check_holes, texts.check_languages, texts.check_texts_are_finished, texts.check_chinese_wording, texts.check_figures_agree),
        letters.check_letter_figures,
    )
)
"""Rules that judge each entry by itself: what they say of it holds for as long as its file and the programs stay the same."""
RULES = tuple(
    Rule(check)
    for check in (
        *(entries.check_references, entries.check_reachable, entries.check_retired, entries.check_known_ids),
        *(entries.check_places, entries.check_icons, entries.check_searches),
        *(claims.check_dates, claims.check_official_source, claims.check_sources_agree, claims.check_levels_descend),
        *(claims.check_facts_differ, claims.check_one_level),
        *(platforms.check_desks_are_own, platforms.check_entities_serve_somebody, platforms.check_aliases_are_own),
        *(platforms.check_contact_types_fit, takings.check_bodies_take_troubles, takings.check_takings_can_be_met),
        *(domains.check_domains_are_no_public_hosts, domains.check_domains_have_one_owner, domains.check_own_domains_apart),
        domains.check_look_alikes_are_vouched_for,
        *(addresses.check_contact_hosts, addresses.check_contact_sources, addresses.check_addresses_invite_nobody),
        addresses.check_not_official_is_not,
        *(addresses.check_not_official_cannot_be_opened, addresses.check_domains_in_texts),
        *(letters.check_letter_fields, letters.check_field_names, letters.check_public_letters, letters.check_conditions),
        letters.check_rights_have_basis,
        *(files.check_prose_is_no_link, files.check_prose_is_markdown, files.check_prose_in_both_languages, files.check_prose_names),
        *(files.check_prose_heads, said.check_prose_calls, said.check_prose_entries, markup.check_prose_markup, markup.check_prose_html),
        *(links.check_prose_links, links.check_prose_anchors),
        *(allowed.check_contacts_are_first_hand, allowed.check_list_is_in_order),
    )
)
"""Rules that judge the whole library."""
AFTER = tuple(map(Rule, (allowed.check_addresses_are_listed, allowed.check_deadlines_are_listed)))
"""Rules that pass over a value in which another rule finds fault."""
LAST = tuple(map(Rule, (phrases.check_phrases,)))
"""Rules about the words of the interface."""
ALL_RULES = (*OF_ENTRIES, *RULES, *AFTER, *LAST)
