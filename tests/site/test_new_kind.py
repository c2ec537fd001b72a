"""A new kind of page touches its model, its record, its page, its template and its words; all else follows."""

from tests.site.checkout import SMALL, Checkout

RECORD = 'TIPS = Kind("tips", Tip, folder=True, address="tips/{id}/", icon="lifebuoy", section="nav-safety", retirable=True)\n'
MODEL = '''

class Tip(Model):
    """A piece of advice."""

    name: Text
    brief: Text
    icon: Plain
    issues: tuple[Annotated[str, Ref("issues")], ...] = ()
'''
PAGE = """

@dataclass(frozen=True, kw_only=True)
class TipPage(Page):
    template: ClassVar[str] = "tip"
    tips: tuple[Entry[Tip], ...] = ()


def _tips(materials: Materials) -> Iterator[Page]:
    tips = tuple(materials.library.shelf(TIPS).values())
    yield TipPage(cover=materials.words.cover("tips/", "tips"), tips=tips)
    yield from (TipPage(cover=of_entry(entry)) for entry in tips)
"""
TEMPLATE = "{% block top %}\n{{ c.lead(page) }}\n{% if page.tips %}{{ c.tiles(page.tips) }}{% endif %}\n{% endblock %}\n"
WORDS = """
tips-title: {zh: 小贴士, en: Tips}
tips-brief: {zh: 几句提醒。, en: A few words of advice.}
"""
TIP = """
name: {zh: 先截图, en: Take pictures first}
brief: {zh: 先截图，再操作。, en: "Take pictures, then act."}
icon: lifebuoy
issues: [login]
"""


def with_tips(small: Checkout) -> None:
    """The five places, and an entry."""
    small.append("macros/model/kinds/reference.py", MODEL)
    small.replace("macros/model/kinds/__init__.py", "Source, Synonym, Term\n", "Source, Synonym, Term, Tip\n")
    small.replace("macros/model/kinds/__init__.py", "GLOSSARY = Kind(", RECORD + "GLOSSARY = Kind(")
    small.replace("macros/model/kinds/__init__.py", "*(GLOSSARY, SOURCES,", "*(TIPS, GLOSSARY, SOURCES,")
    small.replace("macros/pages/reference.py", "    SCAMS,\n", "    SCAMS,\n    TIPS,\n")
    small.replace("macros/pages/reference.py", "Scam, Term\n", "Scam, Term, Tip\n")
    small.replace(
        "macros/pages/reference.py", "    yield _verify(materials)\n", "    yield from _tips(materials)\n    yield _verify(materials)\n"
    )
    small.append("macros/pages/reference.py", PAGE)
    small.write("macros/html/pages/tip.html", TEMPLATE)
    small.append("data/strings.yaml", WORDS)
    small.write("data/tips/pictures.yaml", TIP)


def test_new_kind_of_page_touches_five_places(small: Checkout) -> None:
    before = programs(small)
    with_tips(small)
    assert {name for name, text in programs(small).items() if before.get(name) != text} == {
        "macros/model/kinds/reference.py",
        "macros/model/kinds/__init__.py",
        "macros/pages/reference.py",
        "macros/html/pages/tip.html",
        "data/strings.yaml",
    }
    site = small.build(**SMALL)
    for root, name, title in (("", "先截图", "小贴士"), ("en/", "Take pictures first", "Tips")):
        assert site.pages[f"{root}tips/pictures/"].xpath("string(//h1)").startswith(name)
        assert site.pages[f"{root}tips/pictures/"].xpath("//nav[@class='crumbs']/a[2]/text()") == [title]
        assert name in site.pages[f"{root}tips/"].xpath("string(//article)")
        assert f"{root}tips/pictures/" in (site.folder / "sitemap.xml").read_text()


def test_rules_hold_for_a_new_kind(small: Checkout) -> None:
    with_tips(small)
    small.replace("data/tips/pictures.yaml", "[login]", "[logn]")
    small.write("data/retired.yaml", "old-tip:\n  kind: tips\n  reason: {zh: 合并了。, en: It was merged.}\n  replacement: tips/pictures\n")
    told = small.run("macros", "check", **SMALL).stdout
    assert told.splitlines() == [
        "data/tips/pictures.yaml:5: issues[0]: There is no entry 'logn' among 'issues'.",
        "    fix: Did you mean 'login'?",
        told.splitlines()[-1],
    ]


def programs(checkout: Checkout) -> dict[str, str]:
    """The text of every file but the entries of the new kind."""
    files = (file for file in checkout.root.rglob("*") if file.suffix in (".py", ".html", ".yaml", ".yml", ".css", ".js"))
    return {file.relative_to(checkout.root).as_posix(): file.read_text() for file in files if "tips" not in file.parts}
