/**
 * Finds what must never stand in a letter: seed phrases, private keys, one-time codes, passwords, card and ID
 * numbers. Pure: a text and the kind of its box in, the name of the secret or "" out.
 */

import { hasPrivateKey } from "./keys.js";
import { hasCardNumber, hasIdNumber } from "./numbers.js";
import { hasSeedPhrase } from "./phrases.js";

/** @typedef {"" | "seed" | "key" | "code" | "password" | "card" | "id"} Secret */

/** Signs that nobody sees (UAX #44), within a word or between two. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * @param {string} text what was typed
 * @param {string} kind the kind of box: a hash or an address in its own box is no key, an order number no card
 * @returns {Secret}
 */
export function findSecret(text, kind) {
  const plain = text.normalize("NFKC");
  const [joined, apart] = ["", " "].map((sign) => plain.replace(INVISIBLE, sign));
  return nameOf(joined, kind) || (apart === joined ? "" : nameOf(apart, kind));
}

/**
 * @param {string} text
 * @param {string} kind
 * @returns {Secret}
 */
function nameOf(text, kind) {
  if (hasSeedPhrase(text)) return "seed";
  if (hasPrivateKey(text, kind)) return "key";
  if (hasCode(text, kind)) return "code";
  if (hasPassword(text)) return "password";
  if (hasIdNumber(text, kind)) return "id";
  if (hasCardNumber(text, kind)) return "card";
  return "";
}

// What else a number may count. With "not", between a code's name and six digits, it says that the digits are no code.
const THING = "error|order|ticket|case|withdrawal|deposit|transfer|amount|number|uid|id";
const OTHER = `\\b(?:no|not|never|\\w+n['’]t|${THING}|about|for|lost|stole)\\b|[由少走]|[来來]自|之[后後]|[收发發]到[一二两兩三\\d]+[条條次]|[不没沒未无無号號单單订訂提转轉充额額损損错錯]|关于|關於|uid`;
/** @param {number} most */
const between = (most) => `(?:(?!${OTHER})[^\\d\\n.。;；!?！？]){0,${most}}`;
const IS = "(?:is|was|[:=]|就?是|为|為)";
const UNIT = "\\s*(?:usd|btc|eth|eur|cny|rmb|hkd|utc|dollars|coins|ms\\b|[元美个個块塊枚人万萬年月日位分秒次条條])";
const NUMBERED = `[\\s,]*${IS}\\s*(?:(?:the|an?|my|your|our)\\s+)?(?:\\w+\\s+)?(?:${THING}|[工订訂][单單])`; // "482913 is my ticket"
const GONE = "\\s+(?:left|from my|(?:was|were) (?:taken|gone|stolen))|\\s*没了|\\s*沒了"; // an amount
const SIX =
  "(?<!\\d[.,: -]?|\\bfrom\\s)(?:\\d{6}|\\d{3}[ -]\\d{3}|\\d(?:[ -]\\d){5}(?![ -]\\d))" + `(?![\\d.,:-]*\\d|${UNIT}|${NUMBERED}|${GONE})`;
const YEAR = "(?:19|20)\\d\\d(?!\\d)";
/** A year, or a date of our days; a birthday may well be a password. */
const DATE = `${YEAR}|20(?:1[7-9]|[23]\\d)\\d{4}`;

const NAMED =
  "(?:\\b(?:verification|security|one[- ]?time|log-?in|sms|e?mail|2fa|mfa|factor|google|authenticat(?:or|ion)|auth|confirmation)\\s+(?:code|pin|password)\\b" +
  "|\\botp\\b|\\bpasscode\\b|(?:[验驗][证證]|[动動][态態]|谷歌|校[验驗]|短信|[简簡][讯訊]|安全|[确確][认認])[码碼]|[动動][态態](?:密[码碼]|口令)|一次性密[码碼])";
/** A bare "code" may be any: of a branch, a tax, an error. It is one's own after "the", "my", "typed" or a sentence's end. */
const BARE =
  "codes?\\b(?! of )(?<=(?:^|[^\\w\\s-]\\s*|\\n\\s*|\\b(?:the|an?|my|his|her|their|your|this|that|digit|and|with|enter(?:ed)?|typed|sent|gave|told|okx|binance|bybit|kraken|coinbase|withdrawal|trading|funds?|account)\\s+)codes?)(?<!\\berror\\W*codes?)";
