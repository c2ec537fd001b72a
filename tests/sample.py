"""A small, complete and valid library to plant in a folder of its own, for tests to damage."""

import io
import re
import subprocess
import sys
import textwrap
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from macros.checks import read_and_check
from macros.generator.command import main

ROOT = Path(__file__).parent.parent
TODAY = "1796083200"  # 2026-12-01, so that "the future" is the same day in every run

TREE = """\
sources.yaml
    okx-help:
      title: {zh: 帮助页, en: Help page}
      publisher: OKX
      kind: operator
      url: https://www.okx.com/help
      published: 2026-01-15
    law-act:
      title: {zh: 某某法, en: Some Act}
      publisher: Parliament
      kind: law
      url: https://law.example/act
    blog:
      title: {zh: 一篇没有署名的文章, en: An unsigned article}
      publisher: unknown
      kind: anonymous
      no_url: {zh: 没有可信的网站。, en: It has no publisher we could trust.}
platforms/
    okx.yaml
        name: {zh: 欧易, en: OKX}
        kind: exchange
        custody: platform
        brief: {zh: 一个交易所。, en: An exchange.}
        first:
          - {zh: 自己输入 okx.com。, en: Type okx.com yourself.}
        aliases: [okex]
        domains:
          - host: okx.com
            role: {zh: 官网, en: Main site}
            verification: {level: official, source: okx-help}
        handles:
          - network: X
            value: "@okx"
            verification: {level: reported, source: blog}
        not_official:
          - value: okx-support[.]com
            reason: {zh: 冒充者。, en: An impostor.}
            verification: {level: reported, source: blog}
        entities:
          okx-eu:
            name: OKX Europe Ltd
            serves: {zh: 欧洲居民, en: Residents of Europe}
            residents: [de]
            domain: okx.com
            regulator: mt/regulator
            desk: [okx/mail]
            clocks:
              - count: 15
                unit: working-day
                event: complaint-received
                starts: {zh: 收到投诉, en: When the complaint arrives}
                verification: {level: official, source: law-act}
            facts:
              - text: {zh: 它有执照。, en: It has a licence.}
                verification: {level: official, source: okx-help, published: 2026-01-15}
            verification: {level: official, source: okx-help}
channels/
    okx.yaml
        contacts:
          chat:
            type: live-chat
            name: {zh: 在线客服, en: Live chat}
            contact:
              kind: url
              value: https://www.okx.com/chat
              verification: {level: official, source: okx-help}
            languages: [zh, en]
            good_for: [login]
            have_ready: [ticket]
            limit: 500
            verification: {level: official, source: okx-help}
          mail:
            type: live-chat
            name: {zh: 投诉邮箱, en: Complaint mailbox}
            contact:
              kind: email
              value: complaints@okx.com
              verification: {level: official, source: okx-help}
            verification: {level: official, source: okx-help}
channel-types.yaml
    live-chat:
      name: {zh: 在线客服, en: Live chat}
      icon: chat-outline
      brief: {zh: 和客服对话。, en: You talk to support.}
      good: [{zh: 快。, en: Fast.}]
      bad: [{zh: 没有记录。, en: It leaves no record.}]
      how: [{zh: 说清一件事。, en: Tell one matter.}]
      evidence_value: {zh: 低。, en: Low.}
issues/
    login.yaml
        name: {zh: 无法登录, en: Cannot log in}
        group: account
        icon: lock-outline
        urgency: normal
        brief: {zh: 登录不了。, en: You cannot log in.}
        words: {zh: [登不上], en: [locked out]}
        steps:
          - do: {zh: 自己输入网址。, en: Type the address yourself.}
          - do: {zh: 记下报错。, en: Note the error.}
            link: evidence/ticket
          - do: {zh: 开工单。, en: Open a ticket.}
            verification: {level: unverified}
        channels: [live-chat]
        evidence: [ticket]
        letters: [complaint]
        ladder: [contact]
        expect:
          can:
            - text: {zh: 可以找回。, en: It can be restored.}
              verification: {level: reported, source: blog}
          cannot: []
        scams: [fake-support]
        branches:
          - if: {zh: 忘了密码, en: You forgot your password}
            do: [{zh: 重设密码。, en: Reset it.}]
            link: escalation/contact
escalation/
    contact.yaml
        order: 1
        branch: false
        name: {zh: 联系客服, en: Contact support}
        icon: headset
        brief: {zh: 先找客服。, en: Ask support first.}
        opens: {zh: 随时, en: At any time}
        how: [{zh: 开工单。, en: Open a ticket.}]
        decides: {zh: 平台, en: The platform}
        cost: {zh: 免费, en: Free}
        cannot: [{zh: 不能强制。, en: It cannot compel.}]
places/
    mt.yaml
        name: {zh: 马耳他, en: Malta}
        brief: {zh: 一个国家。, en: A country.}
        emergency:
          - kind: phone
            value: "112"
            verification: {level: official, source: law-act}
          - kind: handle
            value: "@police"
            verification: {level: official, source: law-act}
        bodies:
          regulator:
            name: {zh: 监管机构, en: Regulator}
            kind: regulator
            can:
              - text: {zh: 可以处罚。, en: It can fine.}
                verification: {level: official, source: law-act}
            takes: [{groups: [account], orders: nothing, verification: {level: official, source: law-act}}]
        region: europe
letters/
    complaint.yaml
        name: {zh: 投诉信, en: Complaint}
        brief: {zh: 正式投诉。, en: A formal complaint.}
        recipient: {zh: 平台, en: The platform}
        group: platform
        optional: [details]
        subject: {zh: "投诉 {uid}", en: "Complaint {uid}"}
        paragraphs:
          - text: {zh: "我的编号是 {uid}。", en: "My number is {uid}."}
          - text: {zh: "请在 15 个工作日内答复。", en: "Please answer within 15 working days."}
            basis:
              rule: {zh: 某某法, en: Some Act}
              verification: {level: official, source: law-act}
          - text: {zh: "详情：{details}", en: "Details: {details}"}
            when: {field: details}
        attachments: [ticket]
fields.yaml
    uid:
      label: {zh: 用户编号, en: User ID}
      kind: line
      example: {zh: "123", en: "123"}
      private: true
      pattern: "^[0-9]+$"
    details:
      label: {zh: 详情, en: Details}
      kind: text
      example: {zh: 无, en: None}
evidence.yaml
    ticket:
      name: {zh: 工单号, en: Ticket number}
      why: {zh: 证明你联系过。, en: It proves that you made contact.}
      capture: [{zh: 截图。, en: Take a picture.}]
      store: {zh: 存在本地。, en: Keep it on your device.}
      mask: {zh: 遮住姓名。, en: Mask your name.}
faqs/
    contact.yaml
        name: {zh: 联系, en: Contact}
        brief: {zh: 怎么联系。, en: How to make contact.}
        questions:
          where:
            question: {zh: 去哪里？, en: Where to?}
            answer: [{zh: 看这里。, en: Look here.}]
            links: [issues/login]
scams/
    fake-support.yaml
        name: {zh: 假客服, en: Fake support}
        icon: account-alert-outline
        brief: {zh: 有人冒充客服。, en: Someone poses as support.}
        how: [{zh: 先来找你。, en: They come to you first.}]
        tell: [{zh: 索要验证码。, en: They ask for codes.}]
        do: [{zh: 挂断。, en: Hang up.}]
glossary.yaml
    ticket:
      term: {zh: 工单, en: Ticket}
      meaning: {zh: 一次求助的记录。, en: The record of one request.}
      see: [evidence/ticket]
strings.yaml
    search: {zh: 搜索, en: Search}
    found: {zh: "找到 {count} 条", en: "{count} found"}
"""

