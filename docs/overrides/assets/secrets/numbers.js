/** Finds full card numbers and ID numbers, each by its checksum. */

/** @typedef {{digits: string, index: number, end: number}} Group digits in a row, and where they stand */

/**
 * 14 to 19 digits with a card network's prefix and length, and Luhn's checksum (ISO/IEC 7812), in one piece or grouped
 * as on a card, whatever digits follow (an expiry date). Order numbers are as long, so in a box for a reference only
 * grouped digits count, or what is called a card. A plus sign makes it a phone number.
 * @param {string} text
 * @param {string} kind
 */
export function hasCardNumber(text, kind) {
  const groups = [...text.matchAll(/\d+/g)].map(({ 0: digits, index }) => ({ digits, index, end: index + digits.length }));
  return groups.some((_, i) =>
    [1, 2, 3, 4, 5].some((count) => {
      const run = groups.slice(i, i + count);
      const digits = run.map((group) => group.digits).join("");
      return run.length === count && isCard(digits) && luhn(digits) && isWrittenAsCard(run, text, kind);
    }),
  );
}

const CARD = /(?:visa|master ?card|amex|unionpay|\bcards?|银联|銀聯|卡号?|卡號)[^\d\n]{0,12}$/i;
const THING =
  "orders?|ticket|case|withdrawal|deposit|trade|tracking|ref(?:erence)?|uid|\\bid|account|订单号?|訂單號?|单号|單號|编号|編號|工单|工單|提现|提現|充值|流水|用户|用戶|账户|帳戶|账号|帳號";
const THINGS = new RegExp(`(?:${THING})[^\\d\\n]{0,12}(?:\\d{6,}[\\s,、]*(?:and|和|及|与)?[\\s]*)*$`, "i"); // "orders a, b and c"
const FILLED = /^\s{0,3}(?:filled|executed|cancel|成交|撤)/i;

/**
 * @param {Group[]} run
 * @param {string} text
 * @param {string} kind
 */
function isWrittenAsCard(run, text, kind) {
  const [start, end] = [run[0].index, run[run.length - 1].end];
  const [before, after] = [text.slice(Math.max(0, start - 80), start), text.slice(end, end + 12)];
  const isCalledCard = CARD.test(before);
  if (/[A-Z]{2}\d{2} ?$/.test(before)) return false; // an IBAN
  if ((/[A-Za-z_+]-?$/.test(before) && !isCalledCard) || /^(?:[A-Za-z_]|\.\d)/.test(after)) return false;
  if (run.length === 1) return isCalledCard || !(["reference", "records"].includes(kind) || THINGS.test(before) || FILLED.test(after));
  const gaps = run.slice(1).map((group, i) => text.slice(run[i].end, group.index));
  const sizes = run.map((group) => group.digits.length).join();
  if (sizes === "8,8") return isCalledCard || gaps[0] === " "; // two phone numbers of Hong Kong stand on two lines
  return /^(?:4,4,4,4(?:,[1-3])?|4,6,[45])$/.test(sizes) && areCardGaps(gaps);
}

/**
 * As on a card, or the same other sign three times.
 * @param {string[]} gaps
 */
function areCardGaps(gaps) {
  if (gaps.every((gap) => /^[ .·–—-]{1,2}$/.test(gap))) return true;
  return gaps.every((gap) => gap === gaps[0]) && /^(?:\s*\n\s*|[_/,、] ?|\s+)$/.test(gaps[0]);
}

const CARD_FORMS = [
  /^4\d{15}$/,
  /^(?:5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12})$/,
  /^3[47]\d{13}$/,
  /^62\d{14,17}$/,
  /^(?:6011|65\d\d|64[4-9]\d)\d{12}$/,
  /^35(?:2[89]|[3-8]\d)\d{12}$/,
  /^3(?:0[0-5]|[68]\d)\d{11}$/,
];

/**
 * Visa's numbers of 19 digits are left out: hardly a card has one, but many an order.
 * @param {string} digits
 */
function isCard(digits) {
  return CARD_FORMS.some((form) => form.test(digits));
}

/** @param {string} digits */
function luhn(digits) {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * ((i % 2) + 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/**
 * Mainland China (GB 11643), Hong Kong, Taiwan and Singapore numbers, each by its checksum. A letter and some digits
 * may as well be a ticket, so in a box for a reference a Hong Kong number needs its brackets, and the last two pass.
 * @param {string} text
 * @param {string} kind
 */
export function hasIdNumber(text, kind) {
  const capitals = text.replace(DESK, "").toUpperCase();
  /** @param {RegExp} form @param {(match: string[]) => boolean} test */
  const found = (form, test) => [...capitals.matchAll(form)].some((match) => test(match));
  if (found(MAINLAND, isMainland)) return true;
  if (["reference", "records"].includes(kind)) return found(/(?<!\w)([A-Z]{1,2})(\d{6})\s?\(([\dA])\)/g, isHongKong);
  return (
    found(/(?<!\w)([A-Z]{1,2})(\d{6})\s?\(?([\dA])\)?(?!\w)/g, isHongKong) ||
    found(/(?<!\w)([A-Z])([1289]\d{8})(?!\w)/g, isTaiwan) ||
    found(/(?<!\w)([STFGM])(\d{7})([A-Z])(?!\w)/g, isSingapore)
  );
}

const MAINLAND = /(?<!\d)(?=([1-8](?:[\s-]?\d){5}[\s-]?(?:1[\s-]?9|2[\s-]?0)(?:[\s-]?\d){9}[\s-]?[\dX])(?![0-9A-Z]))/g;

/** What a desk numbers with a letter and digits: its tickets and its people. */
const DESK =
  /(?:ticket|case|order|ref(?:erence)?|agent|工[单單号號]|[单單][号號]|[编編][号號]|案件|[订訂][单單]|客服)(?: ?(?:number|no\.?|id|[编編]?[号號]))?[^\dA-Za-z\n]{0,6}[A-Z]\d{7,9}[A-Z]?\b/gi;

/** @param {string[]} match */
function isMainland([, written]) {
  const number = written.replace(/[\s-]/g, "");
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)].map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(number[i]), 0);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && "10X98765432"[sum % 11] === number[17];
}

/** @param {string[]} match */
function isHongKong([, letters, digits, check]) {
  const codes = [...letters.padStart(2, " ")].map((sign) => (sign === " " ? 36 : sign.charCodeAt(0) - 55));
  const sum = [...codes, ...[...digits].map(Number)].reduce((total, value, i) => total + value * (9 - i), 0);
  return (sum + (check === "A" ? 10 : Number(check))) % 11 === 0;
}

/** @param {string[]} match */
function isTaiwan([, letter, digits]) {
  const code = "ABCDEFGHJKLMNPQRSTUVXYWZIO".indexOf(letter) + 10;
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (i < 8 ? 8 - i : 1), Math.floor(code / 10) + (code % 10) * 9);
  return sum % 10 === 0;
}

/** Where the sum begins for a prefix, and the check letters by its remainder. @type {Record<string, [start: number, letters: string]>} */
const SINGAPORE = {
  S: [0, "JZIHGFEDCBA"],
  T: [4, "JZIHGFEDCBA"],
  F: [0, "XWUTRQPNMLK"],
  G: [4, "XWUTRQPNMLK"],
  M: [3, "XWUTRQPNJLK"],
};

/** @param {string[]} match */
function isSingapore([, prefix, digits, check]) {
  const [start, letters] = SINGAPORE[prefix];
  const sum = [2, 7, 6, 5, 4, 3, 2].reduce((total, weight, i) => total + weight * Number(digits[i]), start);
  return letters[sum % 11] === check;
}
