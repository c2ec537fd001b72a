"""Each rule at its edges: what just passes, what just does not. Every rule as a contributor meets it: test_check.py."""

import json
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from macros.checks import read_and_check
from macros.model.problems import shown
from tests.sample import Data

QUICK = 5  # seconds; a pattern that tries again from every sign takes minutes


def messages(data: Data) -> list[str]:
    """The problems without place and fix."""
    return [problem.split("\n")[0].split(": ", 2)[-1] for problem in data.problems()]


def quoted(text: str) -> str:
    """The text in double quotes, with what cannot be printed as YAML escapes."""
    return "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in json.dumps(text, ensure_ascii=False))


def say(data: Data, text: str) -> None:
    """Puts an English sentence into an issue."""
    data.replace("evidence.yaml", "It proves that you made contact.", quoted(text))


# ── Texts ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text",
    [
        "Fees of 5 % & more; “quoted”, (bracketed), 'single' and C:\\path.",
        "Two\nlines",
        "A&B, Q&A, R&D, AT&T & co.",
        "⚠️ Careful",
        "Type okx.com or help.okx.com? No: only okx.com.",
        "Never open okx-help[.]example.",
        "Never write to help[at]okx-help[.]example.",
        "It costs $5, about 4.50 EUR, i.e. nothing.",
        "snake_case and 2*3*4",
        "Point 1.2.3 of the terms",
    ],
)
def test_plain_sentence_passes(data: Data, text: str) -> None:
    say(data, text)
    assert data.problems() == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a < b", "HTML is not used in texts"),
        ("a > b", "HTML is not used in texts"),
        ("&lt;b", "HTML is not used in texts"),
        ("&#60;b", "HTML is not used in texts"),
        ("&ltimg src=x&gt", "HTML is not used in texts"),
        ("&#60b", "HTML is not used in texts"),
        ("&#x3cb", "HTML is not used in texts"),
        ("&copy=1", "HTML is not used in texts"),
        ("{uid}", "'{field}' holes belong to letters and to strings.yaml only"),
        ("a } b", "'{field}' holes belong to letters and to strings.yaml only"),
        ("{% raw %}", "'{field}' holes belong to letters and to strings.yaml only"),
        ("`code`", "Markdown is not used in texts"),
        ("**bold**", "Markdown is not used in texts"),
        ("__bold__", "Markdown is not used in texts"),
        ("[a](b)", "Markdown is not used in texts"),
        ("http://a", "a web address belongs in a field of its own, never inside a sentence"),
        ("www.okx.com", "a web address belongs in a field of its own, never inside a sentence"),
        ("a.b@okx.com", "an e-mail address belongs in a contact, never inside a sentence"),
        ("a@b.c", "an e-mail address belongs in a contact, never inside a sentence"),
        ("a\tb", "it holds the invisible character U+0009"),
        ("a\x7fb", "it holds the invisible character U+007F"),
        ("a\x85b", "it holds the invisible character U+0085"),
        ("a\u200bb", "it holds the invisible character U+200B"),
        ("a\u2028b", "it holds the invisible character U+2028"),
        ("a\u2066b", "it holds the invisible character U+2066"),
        ("a\ue000b", "it holds the invisible character U+E000"),
        ("a\ufeffb", "it holds the invisible character U+FEFF"),
        ("a\U000e0041b", "it holds the invisible character U+E0041"),
        ("\u3000", "the text is empty"),
    ],
)
def test_text_with_tricks_is_refused(data: Data, text: str, reason: str) -> None:
    say(data, text)
    assert [message.split(": ", 1)[-1] for message in messages(data)] == [f"{reason}."]


@pytest.mark.parametrize("word", ["okx-help.example", "OKX-HELP.EXAMPLE", "a.b.c.example", "okx.com.evil.example", "0kx.com", "notokx.com"])
@pytest.mark.parametrize("sentence", ["Look at {}.", "请看{}。", "({})", '"{}"', "{}/path", "see:{}"])
def test_domain_nobody_vouches_for_is_refused_in_a_sentence(data: Data, sentence: str, word: str) -> None:
    say(data, sentence.format(word))
    assert messages(data) == [f"The domain '{word}' is nowhere listed as an official one."]


