/** Finds private keys: by their own marks, by a checksum, by what they are called, or as 32 or 64 bytes that nothing calls a hash. */

import { base58check, decodeBase58 } from "./addresses.js";

const BASE58 = "[1-9A-HJ-NP-Za-km-z]";

/**
 * @param {string} text what was typed, without invisible signs
 * @param {string} kind the kind of its box
 */
export function hasPrivateKey(text, kind) {
  return MARKED.test(text) || hasCheckedKey(text) || hasRippleSeed(text) || hasNamedKey(text) || hasRawKey(text, kind);
}

/** Keys that say so: PEM (RFC 7468), BIP-32, Nostr (NIP-19), Sui (SIP-15), Stellar (SEP-23), a list of bytes, and tokens of a login. */
const MARKED = new RegExp(
  [
    "-----BEGIN [A-Z ]*PRIVATE KEY",
    `[xyztuvXYZTUV]prv${BASE58}{80,}`,
    "\\bnsec1[02-9ac-hj-np-z]{58}",
    "\\bsuiprivkey1[02-9ac-hj-np-z]{50,}",
    "\\bS[A-Z2-7]{55}\\b",
    "\\[\\s*(?:\\d{1,3}\\s*,\\s*){31,}\\d{1,3}\\s*\\]",
    `\\bPVT_(?:K1|R1)_${BASE58}{48,}`, // EOS
    `\\bed(?:sk|esk)${BASE58}{50,}`, // Tezos
    "\\b(?:xprv|(?:root|acct|addr|stake)_x?sk|ed25519e?_sk)1[02-9ac-hj-np-z]{50,}", // Cardano (CIP-5)
    "\\beyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\.[\\w-]{10,}", // a login: JWT (RFC 7519)
    "\\bBearer [\\w.~+/-]{20,}|\\b(?:gh[pousr]_|xox[abp]-|sk_live_)[\\w-]{16,}",
  ].join("|"),
);

/**
 * WIF (51 or 52 signs), an encrypted key (BIP-38) or an extended one (BIP-32), also where spaces or line ends break it.
 * @param {string} text
 */
function hasCheckedKey(text) {
  const words = text.match(/[0-9A-Za-z]+|[^\s0-9A-Za-z]+/g) ?? [];
  return words.some((_, start) => beginsWithKey(words.slice(start, start + 28)));
}

/** @param {string[]} words */
function beginsWithKey(words) {
  let run = "";
  for (const word of words) {
    if (run.length >= 111 || !/^[1-9A-HJ-NP-Za-km-z]+$/.test(word)) return false;
    run += word;
    if ([51, 52, 58, 111].includes(run.length) && isKey(run)) return true;
  }
  return false;
}

/**
 * WIF of Bitcoin, its test net, Litecoin, Dogecoin or Dash; BIP-38; BIP-32 (a private key has a zero before it).
 * @param {string} run
 */
function isKey(run) {
  const body = /\d/.test(run) && /[a-z]/.test(run) && /[A-Z]/.test(run) ? base58check(run) : null;
  if (!body) return false;
  if (body.length < 35) return [0x80, 0xef, 0xb0, 0x9e, 0xcc].includes(body[0]);
  return body.length === 39 ? body[0] === 1 && [0x42, 0x43].includes(body[1]) : body[45] === 0;
}

/**
 * The XRP Ledger writes Base58Check with an order of signs of its own.
 * @param {string} text
 */
function hasRippleSeed(text) {
  const [theirs, ours] = [
    "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz",
    "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz",
  ];
  const seeds = text.match(new RegExp(`\\bs${BASE58}{28,30}\\b`, "g")) ?? [];
  return seeds.some((seed) => base58check(seed.replace(/./g, (sign) => ours[theirs.indexOf(sign)])));
}

