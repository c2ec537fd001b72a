"""What a name can be told from its look-alikes by: the names of platforms and authorities, signs that look alike, what thieves put around a name."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

import idna
from confusable_homoglyphs.confusables import confusables_data  # Unicode Technical Standard 39
from publicsuffixlist import PublicSuffixList

BAIT = (
    "access account activate airdrop airdrops alert allocation api app asset assistance auth available award bet bonus bot bridge btc"
    " card care cash chain chat check claim client coin coins com connect contact customer dao dapp defi desk distribution drop dropped"
    " earn eth event exchange extension finance foundation freeze fund funds future futures gas gift giveaway global gold help helpdesk"
    " hotline info invest io kyc launch layer live login mail market merge migrate mine mining mint my network nft notice official"
    " online org ownership pay pool portal presale pro promo promos protocol recover recovery refund register release restore review"
    " reward rewards risk safe scan secure security server service services sign signin signup stake staking start supp support swap"
    " sync system team tech telegram test token trade trader trading transfer trust unfreeze unlock update us usd usdc usdt user users"
    " v2 v3 validate vault verification verify vip voucher wallet wallets web web3 withdraw www"
)
"""What stands before or after a name in addresses that thieves made."""

_SHORTEST = 3
_SHORTEST_OF_AUTHORITY = 7
_SIGN = re.compile(r"[A-Za-z0-9]{1,2}")


@cache
def public_suffixes() -> PublicSuffixList:
    """The Public Suffix List, as its library brings it, in plain letters; names below hosts of free sites count as registered."""
    return PublicSuffixList(only_icann=True, accept_encoded_idn=False)  # to write all of it in Punycode takes twice the time


def registered(host: str) -> str:
    """The part of a host that somebody registered: ``okx.com.au`` of www.okx.com.au; "" for a suffix such as co.uk."""
    found = public_suffixes().privatesuffix(".".join(map(_in_letters, host.split(".")))) or ""
    return ".".join(host.split(".")[-1 - found.count(".") :]) if found else ""


def _in_letters(label: str) -> str:
    """A label of a host as people write it: ``公司`` for xn--55qx5d; one that cannot be read stays."""
    try:
        return idna.decode(label) if label.startswith("xn--") else label
    except idna.IDNAError:
        return label


def names_of_platform(hosts: Iterable[str], names: Iterable[str]) -> tuple[str, ...]:
    """What a look-alike of a platform imitates: the label it registered, and its name in Latin letters, run together."""
    labels = [registered(host).partition(".")[0] for host in hosts]
    words = (re.sub(r"\(.*\)|[\s._-]", "", name).lower() for name in names)
    return tuple(dict.fromkeys(label for label in (*labels, *words) if len(label) >= _SHORTEST and label.isascii() and label.isalnum()))


def name_of_authority(host: str) -> str:
    """What a look-alike of an authority imitates: the whole host run together, if that is long enough to be nobody else's."""
    label = host.removeprefix("www.").replace(".", "").replace("-", "")
    return label if len(label) >= _SHORTEST_OF_AUTHORITY else ""


@cache
def twins() -> dict[str, str]:
    """Signs by the Latin letter, or the two, that they look like; those that every browser writes as Latin itself are left out.

    Two signs look alike if Unicode's table says so, or if one is called after the other: "Latin small letter L with stroke".
    """
    found: dict[str, str] = {}
    for sign in filter(_may_stand_in_a_host, sorted({*confusables_data, *map(chr, _LATIN)})):
        if latin := _named_after(sign) or _alike(sign) or next(filter(None, map(_alike, _others(sign))), ""):
            found[latin] = found.get(latin, "") + sign
    return found


_LATIN = (*range(0x00DF, 0x02B0), *range(0x1D00, 0x1DC0), *range(0x2C60, 0x2C80), *range(0xA722, 0xA7CB))
"""Blocks of Latin letters beyond the plain ones."""
_CALLED = re.compile(r"LATIN (?:SMALL LETTER|LETTER SMALL CAPITAL) ([A-Z])(?: WITH .*)?")


def _named_after(sign: str) -> str:
    named = _CALLED.fullmatch(unicodedata.name(sign, ""))
    return named[1].lower() if named else ""


def _others(sign: str) -> list[str]:
    return [other["c"] for other in confusables_data.get(sign, ())]


def _alike(sign: str) -> str:
    return next((other.lower() for other in _others(sign) if _SIGN.fullmatch(other)), "")


def _may_stand_in_a_host(sign: str) -> bool:
    is_letter = len(sign) == 1 and not sign.isascii() and unicodedata.category(sign)[0] in "LNM"
    return is_letter and unicodedata.normalize("NFKC", sign).lower() == sign and len(unicodedata.normalize("NFKD", sign)) == 1