const CODE = `(?:${NAMED}|${BARE})`;
const DEVICE = "(?:\\b(?:2fa|mfa|authenticator)(?: app)?\\b|谷歌[验驗][证證]器?|身份[验驗][证證]器)";
const CODES = [
  `${CODE}${between(36)}(?:\\n\\s*)?${SIX}`,
  `${NAMED}\\s*${IS}?\\s*(?!${DATE})\\d{4,8}(?!\\d|[-/.:]\\d|${UNIT}|${NUMBERED})`,
  `${DEVICE}(?:[\\s:=]|\\b(?:shows?|showed|says?|said|gave|is|was)\\b|[显顯]示|[是为為])*${SIX}`,
  `${SIX}[\\s,]*(?:that['’]s|that\\s+was|is|was|[-–—])\\s+(?:your|my|the|an?)\\s+${between(30)}(?:${NAMED}|codes?\\b)`,
  `${SIX}[\\s,]*[说說]?(?:就?是|为|為)${between(12)}${NAMED}`,
  `${SIX}[\\s(（【,]*(?:[这這][个個])?(?:[登录錄入]{2})?${NAMED}|${SIX}\\s+as\\s+(?:the|my|a)\\s+code`,
  `\\b(?:told|gave|texted|sent|read)\\s+(?:it\\s+to\\s+)?(?:him|her|them|support|the\\s+(?:agent|caller|man|woman))\\s+${SIX}`,
  `(?:告[诉訴]|[报報][给給]|[念读讀][给給]|[发發][给給])[了过過]?(?:他|她|[对對]方|客服|[骗騙]子)[了:：,，\\s]*${SIX}`,
  `(?:\\b(?:backup|recovery) codes?|(?:[备備]用|[备備]份|恢[复復])[码碼])(?:\\s*${IS})?\\s*(?!20\\d\\d-)(?=[\\w-]*\\d[\\w-]*\\d)[\\w-]{4,}[ -]?[\\w-]{4,}`,
  "\\bG-\\d{6}\\b",
].map((form) => new RegExp(form, "i"));

/**
 * A code is named as one, or six digits are all there is in a box for prose.
 * @param {string} written
 * @param {string} kind
 */
function hasCode(written, kind) {
  const text = inDigits(written).replace(/(?<![\d,.])(?!2FA\b)\d[\d,.]*(?=\s?[A-Z]{2,10}\b)/g, "#"); // 250000 DOGE is an amount
  return CODES.some((form) => form.test(text)) || (["text", "events"].includes(kind) && new RegExp(`^\\s*${SIX}\\s*$`).test(text));
}

/**
 * 四八二九一三 as one reads it out.
 * @param {string} text
 */
function inDigits(text) {
  return text.replace(/[〇零一二三四五六七八九]{4,8}/g, (signs) =>
    signs.replaceAll("〇", "零").replace(/./g, (sign) => String("零一二三四五六七八九".indexOf(sign))),
  );
}

const CALLED = "(?:(?<![a-z0-9])(?:password|passwd|pwd|passphrase)|\\bpin(?: code| number|\\s?码)?(?![a-z])|密码|密碼)";
const OPEN = "[^\\S\\n]*[\"'“「]?";
/** Signs of two kinds, at least six. @param {string} signs */
const mixed = (signs) => `(?![\\d-]+ ?char)(?=[${signs}]*[\\d@#$%^&*])(?=[${signs}]*[A-Za-z])[${signs}]{6,}(?![${signs}])`;
const DIGITS = `(?!${DATE})\\d{4,8}(?!\\d|[-/.:]\\d|${UNIT})`;
const ENDS = "(?=[^\\S\\n]*(?:$|\\n|[,，.。;；!?(（)）」”]|(?:was|is|and|to|for)\\b|[被是给給发發告报報说說了后後和就已的改不]))"; // else it names a thing: "password iPhone12 device"
const PASSWORD = new RegExp(
  `${CALLED}(?:(?:[^\\S\\n]*${IS})+${OPEN}${mixed("\\x21-\\x7e")}|${OPEN}(?=[\\w!@#$%^&*])${mixed("\\x21-\\x27\\x2a-\\x7e")}${ENDS}|(?:[^\\S\\n]*${IS})*${OPEN}${DIGITS})`,
  "i",
);

/** What is said of a password without telling it. */
const STATES =
  "wrong|right|correct|incorrect|changed|lost|forgotten|expired|invalid|valid|safe|strong|weak|unknown|known|compromised|reset|needed|required|different|secret|private|leaked|stolen|blocked|disabled|locked|gone|fine|empty|missing|written|saved|stored|mine|theirs|not|still|also|only|never";
const WORD = new RegExp(
  `${CALLED}[^\\S\\n]*(?:was|is|[:=]|就?是|为|為)[^\\S\\n]*["'“「]?(?!(?:${STATES})(?![a-z]))[a-z]{5,}["'”」]?(?=\\s*(?:$|[\\n,.;!?，。；！？)）]))`,
  "i",
);

/**
 * A named password: signs of two kinds, digits, or one word that says nothing of it.
 * @param {string} text
 */
function hasPassword(text) {
  const plain = inDigits(text);
  return PASSWORD.test(plain) || WORD.test(plain);
}
