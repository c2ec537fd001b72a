"""Every rule, by the two examples in its docstring: through the real command one is told at its line, the other is not."""

import re
import subprocess
import sys

import pytest

from macros.checks import context_of
from macros.checks.publication import Publication
from macros.checks.rules import ALL_RULES, Edit, Rule
from macros.model.load import load
from tests.sample import ROOT, Data

TOLD = {
    "references": "data/issues/login.yaml:15: letters[0]: There is no entry 'complant' among 'letters'.",
    "reachable": "data/scams/fake-support.yaml:1: Nothing refers to 'fake-support', so no reader would find it.",
    "retired": "data/retired.yaml:1: login: 'login' is still among 'issues'.",
    "known-ids": "data/emergency.yaml:1: too-bad: The program itself needs the entry 'too-much' of 'emergency', which is not there.",
    "places": "data/places/mt.yaml:11: bodies.regulator: The body says neither what it can nor what it cannot do.",
    "icons": "data/issues/login.yaml:3: icon: There is no icon 'lock-outlined'.",
    "searches": "data/searches/issues.yaml:1: phrases[1].en[0]: 'Locked me out' stands in data/searches/issues.yaml:1 too.",
    "holes": "data/letters/complaint.yaml:13: paragraphs[2].text.en: The two languages differ in their holes: {details}, {uid}.",
    "languages": "data/issues/login.yaml:5: brief.zh: The two languages are exchanged.",
    "texts-are-finished": "data/issues/login.yaml:9: steps[1].do.en: 'TODO' stands for a text that is still to be written.",
    "chinese-wording": "data/issues/login.yaml:9: steps[1].do.zh: In '记下APP的报错。': Han and Latin or digits touch.",
    "figures-agree": "data/scams/fake-support.yaml:8: facts[0].text.en: The two languages differ in their units: '15 天' and '15 weeks'.",
    "dates": "data/sources.yaml:6: okx-help.published: The date 2026-12-02 lies in the future (today is 2026-12-01).",
    "official-source": "data/issues/login.yaml:20: expect.can[0].verification.level: 'official' rests on 'blog', which is of the kind 'anonymous'.",
    "sources-agree": "data/issues/login.yaml:20: expect.can[0].verification.also: 'blog' is named twice.",
    "levels-descend": "data/channels/okx.yaml:13: contacts.chat.verification.level: The level 'official' stands above that of the address, which is 'reported'.",
    "facts-differ": "data/places/mt.yaml:15: bodies.regulator.can[0]: The fact stands here a second time; the first is on line 18.",
    "one-level": (
        "data/issues/login.yaml:21: expect.cannot[0].verification.level: "
        "The level is 'reported' here, and 'official' for the same sentence in data/platforms/okx.yaml:35."
    ),
    "desks-are-own": "data/platforms/okx.yaml:27: entities.okx-eu.desk[0]: 'kestrel/mail' belongs to another platform.",
    "entities-serve-somebody": "data/platforms/okx.yaml:21: entities.okx-eu: The company names neither 'residents' nor 'others', so no reader would be led to it.",
    "aliases-are-own": "data/platforms/kestrel.yaml:9: aliases[1]: '欧易' is the name of the platform 'okx'.",
    "contact-types-fit": "data/channels/kestrel.yaml:3: contacts.mail.type: The address is of the kind 'email', and the type is 'phone'.",
    "bodies-take-troubles": "data/places/mt.yaml:11: bodies.regulator: No trouble leads to the body.",
    "takings-can-be-met": "data/places/mt.yaml:17: bodies.regulator.takes[0].troubles[0]: 'login' is of the group 'account', which stands here, too.",
    "domains-are-no-public-hosts": "data/platforms/kestrel.yaml:14: domains[1].host: 'bit.ly' is a link shortener: anybody can have an address there.",
    "domains-have-one-owner": "data/platforms/kestrel.yaml:14: domains[1].host: The domain 'www.okx.com' belongs to the platform 'okx'.",
    "own-domains-apart": "data/sources.yaml:11: law-act.url: The domain '0kx.com' looks like 'okx.com' but is not.",
    "look-alikes-are-vouched-for": "data/platforms/okx.yaml:9: domains[0].host: The domain 'okxhelp.com' looks like 'okx.com', and 'okx.com' does not vouch for it.",
    "contact-hosts": "data/channels/okx.yaml:7: contacts.chat.contact.value: The domain 'help.example' is not among the platform's official domains (okx.com).",
    "contact-sources": "data/channels/okx.yaml:8: contacts.chat.contact.verification.source: No source of 'Help, Chat' stands on an official domain of the platform (okx.com).",
    "addresses-invite-nobody": "data/sources.yaml:21: kestrel-help.url: The address carries 'ref=', by which somebody is paid or the reader is followed.",
    "not-official-is-not": "data/platforms/okx.yaml:17: not_official[0].value: 'help[.]okx[.]com' stands on the official domain 'okx.com'.",
    "not-official-cannot-be-opened": "data/platforms/okx.yaml:17: not_official[0].value: 'okx-support.com' can be opened.",
    "domains-in-texts": "data/issues/login.yaml:9: steps[1].do.en: The domain 'okx-help.example' is nowhere listed as an official one.",
    "letter-fields": "data/letters/complaint.yaml:13: paragraphs[2].text.en: There is no field 'detials'.",
    "field-names": "data/fields.yaml:22: reset: The form itself uses the name 'reset'.",
    "public-letters": "data/letters/complaint.yaml:5: public: The letter is public but asks for what is private: uid.",
    "conditions": "data/letters/first-ticket.yaml:10: paragraphs[1].when.is[0]: The field 'send-by' has no choice 'chat'.",
    "letter-figures": "data/letters/complaint.yaml:9: paragraphs[1].text.en: The two languages differ in their figures: 15 and 14.",
    "rights-have-basis": "data/letters/complaint.yaml:8: paragraphs[0]: The paragraph says '7 days' but has no 'basis'.",
    "prose-is-no-link": "docs/en/more.md:1: This is a symbolic link.",
    "prose-is-markdown": "docs/en/style.css:1: Only '.md' files live here.",
    "prose-in-both-languages": "docs/en/new.md:1: The page has no counterpart in 'docs/zh'.",
    "prose-names": "docs/en/README.md:1: The name 'README' is not an id.\ndocs/zh/README.md:1: The name 'README' is not an id.",
    "prose-heads": "docs/en/about.md:3: The front matter holds more than a description.",
    "prose-calls": "docs/en/about.md:8: The macro 'contatc' is undefined.",
    "prose-entries": "docs/en/about.md:8: There is no entry 'okx/chta' among 'contacts'.",
    "prose-markup": "docs/en/about.md:12: The page holds HTML.",
    "prose-html": "docs/en/about.md:12: The link 'http://law.example/act' is neither https nor a page of ours.",
    "prose-links": "docs/en/about.md:6: The link 'cases.md' leads to the page 'cases/', which does not exist.",
    "prose-anchors": "docs/en/about.md:10: The anchor '#top' stands twice on the page 'about/'.",
    "contacts-are-first-hand": "data/places/mt.yaml:8: emergency[1].value: At 'press.example' stand only sources of the press or copies.",
    "list-is-in-order": "data/allowed.txt:9: 'help.okx.com' stands after 'kestrel.example'.",
    "addresses-are-listed": "data/channels/kestrel.yaml:21: contacts.line.contact.value: '35621249246' does not stand in data/allowed.txt.",
    "deadlines-are-listed": "data/platforms/okx.yaml:29: entities.okx-eu.clocks[0].count: '16-working-day' does not stand in data/allowed.txt.",
    "phrases": "data/strings.yaml:1: search: The phrase is missing.",
}
"""What the command tells of each bad example, without the fix."""


