/**
 * Finds what must never stand in a letter: seed phrases, private keys, one-time codes, passwords, card and ID
 * numbers. Pure: a text and the kind of its box in, the name of the secret or "" out.
 */

import { base58check, decodeBase58 } from "./addresses.js";
import { sha256 } from "./hashes.js";
import { WORDS } from "./words.js";

const LISTS = Object.values(WORDS).map((list) => new Map(list.map((word, i) => [word, i])));
const LENGTHS = [12, 15, 18, 21, 24];
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/**
 * @param {string} text what was typed
 * @param {string} kind the kind of box: a hash or an address in its own box is no key, an order number no card
 * @returns {""|"seed"|"key"|"code"|"password"|"card"|"id"}
 */
export function findSecret(text, kind) {
  const plain = text.normalize("NFKC").replace(INVISIBLE, "");
  if (hasSeedPhrase(plain)) return "seed";
  if (hasPrivateKey(plain, kind)) return "key";
  if (hasCode(plain, kind)) return "code";
  if (hasPassword(plain)) return "password";
  if (hasIdNumber(plain, kind)) return "id";
  if (hasCardNumber(plain, kind)) return "card";
  return "";
}

/**
 * BIP-39: twelve or more words of one list in a row, whatever stands between them. English prose never has that many,
 * for "the" and "and" are in no list. A column of dates has (年, 月, 日), but it repeats the same few signs.
 */
function hasSeedPhrase(text) {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const latin = text.toLowerCase().match(/[a-z]{3,}/g) ?? []; // numbering ("a)", "第 1 个") hides no phrase
  return LISTS.some((list) => [...runs(words, list), ...runs(latin, list)].some((run) => isDrawn(run, list))) || hasUnspacedPhrase(text);
}

function isDrawn(run, list) {
  if (run.length < 12) return false;
  return run[0].length > 1 || new Set(run).size >= 10 || (LENGTHS.includes(run.length) && checksumHolds(run.map((sign) => list.get(sign))));
}

/** The stretches of words that are all on the list. */
function runs(words, list) {
  const found = [[]];
  for (const word of words) {
    if (list.has(word)) found.at(-1).push(word);
    else found.push([]);
  }
  return found;
}

/**
 * A Chinese phrase without spaces looks like a clause, so its checksum must hold, and its words must be drawn from the
 * whole list: prose uses the commonest, which head it (a clause's mean place is about 300, a phrase's 1024). Where the
 * text speaks of a wallet, or is nothing else, less is enough.
 */
function hasUnspacedPhrase(text) {
  const clauses = text.split(/助[记記][词詞](?:就?是|为|為|如下)?|种子|種子|[^\u3400-\u9fff]+/).filter((clause) => LENGTHS.includes(clause.length));
  const least = /助[记記][词詞]|种子|種子|[钱錢]包|恢[复復]|seed|mnemonic/i.test(text) || clauses.includes(text.trim()) ? 500 : 750;
  return clauses.some((clause) => LISTS.some((list) => isPhrase([...clause], list, least)));
}

function isPhrase(signs, list, least) {
  if (!signs.every((sign) => list.has(sign))) return false;
  const places = signs.map((sign) => list.get(sign));
  return places.reduce((sum, place) => sum + place) / places.length > least && checksumHolds(places);
}

function checksumHolds(indices) {
  const bits = indices.map((index) => index.toString(2).padStart(11, "0")).join("");
  const size = (bits.length * 32) / 33;
  const entropy = Uint8Array.from(bits.slice(0, size).match(/.{8}/g), (byte) => parseInt(byte, 2));
  return sha256(entropy)[0].toString(2).padStart(8, "0").startsWith(bits.slice(size));
}

