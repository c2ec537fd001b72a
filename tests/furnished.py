"""The small library as a whole guide has it: a second platform, the ids the program knows, the list of addresses, prose and words.

Rules and slips are tried out on it, so it holds one example of everything a contributor touches.
"""

from tests.sample import ROOT, TREE, Data, plant

MORE = """\
platforms/
    kestrel.yaml
        name: {zh: 红隼, en: Kestrel}
        kind: exchange
        custody: platform
        brief: {zh: 另一个交易所。, en: Another exchange.}
        first:
          - {zh: 自己输入 kestrel.example。, en: Type kestrel.example yourself.}
        aliases:
          - Kestrel
          - 红隼交易所
        domains:
          - host: kestrel.example
            role: {zh: 官网, en: Main site}
            verification: {level: official, source: kestrel-help}
          - host: redbird.example
            role: {zh: 据说是付款页, en: Said to be the payment page}
            verification: {level: unverified}
        verify:
          name: {zh: 渠道验证, en: Channel check}
          how:
            - {zh: 打开验证页。, en: Open the page that checks.}
          contact:
            kind: url
            value: https://kestrel.example/verify
            verification: {level: official, source: kestrel-help}
          verification: {level: official, source: kestrel-help}
        entities:
          global:
            name: Kestrel Markets Ltd
            serves: {zh: 所有用户, en: All users}
            others: true
            desk: [kestrel/mail]
            verification: {level: official, source: kestrel-help}
channels/
    kestrel.yaml
        contacts:
          mail:
            type: email
            name: {zh: 投诉邮箱, en: Complaint mailbox}
            entity: kestrel/global
            contact:
              kind: email
              value: complaints@kestrel.example
              verification: {level: official, source: kestrel-help}
            steps:
              - {zh: 标题写上工单号。, en: Put the ticket number into the subject.}
            reply:
              - says: {zh: 红隼说，一般 2 天内答复。, en: Kestrel says it usually answers within 2 days.}
                verification: {level: official, source: kestrel-help, published: 2026-03-02}
            verification: {level: official, source: kestrel-help}
          line:
            type: phone
            name: {zh: 电话, en: Phone}
            contact:
              kind: phone
              value: "+356 2124 9245"
              verification: {level: official, source: kestrel-help}
            verification: {level: official, source: kestrel-help}
issues/
    unknown-operator.yaml
        name: {zh: 不知道是谁, en: Unknown operator}
        group: safety
        icon: account-question
        urgency: now
        brief: {zh: 找不到公司。, en: No company can be found.}
        words: {zh: [跑路], en: [rug pull]}
        steps:
          - do: {zh: 停止付款。, en: Stop paying.}
          - do: {zh: 保存证据。, en: Save the proof.}
          - do: {zh: 报警。, en: Go to the police.}
        channels: []
        evidence: [ticket]
        letters: []
        ladder: [contact]
        expect:
          can: []
          cannot:
            - text: {zh: 转出的币追不回。, en: Coins that left cannot be called back.}
              verification: {level: reported, source: blog}
letters/
    first-ticket.yaml
        name: {zh: 第一张工单, en: First ticket}
        brief: {zh: 第一次写给客服。, en: The first message to support.}
        recipient: {zh: 客服, en: Support}
        group: platform
        channels: [live-chat, phone, email, post, social, community, complaint-form]
        subject: {zh: "工单 {uid}", en: "Ticket {uid}"}
        paragraphs:
          - text: {zh: "写给 {legal-entity}。", en: "To {legal-entity}."}
          - text: {zh: "我的编号是 {uid}。", en: "My number is {uid}."}
            when: {field: send-by, is: [live-chat]}
emergency.yaml
    too-much:
      time: {zh: 撑不下去的时候, en: If it is too much}
      steps:
        - do: {zh: 打给信得过的人。, en: Call somebody you trust.}
"""

ADDED = {
    "sources.yaml": """\
        kestrel-help:
          title: {zh: 红隼的帮助页, en: Kestrel's help page}
          publisher: Kestrel Markets Ltd
          kind: operator
          url: https://kestrel.example/help
        press-report:
          title: {zh: 一篇报道, en: A report}
          publisher: Press
          kind: press
          url: https://press.example/report
        """,
    "channel-types.yaml": "".join(
        f"{id}:\n  name: {{zh: {zh}, en: {en}}}\n  icon: {icon}\n  brief: {{zh: 一种方式。, en: One way.}}\n"
        "  good: [{zh: 快。, en: Fast.}]\n  bad: [{zh: 慢。, en: Slow.}]\n  how: [{zh: 说清楚。, en: Be clear.}]\n"
        "  evidence_value: {zh: 低。, en: Low.}\n"
        for id, zh, en, icon in (
            ("phone", "电话", "Phone", "phone"),
            ("email", "邮件", "E-mail", "email-outline"),
            ("post", "信件", "Post", "mailbox-outline"),
            ("social", "社交账号", "Social media", "at"),
            ("community", "社区", "Community", "forum-outline"),
            ("complaint-form", "投诉表", "Complaint form", "form-select"),
        )
    ),
    "fields.yaml": """\
        send-by:
          label: {zh: 怎么发出, en: How you will send it}
          kind: choice
          example: {zh: 邮件, en: e-mail}
          choices:
            - {value: email, label: {zh: 邮件, en: e-mail}}
            - {value: live-chat, label: {zh: 在线客服, en: live chat}}
        legal-entity:
          label: {zh: 公司名称, en: Name of the company}
          kind: line
          example: {zh: 示例公司, en: Example Ltd}
        """,
    "letters/complaint.yaml": "next: first-ticket\n",
    "scams/fake-support.yaml": """\
        facts:
          - text: {zh: 2025 年 3 月 4 日起，超过 15 天就不受理。, en: "Since 4 March 2025, it takes nothing older than 15 days."}
            verification: {level: reported, source: press-report}
        """,
}

ALLOWED = """\
112
15-working-day
35621249245
@okx
@police
complaints@kestrel.example
complaints@okx.com
help.okx.com
kestrel.example
law.example
okx.com
okxhelp.com
pay.kestrel.example
redbird.example
"""

PROSE = {
    "docs/zh/about.md": """\
        ---
        description: 这个网站做什么。
        ---
        # 关于本站 {#top}

        这是一份独立的指南。先看[怎么记录](case.md#keep)。

        {{ contact("okx/chat") }}

        ## 许可 {#licence}

        文字和数据可以免费使用。
        """,
    "docs/en/about.md": """\
        ---
        description: What this site does.
        ---
        # About this site {#top}

        This is an independent guide. First read [what to write down](case.md#keep).

        {{ contact("okx/chat") }}

        ## Licence {#licence}

        Texts and data are free to use.
        """,
    "docs/zh/case.md": "# 我的记录 {#top}\n\n## 写下来 {#keep}\n\n每件事写一行。{{ link('issues', 'login') }}\n",
    "docs/en/case.md": "# My case {#top}\n\n## Write it down {#keep}\n\nOne line for each event. {{ link('issues', 'login') }}\n",
}


def furnish(data: Data) -> Data:
    """Plants the whole small guide in the folder of ``data`` and beside it."""
    plant(TREE + MORE, data.root)
    data.replace("channels/okx.yaml", "  mail:\n    type: live-chat", "  mail:\n    type: email")
    data.write("strings.yaml", (ROOT / "data/strings.yaml").read_bytes())
    for path, text in ADDED.items():
        data.add(path, text)
    data.write("allowed.txt", ALLOWED)
    for path, text in PROSE.items():
        data.write(f"../{path}", text)
    return data
