"""Rights and deadlines in letters: each has its basis, says the same in both languages, and stands only where it applies."""

import re

import pytest

from macros.engines.letters import Reader, fill
from macros.model import kinds
from tests.letters.desk import LANGUAGES, LETTERS, Desk, library, say, template
from tests.sample import Data
from tests.site.checkout import Site
from tests.survey import few

LETTER = "letters/complaint.yaml"
WITH_FIGURE = '- text: {zh: "请在 15 个工作日内答复。", en: "Please answer within 15 working days."}'
BASIS = """    basis:
      rule: {zh: 某某法, en: Some Act}
      verification: {level: official, source: law-act}
"""


def clauses(letter: str) -> list[int]:
    """The paragraphs limited to some companies or places."""
    return [i for i, clause in enumerate(template(letter).clauses) if clause.entities or clause.places]


def say_instead(data: Data, zh: str, en: str, *, basis: bool) -> None:
    """Puts another paragraph in the place of the one with the deadline."""
    data.replace(LETTER, WITH_FIGURE, f'- text: {{zh: "{zh}", en: "{en}"}}')
    if not basis:
        data.replace(LETTER, BASIS, "")


# ── What the check refuses ────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("请在 15 个工作日内答复。", "Please answer within 15 working days."),
        ("请在 2 个月内答复。", "Please answer within 2 months."),
        ("请在 3 周内答复。", "Please answer within 3 weeks."),
        ("请在 1 年内答复。", "Please answer within 1 year."),
        ("第 6 条规定了这项权利。", "Article 6 gives me this right."),
        ("第 2025/294 号条例适用。", "Regulation 2025/294 applies."),
        ("第 5 节适用。", "Section 5 applies."),
        ("请在 48 小时内答复。", "Please answer within 48 hours."),
        ("请在 15 天内答复。", "Please answer within 15 calendar days."),
    ],
)
def test_deadline_or_right_without_basis_is_refused(data: Data, zh: str, en: str) -> None:
    say_instead(data, zh, en, basis=True)
    assert data.problems() == []
    data.replace(LETTER, BASIS, "")
    (problem,) = data.problems()
    assert "has no 'basis'" in problem


def test_the_command_says_no_to_a_deadline_without_basis(data: Data) -> None:
    say_instead(data, "请在 15 个工作日内答复。", "Please answer within 15 working days.", basis=False)
    status, problems = data.check()
    assert status == 1
    assert "The paragraph says '15 working days' but has no 'basis'." in problems[0]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("要等 3 个月。", "It takes 2 months."),
        ("金额超过 25 万。", "The amount is above 25,000."),
        ("金额超过 250,000。", "The amount is above 250."),
        ("一共 2 次，每次 3 个。", "It was 2 times."),
    ],
)
def test_figures_that_differ_between_the_languages_are_refused(data: Data, zh: str, en: str) -> None:
    say_instead(data, zh, en, basis=True)
    (problem,) = data.problems()
    assert "The two languages differ in their figures" in problem


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("要等 2 个月。", "It takes 2 months."),
        ("金额超过 25 万。", "The amount is above 250,000."),
        ("金额超过 250,000 元。", "The amount is above 250000 yuan."),
        ("金额是 120 万。", "The amount is 1.2 million."),
        ("金额是 3 亿。", "The amount is 300 million."),
        ("第 2025/294 号条例第 6 条。", "Article 6 of Regulation 2025/294."),
    ],
)
def test_the_same_figures_written_another_way_pass(data: Data, zh: str, en: str) -> None:
    say_instead(data, zh, en, basis=True)
    assert data.problems() == []


def test_blank_in_one_language_only_is_refused(data: Data) -> None:
    say_instead(data, "请答复 {uid}。", "Please answer.", basis=True)
    assert any("differ in their holes: {uid}" in problem for problem in data.problems())


# ── The letters themselves ────────────────────────────────────────────────────


def in_figures(text: str) -> list[str]:
    return sorted(re.findall(r"\d+", text.replace(",", "")))


@pytest.mark.parametrize("letter", LETTERS)
def test_every_paragraph_has_both_languages_with_the_same_blanks(letter: str) -> None:
    for text in [template(letter).subject, *(clause.text for clause in template(letter).clauses)]:
        assert all(text[language] for language in LANGUAGES)
        blanks = [sorted(set(re.findall(r"\{.*?\}", text[language]))) for language in LANGUAGES]
        assert blanks[0] == blanks[1], text
        assert in_figures(re.sub(r"\{.*?\}", "", text["zh"])) == in_figures(re.sub(r"\{.*?\}", "", text["en"])), text