def test_problem_below_a_key_that_is_a_word_of_python_names_the_key(data: Data) -> None:
    data.replace("issues/login.yaml", "You forgot your password", "You saw okx-help.example")
    problem = "data/issues/login.yaml:24: branches[0].if.en: The domain 'okx-help.example' is nowhere listed as an official one."
    assert [text.split("\n")[0] for text in data.problems()] == [problem]


@pytest.mark.parametrize("word", ["okx.com", "help.okx.com", "OKX.com", "law.example"])
def test_domain_of_a_platform_or_a_first_hand_source_passes_in_a_sentence(data: Data, word: str) -> None:
    say(data, f"Look at {word}.")
    assert data.problems() == []


@pytest.mark.parametrize("text", ["Look at [okx-help.example].", "Look at (one of [a] okx-help.example])."])
def test_domain_in_brackets_is_refused_in_a_sentence(data: Data, text: str) -> None:
    say(data, text)
    assert messages(data) == ["The domain 'okx-help.example' is nowhere listed as an official one."]


def test_obsolete_contact_does_not_vouch_for_its_domain(data: Data) -> None:
    data.replace(
        "channels/okx.yaml",
        "      value: complaints@okx.com\n      verification: {level: official, source: okx-help}\n    verification: {level: official,",
        "      value: help@okex.example\n      reason: {zh: 旧品牌。, en: The old brand.}\n"
        "      verification: {level: obsolete, source: okx-help}\n    verification: {level: obsolete,",
    )
    say(data, "Look at okex.example.")
    assert messages(data) == ["The domain 'okex.example' is nowhere listed as an official one."]


@pytest.mark.parametrize("path", ["platforms/okx.yaml", "sources.yaml"])
def test_domains_are_not_blamed_while_the_official_ones_cannot_be_read(data: Data, path: str) -> None:
    domain = "domains:\n  - host: oklink.com\n    role: {zh: 查询, en: Look up}\n    verification: {level: official, source: okx-help}\n"
    data.replace("platforms/okx.yaml", "domains:\n", domain)
    say(data, "Look at oklink.com and law.example.")
    assert data.problems() == []
    data.add(path, "]\n")
    assert [problem.split(":")[0] for problem in data.problems()] == [f"data/{path}"]


