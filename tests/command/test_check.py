"""What a contributor sees from ``python -m macros check``: one clear problem for each mistake, and nothing else."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import pytest
from _pytest.mark import ParameterSet

from macros.checks import context_of, read_and_check
from macros.checks.phrases import asked, check_phrases
from macros.model.kinds import FILED, STRINGS
from macros.model.load import load
from tests.sample import ROOT, Data

HERE_LIVE = "There are: " + ", ".join(f"{name}/" if kind.folder else f"{name}.yaml" for name, kind in FILED.items()) + "."
SAME_FIELD = "Write it like the same field of another entry."
CORRECT = "Correct the value."
VERIFIED_BY_LAW = "        verification: {level: official, source: law-act}\n"


def edited(name: str, path: str, old: str, new: str, line: int, message: str, fix: str = CORRECT) -> ParameterSet:
    """A mistake made in an existing file: a passage exchanged for another."""
    return pytest.param(lambda data: data.replace(path, old, new), f"data/{path}:{line}: {message}\n    fix: {fix}", id=name)


def written(name: str, path: str, content: str | bytes, line: int, message: str, fix: str) -> ParameterSet:
    """A mistake made by a new file."""
    return pytest.param(lambda data: data.write(path, content), f"data/{path}:{line}: {message}\n    fix: {fix}", id=name)


FORM = [
    edited(
        "repeated key",
        "places/mt.yaml",
        "bodies:",
        "name: {zh: 又一个, en: Another}\nbodies:",
        10,
        "The key 'name' stands here a second time; the first is on line 1.",
        "Keep one of the two, or rename one.",
    ),
    edited(
        "repeated key deep down",
        "sources.yaml",
        "  kind: law\n",
        "  kind: law\n  publisher: Senate\n",
        11,
        "The key 'publisher' stands here a second time; the first is on line 9.",
        "Keep one of the two, or rename one.",
    ),
    edited(
        "key with a blank",
        "platforms/okx.yaml",
        "  okx-eu:",
        '  "okx-eu ":',
        21,
        "The key 'okx-eu ' begins or ends with a blank.",
        "Delete the blank.",
    ),
    edited(
        "key that is a list",
        "places/mt.yaml",
        "bodies:",
        "? [a]\n: b\nbodies:",
        10,
        "A key must be a plain word.",
        "Write 'key: value'.",
    ),
    edited(
        "alias",
        "issues/login.yaml",
        "group: account",
        "group: *a",
        2,
        "YAML aliases and anchors ('a') are not used here.",
        "Write the value out.",
    ),
    edited(
        "anchor",
        "issues/login.yaml",
        "group: account",
        "group: &a account",
        2,
        "YAML aliases and anchors ('a') are not used here.",
        "Write the value out.",
    ),
    edited(
        "merge key",
        "issues/login.yaml",
        "group: account",
        "<<: {group: account}",
        2,
        "Merge keys ('<<') are not used here.",
        "Write the values out.",
    ),
    edited(
        "tag",
        "issues/login.yaml",
        "group: account",
        "group: !!python/name:os.system account",
        2,
        "YAML tags ('tag:yaml.org,2002:python/name:os.system') are not used here.",
        "Delete the tag.",
    ),
    edited(
        "two documents",
        "issues/login.yaml",
        "group: account",
        "---\ngroup: account",
        2,
        "A second YAML document begins here.",
        "Keep one document in a file; delete the '---'.",
    ),
    edited(
        "tab", "issues/login.yaml", "    link: evidence", "\t  link: evidence", 10, "The indentation holds a tab.", "Indent with spaces."
    ),
    edited("NUL", "issues/login.yaml", "Note the error", "Note the\0error", 9, "The invisible character U+0000 stands here.", "Delete it."),
    edited(
        "bidirectional override",
        "issues/login.yaml",
        "Note the error",
        "Note \u202ethe error",
        9,
        "The invisible character U+202E stands here.",
        "Delete it.",
    ),
    edited(
        "unclosed bracket",
        "issues/login.yaml",
        "channels: [live-chat]",
        "channels: [live-chat",
        13,
        "'[' is opened here and not closed.",
        "Close it with ']'.",
    ),
    written("invalid UTF-8", "issues/x.yaml", b"name: a\nbrief: \xff\n", 2, "The byte 0xff is not UTF-8.", "Save the file as UTF-8."),
    written(
        "byte-order mark",
        "issues/x.yaml",
        b"\xef\xbb\xbfname: a\n",
        1,
        "The file begins with a byte-order mark.",
        "Save it as UTF-8 without BOM.",
    ),
    written(
        "UTF-16",
        "issues/x.yaml",
        "name: a\n".encode("utf-16"),
        1,
        "The file begins with a byte-order mark.",
        "Save it as UTF-8 without BOM.",
    ),
    written(
        "CR LF",
        "issues/x.yaml",
        b"name: a\r\nbrief: b\r\n",
        1,
        "The line ends with CR LF (Windows).",
        "Save the file with LF line ends.",
    ),
    written(
        "CR alone",
        "issues/x.yaml",
        b"name: a\nbrief: b\rorder: 1\r",
        2,
        "The line ends with CR alone (old Macintosh).",
        "Save the file with LF line ends.",
    ),
    written(
        "1 MB",
        "issues/x.yaml",
        b"a" * 2_000_000,
        1,
        "The file has 2,000,000 bytes; 1,000,000 is the limit.",
        "Split it into smaller entries.",
    ),
    written(
        "lists 10,000 deep",
        "issues/x.yaml",
        b"[" * 10_000,
        1,
        "The nesting is deeper than 16 levels.",
        "Flatten it; see the example in CONTRIBUTING.md.",
    ),
    written(
        "mappings 10,000 deep",
        "issues/x.yaml",
        b"{a: " * 10_000,
        1,
        "The nesting is deeper than 16 levels.",
        "Flatten it; see the example in CONTRIBUTING.md.",
    ),
    written("empty file", "issues/x.yaml", b"", 1, "The file is empty.", "Fill it in, or delete it."),
    written("only a comment", "issues/x.yaml", b"# later\n", 1, "The file is empty.", "Fill it in, or delete it."),
    written(
        "list for a file of many",
        "retired.yaml",
        b"- a\n",
        1,
        "This file is a mapping of ids to entries.",
        "Begin each entry with its id and a colon.",
    ),
]

FIELDS = [
    edited(
        "text",
        "sources.yaml",
        "publisher: OKX",
        "publisher: [OKX]",
        3,
        "okx-help.publisher: A text is expected here, not a list.",
        "Write one text, without brackets.",
    ),
    edited(
        "text in two languages",
        "issues/login.yaml",
        "{zh: 记下报错。, en: Note the error.}",
        "Note the error.",
        9,
        "steps[1].do: A mapping (key: value lines) is expected here, not the text 'Note the error.'.",
        "Write {zh: …, en: …}.",
    ),
    edited(
        "list",
        "issues/login.yaml",
        "channels: [live-chat]",
        "channels: live-chat",
        13,
        "channels: A list ('- ' lines) is expected here, not the text 'live-chat'.",
        "Write each item on a line of its own that begins with '- '.",
    ),
    edited(
        "list left empty",
        "issues/login.yaml",
        "channels: [live-chat]",
        "channels:",
        13,
        "channels: A list ('- ' lines) is expected here, not nothing.",
        "Write each item on a line of its own that begins with '- '.",
    ),
    edited(
        "list too short",
        "issues/login.yaml",
        "  - do: {zh: 开工单。, en: Open a ticket.}\n    verification: {level: unverified}\n",
        "",
        7,
        "steps: The list's length is 2; at least 3 is expected.",
        "Add what is missing.",
    ),
    edited(
        "list too long",
        "issues/login.yaml",
        "channels: [live-chat]",
        "  - do: {zh: 等。, en: Wait.}\n" * 6 + "channels: [live-chat]",
        7,
        "steps: The list's length is 9; at most 8 is expected.",
        "Keep what matters most.",
    ),
    edited(
        "mapping",
        "faqs/contact.yaml",
        "questions:\n  where:\n    question: {zh: 去哪里？, en: Where to?}\n    answer: [{zh: 看这里。, en: Look here.}]\n    links: [issues/login]\n",
        "questions: [where]\n",
        3,
        "questions: A mapping (key: value lines) is expected here, not a list.",
        SAME_FIELD,
    ),
    edited(
        "whole number",
        "escalation/contact.yaml",
        "order: 1",
        "order: one",
        1,
        "order: A whole number is expected here, not the text 'one'.",
        "Write it in digits.",
    ),
    edited(
        "number too small", "escalation/contact.yaml", "order: 1", "order: 0", 1, "order: '0': input should be greater than or equal to 1."
    ),
    edited(
        "bool",
        "escalation/contact.yaml",
        "branch: false",
        "branch: maybe",
        2,
        "branch: 'true' or 'false' is expected here, not the text 'maybe'.",
        SAME_FIELD,
    ),
    edited(
        "date in another form",
        "sources.yaml",
        "2026-01-15",
        "15.1.2026",
        6,
        "okx-help.published: '15.1.2026': a date is written YYYY-MM-DD.",
        "Write it as YYYY-MM-DD, or leave it out.",
    ),
    edited(
        "date that does not exist",
        "sources.yaml",
        "2026-01-15",
        "2026-02-30",
        6,
        "okx-help.published: A date is expected here, not the text '2026-02-30'.",
        "Write a date that exists, as YYYY-MM-DD.",
    ),
    edited(
        "word of a set",
        "issues/login.yaml",
        "urgency: normal",
        "urgency: norml",
        4,
        "urgency: 'norml' is not one of the allowed words.",
        "Did you mean 'normal'? Use one of: now, today, normal.",
    ),
    edited(
        "reference of another type",
        "issues/login.yaml",
        "channels: [live-chat]",
        "channels: [{a: b}]",
        13,
        "channels[0]: A text is expected here, not a mapping.",
        SAME_FIELD,
    ),
    edited(
        "address of another scheme",
        "sources.yaml",
        "https://www.okx.com/help",
        "javascript:alert(1)",
        5,
        "okx-help.url: 'javascript:alert(1)': a web address begins with 'https://'.",
    ),
    edited(
        "contact of another scheme",
        "channels/okx.yaml",
        "https://www.okx.com/chat",
        "javascript:alert(1)",
        7,
        "contacts.chat.contact.value: 'javascript:alert(1)': a web address begins with 'https://'.",
    ),
    edited("domain", "platforms/okx.yaml", "- host: okx.com", "- host: okx", 9, "domains[0].host: 'okx' is not a domain name."),
    edited(
        "e-mail",
        "channels/okx.yaml",
        "complaints@okx.com",
        "complaints at okx.com",
        19,
        "contacts.mail.contact.value: 'complaints at okx.com' is not an e-mail address.",
    ),
    edited(
        "language",
        "channels/okx.yaml",
        "languages: [zh, en]",
        "languages: [zh, xq]",
        9,
        "contacts.chat.languages[1]: 'xq' is not a language code.",
        "Correct the value.",
    ),
    edited(
        "phone",
        "places/mt.yaml",
        '"112"',
        '"+356 (1) 12"',
        5,
        "emergency[0].value: '+356 (1) 12' is not a phone number (digits, single spaces or hyphens, + in front).",
        "Write '+356 1 12'.",
    ),
    edited("handle", "places/mt.yaml", '"@police"', '"@po lice"', 8, "emergency[1].value: '@po lice' is not a handle."),
    edited(
        "id as a key of many",
        "glossary.yaml",
        "ticket:\n",
        "Ticket_1:\n",
        1,
        "Ticket_1: The key 'Ticket_1' is not an id.",
        "Use lower-case letters, digits and single hyphens.",
    ),
    edited(
        "id as a key of parts",
        "platforms/okx.yaml",
        "  okx-eu:",
        "  OKX_EU:",
        21,
        "entities.OKX_EU: The key 'OKX_EU' is not an id.",
        "Use lower-case letters, digits and single hyphens.",
    ),
    edited(
        "country",
        "platforms/okx.yaml",
        "[de]",
        "[Germany]",
        24,
        "entities.okx-eu.residents[0]: 'Germany' is not a country code.",
        "Write 'de'.",
    ),
    edited(
        "account on a network",
        "platforms/okx.yaml",
        'value: "@okx"',
        'value: "@o k x"',
        14,
        "handles[0].value: '@o k x' does not fit the pattern ^@?[A-Za-z0-9_./]{2,64}$.",
        SAME_FIELD,
    ),
    edited(
        "pattern",
        "fields.yaml",
        '"^[0-9]+$"',
        '"["',
        6,
        "uid.pattern: '[': a pattern is '^', then signs or classes such as [A-Z0-9], each with a count such as {3,40}, then '$'.",
    ),
    edited(
        "missing key",
        "channels/okx.yaml",
        "    name: {zh: 投诉邮箱, en: Complaint mailbox}\n",
        "",
        14,
        "contacts.mail.name: 'name' is missing.",
        "Add 'name:'.",
    ),
    edited(
        "misspelt key",
        "issues/login.yaml",
        "urgency: normal",
        "urgnecy: normal",
        4,
        "urgnecy: Unknown key 'urgnecy'.",
        "Did you mean 'urgency'?",
    ),
    edited(
        "unknown key",
        "faqs/contact.yaml",
        "questions:",
        "zzz: 1\nquestions:",
        3,
        "zzz: Unknown key 'zzz'.",
        "The keys here are: name, brief, order, questions.",
    ),
    edited(
        "unknown key in a part",
        "platforms/okx.yaml",
        "    residents: [de]",
        "    resident: [de]",
        24,
        "entities.okx-eu.resident: Unknown key 'resident'.",
        "Did you mean 'residents'?",
    ),
    edited(
        "no English",
        "issues/login.yaml",
        ", en: Note the error.",
        "",
        9,
        "steps[1].do.en: The English text is missing.",
        "Add 'en:' with the English text; there is no fallback.",
    ),
    edited(
        "no Chinese",
        "issues/login.yaml",
        "zh: 记下报错。, ",
        "",
        9,
        "steps[1].do.zh: The Chinese text is missing.",
        "Add 'zh:' with the Chinese text; there is no fallback.",
    ),
    edited(
        "empty text",
        "issues/login.yaml",
        "Note the error.",
        '" "',
        9,
        "steps[1].do.en: ' ': the text is empty.",
        "Write it, or delete the key.",
    ),
]

TEXTS = [
    edited(
        "e-mail in a text",
        "issues/login.yaml",
        "Note the error.",
        "Write to help@okx.com.",
        9,
        "steps[1].do.en: 'Write to help@okx.com.': an e-mail address belongs in a contact, never inside a sentence.",
        "Take it out of the sentence; the contact stands in an entry of its own.",
    ),
    edited(
        "web address in a text",
        "issues/login.yaml",
        "Note the error.",
        "See https://okx.com/.",
        9,
        "steps[1].do.en: 'See https://okx.com/.': a web address belongs in a field of its own, never inside a sentence.",
        "Take it out of the sentence, or name the domain alone.",
    ),
    edited(
        "HTML in a text",
        "issues/login.yaml",
        "记下报错。",
        "<b>记下</b>报错。",
        9,
        "steps[1].do.zh: '<b>记下</b>报错。': HTML is not used in texts.",
        "Write it in plain words.",
    ),
    edited(
        "braces in a text",
        "issues/login.yaml",
        "Note the error.",
        '"Note {{ config }}."',
        9,
        "steps[1].do.en: 'Note {{ config }}.': '{field}' holes belong to letters and to strings.yaml only.",
        "Write a hole as the id of a field in braces, and only in a letter.",
    ),
    edited(
        "escaped control character",
        "issues/login.yaml",
        "Note the error.",
        '"Note\\e[31m."',
        9,
        "steps[1].do.en: 'Note\\x1b[31m.': it holds the invisible character U+001B.",
        "Delete it, or type the text anew.",
    ),
    edited(
        "escaped bidirectional override",
        "issues/login.yaml",
        "Note the error.",
        '"Note\\u202e."',
        9,
        "steps[1].do.en: 'Note\\u202e.': it holds the invisible character U+202E.",
        "Delete it, or type the text anew.",
    ),
    edited(
        "unknown domain in a text",
        "issues/login.yaml",
        "Note the error.",
        "Look at okx-help.example.",
        9,
        "steps[1].do.en: The domain 'okx-help.example' is nowhere listed as an official one.",
        "Write it defanged: 'okx-help[.]example'.",
    ),
    edited(
        "hole without a field",
        "letters/complaint.yaml",
        'zh: "详情：{details}", en: "Details: {details}"',
        'zh: "详情：{detials}", en: "Details: {detials}"',
        13,
        "paragraphs[2].text.en: There is no field 'detials'.",
        "Did you mean '{details}'?",
    ),
    edited(
        "holes that differ",
        "letters/complaint.yaml",
        'en: "Details: {details}"',
        'en: "Details: {uid}"',
        13,
        "paragraphs[2].text.en: The two languages differ in their holes: {details}, {uid}.",
        "Use the same holes in both.",
    ),
    edited(
        "holes that differ in words of the interface",
        "strings.yaml",
        "search: {zh: 搜索, en: Search}",
        'search: {zh: "搜索 {what}", en: Search}',
        1,
        "search.en: The two languages differ in their holes: {what}.",
        "Use the same holes in both.",
    ),
    edited(
        "deadline without a basis",
        "letters/complaint.yaml",
        "    basis:\n      rule: {zh: 某某法, en: Some Act}\n      verification: {level: official, source: law-act}\n",
        "",
        9,
        "paragraphs[1]: The paragraph says '15 working days' but has no 'basis'.",
        "Add 'basis' with the rule and its verification, or leave the figure out.",
    ),
    edited(
        "Chinese typography",
        "issues/login.yaml",
        "记下报错。",
        "记下APP的报错。",
        9,
        "steps[1].do.zh: In '记下APP的报错。': Han and Latin or digits touch.",
        "Put a space between them.",
    ),
    edited(
        "figures that differ",
        "letters/complaint.yaml",
        "within 15 working days",
        "within 14 working days",
        9,
        "paragraphs[1].text.en: The two languages differ in their figures: 15 and 14.",
        "Write the same figures in both.",
    ),
    edited(
        "blank that the letter has not",
        "letters/complaint.yaml",
        '  - text: {zh: "详情：{details}", en: "Details: {details}"}\n    when: {field: details}\n',
        "",
        5,
        "optional[0]: The letter has no blank 'details'.",
        "Delete it here, or use it.",
    ),
    edited(
        "pattern that takes for ever",
        "fields.yaml",
        '"^[0-9]+$"',
        '"^(a+)+$"',
        6,
        "uid.pattern: '^(a+)+$': a pattern is '^', then signs or classes such as [A-Z0-9], each with a count such as {3,40}, then '$'.",
    ),
    edited(
        "pattern that only Python reads",
        "fields.yaml",
        '"^[0-9]+$"',
        '"(?i)^x$"',
        6,
        "uid.pattern: '(?i)^x$': a pattern is '^', then signs or classes such as [A-Z0-9], each with a count such as {3,40}, then '$'.",
    ),
    edited(
        "choice without choices",
        "fields.yaml",
        "kind: line",
        "kind: choice",
        1,
        "uid: A field of the kind 'choice' has choices, and no other field has.",
    ),
    edited(
        "choices that are alike",
        "fields.yaml",
        "kind: text\n",
        "kind: choice\n  choices: [{value: a, label: {zh: 甲, en: A}}, {value: a, label: {zh: 乙, en: B}}]\n",
        7,
        "details: Two choices have the same value.",
    ),
    edited(
        "official domain among what is not official",
        "platforms/okx.yaml",
        "okx-support[.]com",
        "help[.]okx[.]com",
        17,
        "not_official[0].value: 'help[.]okx[.]com' stands on the official domain 'okx.com'.",
        "Correct one of the two.",
    ),
    edited(
        "domain of Cyrillic letters",
        "issues/login.yaml",
        "Type the address yourself.",
        "Type ok\u0445.com yourself.",
        8,
        "steps[0].do.en: The domain 'ok\u0445.com' is nowhere listed as an official one.",
        "Write it defanged: 'ok\u0445[.]com'.",
    ),
    edited(
        "domain with a Chinese dot",
        "issues/login.yaml",
        "自己输入网址。",
        "自己输入 evil。com 网址。",
        8,
        "steps[0].do.zh: The domain 'evil.com' is nowhere listed as an official one.",
        "Write it defanged: 'evil[.]com'.",
    ),
    edited(
        "domain in a name",
        "platforms/okx.yaml",
        "name: OKX Europe Ltd",
        "name: Visit okx-help.example now",
        22,
        "entities.okx-eu.name: The domain 'okx-help.example' is nowhere listed as an official one.",
        "Write it defanged: 'okx-help[.]example'.",
    ),
    edited(
        "address in full-width signs",
        "issues/login.yaml",
        "Type the address yourself.",
        "Write to help＠okx．com today.",
        8,
        "steps[0].do.en: 'Write to help＠okx．com today.': an e-mail address belongs in a contact, never inside a sentence.",
        "Take it out of the sentence; the contact stands in an entry of its own.",
    ),
    edited(
        "letter that shows nothing",
        "issues/login.yaml",
        "Type the address yourself.",
        "Type the\u3164 address yourself.",
        8,
        "steps[0].do.en: 'Type the\u3164 address yourself.': it holds the invisible character U+3164.",
        "Delete it, or type the text anew.",
    ),
    edited(
        "public letter that asks for what is private",
        "letters/complaint.yaml",
        "group: platform\n",
        "group: platform\npublic: true\n",
        5,
        "public: The letter is public but asks for what is private: uid.",
        "Leave these blanks out.",
    ),
    edited(
        "endless default",
        "fields.yaml",
        "example: {zh: 无, en: None}",
        "example: {zh: 无, en: None}\n  default: " + "a" * 300,
        7,
        f"details: The default '{'a' * 58}… is not one of the choices.",
        "Correct the value.",
    ),
    edited(
        "default that is no choice",
        "fields.yaml",
        "example: {zh: 无, en: None}",
        "example: {zh: 无, en: None}\n  default: phone",
        7,
        "details: The default 'phone' is not one of the choices.",
        "Correct the value.",
    ),
]

CLAIMS = [
    edited(
        "claim without verification",
        "issues/login.yaml",
        "      verification: {level: reported, source: blog}\n",
        "",
        19,
        "expect.can[0].verification: 'verification' is missing.",
        "Add 'verification:'.",
    ),
    edited(
        "level without a source",
        "issues/login.yaml",
        "{level: reported, source: blog}",
        "{level: reported}",
        20,
        "expect.can[0].verification: The level 'reported' needs a source.",
        "Add 'source:' with the id of an entry of sources.yaml.",
    ),
    edited(
        "official by an anonymous source",
        "issues/login.yaml",
        "{level: reported, source: blog}",
        "{level: official, source: blog}",
        20,
        "expect.can[0].verification.level: 'official' rests on 'blog', which is of the kind 'anonymous'.",
        "Use 'reported', or name a source of the kind operator, authority or law.",
    ),
    edited(
        "source named twice",
        "issues/login.yaml",
        "{level: reported, source: blog}",
        "{level: reported, source: blog, also: [blog]}",
        20,
        "expect.can[0].verification.also: 'blog' is named twice.",
        "Keep it in 'source' only.",
    ),
    edited(
        "fact told twice",
        "places/mt.yaml",
        VERIFIED_BY_LAW,
        VERIFIED_BY_LAW + "    cannot:\n      - text: {zh: 可以处罚。, en: It can fine.}\n        verification: {level: unverified}\n",
        18,
        "bodies.regulator.cannot[0]: The fact stands here a second time; the first is on line 15.",
        "Delete one of the two.",
    ),
    edited(
        "obsolete without a reason",
        "channels/okx.yaml",
        "      value: complaints@okx.com\n      verification: {level: official,",
        "      value: complaints@okx.com\n      verification: {level: obsolete,",
        17,
        "contacts.mail.contact: An obsolete value needs a 'reason' that warns the reader.",
        "Add 'reason:' with a text that warns the reader.",
    ),
    edited(
        "date in the future",
        "sources.yaml",
        "2026-01-15",
        "2026-12-02",
        6,
        "okx-help.published: The date 2026-12-02 lies in the future (today is 2026-12-01).",
        "Correct the date.",
    ),
    edited(
        "source without an address or a reason",
        "sources.yaml",
        "  url: https://law.example/act\n",
        "",
        7,
        "law-act: Give either 'url' or 'no_url' (why there is no address to link).",
        "Keep one of the two, or add one.",
    ),
]

REFERENCES = [
    edited(
        "near miss",
        "issues/login.yaml",
        "channels: [live-chat]",
        "channels: [live-chat, live-chta]",
        13,
        "channels[1]: There is no entry 'live-chta' among 'channel-types'.",
        "Did you mean 'live-chat'?",
    ),
    edited(
        "near miss of kind/id",
        "issues/login.yaml",
        "link: evidence/ticket",
        "link: evidence/tickets",
        10,
        "steps[1].link: There is no entry 'tickets' among 'evidence'.",
        "Did you mean 'ticket'?",
    ),
    edited(
        "near miss of a part",
        "platforms/okx.yaml",
        "mt/regulator",
        "mt/regulatr",
        26,
        "entities.okx-eu.regulator: There is no entry 'mt/regulatr' among 'bodies'.",
        "Did you mean 'mt/regulator'?",
    ),
    edited(
        "near miss of a source",
        "issues/login.yaml",
        "source: blog",
        "source: blgo",
        20,
        "expect.can[0].verification.source: There is no entry 'blgo' among 'sources'.",
        "Did you mean 'blog'?",
    ),
    edited(
        "near miss of a field in a condition",
        "letters/complaint.yaml",
        "when: {field: details}",
        "when: {field: detail}",
        14,
        "paragraphs[2].when.field: There is no entry 'detail' among 'fields'.",
        "Did you mean 'details'?",
    ),
    edited(
        "nothing near",
        "issues/login.yaml",
        "channels: [live-chat]",
        "channels: [live-chat, zzz]",
        13,
        "channels[1]: There is no entry 'zzz' among 'channel-types'.",
        "Name an entry of 'channel-types', or add it.",
    ),
    edited(
        "unknown icon",
        "scams/fake-support.yaml",
        "account-alert-outline",
        "account-alert-outlin",
        2,
        "icon: There is no icon 'account-alert-outlin'.",
        "Did you mean 'account-alert-outline'? Use the name of a Material Design icon, such as 'bank-outline'.",
    ),
    edited(
        "body that says nothing",
        "places/mt.yaml",
        "    can:\n      - text: {zh: 可以处罚。, en: It can fine.}\n" + VERIFIED_BY_LAW,
        "",
        11,
        "bodies.regulator: The body says neither what it can nor what it cannot do.",
        "Add 'can' or 'cannot'.",
    ),
    written(
        "place without a body",
        "places/xx.yaml",
        "name: {zh: 某地, en: Somewhere}\nregion: europe\nbrief: {zh: 某地。, en: Some place.}\n",
        1,
        "The place is 'covered' but has no body.",
        "Add a body, or set 'status: not-covered'.",
    ),
    written(
        "channels without a platform",
        "channels/foo.yaml",
        "contacts: {}\nnone_found:\n  - {text: {zh: 没有。, en: There is none.}, verification: {level: unverified}}\n",
        1,
        "There is no platform 'foo'.",
        "Add platforms/foo.yaml, or rename this file.",
    ),
]

FILES = [
    written("unknown folder", "issue/x.yaml", "a: b\n", 1, "No kind of entry lives here.", f"Did you mean 'issues'? {HERE_LIVE}"),
    written("unknown file", "sourcs.yaml", "a: b\n", 1, "No kind of entry lives here.", f"Did you mean 'sources'? {HERE_LIVE}"),
    written("folder in a folder", "issues/deep/x.yaml", "a: b\n", 1, "No kind of entry lives here.", HERE_LIVE),
    written(
        "folder for a file of many", "sources/x.yaml", "a: b\n", 1, "No kind of entry lives here.", f"Did you mean 'sources'? {HERE_LIVE}"
    ),
    written(
        "other extension", "issues/x.yml", "a: b\n", 1, "Only '.yaml' files live here.", "Rename it, or move it out of the data folder."
    ),
    written(
        "file that is not data", "README.md", "Hello\n", 1, "Only '.yaml' files live here.", "Rename it, or move it out of the data folder."
    ),
    written(
        "bad id",
        "issues/Bad_Name.yaml",
        "a: b\n",
        1,
        "The file name 'Bad_Name' is not an id.",
        "Use lower-case letters, digits and single hyphens.",
    ),
    written(
        "id of the folder's own page",
        "issues/index.yaml",
        "a: b\n",
        1,
        "The file name 'index' is taken by the site itself.",
        "Use lower-case letters, digits and single hyphens.",
    ),
    written(
        "id with two hyphens",
        "issues/a--b.yaml",
        "a: b\n",
        1,
        "The file name 'a--b' is not an id.",
        "Use lower-case letters, digits and single hyphens.",
    ),
    written(
        "endless id of a file",
        f"issues/{'a' * 65}.yaml",
        "a: b\n",
        1,
        f"The file name '{'a' * 58}… has 65 characters; 64 is the limit.",
        "Use lower-case letters, digits and single hyphens.",
    ),
    written(
        "endless id in a file of many",
        "retired.yaml",
        f"{'a' * 300}: {{kind: issues, reason: {{zh: 文, en: Text}}}}\n",
        1,
        f"{'a' * 300}: The key '{'a' * 58}… has 300 characters; 64 is the limit.",
        "Use lower-case letters, digits and single hyphens.",
    ),
    written(
        "Chinese id",
        "issues/登录.yaml",
        "a: b\n",
        1,
        "The file name '登录' is not an id.",
        "Use lower-case letters, digits and single hyphens.",
    ),
]


def contact_at(name: str, host: str, problem_fix: tuple[str, str]) -> ParameterSet:
    message, fix = problem_fix
    return edited(
        name, "channels/okx.yaml", "https://www.okx.com/chat", f"https://{host}/chat", 7, f"contacts.chat.contact.value: {message}", fix
    )


def looks_like_okx(host: str) -> tuple[str, str]:
    return (
        f"The domain '{host}' looks like 'okx.com' but is not.",
        "Use an address under 'okx.com', or list this one under 'not_official' as a warning.",
    )


def not_plain(host: str, plain: str) -> tuple[str, str]:
    return f"'https://{host}/chat': write the domain in its plain form '{plain}'.", CORRECT


HOSTS = [
    contact_at("digit for a letter", "0kx.com", looks_like_okx("0kx.com")),
    contact_at("official name in front", "okx.com.evil.example", looks_like_okx("okx.com.evil.example")),
    contact_at("official name and a word", "okx-support.com", looks_like_okx("okx-support.com")),
    contact_at("official name at the end", "notokx.com", looks_like_okx("notokx.com")),
    contact_at("Cyrillic letter in disguise", "xn--kx-emc.com", looks_like_okx("xn--kx-emc.com")),
    contact_at("Cyrillic letter", "оkx.com", not_plain("оkx.com", "xn--kx-emc.com")),
    contact_at("full-width dot", "okx。com", not_plain("okx。com", "okx.com")),
    contact_at("capital letters", "OKX.com", (not_plain("OKX.com", "okx.com")[0], "Write 'https://okx.com/chat'.")),
    contact_at(
        "another company's domain",
        "help.example",
        (
            "The domain 'help.example' is not among the platform's official domains (okx.com).",
            "Add the domain to the platform's 'domains' with its source first.",
        ),
    ),
    edited(
        "look-alike in an e-mail",
        "channels/okx.yaml",
        "complaints@okx.com",
        "complaints@okx-mail.com",
        19,
        "contacts.mail.contact.value: The domain 'okx-mail.com' looks like 'okx.com' but is not.",
        "Use an address under 'okx.com', or list this one under 'not_official' as a warning.",
    ),
]

MISTAKES = FORM + FIELDS + TEXTS + CLAIMS + REFERENCES + FILES + HOSTS

ELSEWHERE = "data/strings.yaml:2: found.en: The two languages differ in their holes: {count}.\n    fix: Use the same holes in both."


def test_clean_data_passes(worded: Data) -> None:
    done = worded.run()
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"\d+ entries, 0 problems\.\n", done.stdout)


PHRASES = [
    pytest.param("level-obsolete", "the family 'level-{}' asks", id="family"),
    pytest.param("footer-never", r"docs/overrides/partials/footer\.html:\d+ asks", id="theme"),
    pytest.param("nav-faq", r"docs/overrides/partials/sections\.html:\d+ asks", id="navigation"),
    pytest.param("refused-seed", "the family 'refused-{}' asks", id="script"),
    pytest.param("blanks-open", r"macros/html/form\.py:\d+ asks", id="program"),
    pytest.param("how-to-reach", r"macros/html/components/card\.html:\d+ asks", id="template"),
    pytest.param("glossary-brief", r"macros/pages/reference\.py:\d+ asks", id="section"),
]


@pytest.mark.parametrize(("key", "asker"), PHRASES)
def test_phrase_that_a_page_needs_is_told_with_who_asks_for_it(worded: Data, key: str, asker: str) -> None:
    worded.replace("strings.yaml", f"\n{key}:\n", f"\n{key}x:\n")
    code, [problem] = worded.check()
    assert code == 1
    pattern = (
        rf"data/strings\.yaml:1: {key}: The phrase is missing\.\n    fix: Add it in both languages; {asker} for it\. Is it '{key}x' there\?"
    )
    assert re.fullmatch(pattern, problem)


def test_every_phrase_is_asked_for_by_a_page_and_every_one_asked_for_is_there() -> None:
    library, _ = load(ROOT / "data")
    assert list(check_phrases(context_of(library, ROOT / "data"))) == []
    assert set(library.all(STRINGS)) - {key for _, key, _ in asked()} == set()


@pytest.mark.parametrize(("make", "problem"), MISTAKES)
def test_mistake_is_one_problem_on_its_line_with_a_fix(data: Data, make: Callable[[Data], None], problem: str) -> None:
    make(data)
    assert data.check() == (1, [problem])


@pytest.mark.parametrize(("make", "problem"), MISTAKES)
def test_other_files_are_still_checked(data: Data, make: Callable[[Data], None], problem: str) -> None:
    data.replace("strings.yaml", '"{count} found"', "found")
    make(data)
    assert sorted(data.problems()) == sorted([problem, ELSEWHERE])


def test_problems_are_sorted_by_path_and_line_and_counted(data: Data) -> None:
    data.replace("strings.yaml", '"{count} found"', "found")
    data.replace("issues/login.yaml", "urgency: normal", "urgency: soon")
    data.replace("issues/login.yaml", "group: account", "group: acount")
    *problems, total = data.run().stdout.splitlines()
    assert [line.split(": ")[0] for line in problems[::2]] == [
        "data/issues/login.yaml:2",
        "data/issues/login.yaml:4",
        "data/strings.yaml:2",
    ]
    assert total == "17 entries, 3 problems."


def test_symbolic_links_are_refused(data: Data) -> None:
    (data.root / "issues/link.yaml").symlink_to(data.root / "issues/login.yaml")
    (data.root / "issues/dead.yaml").symlink_to("nowhere")
    (data.root / "more").symlink_to(data.root / "issues")
    assert len(data.problems()) == 3
    assert data.check() == (
        1,
        [
            f"data/{path}:1: This is a symbolic link.\n    fix: Put the file itself here."
            for path in ("issues/dead.yaml", "issues/link.yaml", "more")
        ],
    )


def test_missing_folder_is_a_problem(data: Data) -> None:
    data.root = data.root / "nowhere"
    code, problems = data.check()
    assert (code, problems) == (1, [f"{data.root}:1: There is no such folder.\n    fix: Give the folder that holds the data."])


def test_file_in_place_of_the_folder_is_a_problem(data: Data) -> None:
    data.root = data.root / "issues/login.yaml"
    assert data.check() == (1, [f"{data.root}:1: This is no folder.\n    fix: Give the folder that holds the data."])


def test_hidden_files_are_passed_over(data: Data) -> None:
    data.write("issues/.login.yaml.swp", b"\xff")
    assert data.problems() == []


def test_every_entry_needs_a_way_in(data: Data) -> None:
    data.replace("issues/login.yaml", "scams: [fake-support]\n", "")
    problem = (
        "data/scams/fake-support.yaml:1: Nothing refers to 'fake-support', so no reader would find it.\n"
        "    fix: Refer to it from an entry it belongs to, or delete it."
    )
    assert data.check() == (1, [problem])


@pytest.mark.parametrize(
    ("path", "entry"),
    [
        ("channel-types.yaml", "x: {name: TEXT, icon: bank, brief: TEXT, good: [TEXT], bad: [TEXT], how: [TEXT], evidence_value: TEXT}"),
        ("fields.yaml", "x: {label: TEXT, kind: line, example: TEXT}"),
        ("evidence.yaml", "x: {name: TEXT, why: TEXT, capture: [TEXT], store: TEXT, mask: TEXT}"),
        ("sources.yaml", "x: {title: TEXT, publisher: X, kind: law, no_url: TEXT}"),
    ],
)
def test_every_entry_of_a_file_of_many_needs_a_way_in(data: Data, path: str, entry: str) -> None:
    line = data.read(path).count("\n") + 1
    data.add(path, entry.replace("TEXT", "{zh: 文, en: Text}") + "\n")
    problem = (
        f"data/{path}:{line}: x: Nothing refers to 'x', so no reader would find it.\n"
        "    fix: Refer to it from an entry it belongs to, or delete it."
    )
    assert data.problems() == [problem]


@pytest.mark.parametrize(
    ("old", "new"), [("issues/login.yaml", "issues/login.yml"), ("issues/login.yaml", "issues/Login.yaml"), ("sources.yaml", "sources.yml")]
)
def test_references_to_a_misnamed_file_are_not_blamed(data: Data, old: str, new: str) -> None:
    (data.root / old).rename(data.root / new)
    assert [problem.split(": ")[0] for problem in data.problems()] == [f"data/{new}:1"]


def test_references_to_a_misnamed_entry_are_not_blamed(data: Data) -> None:
    data.replace("sources.yaml", "okx-help:", "OKX_help:")
    assert [problem.split(": ")[0] for problem in data.problems()] == ["data/sources.yaml:1"]


@pytest.mark.parametrize("path", ["platforms/okx.yaml", "channels/okx.yaml", "places/mt.yaml", "channel-types.yaml", "evidence.yaml"])
def test_references_to_an_unreadable_file_are_not_blamed(data: Data, path: str) -> None:
    data.add(path, "]\n")
    assert [problem.split(":")[0] for problem in data.problems()] == [f"data/{path}"]


@pytest.mark.parametrize("path", ["platforms/okx.yaml", "channels/okx.yaml", "places/mt.yaml", "letters/complaint.yaml"])
def test_references_to_a_faulty_entry_are_not_blamed(data: Data, path: str) -> None:
    data.add(path, "zzz: 1\n")
    assert [problem.split(": ")[2] for problem in data.problems()] == ["Unknown key 'zzz'.\n    fix"]


def test_folder_without_data_is_no_success(data: Data, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert [str(problem) for problem in read_and_check(tmp_path / "empty")[1]] == [
        f"{tmp_path}/empty:1: There is no data here.\n    fix: Give the folder that holds the data."
    ]


def test_file_that_cannot_be_read_is_told_and_the_others_are_checked(data: Data, monkeypatch: pytest.MonkeyPatch) -> None:
    data.add("strings.yaml", 'found2: {zh: "{a}", en: "{b}"}\n')
    monkeypatch.setattr("builtins.open", _refuse_for("fees.yaml", open))
    data.write("issues/fees.yaml", data.read("issues/login.yaml"))
    told = data.problems()
    assert "data/issues/fees.yaml:1: It cannot be read: Permission denied.\n    fix: Let the program read it." in told
    assert any("found2.en" in problem for problem in told)


def _refuse_for(name: str, usual: Callable[..., IO[Any]]) -> Callable[..., IO[Any]]:
    def opening(path: str, *arguments: Any, **options: Any) -> IO[Any]:
        if Path(path).name == name and arguments == ("rb",):
            raise PermissionError(13, "Permission denied", path)
        return usual(path, *arguments, **options)

    return opening


def test_pipe_in_the_data_does_not_stop_the_check(data: Data) -> None:
    os.mkfifo(data.root / "issues" / "pipe.yaml")
    assert "data/issues/pipe.yaml:1: This is not a file.\n    fix: Put a file here, or nothing." in data.problems()


def test_fact_told_twice_on_one_page_is_told_across_its_files(data: Data) -> None:
    fact = "- text: {zh: 它有执照。, en: It has a licence.}\n    verification: {level: official, source: okx-help}\n"
    data.add("channels/okx.yaml", f"none_found:\n  {fact}")
    (problem,) = data.problems()
    assert problem.startswith("data/")
    assert "The fact stands here a second time; the first is in data/" in problem


@pytest.mark.parametrize("id", ["reset", "entity", "length", "uid-zone"])
def test_box_named_like_something_of_the_form_is_refused(data: Data, id: str) -> None:
    data.add("fields.yaml", f"{id}:\n  label: {{zh: 甲, en: A}}\n  kind: line\n  example: {{zh: 甲, en: A}}\n")
    assert f"data/fields.yaml:11: {id}: The form itself uses the name '{id}'.\n    fix: Choose another id." in data.problems()


@pytest.mark.parametrize(("kind", "hint"), [("issue", "Did you mean 'issues'? "), ("rubric", ""), ("sources", "")])
def test_only_what_had_a_page_of_its_own_can_be_retired(data: Data, kind: str, hint: str) -> None:
    data.write("retired.yaml", f"gone:\n  kind: {kind}\n  reason: {{zh: 没有了。, en: It is gone.}}\n".encode())
    kinds = "platforms, channel-types, issues, escalation, places, letters, faqs, scams"
    told = f"data/retired.yaml:2: gone.kind: '{kind}' has no pages that could be retired.\n    fix: {hint}Use one of: {kinds}."
    assert data.check() == (1, [told])
