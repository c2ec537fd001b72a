"""The browser's modules stand in rooms as the Python ones do: who imports whom, and nothing grows too long to read."""

import posixpath
import statistics
from collections.abc import Callable, Iterator
from functools import cache, partial

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

from tests.command.test_architecture import faulty
from tests.sample import ROOT

ASSETS = ROOT / "docs/overrides/assets"
MODULES = sorted(file.relative_to(ASSETS).as_posix() for file in ASSETS.rglob("*.js"))
ELEMENTS = sorted(folder.name for folder in (ASSETS / "elements").iterdir())
MADE = {"secrets/words.js"}  # by the build
MAX_FUNCTION, MEDIAN_FUNCTION, MOST_FUNCTIONS = 40, 6, 20
MAX_MODULE, MAX_NESTING, MAX_PARAMETERS = 250, 3, 4
FUNCTIONS = ("function_declaration", "function_expression", "arrow_function", "method_definition", "generator_function_declaration")
NESTING = ("if_statement", "for_statement", "for_in_statement", "while_statement", "do_statement", "switch_statement", "try_statement")

_parser = Parser(Language(tree_sitter_javascript.language()))


@cache
def tree(module: str) -> Node:
    return _parser.parse((ASSETS / module).read_bytes()).root_node


def walk(node: Node) -> Iterator[Node]:
    yield node
    for child in node.named_children:
        yield from walk(child)


def words(node: Node | None) -> str:
    return node.text.decode() if node and node.text else ""


@cache
def functions(module: str) -> dict[str, Node]:
    """The functions that have a name, whether they were declared or assigned, each with its line."""
    found = {}
    for node in walk(tree(module)):
        name = node.child_by_field_name("name") or node.child_by_field_name("property")
        body = node if node.type in FUNCTIONS else node.child_by_field_name("value")
        if name and body and body.type in FUNCTIONS:
            found[f"{words(name)}:{body.start_point.row + 1}"] = body
    return found


def length(function: Node) -> int:
    return function.end_point.row - function.start_point.row + 1


def depth(node: Node) -> int:
    inner = [child for child in node.named_children if child.type not in FUNCTIONS]
    return max([0, *(depth(child) + (child.type in NESTING and node.type != "else_clause") for child in inner)])


def parameters(function: Node) -> int:
    several = function.child_by_field_name("parameters")
    return several.named_child_count if several else 1  # "word => …"


@cache
def imported(module: str) -> set[str]:
    """The modules of ours that a module imports, as paths below assets/."""
    ways = [words(node.child_by_field_name("source")).strip("\"'") for node in walk(tree(module)) if node.type == "import_statement"]
    return {posixpath.normpath(posixpath.join(posixpath.dirname(module), way)) for way in ways if way.startswith(".")}


def test_every_module_can_be_read() -> None:
    assert [module for module in MODULES if tree(module).has_error] == []
    assert len(MODULES) > 20
    assert sum(len(functions(module)) for module in MODULES) > 100


def test_modules_can_be_read_in_one_sitting() -> None:
    assert faulty(MODULES, lambda module: (ASSETS / module).read_text(encoding="utf-8").splitlines()[MAX_MODULE:]) == {}


def test_functions_are_short_flat_and_ask_for_little() -> None:
    assert faulty(MODULES, partial(_above, length, MAX_FUNCTION)) == {}
    assert faulty(MODULES, partial(_above, depth, MAX_NESTING)) == {}
    assert faulty(MODULES, partial(_above, parameters, MAX_PARAMETERS)) == {}


def _above(measure: Callable[[Node], int], most: int, module: str) -> dict[str, int]:
    return {name: found for name, body in functions(module).items() if (found := measure(body)) > most}


def test_most_functions_are_short() -> None:
    lengths = sorted(length(function) for module in MODULES for function in functions(module).values())
    nine_tenths = lengths[int(len(lengths) * 0.9)]
    print(f"\n{len(lengths)} functions: median {statistics.median(lengths)}, nine tenths up to {nine_tenths}, longest {lengths[-1]} lines")
    assert statistics.median(lengths) <= MEDIAN_FUNCTION
    assert nine_tenths <= MOST_FUNCTIONS


def test_an_element_knows_itself_and_what_is_shared_and_no_other() -> None:
    assert faulty(MODULES, _of_others) == {}
    assert faulty(MODULES, lambda module: imported(module) - {*MODULES, *MADE}) == {}


def _of_others(module: str) -> list[str]:
    room = posixpath.dirname(module)
    allowed = (
        ("shared/", "secrets/", "plan/", f"{room}/")
        if room.startswith(("elements/", "frame", "search", "secrets"))
        else ("shared/", f"{room}/")
    )
    return [other for other in imported(module) if not other.startswith(allowed)]


def test_no_module_needs_itself() -> None:
    needs = {module: imported(module) & {*MODULES} for module in MODULES}
    assert any(needs.values())
    while ready := {module for module, others in needs.items() if not others}:
        needs = {module: others - ready for module, others in needs.items() if module not in ready}
    assert sorted(needs) == []


def test_an_element_is_defined_once_by_the_script_that_bears_its_name() -> None:
    for element in ELEMENTS:
        defined = {module for module in MODULES if f'customElements.define("{element}"' in words(tree(module))}
        assert defined == {f"elements/{element}/{element}.js"}


def test_everything_shared_is_used() -> None:
    used = set().union(*(imported(module) for module in MODULES))
    assert [module for module in MODULES if module.startswith("shared/") and module not in used] == []


def test_every_listener_of_an_element_ends_with_it() -> None:
    assert faulty([module for module in MODULES if module.startswith("elements/")], _endless_listeners) == {}


def _endless_listeners(module: str) -> list[str]:
    calls = [node for node in walk(tree(module)) if node.type == "call_expression"]
    listening = [call for call in calls if words(call.child_by_field_name("function")).endswith(".addEventListener")]
    return [words(call) for call in listening if "signal" not in words(call.child_by_field_name("arguments"))]