/** A hash that is called one: after "TxID", "hash" or 交易哈希, or in the address of a block explorer. */
const NAMED_HASH = /(?:\b(?:tx|txn|transaction) ?(?:id|hash)\b|\bhash\b|哈希|\/tx\/|\/transaction\/)[\s:：#=(（]*(?:0x)?[0-9a-f]{64}(?![0-9a-z])/gi;

/** Hex of 32 bytes, WIF (by its checksum), extended keys, 64 bytes in base 58 or as a list of numbers, PEM. */
function hasPrivateKey(text, kind) {
  if (/[xyztuvXYZTUV]prv[1-9A-HJ-NP-Za-km-z]{80,}/.test(text) || /-----BEGIN [A-Z ]*PRIVATE KEY/.test(text)) return true;
  if (/\[\s*(?:\d{1,3}\s*,\s*){31,}\d{1,3}\s*\]/.test(text)) return true;
  const wallets = text.match(/[1-9A-HJ-NP-Za-km-z]{51,52}/g) ?? [];
  if (wallets.some((run) => [0x80, 0xef, 0xb0].includes(base58check(run)?.[0]))) return true;
  if (["txid", "records"].includes(kind)) return false;
  text = text.replace(NAMED_HASH, "");
  if (/(?<![0-9a-zA-Z])(?:0[xX])?[0-9a-fA-F]{64}(?![0-9a-zA-Z])/.test(text)) return true;
  return (text.match(/(?<![\w])[1-9A-HJ-NP-Za-km-z]{86,88}(?![\w])/g) ?? []).some((run) => decodeBase58(run).length === 64);
}

// "Not", and what else a number may count: between a code's name and six digits they say that the digits are no code.
const OTHER = "\\b(?:no|not|never|\\w+n['’]t|error|order|ticket|case|withdrawal|deposit|transfer|amount|number|uid|id|about|for)\\b"
  + "|[不没沒未无無号號单單订訂提转轉充额額损損错錯]|关于|關於|uid";
const between = (most) => `(?:(?!${OTHER})[^\\d\\n.。;；!?！？]){0,${most}}`;
const UNIT = "\\s*(?:usd|btc|eth|eur|cny|rmb|hkd|utc|dollars|coins|ms\\b|[元美个個块塊枚人万萬年])";
const SIX = `(?<!\\d[.,:-]?)(?:\\d{6}|\\d{3}[ -]\\d{3})(?![\\d.,:-]*\\d|${UNIT})`;
const NAMED = "(?:\\b(?:verification|security|one[- ]?time|log-?in|sms|2fa|mfa|google|authenticat(?:or|ion)|auth|confirmation)\\s+(?:code|pin|password)\\b"
  + "|\\botp\\b|\\bpasscode\\b|(?:[验驗][证證]|[动動][态態]|谷歌|校[验驗]|短信|[简簡][讯訊]|安全|[确確][认認])[码碼]|[动動][态態](?:密[码碼]|口令)|一次性密[码碼])";
const CODE = `(?:${NAMED}|(?<!\\b(?:post|error|status|response|return|reason|result|order|reference|transaction|country|area|zip|postal|bank|swift|sort|stock|promo|gift|invite|referral|qr|http)\\s)\\bcodes?\\b)`;
const IS = "(?:is|was|[:=]|就?是|为|為)";
const CODES = [
  `${CODE}${between(36)}${SIX}`,
  `${NAMED}\\s*${IS}?\\s*\\d{4,8}(?!\\d|[-/.:]\\d|\\s*[年月日位分秒次条條]|${UNIT})`,
  `${SIX}[\\s,]*(?:that['’]s|that\\s+was|is|was|[-–—])\\s+(?:your|my|the|an?)\\s+${between(30)}${CODE}`,
  `${SIX}[\\s,]*[说說]?(?:就?是|为|為)${between(12)}${NAMED}`,
  "\\bG-\\d{6}\\b",
].map((form) => new RegExp(form, "i"));

/** A code is named as one, or six digits are all there is in a box for prose. */
function hasCode(written, kind) {
  const text = written.replace(/\d[\d,.]*(?=\s?[A-Z]{2,10}\b)/g, "#"); // 250000 DOGE is an amount
  return CODES.some((form) => form.test(text)) || (["text", "events"].includes(kind) && new RegExp(`^\\s*${SIX}\\s*$`).test(text));
}

/** A named password: signs of two kinds, or six to eight digits that are no date. */
function hasPassword(text) {
  const named = `(?:password|passwd|pwd|passphrase|\\bpin\\b|密码|密碼)(?:[^\\S\\n]*${IS})*[^\\S\\n]*["'“「]?`;
  const mixed = "(?=[\\x21-\\x7e]*[\\d@#$%^&*])(?=[\\x21-\\x7e]*[A-Za-z])[\\x21-\\x7e]{6,}";
  const digits = "(?!(?:19|20)\\d{6})\\d{6,8}(?!\\d|[-/.:]\\d)";
  return new RegExp(`${named}(?:${mixed}|${digits})`, "i").test(text);
}

/**
 * 14 to 19 digits with a card network's prefix and length, and Luhn's checksum (ISO/IEC 7812), in one piece or grouped
 * as on a card, whatever digits follow (an expiry date). Order numbers are as long, so in a box for a reference only
 * grouped digits count. A plus sign makes it a phone number.
 */
function hasCardNumber(text, kind) {
  const groups = [...text.matchAll(/\d+/g)].map(({ 0: digits, index }) => ({ digits, index, end: index + digits.length }));
  const counts = ["reference", "records"].includes(kind) ? [3, 4, 5] : [1, 3, 4, 5];
  return groups.some((_, i) => counts.some((count) => {
    const run = groups.slice(i, i + count);
    const digits = run.map((group) => group.digits).join("");
    return run.length === count && isCard(digits) && luhn(digits) && isWrittenAsCard(run, text);
  }));
}

function isWrittenAsCard(run, text) {
  const [start, end] = [run[0].index, run.at(-1).end];
  const before = text.slice(Math.max(0, start - 24), start);
  const isCalledCard = /(?:visa|master ?card|amex|unionpay|\bcards?|银联|銀聯|卡号?|卡號)[^\d\n]{0,12}$/i.test(before);
  if (/[A-Z]{2}\d{2} ?$/.test(before)) return false; // an IBAN
  if (/^\d{16,19}$/.test(text.slice(start, end)) && /(?:order|ticket|case|withdrawal|deposit|trade|订单|订单号|单号|编号|工单|提现|充值|流水)[^\d\n]{0,12}$/i.test(before)) return false;
  if ((/[A-Za-z_+]-?$/.test(before) && !isCalledCard) || /^(?:[A-Za-z_]|\.\d)/.test(text.slice(end, end + 2))) return false;
  if (run.slice(1).some((group, i) => !/^[ .·–—-]{1,2}$/.test(text.slice(run[i].end, group.index)))) return false;
  return /^(?:1[4-9]|4,4,4,4(?:,[1-3])?|4,6,[45])$/.test(run.map((group) => group.digits.length).join());
}

function isCard(digits) {
  const forms = [/^4(?:\d{15}|\d{18})$/, /^(?:5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12})$/, /^3[47]\d{13}$/,
    /^62\d{14,17}$/, /^(?:6011|65\d\d|64[4-9]\d)\d{12}$/, /^35(?:2[89]|[3-8]\d)\d{12}$/, /^3(?:0[0-5]|[68]\d)\d{11}$/];
  return forms.some((form) => form.test(digits));
}