@pytest.mark.parametrize("sign", ["a", "-", "a-", "a.", "aa.", "@", "1 ", "&a", " "])
def test_long_text_is_judged_quickly(data: Data, sign: str) -> None:
    data.replace("issues/login.yaml", "Note the error.", quoted(sign * (180_000 // len(sign)) + "]"))
    start = time.perf_counter()
    data.problems()
    assert time.perf_counter() - start < QUICK


@pytest.mark.parametrize(
    "text",
    [
        "用 App 登录 3 次，再等 24 小时。",
        "“登录”（或“注册”）：先看 okx.com。",
        "登录 3.5 次；第 2 次用 2FA？",
        "字" * 60 + "。" + "字" * 60 + "！",
        "一行\n又一行",
        "费用是 1,000 元",
    ],
)
def test_well_set_chinese_passes(data: Data, text: str) -> None:
    data.replace("evidence.yaml", "证明你联系过。", quoted(text))
    assert data.problems() == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("用App登录。", "In '用App登录。': Han and Latin or digits touch."),
        ("等24小时。", "In '等24小时。': Han and Latin or digits touch."),
        ("登录,再看。", "In '登录,再看。': half-width punctuation stands beside Han."),
        ("登录(或注册)。", "In '登录(或注册)。': half-width punctuation stands beside Han."),
        ("登录.", "In '登录.': half-width punctuation stands beside Han."),
        ("登录 账户。", "In '登录 账户。': a space too many."),
        ("登录， 再看。", "In '登录， 再看。': a space too many."),
        ("等 ２４ 小时。", "In '等 ２４ 小时。': a full-width letter or digit."),
        ("字" * 61 + "。", "A sentence has 61 characters; 60 is the limit."),
    ],
)
def test_badly_set_chinese_is_told(data: Data, text: str, fault: str) -> None:
    data.replace("evidence.yaml", "证明你联系过。", quoted(text))
    assert messages(data) == [fault]


# ── Values ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("value", ["112", "+356 2144 1155", "+44-800-023-4567", "00356 21 44", "12345678901234567890"])
def test_phone_number_passes(data: Data, value: str) -> None:
    data.replace("places/mt.yaml", '"112"', quoted(value))
    assert data.problems() == []


@pytest.mark.parametrize("value", ["1  2", "1-", "(02) 1", "112x", "1/2", "１１２", "++356 1", "1" * 21, "12\n34"])
def test_phone_number_with_other_signs_is_refused(data: Data, value: str) -> None:
    data.replace("places/mt.yaml", '"112"', quoted(value))
    assert messages(data) == [f"{shown(value)} is not a phone number (digits, single spaces or hyphens, + in front)."]


@pytest.mark.parametrize("value", ["@a b", "@a/b", "@ñandu", "@" + "a" * 65, "javascript:x"])
def test_handle_with_other_signs_is_refused(data: Data, value: str) -> None:
    data.replace("places/mt.yaml", '"@police"', quoted(value))
    assert messages(data) == [f"{shown(value)} is not a handle."]


@pytest.mark.parametrize(("old", "value"), [('"112"', "+"), ('"@police"', "@")])
def test_contact_of_one_sign_is_refused(data: Data, old: str, value: str) -> None:
    data.replace("places/mt.yaml", old, quoted(value))
    assert messages(data) == [f"'{value}': string should have at least 2 characters."]


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://law.example/", "a web address begins with 'https://'"),
        ("HTTPS://law.example/", "a web address begins with 'https://'"),
        ("//law.example/", "a web address begins with 'https://'"),
        ("data:text/html,x", "a web address begins with 'https://'"),
        ("https://law.example:8443/", "a web address has no user name and no port"),
        ("https://law.example@evil.example/", "a web address has no user name and no port"),
        ("https://[::1]/", "a web address has no user name and no port"),
        ("https://law.example/a b", "a web address has no spaces, quotes, backslashes or invisible characters"),
        ("https://law.example\\@evil.example", "a web address has no spaces, quotes, backslashes or invisible characters"),
        ('https://law.example/"onclick', "a web address has no spaces, quotes, backslashes or invisible characters"),
        ("https://law.example/\u202egpj", "a web address has no spaces, quotes, backslashes or invisible characters"),
        ("https://law.example/\u00adx", "a web address has no spaces, quotes, backslashes or invisible characters"),
        ("https://", "'' is not a domain name"),
        ("https://law", "'law' is not a domain name"),
        ("https://127.0.0.1/", "'127.0.0.1' is a number, not a domain name"),
        ("https://law..example/", "'law..example' is not a domain name"),
        ("https://law.example./", "'law.example.' is not a domain name"),
        ("https://law_.example/", "'law_.example' is not a domain name"),
        ("https://Law.example/", "write the domain in its plain form 'law.example'"),
        ("https://law．example/", "write the domain in its plain form 'law.example'"),
        ("https://例子.example/", "write the domain in its plain form 'xn--fsqu00a.example'"),
    ],
)
def test_web_address_with_tricks_is_refused(data: Data, url: str, reason: str) -> None:
    data.replace("sources.yaml", "https://law.example/act", quoted(url))
    assert messages(data) == [f"{shown(url)}: {reason}."]


