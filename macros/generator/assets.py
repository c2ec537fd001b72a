"""Styles and scripts as a browser gets them: few files, small, under names that change with what they hold, so that it may keep them for good."""

import hashlib
import json
import subprocess
import tempfile
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files

from ..html.environment import TEMPLATES
from . import ROOT, STORE, theme

_SOURCES = ("assets/elements/", "assets/frame/", "assets/plan/", "assets/search/", "assets/secrets/", "assets/shared/", "assets/styles/")
_STYLES, _THEME = "assets/styles.css", "assets/theme.css"
_OLDEST = "--target=chrome108,firefox115,safari16"
"""The browsers that our scripts and styles are written down to."""
_OPTIONS = [
    "--bundle",
    "--minify",
    "--format=esm",
    "--charset=utf8",
    _OLDEST,
    "--entry-names=[dir]/[name].[hash]",
    "--log-level=error",
    "--preserve-symlinks",
]


class Bundles(dict[str, str]):
    """The address of what was bundled, by the path of the source that it begins with."""


def bundle(files: Files, config: MkDocsConfig) -> Bundles:
    """Puts bundles in the place of our sources: one for each element, the frame, the search and the styles of all pages, the theme's in the first layer.

    The styles of an element that the configuration names are among those of all pages.
    """
    sources = {file.src_uri: file.content_string for file in files if file.src_uri.startswith(_SOURCES)}
    for path in sources:
        files.remove(files.src_uris[path])
    sources[_THEME] = theme.styles(files, _words(sources))
    imports = [f'@import "./{str(path).removeprefix("assets/")}"' for path in config.extra_css]
    sources[_STYLES] = ";\n".join([imports[0], '@import "./theme.css" layer(theme)', *imports[1:], ""])
    by = ["bundles", *_OPTIONS, theme.installed()]
    entries = sorted(path for path in sources if _is_entry(path) and path not in config.extra_css)
    made, texts = json.loads(STORE.kept_by_one([*by, json.dumps([entries, sources])], lambda: json.dumps(_bundled(sources, entries))))
    for name, text in texts.items():
        files.append(File.generated(config, name, content=text))
    config.extra_css = [made[_STYLES]]
    return Bundles(made)


def _words(sources: dict[str, str]) -> str:
    """Every text that may name a class or an id of the theme: our templates, our scripts, and the templates of the theme's that we use."""
    scripts = (text for path, text in sorted(sources.items()) if path.endswith(".js"))
    return "\n".join(
        [*theme.texts(ROOT / "docs/overrides"), *(file.read_text("utf-8") for file in sorted(TEMPLATES.rglob("*.html"))), *scripts]
    )


def _is_entry(path: str) -> bool:
    """Whether a page asks for a source by itself: what bears its folder's name, the search's worker, and the list of styles."""
    file = Path(path)
    return path in (_STYLES, "assets/search/worker.js") or file.stem == file.parent.name


def _bundled(sources: dict[str, str], entries: list[str]) -> tuple[Bundles, dict[str, str]]:
    """What esbuild makes of sources, one bundle for each entry, and its texts by their names; Abort in its words if it cannot."""
    with tempfile.TemporaryDirectory(prefix="recourse-") as name:
        folder = Path(name)
        for path, text in sources.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
        options = [*_OPTIONS, "--outbase=.", "--outdir=made", "--metafile=made.json"]
        (folder / "node_modules").symlink_to(ROOT / "node_modules")  # named the same in every checkout: a bundle's digest holds the names
        done = subprocess.run(
            [_program(), *entries, *options],
            cwd=folder,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode:
            raise Abort(f"The scripts or styles cannot be bundled: {done.stderr.strip()}")
        outputs = json.loads((folder / "made.json").read_text(encoding="utf-8"))["outputs"]
        made = Bundles({about["entryPoint"]: path.removeprefix("made/") for path, about in outputs.items()})
        return made, {address: (folder / "made" / address).read_text(encoding="utf-8") for address in made.values()}


def _program() -> str:
    """The bundler that package.json pins; Abort if it is not there."""
    folder = ROOT / "node_modules/@esbuild"
    found = [*folder.glob("*/bin/esbuild"), *folder.glob("*/esbuild.exe")]  # npm installs the one for this system
    if not found:
        raise Abort("The bundler of scripts and styles is missing. 'make site' installs it.")
    return str(found[0])


def with_digest(name: str, text: str) -> str:
    """A file's name that changes with its text: ``assets/icons.1f2e3d4c.svg``."""
    stem, _, ending = name.rpartition(".")
    return f"{stem}.{hashlib.sha256(text.encode()).hexdigest()[:8]}.{ending}"
