/** Finds full card numbers and ID numbers, each by its checksum. */

/**
 * 14 to 19 digits with a card network's prefix and length, and Luhn's checksum (ISO/IEC 7812), in one piece or grouped
 * as on a card, whatever digits follow (an expiry date). Order numbers are as long, so in a box for a reference only
 * grouped digits count, or what is called a card. A plus sign makes it a phone number.
 */
export function hasCardNumber(text, kind) {
  const groups = [...text.matchAll(/\d+/g)].map(({ 0: digits, index }) => ({ digits, index, end: index + digits.length }));
  return groups.some((_, i) => [1, 2, 3, 4, 5].some((count) => {
    const run = groups.slice(i, i + count);
    const digits = run.map((group) => group.digits).join("");
    return run.length === count && isCard(digits) && luhn(digits) && isWrittenAsCard(run, text, kind);
  }));
}

const CARD = /(?:visa|master ?card|amex|unionpay|\bcards?|银联|銀聯|卡号?|卡號)[^\d\n]{0,12}$/i;
const THING = "orders?|ticket|case|withdrawal|deposit|trade|tracking|ref(?:erence)?|uid|\\bid|account|订单号?|訂單號?|单号|單號|编号|編號|工单|工單|提现|提現|充值|流水|用户|用戶|账户|帳戶|账号|帳號";
const THINGS = new RegExp(`(?:${THING})[^\\d\\n]{0,12}(?:\\d{6,}[\\s,、]*(?:and|和|及|与)?[\\s]*)*$`, "i"); // "orders a, b and c"
const FILLED = /^\s{0,3}(?:filled|executed|cancel|成交|撤)/i;

function isWrittenAsCard(run, text, kind) {
  const [start, end] = [run[0].index, run.at(-1).end];
  const [before, after] = [text.slice(Math.max(0, start - 80), start), text.slice(end, end + 12)];
  const isCalledCard = CARD.test(before);
  if (/[A-Z]{2}\d{2} ?$/.test(before)) return false; // an IBAN
  if ((/[A-Za-z_+]-?$/.test(before) && !isCalledCard) || /^(?:[A-Za-z_]|\.\d)/.test(after)) return false;
  if (run.length === 1) return isCalledCard || !(["reference", "records"].includes(kind) || THINGS.test(before) || FILLED.test(after));
  const between = run.slice(1).map((group, i) => text.slice(run[i].end, group.index));
  const sizes = run.map((group) => group.digits.length).join();
  if (sizes === "8,8") return isCalledCard || between[0] === " "; // two phone numbers of Hong Kong stand on two lines
  return /^(?:4,4,4,4(?:,[1-3])?|4,6,[45])$/.test(sizes) && areCardGaps(between);
}

/** As on a card, or the same other sign three times. */
function areCardGaps(between) {
  return between.every((gap) => /^[ .·–—-]{1,2}$/.test(gap)) || (between.every((gap) => gap === between[0]) && /^(?:\s*\n\s*|[_/,、] ?|\s+)$/.test(between[0]));
}

/** Visa's numbers of 19 digits are left out: hardly a card has one, but many an order. */
function isCard(digits) {
  const forms = [/^4\d{15}$/, /^(?:5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12})$/, /^3[47]\d{13}$/,
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
export function hasIdNumber(text, kind) {
  const capitals = text.replace(DESK, "").toUpperCase();
  const found = (form, test) => [...capitals.matchAll(form)].some((match) => test(match));
  if (found(/(?<!\d)(?=([1-8](?:[\s-]?\d){5}[\s-]?(?:1[\s-]?9|2[\s-]?0)(?:[\s-]?\d){9}[\s-]?[\dX])(?![0-9A-Z]))/g, ([, number]) => isMainland(number))) return true;
  if (["reference", "records"].includes(kind)) return found(/(?<!\w)([A-Z]{1,2})(\d{6})\s?\(([\dA])\)/g, isHongKong);
  return found(/(?<!\w)([A-Z]{1,2})(\d{6})\s?\(?([\dA])\)?(?!\w)/g, isHongKong)
    || found(/(?<!\w)([A-Z])([1289]\d{8})(?!\w)/g, isTaiwan)
    || found(/(?<!\w)([STFGM])(\d{7})([A-Z])(?!\w)/g, isSingapore);
}

/** What a desk numbers with a letter and digits: its tickets and its people. */
const DESK = /(?:ticket|case|order|ref(?:erence)?|agent|工[单單号號]|[单單][号號]|[编編][号號]|案件|[订訂][单單]|客服)(?: ?(?:number|no\.?|id|[编編]?[号號]))?[^\dA-Za-z\n]{0,6}[A-Z]\d{7,9}[A-Z]?\b/gi;

function isMainland(written) {
  const number = written.replace(/[\s-]/g, "");
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