@pytest.mark.parametrize(
    "url", ["https://law.example", "https://law.example/?a=1&b=2#c", "https://xn--fsqu00a.example/", "https://law.example/法律"]
)
def test_web_address_passes(data: Data, url: str) -> None:
    data.replace("sources.yaml", "https://law.example/act", quoted(url))
    assert data.problems() == []


ENCODED = ("help%40evil.example%2Cx@okx.com", "a&b@okx.com", "a?cc=b@okx.com")
"""A mailto link would read them as something else."""


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        *((address, " is not an e-mail address") for address in ("a b@okx.com", "@okx.com", "a@", "é@okx.com", "<a@okx.com>", *ENCODED)),
        ("a@okx", ": 'okx' is not a domain name"),
        ("a@@okx.com", ": '@okx.com' is not a domain name"),
        ("a@okx.com.", ": 'okx.com.' is not a domain name"),
        ("a@OKX.com", ": write the domain in its plain form 'okx.com'"),
    ],
)
def test_email_address_with_tricks_is_refused(data: Data, address: str, reason: str) -> None:
    data.replace("channels/okx.yaml", "complaints@okx.com", quoted(address))
    assert messages(data) == [f"'{address}'{reason}."]


@pytest.mark.parametrize("value", ["2026-1-15", "20260115", "2026-01-15T00:00", "1768435200", "today", ""])
def test_date_in_another_form_is_refused(data: Data, value: str) -> None:
    data.replace("sources.yaml", "2026-01-15", quoted(value))
    assert messages(data) == [f"'{value}': a date is written YYYY-MM-DD."]


@pytest.mark.parametrize("value", ["２０２６-01-15", "2026-13-01"])
def test_date_that_does_not_exist_is_refused(data: Data, value: str) -> None:
    data.replace("sources.yaml", "2026-01-15", quoted(value))
    assert messages(data) == [f"A date is expected here, not the text '{value}'."]


def test_today_is_not_the_future(data: Data) -> None:
    data.replace("sources.yaml", "2026-01-15", "2026-12-01")
    assert data.problems() == []