const SECRET =
  /(?:api[ -]?secret|\bsecret(?:[ _-]?key)?|private key|(?:2fa|authenticator) key|私[钥鑰]|密[钥鑰])(?:\s*(?:is|was|[:=]|就?是|为|為))*[\s"'“「]+|(?:api[ -]?secret|\bsecret(?:[ _-]?key)?|private key|(?:2fa|authenticator) key|私[钥鑰]|密[钥鑰])\s*(?:[:=]|就?是|为|為)/gi;

/**
 * Called a secret, and drawn by a machine: letters and two digits, or the base 32 (RFC 4648) of an authenticator.
 * @param {string} text
 */
function hasNamedKey(text) {
  const drawn = /^["'“「\s]*(?!20\d\d-)(?:(?=[\w+/-]*\d[\w+/-]*\d)(?=[\w+/-]*[A-Za-z])[\w+/-]{8,}|(?:[A-Z2-7]{4} ?){4,})/;
  return [...text.matchAll(SECRET)].some(({ 0: name, index }) => drawn.test(text.slice(index + name.length, index + name.length + 80)));
}

/** Hex of 32 bytes (whole, in equal groups, or broken once) and 64 bytes in base 58: a key, unless it is called a hash. */
const SIZES = [64, 16, 8, 4, 2].map(
  (size) => `(?:0[xX])?[0-9a-fA-F]{${size}}(?:[\\s:,-]{1,3}(?:0[xX])?[0-9a-fA-F]{${size}}){${64 / size - 1}}`,
);
const BROKEN = "(?:0[xX])?(?=[0-9a-fA-F]{8,56}\\s+[0-9a-fA-F]{8,56}(?![0-9a-zA-Z]))(?:[0-9a-fA-F]\\s*){63}[0-9a-fA-F]";
const RAW = new RegExp(`(?<![0-9a-zA-Z])(?:${[...SIZES, BROKEN, `${BASE58}{86,88}`].join("|")})(?![0-9a-zA-Z])`, "g");

const KEY = "(?:私[钥鑰]|密[钥鑰]|\\b(?:private|secret)[ -]?key|\\bkey\\b)";
const HASH =
  "(?:\\b(?:tx|txn|transaction)[ -]?(?:ids?|hash(?:es)?)\\b|\\bhash(?:es)?\\b|\\bsha-?256|\\bsignature|哈希|链上|鏈上|[签簽]名|交易(?:号|號|编号|編號|id))";
const SHORT = `(?:${HASH}|\\b(?:tx|txn|txs|transactions?|payments?|transfers?|blocks?)\\b|交易|[转轉][账帳賬]|付款|[区區][块塊]|\\.(?:png|jpe?g|pdf|mp4|zip|txt|eml|html?|docx?|xlsx?|csv)\\b)`;
const END = "[。；;!?！？]|(?<!\\d)\\.\\s";
const PART = `[,，、\\n]|${END}`;
/** @param {number} most */
const gap = (most) => `(?:(?!${END}|${KEY})[^]){0,${most}}$`;
const MOVED = "(?:提[现現币幣]|充[值币幣]|[记記][录錄]|\\b(?:deposit(?:ed)?|withdr(?:ew|awal))\\b)";
const NAMED_BEFORE = new RegExp(`${HASH}${gap(40)}|${MOVED}${gap(30)}|${SHORT}${gap(12)}|https?:\\/\\/\\S*$`, "i");
const NAMED_AFTER = new RegExp(
  `^[\\s(=]*(?:is|was|是|为|為)?\\s*(?:the |my |a )?(?:${SHORT}|\\*?\\S{1,60}\\.(?:png|jpe?g|pdf|mp4|zip|txt|eml)\\b)`,
  "i",
);
const KEY_BEFORE = new RegExp(`${KEY}(?:(?!${PART})[^])*$`, "i");
const KEY_AFTER = new RegExp(`^(?:(?!${PART})[^])*${KEY}`, "i");

/** @param {string} text @param {string} kind */
function hasRawKey(text, kind) {
  const isNamed = new RegExp(KEY, "i").test(text);
  if (["txid", "records"].includes(kind) && !isNamed) return false;
  if (kind === "address" && !isNamed && /^\s*(?:0x)?[0-9a-f]{64}\s*$/i.test(text)) return false; // of Sui, Aptos, Starknet and NEAR
  let [before, end] = ["", 0];
  for (const { 0: raw, index } of text.matchAll(RAW)) {
    if (!isDrawn(raw)) continue;
    before = (before + text.slice(end, index)).slice(-80);
    end = index + raw.length;
    if (!isCalledHash(before, text.slice(end, end + 80))) return true;
    before = "tx"; // "TxIDs: a and b": the name holds for what follows closely
  }
  return false;
}

/** @param {string} raw */
function isDrawn(raw) {
  const hex = raw.replace(/0x|[\s:,-]/gi, "");
  return hex.length === 64 ? hex.replace(/\d/g, "").length > 5 : decodeBase58(raw).length === 64; // else they are digits
}

/**
 * The clause that calls it a key has the last word.
 * @param {string} before
 * @param {string} after
 */
function isCalledHash(before, after) {
  return !KEY_BEFORE.test(before) && !KEY_AFTER.test(after) && (NAMED_BEFORE.test(before) || NAMED_AFTER.test(after));
}
