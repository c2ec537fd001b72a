"""Whatever a contributor can write ends in a library or in problems on lines that exist; never in a traceback."""

import json
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import ValidationError

from macros.checks import read_and_check
from macros.model.kinds import KINDS, Kind
from macros.model.lines import Lines
from macros.model.lines import Path as Where
from macros.model.problems import Problem
from macros.model.strict_yaml import Node, YamlError, parse
from macros.model.text import HOLE, HoledText, Model, Phrase, Text

NEARLY_YAML = st.text(st.sampled_from("ab:- ,#&*!|>'\"%@`{}[]?<~=\n\t\r\0\ufeff\u2028\x85中é\\01.")).map(str.encode)
NEARLY_ENTRY = st.lists(
    st.sampled_from(
        [
            *("name: {zh: a, en: b}", "questions:", "  q1:", "    answer: [x]", "    links: [a/b, issues/x]", "- a", "  - b: c"),
            *(
                "brief:",
                "  zh: '<'",
                '  en: "\\0"',
                "order: 1",
                "order: [1]",
                "<<: *a",
                "&a b: c",
                "---",
                "...",
                "? [a]",
                "[key]: x",
                "''",
                "\t",
            ),
        ]
    ),
    max_size=12,
).map(lambda lines: "\n".join(lines).encode())
PATHS = ["faqs/x.yaml", "sources.yaml", "letters/x.yaml"]
FORBIDDEN = set("<>{}`")


def check(path: str, raw: bytes) -> list[Problem]:
    with TemporaryDirectory() as folder:
        file = Path(folder, "data", path)
        file.parent.mkdir(parents=True)
        file.write_bytes(raw)
        return read_and_check(Path(folder, "data"))[1]


@pytest.mark.parametrize("path", PATHS)
@given(raw=st.binary() | NEARLY_YAML | NEARLY_ENTRY)
@example(raw=b"...")
@example(raw=b"---")
@example(raw=b"%YAML 1.1\n")
@example(raw=b"a: 'b")
@example(raw=b"\n\n\n[")
@example(raw=b"[key]: 1")
@example(raw=b"'': ''")
@example(raw=b"{}")
def test_any_bytes_give_problems_on_lines_of_the_file(path: str, raw: bytes) -> None:
    lines = max(1, raw.count(b"\n") + (not raw.endswith(b"\n")))
    for problem in check(path, raw):
        assert problem.path == f"data/{path}"
        assert 1 <= problem.line <= lines
        assert problem.message.endswith(".")
        assert problem.fix


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=12,
)


@st.composite
def entries(draw: st.DrawFn) -> tuple[Kind[Model], Mapping[str, object]]:
    """A kind, and a value with some of its keys and anything below them."""
    kind = draw(st.sampled_from(list(KINDS.values())))
    names = [field.alias or name for name, field in kind.model.model_fields.items()]
    value = draw(st.dictionaries(st.sampled_from(names) | st.text(max_size=3), JSON, max_size=6))
    return kind, value


@given(entries())
def test_any_values_below_known_keys_give_problems(entry: tuple[Kind[Model], Mapping[str, object]]) -> None:
    kind, value = entry
    raw = json.dumps(value if kind.folder else {"x": value}).encode()
    for problem in check(f"{kind.name}/x.yaml" if kind.folder else f"{kind.name}.yaml", raw):
        assert problem.line == 1
        assert problem.message
        assert problem.fix


def is_harmless(text: str) -> bool:
    return not set(text) & FORBIDDEN and all(c == "\n" or unicodedata.category(c)[0] != "C" for c in text)


HOSTILE = st.text() | st.text(st.sampled_from("ab<>{}`&;:/@.*_[]()\u202e\u2066\0\x1b\x85\u200b\n 中x"), max_size=20)


@pytest.mark.parametrize("model", [Text, HoledText, Phrase])
@given(text=HOSTILE)
@example(text="{a}")
def test_text_is_refused_or_harmless(model: type[Text | HoledText], text: str) -> None:
    try:
        value = model.model_validate({"zh": text, "en": text})
    except ValidationError:
        return
    for language in ("zh", "en"):
        assert is_harmless(value[language] if model is Text else HOLE.sub("", value[language]))
        assert value[language].strip() or model is not Text


@pytest.mark.parametrize("model", [HoledText, Phrase])
def test_text_with_holes_is_not_empty(model: type[HoledText]) -> None:
    with pytest.raises(ValidationError):
        model.model_validate({"zh": "", "en": ""})


@given(st.text(st.characters(categories=["L", "N", "Zs"]), min_size=1))
def test_words_are_never_refused(text: str) -> None:
    text = text.strip()
    if text and "www" not in text:
        assert Text.model_validate({"zh": text, "en": text}).en == text


SLIPS = "，、：【】［］–—−•·"
"""Signs that are told as slips where a comma, a colon, brackets or a dash was meant (tests/command/slips.py): no ordinary YAML."""
PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"], exclude_characters=SLIPS) | st.just(" "), max_size=20)
TREES = st.recursive(
    PLAIN, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(PLAIN.map(str.strip), inner, max_size=4), max_leaves=20
)


def base(raw: bytes) -> object:
    return yaml.load(raw, Loader=yaml.CBaseLoader)  # noqa: S506 - knows strings, lists and mappings only


@pytest.mark.parametrize("flow", [True, False])
@given(tree=TREES)
def test_ordinary_yaml_is_read_as_it_is_written(flow: bool, tree: Node) -> None:
    raw = yaml.safe_dump(tree, allow_unicode=True, default_flow_style=flow, width=10_000).encode()
    assert parse("x.yaml", raw).value == base(raw) == tree


@given(NEARLY_YAML | NEARLY_ENTRY | st.binary())
def test_what_is_not_refused_is_what_the_plainest_loader_reads(raw: bytes) -> None:
    try:
        document = parse("x.yaml", raw)
    except YamlError:
        return
    assert document.value == base(raw)


@given(TREES)
def test_every_node_has_its_line(tree: Node) -> None:
    raw = yaml.safe_dump(tree, allow_unicode=True, default_flow_style=False, width=10_000).encode()
    document = parse("x.yaml", raw)
    for where in nodes(document.value):
        assert 1 <= document.lines.by_node[where] <= max(1, raw.count(b"\n"))
        if where and isinstance(where[-1], str) and where[-1].isalnum():
            assert where[-1] in raw.decode().split("\n")[document.lines.line(where) - 1]


def nodes(value: Node, where: Where = ()) -> Iterator[Where]:
    yield where
    if isinstance(value, str):
        return
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
        yield from nodes(inner, (*where, key))


def test_place_that_is_not_in_the_file_has_the_line_of_what_encloses_it() -> None:
    document = parse("x.yaml", b"a:\n  b:\n    - c\n")
    assert [document.lines.line(where) for where in ((), ("a",), ("a", "b", 0), ("a", "b", 7, "x"), ("a", "z"), ("z",))] == [
        1,
        1,
        3,
        2,
        1,
        1,
    ]
    assert Lines("x.yaml").line(("a",)) == 1
