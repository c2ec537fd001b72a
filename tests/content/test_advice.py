"""Advice agrees with itself: one order for theft on every page, and nowhere the opposite of what stands elsewhere."""

import re
from itertools import chain, pairwise

import pytest

from macros.checks.wording import sentences
from macros.model.kinds import EMERGENCY, ISSUES
from macros.model.library import Library
from macros.model.text import Text
from tests.content.conftest import Find

ORDER = {
    "stop it yourself": "冻结账户|冻结自己|冻结交易账户|转走剩下的币|停止付款|断网",
    "sessions, keys and lists": "退出所有设备|退出所有已登录的设备|其他设备|API 密钥",
    "mail and phone line": "邮箱密码|邮箱和云盘|邮箱和手机号",
    "the exchange the coins went to": "另一家交易所|别的交易所|进了交易所|标有交易所名字",
    "police": "^报警",
}
"""In the order of time; what is found in the Chinese of the steps."""
THEFTS = ("account-stolen", "wallet-drained", "fake-support", "scam-payment")


def first_steps(steps: list[str]) -> list[int]:
    """Where each matter is first spoken of; what is not spoken of is left out."""
    found = [[i for i, step in enumerate(steps) if re.search(pattern, step)] for pattern in ORDER.values()]
    return [places[0] for places in found if places]


@pytest.mark.parametrize("issue", THEFTS)
def test_every_trouble_of_theft_has_the_same_order(guide: Library, issue: str) -> None:
    order = first_steps([step.do.zh for step in guide.get(ISSUES, issue).steps])
    assert len(order) >= 4
    assert all(earlier <= later for earlier, later in pairwise(order)), order


def test_first_hour_has_that_order_too(guide: Library) -> None:
    steps = chain.from_iterable(moment.steps for moment in guide.all(EMERGENCY).values())
    order = first_steps([step.do.zh for step in steps])
    assert len(order) == len(ORDER)
    assert order == sorted(order)


OPPOSITES = {
    "a second ticket for the same matter": "(?:另|再|重新)(?:开|提交)一?(?:张|个)(?:新?工单|新单)|开一张新工单",
    "an app deleted after a theft": r"卸载(?:掉)?(?:钱包|交易所)?\s?App",
    "a chat deleted": "(?:删掉|删除|清空)聊天",
    "a fee to get money out": "(?:先付|付了|交了)(?:税|保证金|解冻费).{0,4}能(?:提|取)",
    "a phrase told to somebody": "(?:把|将)(?:你的)?(?:助记词|私钥).{0,2}(?:告诉|发给|交给)",
}
"""What no page may advise, because others forbid it."""
REFUSED = re.compile("不|别|骗|没有|完全不同的事")
"""Words that forbid it, tell of thieves, or speak of another matter."""


@pytest.mark.parametrize("name", OPPOSITES)
def test_no_page_advises_what_another_forbids(find: Find, name: str) -> None:
    said = [sentence for _, text in find(Text) for sentence in sentences(text.zh) if re.search(OPPOSITES[name], sentence)]
    assert [sentence for sentence in said if not REFUSED.search(sentence)] == []


def test_patterns_find_what_they_are_for() -> None:
    advice = ("再开一张新工单。", "卸载 App。", "清空聊天。", "付了税就能提。", "把助记词发给客服。")
    assert [bool(re.search(pattern, words)) for pattern, words in zip(OPPOSITES.values(), advice, strict=True)] == [True] * len(advice)
