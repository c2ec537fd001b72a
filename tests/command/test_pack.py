"""Pages that builds keep for each other in one file: believed only if they are whole and ours, and never missed."""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

import pytest

from macros.generator.pack import Pack
from macros.generator.store import Store


def ask(folder: Path, keys: Iterable[str], *, of: str = "pages") -> list[str]:
    """The keys for which an answer had to be worked out."""
    made: list[str] = []

    def answer(key: str) -> bytes:
        made.append(key)
        return f"answer to {key}".encode()

    with Store(folder).pack([of]) as pack:
        for key in keys:
            assert pack.kept(key, partial(answer, key)) == f"answer to {key}".encode()
    return made


def read_of(key: str, path: Path) -> Iterator[str]:
    """A key, then a fault."""
    yield key
    yield path.read_text()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder in which three answers are kept."""
    assert ask(tmp_path / "kept", "abc") == ["a", "b", "c"]
    return tmp_path / "kept"


def file_in(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_an_answer_is_worked_out_once_and_others_beside_it_later(folder: Path) -> None:
    assert ask(folder, "cab") == []
    assert ask(folder, "acd") == ["d"]
    assert ask(folder, "dca") == []
    assert ask(folder, "ab", of="others") == ["a", "b"]


def test_what_nobody_asks_for_is_forgotten(folder: Path) -> None:
    ask(folder, "acd")
    assert ask(folder, "abcd") == ["b"]


def test_file_of_many_stays_as_it_is_for_a_few(folder: Path) -> None:
    many = [str(number) for number in range(300)]
    ask(folder, many)
    before = file_in(folder).read_bytes()
    assert ask(folder, [*many[:298], "x", "y"]) == ["x", "y"]
    assert file_in(folder).read_bytes() == before
    assert ask(folder, [*many[:296], *"wxyz"]) == ["w", "x", "y", "z"]
    assert ask(folder, [*many[:296], *"wxyz"]) == []


def test_every_bit_that_is_broken_is_noticed(folder: Path) -> None:
    data = file_in(folder).read_bytes()
    for at in range(len(data)):
        file_in(folder).write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        assert ask(folder, "abc") != []
        assert file_in(folder).read_bytes() != b""
        assert ask(folder, "abc") == []


@pytest.mark.parametrize("damage", [b"", b"short", b"x" * 500, b"\xff" * 500], ids=["empty", "short", "foreign", "too long a list"])
def test_what_is_foreign_is_worked_out_again(folder: Path, damage: bytes) -> None:
    file_in(folder).write_bytes(damage)
    assert ask(folder, "abc") == ["a", "b", "c"]
    assert ask(folder, "abc") == []


def test_answers_to_other_questions_are_not_believed(folder: Path) -> None:
    mine = file_in(folder)
    ask(folder, "ab", of="others")
    (other,) = {*folder.iterdir()} - {mine}
    mine.replace(other)
    assert ask(folder, "ab", of="others") == ["a", "b"]


def test_a_folder_that_others_may_write_to_is_not_believed(folder: Path) -> None:
    folder.chmod(0o777)
    assert ask(folder, "abc") == ["a", "b", "c"]


def test_where_nothing_can_be_kept_everything_is_worked_out(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert ask(tmp_path / "file/kept", "ab") == ask(tmp_path / "file/kept", "ab") == ["a", "b"]
    with Pack(tmp_path / "nowhere/file") as pack:
        assert pack.kept("a", lambda: b"made") == b"made"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_what_ends_in_a_fault_is_not_kept_and_leaves_nothing_behind(folder: Path) -> None:
    before = file_in(folder).read_bytes()
    with pytest.raises(FileNotFoundError):
        ask(folder, read_of("d", folder / "nowhere"))
    assert file_in(folder).read_bytes() == before