@pytest.mark.parametrize("epoch", ["abc", "1.5", "9" * 12, "9" * 40])
def test_day_that_is_no_count_of_seconds_is_told_in_one_line(data: Data, monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    done = data.run()
    told = f"SOURCE_DATE_EPOCH is '{epoch}'. Set it to a number of seconds since 1970, or leave it out.\n"
    assert (done.returncode, done.stdout, done.stderr) == (1, "", told)


def test_day_is_the_clock_s_if_nothing_sets_it(data: Data, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    data.replace("sources.yaml", "2026-01-15", "2999-01-01")
    assert messages(data) == [f"The date 2999-01-01 lies in the future (today is {datetime.now(UTC).date()})."]


@pytest.mark.parametrize("value", ["1_0", "1.0", "+5", "007", "１", "9" * 5000, '" 5"'])
def test_number_is_written_in_plain_digits(data: Data, value: str) -> None:
    data.replace("escalation/contact.yaml", "order: 1", f"order: {value}")
    (message,) = messages(data)
    assert message.startswith("A whole number is expected here, not the text ")
    assert len(message) < 120


@pytest.mark.parametrize("value", ["y", "yes", "on", "1", "True", "TRUE", "t", "no", '""'])
def test_true_and_false_are_written_out(data: Data, value: str) -> None:
    data.replace("escalation/contact.yaml", "branch: false", f"branch: {value}")
    (message,) = messages(data)
    assert message.startswith("'true' or 'false' is expected here, not ")


ONE_AT_LEAST = "The list's length is 0; at least 1 is expected."


@pytest.mark.parametrize(
    ("path", "old", "new", "message"),
    [
        ("channel-types.yaml", "good: [{zh: 快。, en: Fast.}]", "good: []", ONE_AT_LEAST),
        ("issues/login.yaml", "do: [{zh: 重设密码。, en: Reset it.}]", "do: []", ONE_AT_LEAST),
        ("evidence.yaml", "capture: [{zh: 截图。, en: Take a picture.}]", "capture: []", ONE_AT_LEAST),
        ("scams/fake-support.yaml", "do: [{zh: 挂断。, en: Hang up.}]", "do: []", ONE_AT_LEAST),
    ],
)
def test_list_that_an_entry_stands_on_is_not_empty(data: Data, path: str, old: str, new: str, message: str) -> None:
    data.replace(path, old, new)
    assert messages(data) == [message]


def test_topic_without_a_question_and_channels_without_a_word_are_refused(data: Data) -> None:
    data.write("faqs/empty.yaml", "name: {zh: 空, en: Empty}\nbrief: {zh: 空的。, en: Nothing.}\nquestions: {}\n")
    data.write("channels/empty.yaml", "contacts: {}\n")
    assert messages(data) == [
        "Give a contact, or say in 'none_found' that there is none.",
        "A topic has a question at least.",
    ]


@pytest.mark.parametrize(
    ("value", "message"),
    [
        *((value, f"A whole number is expected here, not the text '{value}'.") for value in ("1.5", "0x1", "1e0", "one")),
        ("-1", "'-1': input should be greater than or equal to 1."),
        ("100", "'100': input should be less than or equal to 99."),
    ],
)
def test_number_out_of_bounds_is_refused(data: Data, value: str, message: str) -> None:
    data.replace("escalation/contact.yaml", "order: 1", f"order: {value}")
    assert messages(data) == [message]


def test_numbers_and_words_that_yaml_would_convert_stay_texts(data: Data) -> None:
    data.replace("sources.yaml", "publisher: OKX", "publisher: 0123")
    data.replace("sources.yaml", "publisher: Parliament", "publisher: no")
    data.replace("sources.yaml", "publisher: unknown", "publisher: 1:30")
    assert data.problems() == []


@pytest.mark.parametrize(
    ("text", "reason"), [("<b>", "HTML is not used in texts"), ("a\u202eb", "it holds the invisible character U+202E")]
)
@pytest.mark.parametrize("kind", ["post", "app"])
def test_postal_address_with_tricks_is_refused(data: Data, kind: str, text: str, reason: str) -> None:
    data.replace("places/mt.yaml", 'kind: handle\n    value: "@police"', f"kind: {kind}\n    value: {quoted(text)}")
    assert [message.split(": ", 1)[-1] for message in messages(data)] == [f"{reason}."]


def test_postal_address_passes(data: Data) -> None:
    data.replace("places/mt.yaml", 'kind: handle\n    value: "@police"', 'kind: post\n    value: "1 Some Street\\nValletta"')
    assert data.problems() == []


# ── A pattern, an icon ────────────────────────────────────────────────────────


def test_pattern_that_overwhelms_the_compiler_is_refused(data: Data) -> None:
    data.replace("fields.yaml", '"^[0-9]+$"', '"^a{99999999999999999999}$"')
    assert messages(data) == ["'^a{99999999999999999999}$': not a regular expression: the repetition number is too large."]


def test_pattern_of_nested_groups_is_refused_quickly(data: Data) -> None:
    data.replace("fields.yaml", '"^[0-9]+$"', quoted("^" + "(" * 5000 + ")" * 5000 + "$"))
    start = time.perf_counter()
    assert [message.split(": ", 2)[-1] for message in messages(data)] == [
        "a pattern is '^', then signs or classes such as [A-Z0-9], each with a count such as {3,40}, then '$'."
    ]
    assert time.perf_counter() - start < QUICK


@pytest.mark.parametrize("name", ["../../../x", "a/b", "..", "A", "a" * 300])
def test_icon_that_the_set_has_not_is_refused(data: Data, name: str) -> None:
    data.replace("issues/login.yaml", "lock-outline", quoted(name))
    assert messages(data) == [f"There is no icon {shown(name)}."]


# ── Letters ───────────────────────────────────────────────────────────────────


def write_paragraph(data: Data, zh: str, en: str) -> None:
    """Replaces the first paragraph of the letter, which has no basis."""
    data.replace(
        "letters/complaint.yaml", '{zh: "我的编号是 {uid}。", en: "My number is {uid}."}', f"{{zh: {quoted(zh)}, en: {quoted(en)}}}"
    )


@pytest.mark.parametrize("figure", ["15 days", "8 weeks", "10 business days", "1 year", "Article 5", "Regulation 5", "section 3", "Art. 7"])
def test_deadline_or_rule_in_a_letter_needs_a_basis(data: Data, figure: str) -> None:
    write_paragraph(data, "{uid}" + figure.strip("abcdeghiklnorstuwyARS. "), f"My number is {{uid}}, see {figure}.")
    assert messages(data) == [f"The paragraph says '{figure}' but has no 'basis'."]


@pytest.mark.parametrize(
    ("zh", "en", "said"),
    [
        ("{uid}：15", "{uid}: answer within 15 calendar days.", "15 calendar days"),
        ("{uid}：48", "{uid}: answer within 48 hours.", "48 hours"),
        ("{uid}：15", "{uid}: there is a 15-day limit.", "15-day"),
        ("{uid}：请在 15 个工作日内答复。", "{uid}: 15.", "15 个工作日"),
        ("{uid}：依据第 5 条。", "{uid}: 5.", "第 5 条"),
    ],
)
def test_deadline_in_other_words_needs_a_basis(data: Data, zh: str, en: str, said: str) -> None:
    write_paragraph(data, zh, en)
    assert messages(data) == [f"The paragraph says '{said}' but has no 'basis'."]


@pytest.mark.parametrize(("zh", "en"), [("25 万", "250,000"), ("1.5", "1.5"), ("3 和 4", "4 and 3")])
def test_same_figures_in_other_words_pass(data: Data, zh: str, en: str) -> None:
    write_paragraph(data, zh, en)
    assert data.problems() == []


@pytest.mark.parametrize(
    ("zh", "en", "figures"),
    [("15", "14", "15 and 14"), ("15", "none", "15 and none"), ("2 万", "2,000", "20000 and 2000"), ("3 3", "3", "3, 3 and 3")],
)
def test_figures_of_a_letter_agree(data: Data, zh: str, en: str, figures: str) -> None:
    write_paragraph(data, zh, en)
    assert messages(data) == [f"The two languages differ in their figures: {figures}."]


@pytest.mark.parametrize("text", ["{uid} {details}", "{uid}\n{details}"])
def test_paragraph_of_nothing_but_holes_passes(data: Data, text: str) -> None:
    text = quoted(text)
    data.replace("letters/complaint.yaml", '{zh: "详情：{details}", en: "Details: {details}"}', f"{{zh: {text}, en: {text}}}")
    assert data.problems() == []


@pytest.mark.parametrize("text", ["{{uid}}", "{{{uid}}}", "{Uid}", "{ uid }", "{}", "{% uid %}", "{{uid}b}"])
def test_brace_that_is_no_hole_is_refused(data: Data, text: str) -> None:
    data.replace("letters/complaint.yaml", "My number is {uid}.", text)
    assert messages(data) == [f"'{text}': '{{field}}' holes belong to letters and to strings.yaml only."]


def test_misspelt_hole_in_one_language_is_told_once(data: Data) -> None:
    data.replace("letters/complaint.yaml", "Details: {details}", "Details: {detials}")
    assert messages(data) == ["The two languages differ in their holes: {details}, {detials}."]


def test_value_of_a_condition_is_an_id(data: Data) -> None:
    data.replace("letters/complaint.yaml", "when: {field: details}", 'when: {field: details, is: ["<b>"]}')
    assert messages(data) == ["'<b>' does not fit the pattern ^[a-z0-9]+(-[a-z0-9]+)*$."]


def test_condition_names_a_choice_of_its_field(data: Data) -> None:
    data.replace("letters/complaint.yaml", "when: {field: details}", "when: {field: details, is: [on-monday]}")
    assert messages(data) == ["The field 'details' has no choice 'on-monday'."]


# ── References and look-alikes ────────────────────────────────────────────────


@pytest.mark.parametrize("target", ["fields/uid", "channels/okx", "strings/search"])
def test_link_leads_to_an_entry_with_a_page(data: Data, target: str) -> None:
    data.replace("issues/login.yaml", "link: evidence/ticket", f"link: {target}")
    assert messages(data) == [f"The kind '{target.split('/')[0]}' has no pages to lead to."]


def test_link_without_its_kind_is_explained(data: Data) -> None:
    data.replace("issues/login.yaml", "link: evidence/ticket", "link: ticket")
    assert messages(data) == ["'ticket' is not of the form kind/id."]


@pytest.mark.parametrize(
    ("kind", "path", "entry"),
    [
        pytest.param("letters", "letters/lonely.yaml", "letters/complaint.yaml", id="letter"),
        pytest.param("escalation", "escalation/lonely.yaml", "escalation/contact.yaml", id="rung"),
    ],
)
def test_entry_does_not_lead_to_itself(data: Data, kind: str, path: str, entry: str) -> None:
    data.write(path, data.read(entry) + ("next: lonely\n" if kind == "letters" else "next: [lonely]\n"))
    assert messages(data) == ["Nothing refers to 'lonely', so no reader would find it."]


def test_look_alike_of_a_source_is_told_on_the_line_of_its_address(data: Data) -> None:
    data.replace("sources.yaml", "https://law.example/act", "https://0kx.com/act")
    assert [problem.split(": The")[0] for problem in data.problems()] == ["data/sources.yaml:11: law-act.url"]


@pytest.mark.parametrize("host", ["0kx.com", "okx-help.com", "xn--kx-emc.com", "okxhelp.com", "oxk.com", "xn--kx-fka.com"])
def test_source_at_a_look_alike_is_refused(data: Data, host: str) -> None:
    data.replace("sources.yaml", "https://law.example/act", f"https://{host}/act")
    assert messages(data) == [f"The domain '{host}' looks like 'okx.com' but is not."]


@pytest.mark.parametrize("old", ["    domain: okx.com", "domains:\n"])
def test_entity_or_domain_of_a_platform_that_looks_like_an_official_one_is_refused(data: Data, old: str) -> None:
    reported = "domains:\n  - host: okx-login.com\n    role: {zh: 登录, en: Log in}\n    verification: {level: reported, source: blog}\n"
    data.replace("platforms/okx.yaml", old, reported if old == "domains:\n" else "    domain: okx-login.com")
    assert messages(data) == ["The domain 'okx-login.com' looks like 'okx.com' but is not."]


IMITATIONS = ["okxhelp.com", "oxk.com", "xn--kx-fka.com", "okx-support.com.evil.example"]


def list_as_official(data: Data, host: str, source: str) -> None:
    """Lists a domain as official, with a source that stands on that same domain."""
    data.replace(
        "platforms/okx.yaml",
        "handles:\n",
        f"  - host: {host}\n    role: {{zh: 帮助, en: Help}}\n    verification: {{level: official, source: {source}}}\nhandles:\n",
    )
    data.replace("platforms/okx.yaml", "not_official:\n  - value: okx-support[.]com\n", "not_official:\n  - value: okx-mail[.]com\n")
    about = "  title: {zh: 页面, en: Page}\n  publisher: X\n  kind: operator\n"
    data.add("sources.yaml", f"theirs:\n{about}  url: https://{host}/about\n")


@pytest.mark.parametrize("host", IMITATIONS)
def test_look_alike_that_vouches_for_itself_is_not_official(data: Data, host: str) -> None:
    list_as_official(data, host, "theirs")
    assert data.problems() == [
        f"data/platforms/okx.yaml:12: domains[1].host: The domain '{host}' looks like 'okx.com', and 'okx.com' does not vouch for it.\n"
        "    fix: Name a source on 'okx.com' or from an authority, or list it under 'not_official' as a warning."
    ]


@pytest.mark.parametrize("source", ["okx-help, also: [theirs]", "law-act, also: [theirs]"])
def test_look_alike_that_the_real_one_or_the_law_names_is_official(data: Data, source: str) -> None:
    list_as_official(data, "okxhelp.com", source)
    assert data.problems() == []


def test_same_name_under_another_ending_is_left_to_the_reviewers(data: Data) -> None:
    list_as_official(data, "okx.example", "theirs")
    assert data.problems() == []


def test_problem_of_a_missing_folder_names_it(tmp_path: Path) -> None:
    _, problems = read_and_check(tmp_path / "nowhere")
    assert [(problem.path, problem.message) for problem in problems] == [(f"{tmp_path}/nowhere", "There is no such folder.")]


def test_obsolete_contact_may_stand_anywhere(data: Data) -> None:
    data.replace(
        "channels/okx.yaml",
        "      value: complaints@okx.com\n      verification: {level: official, source: okx-help}\n    verification: {level: official,",
        "      value: help@okex-old.example\n      reason: {zh: 旧品牌。, en: The old brand.}\n"
        "      verification: {level: obsolete, source: okx-help}\n    verification: {level: obsolete,",
    )
    assert data.problems() == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("\n      zh: 记下报错。\n      en: Call #110 now.", 11, id="on its line"),
        pytest.param("\n      zh: 记下报错。\n      en: Call\n        now #110.", 12, id="on the next line"),
        pytest.param("\n      zh: 记下报错。\n      en:\n        Call #110 now.", 12, id="below its key"),
        pytest.param("{zh: 记下报错。, en: Call #110 now.\n      }", 9, id="in braces"),
        pytest.param("\n      en: Note the error.\n      zh: 𝟙记下 #110。", 11, id="after a sign beyond the first plane"),
    ],
)
def test_text_cut_by_a_comment_is_refused_on_its_line(data: Data, text: str, line: int) -> None:
    data.replace("issues/login.yaml", "{zh: 记下报错。, en: Note the error.}", text)
    assert data.problems() == [
        f"data/issues/login.yaml:{line}: What stands after ' #' is a comment, and would be lost.\n    fix: Put the whole text in quotes."
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\n      zh: 记下 110。\n      en: |-\n        zh: text #110 is kept", id="block"),
        pytest.param('\n      zh: 记下 110。\n      en: "Call #110 now."  # quoted', id="quotes"),
        pytest.param("{zh: 记下报错。, en: Note the error.}  # after braces", id="braces"),
        pytest.param("\n      zh: 记下报错。\n      en: Note the error.\n      # a line of its own", id="line of its own"),
        pytest.param("\n      zh: 报错#1。\n      en: Note error#1.", id="no blank before"),
    ],
)
def test_comment_that_cuts_no_text_passes(data: Data, text: str) -> None:
    data.replace("issues/login.yaml", "{zh: 记下报错。, en: Note the error.}", text)
    assert data.problems() == []


# ── Output ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8:strict"])
def test_terminal_that_lacks_a_character_gets_an_escape(data: Data, monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", encoding)
    data.write("issues/\udcff登录.yaml", "a: b\n")
    done = data.run()
    assert "Traceback" not in done.stderr
    assert "1 problem." in done.stdout


def test_long_value_is_cut(data: Data) -> None:
    say(data, "a" * 500 + "<")
    assert data.problems() == [
        f"data/evidence.yaml:3: ticket.why.en: '{'a' * 58}…: HTML is not used in texts.\n    fix: Write it in plain words."
    ]


def test_text_without_an_end_is_refused(data: Data) -> None:
    say(data, "a" * 3_001)
    assert messages(data) == [f"'{'a' * 58}…: the text has 3,001 characters; 3,000 is the limit."]
