"""The core stays pure, the direction stays one, and nothing grows too long to read."""

import ast

import pytest

from tests.sample import ROOT

MODULES = sorted((ROOT / "macros").rglob("*.py"))
NAMES = [module.relative_to(ROOT).as_posix() for module in MODULES]
RIM = {"macros/__init__.py", "macros/hooks.py"}
ICONS = "macros/icons.py"  # finds the theme's folder to read its icons, and runs none of its code
GENERATOR = {"mkdocs", "material", "mkdocs_macros"}
MAX_FUNCTION = 40
MAX_MODULE = 250


def tree(name):
    return ast.parse((ROOT / name).read_text(encoding="utf-8"))


def imported(name):
    """The full names of all modules that a module imports, wherever in it."""
    package = name.removesuffix("/__init__.py").removesuffix(".py").replace("/", ".").split(".")
    package = package if name.endswith("__init__.py") else package[:-1]
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            stem = ".".join([*base, *([node.module] if node.module else [])])
            yield from (f"{stem}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in ("import_module", "__import__", "find_spec"):
            yield ast.literal_eval(node.args[0])


@pytest.mark.parametrize("name", sorted(set(NAMES) - RIM - {ICONS}))
def test_only_the_rim_knows_the_generator(name):
    assert [module for module in imported(name) if module.split(".")[0] in GENERATOR] == []


def test_the_rim_is_two_files_and_is_seen():
    assert {name for name in NAMES if any(module.split(".")[0] in GENERATOR for module in imported(name))} <= {*RIM, ICONS}
    assert any(module.startswith("mkdocs.") for module in imported("macros/hooks.py"))


def test_icons_know_the_theme_by_its_folder_only():
    assert [module for module in imported(ICONS) if module.split(".")[0] in GENERATOR] == ["material"]


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("macros/model/")])
def test_model_knows_neither_pages_nor_build(name):
    others = ("macros.pages", "macros.build", "macros.hooks")
    assert [module for module in imported(name) if module.startswith(others)] == []


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("macros/pages/")])
def test_pages_do_not_know_the_build(name):
    assert [module for module in imported(name) if module.startswith(("macros.build", "macros.hooks"))] == []


@pytest.mark.parametrize("name", NAMES)
def test_functions_can_be_read_at_a_glance(name):
    functions = (node for node in ast.walk(tree(name)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    lengths = {node.name: (node.end_lineno or node.lineno) - node.lineno + 1 for node in functions}
    assert {function: length for function, length in lengths.items() if length > MAX_FUNCTION} == {}


@pytest.mark.parametrize("name", NAMES)
def test_modules_can_be_read_in_one_sitting(name):
    assert len((ROOT / name).read_text(encoding="utf-8").splitlines()) <= MAX_MODULE
