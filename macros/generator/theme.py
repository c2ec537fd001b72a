"""The theme's own style sheets, put where ours can overrule them."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

_SHEETS = "assets/stylesheets/"
_CHARSET = '@charset "UTF-8";'  # must not stand in a block; the pages say the same


def put_in_layer(files: Files, config: MkDocsConfig) -> None:
    """Wraps the theme's style sheets into the first of our layers: ours win whatever the theme's selectors."""
    for sheet in [file for file in files.css_files() if file.src_uri.startswith(_SHEETS)]:
        rules = sheet.content_string.removeprefix(_CHARSET)
        files.remove(sheet)
        files.append(File.generated(config, sheet.src_uri, content=f"@layer theme{{{rules}}}"))