@pytest.mark.parametrize("letter", LETTERS)
def test_every_paragraph_that_names_a_time_limit_has_a_receipt_on_the_page(letter: str, guide: Site) -> None:
    limits = [
        i
        for i, paragraph in enumerate(library().get(kinds.LETTERS, letter).paragraphs)
        if re.search(r"\d\s*(?:个工作日|日内|天|个月|周|小时)", paragraph.text.zh)
    ]
    for root in ("", "en/"):
        page = guide.pages[f"{root}letters/{letter}/"]
        assert [i for i in limits if not page.xpath(f"//li[@id='receipt-{i}']//details")] == []


def test_there_are_clauses_to_judge() -> None:
    assert len(clauses("formal-complaint")) >= 2


# ── In the live letter ────────────────────────────────────────────────────────


def shown(desk: Desk, tongue: str) -> list[int]:
    place = "rows => rows.map(row => [...row.parentElement.querySelectorAll('.letter__row')].indexOf(row))"
    return list(desk.sheet(tongue).locator(".letter__row").filter(visible=True).evaluate_all(place))


def receipts(desk: Desk) -> list[int]:
    number = "marks => marks.map(mark => Number(mark.dataset.receipt))"
    return list(desk.page.locator("li[data-receipt]").filter(visible=True).evaluate_all(number))


AGREEING = (
    Reader(),
    Reader(entity="okx/eea"),
    Reader(entity="okx/us"),
    Reader(place="eu"),
    Reader(entity="okx/eea", place="eu"),
    Reader(entity="okx/us", place="us"),
)
CONTRADICTING = (Reader(entity="okx/us", place="eu"), Reader(entity="okx/eea", place="us"))
"""Of a company that does not serve the place nothing is claimed."""


@pytest.mark.parametrize("language", few(LANGUAGES, 2))
def test_letter_holds_the_clauses_that_apply_to_the_reader_and_no_other(desk: Desk, language: str) -> None:
    desk.open("formal-complaint", language)
    for reader in (*AGREEING, *CONTRADICTING):
        values = desk.write_all()
        desk.box("place").select_option("")
        desk.choose_company(reader.entity)
        desk.box("place").select_option(reader.place)
        values["legal-entity"] = desk.box("legal-entity").input_value()
        assert_holds_its_clauses(desk, values, reader if reader in AGREEING else Reader())
        assert desk.conflicts == ([] if reader in AGREEING else [say("conflict-place", language)])


def assert_holds_its_clauses(desk: Desk, values: dict[str, str], reader: Reader) -> None:
    """On the sheet, among the receipts and in the copy."""
    filled = fill(template(desk.letter), values, reader, desk.language)
    belonging = [i for i, pieces in enumerate(filled.paragraphs) if pieces is not None]
    limited = [i for i in clauses(desk.letter) if i in belonging]
    assert shown(desk, desk.language) == belonging, reader
    assert [i for i in clauses(desk.letter) if i in receipts(desk)] == limited, reader
    copied = desk.copied()
    for i in clauses(desk.letter):
        text = template(desk.letter).clauses[i].text[desk.language].strip()
        assert (text in copied) is (i in limited), reader


def test_reader_of_the_eea_company_gets_its_clauses_and_a_us_reader_none(desk: Desk) -> None:
    desk.open("formal-complaint", "en")
    assert [i for i in clauses("formal-complaint") if i in shown(desk, "en")] == []
    desk.choose_company("okx/eea")
    assert "15 working days" in desk.sheet("en").inner_text()
    assert "15 个工作日" in desk.sheet("zh").inner_text()
    desk.choose_company("okx/us")
    desk.box("place").select_option("eu")
    assert "15 working days" not in desk.sheet("en").inner_text()
    assert "2025/294" not in desk.sheet("en").inner_text()


def test_chosen_company_fills_in_its_legal_name(desk: Desk) -> None:
    desk.open("formal-complaint", "en")
    desk.choose_company("okx/eea")
    assert desk.box("legal-entity").input_value() == library().get(kinds.ENTITIES, "okx/eea").name
    assert "To: OKX Europe Limited" in desk.sheet("en").inner_text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_mark_beside_a_clause_leads_to_its_basis(desk: Desk, language: str) -> None:
    desk.open("formal-complaint", language)
    desk.choose_company("okx/eea")
    first = clauses("formal-complaint")[0]
    mark = desk.sheet(language).locator(f"a[data-receipt='{first}']")
    assert mark.get_attribute("aria-label") == say("basis-mark", language)
    mark.click()
    receipt = desk.page.locator(f"#receipt-{first}")
    assert receipt.is_visible()
    basis = library().get(kinds.LETTERS, "formal-complaint").paragraphs[first].basis
    assert basis
    assert basis.rule[language] in receipt.inner_text().replace("\u00a0", " ")
