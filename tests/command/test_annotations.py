"""In continuous integration each problem is also a workflow command, which no contributed text can forge."""

from collections.abc import Callable

import pytest

from macros.model.problems import Problem
from tests.sample import Data


@pytest.fixture
def annotations(data: Data, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """The lines of the command's output that a forge obeys, with CI=true."""
    monkeypatch.setenv("CI", "true")
    return lambda: [line for line in data.told()[1].splitlines() if line.startswith("::")]


def test_clean_data_has_none(worded: Data, annotations: Callable[[], list[str]]) -> None:
    assert annotations() == []


def test_forge_that_only_names_itself_is_obeyed_as_well(data: Data, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    data.replace("issues/login.yaml", "urgency: normal", "urgency: norml")
    assert "::error file=data/issues/login.yaml,line=4::" in data.run().stdout


def test_there_are_none_outside_of_ci(data: Data) -> None:
    data.replace("issues/login.yaml", "urgency: normal", "urgency: norml")
    assert "::error" not in data.told()[1]


def test_problem_is_annotated_on_its_line(data: Data, annotations: Callable[[], list[str]]) -> None:
    data.replace("issues/login.yaml", "urgency: normal", "urgency: norml")
    assert annotations() == [
        "::error file=data/issues/login.yaml,line=4::urgency: 'norml' is not one of the allowed words."
        " Fix: Did you mean 'normal'? Use one of: now, today, normal."
    ]


def test_problem_of_a_whole_file_is_annotated(data: Data, annotations: Callable[[], list[str]]) -> None:
    data.write("issues/x.yaml", "")
    assert annotations() == ["::error file=data/issues/x.yaml,line=1::The file is empty. Fix: Fill it in, or delete it."]


def test_problem_without_a_field_is_annotated_without_one() -> None:
    assert Problem("data/a.yaml", 3, "", "Bad\r\n.", "Mend it.").annotation() == "::error file=data/a.yaml,line=3::Bad\\r\\n. Fix: Mend it."
    assert Problem("a,b:c", 3, "x.y", "Bad.", "Mend it.").annotation() == "::error file=a%2Cb%3Ac,line=3::x.y: Bad. Fix: Mend it."


def test_every_problem_is_annotated(data: Data, annotations: Callable[[], list[str]]) -> None:
    data.replace("issues/login.yaml", "urgency: normal", "urgency: norml")
    data.replace("strings.yaml", '"{count} found"', "found")
    assert [line.split("::")[1] for line in annotations()] == [
        "error file=data/issues/login.yaml,line=4",
        "error file=data/strings.yaml,line=2",
    ]


def test_percent_signs_are_escaped(data: Data, annotations: Callable[[], list[str]]) -> None:
    data.replace("issues/login.yaml", "Note the error.", '"100 %0A <b>"')
    assert annotations() == [
        "::error file=data/issues/login.yaml,line=9::steps[1].do.en: '100 %250A <b>': HTML is not used in texts. Fix: Write it in plain words."
    ]


def test_colons_and_commas_in_a_file_name_are_escaped(data: Data, annotations: Callable[[], list[str]]) -> None:
    data.write("issues/a,b::c.yaml", "a: b\n")
    assert annotations() == [
        "::error file=data/issues/a%2Cb%3A%3Ac.yaml,line=1::The file name 'a,b::c' is not an id."
        " Fix: Use lower-case letters, digits and single hyphens."
    ]


FORGERIES = [
    ("text", "issues/login.yaml", "Note the error.", '"a\\n::warning::forged <b>"'),
    ("date", "sources.yaml", "2026-01-15", '"a\\n::warning::forged"'),
    ("domain", "platforms/okx.yaml", "- host: okx.com", '- host: "a\\n::warning::forged"'),
    ("word of a set", "issues/login.yaml", "urgency: normal", 'urgency: "a\\n::warning::forged"'),
    ("reference", "issues/login.yaml", "scams: [fake-support]", 'scams: [fake-support, "a\\n::warning::forged"]'),
]


@pytest.mark.parametrize(("path", "old", "new"), [pytest.param(*case, id=name) for name, *case in FORGERIES])
def test_value_cannot_forge_an_annotation(data: Data, annotations: Callable[[], list[str]], path: str, old: str, new: str) -> None:
    data.replace(path, old, new)
    assert [line.split(" ")[0] for line in annotations()] == ["::error"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("urgency: normal", 'urgency: normal\n"a\\n::warning::forged": b', id="key"),
        pytest.param("link: evidence/ticket", 'link: "a\\n::warning::forged/b"', id="kind of a reference"),
    ],
)
def test_name_cannot_forge_an_annotation(data: Data, annotations: Callable[[], list[str]], old: str, new: str) -> None:
    data.replace("issues/login.yaml", old, new)
    assert [line.split(" ")[0] for line in annotations()] == ["::error"]


def test_file_name_cannot_forge_an_annotation(data: Data, annotations: Callable[[], list[str]]) -> None:
    data.write("issues/a\n::warning::forged.yaml", "a: b\n")
    assert [line.split(" ")[0] for line in annotations()] == ["::error"]
