"""The rooms know only what stands before them, nothing runs in a circle, and nothing grows too long to read."""

import ast
import statistics
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from tests.sample import ROOT

MODULES = sorted((ROOT / "macros").rglob("*.py"))
NAMES = [module.relative_to(ROOT).as_posix() for module in MODULES]
TEMPLATES = sorted(
    file.relative_to(ROOT).as_posix() for folder in ("macros/html", "docs/overrides") for file in (ROOT / folder).rglob("*.html")
)
ROOMS = ("model", "engines", "checks", "pages", "search", "html", "outputs", "generator")
"""In this order: a room imports only rooms before it."""
COMMAND = "__main__"
GENERATOR = {"mkdocs", "material", "mkdocs_macros"}
WITHOUT_ANY = ("model", "checks", "engines", "pages", "outputs")
MAX_FUNCTION, MOST_FUNCTIONS, MEDIAN_FUNCTION = 40, 20, 6
MAX_MODULE, MAX_NESTING, MAX_PARAMETERS = 250, 3, 4
NESTING = ast.If | ast.For | ast.While | ast.With | ast.Try
Function = ast.FunctionDef | ast.AsyncFunctionDef


def faulty(names: Iterable[str], faults_of: Callable[[str], object]) -> dict[str, object]:
    """What is wrong with each file in which anything is."""
    return {name: faults for name in names if (faults := faults_of(name))}


@cache
def tree(name: str) -> ast.Module:
    return ast.parse((ROOT / name).read_text(encoding="utf-8"))


def module_of(name: str) -> str:
    return name.removesuffix("/__init__.py").removesuffix(".py").replace("/", ".")


@cache
def imported(name: str) -> tuple[str, ...]:
    """The full names of all modules that a module imports, wherever in it."""
    return tuple(_imported(name))


def _imported(name: str) -> Iterator[str]:
    package = module_of(name).split(".") if name.endswith("__init__.py") else module_of(name).split(".")[:-1]
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            stem = ".".join([*base, *([node.module] if node.module else [])])
            yield from (f"{stem}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in ("import_module", "__import__", "find_spec"):
            yield ast.literal_eval(node.args[0])


def room_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and parts[0] == "macros" else ""


@cache
def functions(name: str) -> list[Function]:
    return [node for node in ast.walk(tree(name)) if isinstance(node, Function)]


def length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def test_a_room_imports_only_rooms_before_it() -> None:
    assert faulty([name for name in NAMES if room_of(module_of(name)) in ROOMS], _from_later_rooms) == {}


def _from_later_rooms(name: str) -> list[str]:
    allowed = ROOMS[: ROOMS.index(room_of(module_of(name))) + 1]
    return [module for module in imported(name) if module.startswith("macros") and room_of(module) not in allowed]


def test_every_module_stands_in_a_room() -> None:
    assert {room_of(module_of(name)) for name in NAMES} == {"", COMMAND, *ROOMS}


def test_nothing_imports_in_a_circle() -> None:
    known = {module_of(name) for name in NAMES}
    arrows = {module_of(name): _targets(name, known) for name in NAMES}
    while leaves := [module for module, targets in arrows.items() if not targets & arrows.keys()]:
        for leaf in leaves:
            del arrows[leaf]
    assert sorted(arrows) == []


def _targets(name: str, known: set[str]) -> set[str]:
    """The modules of ours that a module needs to be imported; what only types name does not count."""
    needed = set(imported(name)) - _named_by_types(name)
    return {module if module in known else module.rpartition(".")[0] for module in needed} & known - {module_of(name)}


def _named_by_types(name: str) -> set[str]:
    guarded = [node for node in ast.walk(tree(name)) if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"]
    package = module_of(name).rpartition(".")[0]
    froms = [node for guard in guarded for node in guard.body if isinstance(node, ast.ImportFrom)]
    return {f"{package}.{node.module}.{alias.name}" for node in froms for alias in node.names}


def test_only_one_room_knows_the_generator() -> None:
    knowing = faulty([name for name in NAMES if room_of(module_of(name)) != "generator"], _of_the_generator)
    assert knowing == {"macros/model/icons.py": ["material"]}  # the folder of the theme's drawings, none of its code


def _of_the_generator(name: str) -> list[str]:
    return [module for module in imported(name) if module.split(".")[0] in GENERATOR]


def test_the_generators_room_is_seen() -> None:
    assert any(module.startswith("mkdocs.") for module in imported("macros/generator/hooks.py"))


def test_no_signature_says_any() -> None:
    assert faulty([name for name in NAMES if room_of(module_of(name)) in WITHOUT_ANY], _loose) == {}


def _loose(name: str) -> list[str]:
    return [function.name for function in functions(name) if any(_is_any(note) for note in _notes(function))]


def _notes(function: Function) -> Iterator[ast.expr]:
    arguments = function.args
    for argument in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg):
        if argument and argument.annotation:
            yield argument.annotation
    if function.returns:
        yield function.returns


def _is_any(note: ast.expr) -> bool:
    return any(isinstance(node, ast.Name) and node.id == "Any" for node in ast.walk(note))


def test_functions_can_be_read_at_a_glance() -> None:
    assert faulty(NAMES, lambda name: {one.name: length(one) for one in functions(name) if length(one) > MAX_FUNCTION}) == {}


def test_most_functions_are_short() -> None:
    lengths = sorted(length(function) for name in NAMES for function in functions(name))
    nine_tenths = lengths[int(len(lengths) * 0.9)]
    print(f"\n{len(lengths)} functions: median {statistics.median(lengths)}, nine tenths up to {nine_tenths}, longest {lengths[-1]} lines")
    assert statistics.median(lengths) <= MEDIAN_FUNCTION
    assert nine_tenths <= MOST_FUNCTIONS


def test_functions_nest_little_and_ask_for_little() -> None:
    assert faulty(NAMES, lambda name: [one.name for one in functions(name) if _depth(one) > MAX_NESTING]) == {}
    assert faulty(NAMES, lambda name: [one.name for one in functions(name) if _parameters(one) > MAX_PARAMETERS]) == {}


def _depth(node: ast.AST, depth: int = 0) -> int:
    inner = [child for child in ast.iter_child_nodes(node) if not isinstance(child, Function | ast.ClassDef | ast.Lambda)]
    return max([depth, *(_depth(child, depth + (isinstance(child, NESTING) and not _is_elif(node, child))) for child in inner)])


def _is_elif(parent: ast.AST, child: ast.AST) -> bool:
    return isinstance(parent, ast.If) and isinstance(child, ast.If) and parent.orelse == [child]


def _parameters(function: Function) -> int:
    arguments = function.args
    names = [argument.arg for argument in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]
    return len([name for name in names if name not in ("self", "cls")])


def test_modules_can_be_read_in_one_sitting() -> None:
    assert faulty(NAMES, lambda name: lines(name)[MAX_MODULE:]) == {}


def test_no_line_of_a_template_is_longer_than_a_screen() -> None:
    assert faulty(TEMPLATES, lambda name: [line for line in lines(name) if len(line) > 160]) == {}


def lines(name: str) -> list[str]:
    return (ROOT / name).read_text(encoding="utf-8").splitlines()
