"""Hosts at which anybody can have an address in a minute: nothing there speaks for a platform."""

from ..model.hosts import suffixes

_KINDS = {
    "a public mail service": """126.com 139.com 163.com aliyun.com aol.com fastmail.com foxmail.com gmail.com gmx.com gmx.de gmx.net googlemail.com
        hotmail.com icloud.com live.com mail.com mail.ru me.com msn.com naver.com outlook.com pm.me proton.me protonmail.com qq.com sina.com
        sina.cn sohu.com tutanota.com tuta.io vip.qq.com web.de yahoo.com yahoo.co.jp yandex.com yandex.ru yeah.net zohomail.com""",
    "a form service": """airtable.com cognitoforms.com docs.google.com forms.gle forms.office.com forms.yandex.com formstack.com jinshuju.net
        jotform.com mikecrm.com sojump.com surveymonkey.com tally.so typeform.com wenjuan.com wj.qq.com wjx.cn wjx.top""",
    "a file-sharing service": """1drv.ms 4shared.com aliyundrive.com box.com drive.google.com dropbox.com gofile.io lanzou.com lanzoux.com
        mediafire.com mega.nz onedrive.live.com pan.baidu.com sendspace.com transfer.sh weiyun.com wetransfer.com""",
    "a link shortener": """adf.ly b23.tv bit.ly buff.ly cutt.ly dlvr.it dwz.cn goo.gl is.gd linktr.ee lnkd.in ow.ly qrco.de rb.gy rebrand.ly
        reurl.cc s.id shorturl.at shorturl.com suo.im t.cn t.co t.ly tiny.cc tinyurl.com url.cn v.gd""",
    "a messenger or social network": """discord.com discord.gg facebook.com fb.com fb.me instagram.com kakao.com line.me m.me medium.com
        messenger.com reddit.com signal.me t.me telegram.me telegram.org telegra.ph tiktok.com twitter.com vk.com wa.me wechat.com weibo.com
        weixin.qq.com whatsapp.com x.com youtube.com youtu.be zalo.me""",
    "a host of free sites": """blogspot.com firebaseapp.com github.io gitbook.io gitlab.io glitch.me herokuapp.com jimdosite.com
        myshopify.com netlify.app notion.site pages.dev r2.dev render.com repl.co sites.google.com square.site surge.sh vercel.app web.app
        webflow.io weebly.com wixsite.com wordpress.com workers.dev zendesk.com""",
}
PUBLIC_HOSTS = {host: kind for kind, hosts in _KINDS.items() for host in hosts.split()}
"""What each of these hosts is."""
_TENANTS = frozenset({"zendesk.com"})
"""Hosts that rent a name of its own to a company that pays: only the bare host is anybody's."""


def public_host(host: str) -> str:
    """The public host that a host is or lies under; "" if it is nobody else's."""
    return next((domain for domain in suffixes(host) if domain in PUBLIC_HOSTS and (domain == host or domain not in _TENANTS)), "")