function luhn(digits) {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = i % 2 ? digit * 2 : +digit;
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/**
 * Mainland China (GB 11643), Hong Kong, Taiwan and Singapore numbers, each by its checksum. A letter and some digits
 * may as well be a ticket, so in a box for a reference a Hong Kong number needs its brackets, and the last two pass.
 */
function hasIdNumber(text, kind) {
  const capitals = text.replace(/(?:ticket|case|order|ref(?:erence)?|工单|单号|编号|案件|订单)[^\dA-Za-z\n]{0,6}[A-Z]\d{7,9}\b/gi, "").toUpperCase();
  const found = (form, test) => [...capitals.matchAll(form)].some((match) => test(match));
  if (found(/(?<!\w)[1-8]\d{5}[ -]?(?:19|20)\d{6}[ -]?\d{3}[\dX](?!\w)/g, isMainland)) return true;
  if (["reference", "records"].includes(kind)) return found(/(?<!\w)([A-Z]{1,2})(\d{6})\s?\(([\dA])\)/g, isHongKong);
  return found(/(?<!\w)([A-Z]{1,2})(\d{6})\s?\(?([\dA])\)?(?!\w)/g, isHongKong)
    || found(/(?<!\w)([A-Z])([1289]\d{8})(?!\w)/g, isTaiwan)
    || found(/(?<!\w)([STFGM])(\d{7})([A-Z])(?!\w)/g, isSingapore);
}

function isMainland([written]) {
  const number = written.replace(/[ -]/g, "");
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)];
  const date = new Date(Date.UTC(year, month - 1, day));
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * number[i], 0);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === +day && "10X98765432"[sum % 11] === number[17];
}

function isHongKong([, letters, digits, check]) {
  const codes = [...letters.padStart(2, " ")].map((sign) => (sign === " " ? 36 : sign.charCodeAt(0) - 55));
  const sum = [...codes, ...[...digits].map(Number)].reduce((total, value, i) => total + value * (9 - i), 0);
  return (sum + (check === "A" ? 10 : +check)) % 11 === 0;
}

function isTaiwan([, letter, digits]) {
  const code = "ABCDEFGHJKLMNPQRSTUVXYWZIO".indexOf(letter) + 10;
  const sum = [...digits].reduce((total, digit, i) => total + digit * (i < 8 ? 8 - i : 1), Math.floor(code / 10) + (code % 10) * 9);
  return sum % 10 === 0;
}

function isSingapore([, prefix, digits, check]) {
  const sum = [2, 7, 6, 5, 4, 3, 2].reduce((total, weight, i) => total + weight * digits[i], { T: 4, G: 4, M: 3 }[prefix] ?? 0);
  const table = { S: "JZIHGFEDCBA", T: "JZIHGFEDCBA", F: "XWUTRQPNMLK", G: "XWUTRQPNMLK", M: "XWUTRQPNJLK" }[prefix];
  return table[sum % 11] === check;
}
