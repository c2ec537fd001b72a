"""What builds keep for each other: believed only if it is whole and ours, and never missed."""

import os
from pathlib import Path

import pytest

from macros.generator.store import Store, key_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kept"


def ask(folder: Path, made: list[str], *parts: str) -> str:
    def make() -> str:
        made.append(":".join(parts))
        return f"answer to {parts}"

    return Store(folder).kept(parts, make)


def test_an_answer_is_worked_out_once_for_the_same_parts(folder: Path) -> None:
    made: list[str] = []
    assert ask(folder, made, "a", "b") == ask(folder, made, "a", "b") == "answer to ('a', 'b')"
    assert ask(folder, made, "ab") == "answer to ('ab',)"
    assert made == ["a:b", "ab"]


@pytest.mark.parametrize("damage", ["", "short", "x" * 100, None], ids=["empty", "short", "foreign", "one bit"])
def test_what_is_broken_or_foreign_is_worked_out_again(folder: Path, damage: str | None) -> None:
    made: list[str] = []
    ask(folder, made, "a")
    (file,) = folder.iterdir()
    data = file.read_bytes()
    file.write_bytes(damage.encode() if damage is not None else data[:-1] + bytes([data[-1] ^ 1]))
    assert ask(folder, made, "a") == "answer to ('a',)"
    assert made == ["a", "a"]
    assert file.read_bytes() == data


def test_an_answer_to_another_question_is_not_believed(folder: Path) -> None:
    made: list[str] = []
    ask(folder, made, "a")
    (file,) = folder.iterdir()
    file.rename(folder / key_of(["b"]))
    assert ask(folder, made, "b") == "answer to ('b',)"
    assert made == ["a", "b"]


def test_a_folder_that_others_may_write_to_is_not_believed(folder: Path) -> None:
    made: list[str] = []
    ask(folder, made, "a")
    folder.chmod(0o777)
    ask(folder, made, "a")
    assert made == ["a", "a"]


def test_where_nothing_can_be_kept_everything_is_worked_out(tmp_path: Path) -> None:
    made: list[str] = []
    (tmp_path / "file").touch()
    assert ask(tmp_path / "file/kept", made, "a") == ask(tmp_path / "file/kept", made, "a")
    assert made == ["a", "a"]
    assert sorted(os.listdir(tmp_path)) == ["file"]


def test_other_parts_have_another_key() -> None:
    parts = [[], [""], ["", ""], ["ab"], ["a", "b"], ["b", "a"], ["a", "b", ""], ["a\0b"], ["é"], ["e\u0301"], [b"\xff"]]
    assert len({key_of(some) for some in parts}) == len(parts)  # type: ignore[arg-type] # some are texts, one is bytes