PROBLEM = re.compile(r"^[^\s].*:\d+: .*\n    fix: .*$", re.MULTILINE)


class Data:
    """A library folder named ``data`` and the doors to its check."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def write(self, path: str, text: str | bytes) -> None:
        """Puts a file in place; text loses its common indentation."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else textwrap.dedent(text).encode())

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def replace(self, path: str, old: str, new: str) -> None:
        """Exchanges a passage that occurs exactly once."""
        text = self.read(path)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        self.write(path, text.replace(old, new).encode())

    def add(self, path: str, text: str) -> None:
        self.write(path, (self.read(path) + textwrap.dedent(text)).encode())

    def run(self) -> subprocess.CompletedProcess[str]:
        """The real command, in a process of its own."""
        command = [sys.executable, "-m", "macros", "check", str(self.root)]
        return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=False)

    def told(self) -> tuple[int, str]:
        """Exit status and output of the whole command, but in this process.

        An interpreter for each of some hundred mistakes took a fifth of all tests' time.
        """
        words = patch.object(sys, "argv", ["macros", "check", str(self.root)])
        with words, chdir(ROOT), redirect_stdout(io.StringIO()) as told, redirect_stderr(io.StringIO()) as complaint:
            status = main()
        assert complaint.getvalue() == ""
        return status, told.getvalue()

    def check(self) -> tuple[int, list[str]]:
        """Exit status and problems ("path:line: field: message", then "fix: …") as the command tells them."""
        status, told = self.told()
        return status, PROBLEM.findall(told)

    def problems(self) -> list[str]:
        """The same problems without starting a process."""
        return [str(problem) for problem in read_and_check(self.root)[1]]


def plant(tree: str, root: Path) -> None:
    """Writes the files of an indented tree: ``folder/``, ``file.yaml``, and deeper lines as the file's content."""
    folder, files = "", dict[str, list[str]]()
    for line in tree.splitlines():
        if line.endswith("/") and not line.startswith(" "):
            folder = line
        elif re.fullmatch(r" {0,4}[a-z-]+\.yaml", line):
            folder = folder if line.startswith(" ") else ""
            lines = files.setdefault(folder + line.strip(), [])
        else:
            lines.append(line)
    for path, lines in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(textwrap.dedent("\n".join(lines)) + "\n", encoding="utf-8")