def apply(data: Data, edits: tuple[Edit, ...]) -> None:
    """Makes the edits of an example: each passage stands once in its file."""
    for edit in edits:
        path = f"../{edit.path}"
        if edit.target:
            (data.root / path).symlink_to(edit.target)
        elif edit.old:
            data.replace(path, edit.old, edit.new)
        else:
            data.write(path, ((data.read(path) if (data.root / path).exists() else "") + edit.new).encode())


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.id)
def test_bad_example_is_told_by_the_command_at_its_line(guide: Data, rule: Rule) -> None:
    apply(guide, rule.bad)
    status, told = guide.check()
    assert (status, [problem.split("\n")[0] for problem in told]) == (1, TOLD[rule.id].split("\n"))


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.id)
def test_bad_example_is_told_by_its_own_rule(guide: Data, rule: Rule) -> None:
    apply(guide, rule.bad)
    context = context_of(load(guide.root)[0], guide.root, Publication(guide.root.parent / "docs"))
    assert [str(problem).split("\n")[0] for problem in sorted(rule.check(context))] == TOLD[rule.id].split("\n")


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.id)
def test_good_example_passes_the_command(guide: Data, rule: Rule) -> None:
    apply(guide, rule.good)
    assert guide.check() == (0, [])


def test_no_rule_is_forgotten() -> None:
    files = sorted((ROOT / "macros/checks").rglob("*.py"))
    written = {name for file in files for name in re.findall(r"^def check_(\w+)\(context", file.read_text(encoding="utf-8"), re.MULTILINE)}
    assert written == {rule.id.replace("-", "_") for rule in ALL_RULES}
    assert len(ALL_RULES) == len({rule.id for rule in ALL_RULES}) >= 30


def test_command_prints_every_rule_with_its_examples() -> None:
    done = subprocess.run([sys.executable, "-m", "macros", "rules"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    told = {text.split("\n")[0]: text for text in done.stdout.strip().split("\n\n") if not text.startswith(" ")}
    assert list(told) == [rule.id for rule in ALL_RULES]
    for rule in ALL_RULES:
        assert rule.text.split("\n")[0] in done.stdout
    assert done.stdout.count("\n    Bad:  ") >= len(ALL_RULES)
    assert done.stdout.count("\n    Good: ") >= len(ALL_RULES)
    assert (done.returncode, done.stderr) == (0, "")
