/** Whether an address or a transaction hash is well formed, and whether its checksum holds. */

import { keccak256, sha256 } from "../shared/hashes.js";

const BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

/**
 * "ok", "checksum" (it is mistyped) or "unknown" (no form we know).
 * @param {string} text
 */
export function judgeAddress(text) {
  if (/^0x[0-9a-fA-F]{40}$/.test(text)) return eip55(text);
  if (/^[13mnT][1-9A-HJ-NP-Za-km-z]{24,34}$/.test(text)) return base58check(text) ? "ok" : "checksum";
  if (/^(?:bc|tb|ltc)1/i.test(text)) return bech32(text);
  if (/^[1-9A-HJ-NP-Za-km-z]{32,44}$/.test(text)) return decodeBase58(text).length === 32 ? "ok" : "unknown";
  if (/^(?:EQ|UQ)[\w-]{46}$/.test(text)) return "ok";
  return "unknown";
}

/**
 * "ok" or "unknown": 32 bytes in hex, or a 64-byte signature in base 58.
 * @param {string} text
 */
export function judgeTxid(text) {
  if (/^(?:0x)?[0-9a-fA-F]{64}$/.test(text)) return "ok";
  return /^[1-9A-HJ-NP-Za-km-z]{86,88}$/.test(text) && decodeBase58(text).length === 64 ? "ok" : "unknown";
}

/**
 * ERC-55: the case of the letters is the checksum; one case only carries none.
 * @param {string} text
 */
function eip55(text) {
  const digits = text.slice(2);
  if (digits === digits.toLowerCase() || digits === digits.toUpperCase()) return "ok";
  const hash = keccak256(new TextEncoder().encode(digits.toLowerCase()));
  const nibbles = [...hash].flatMap((byte) => [byte >> 4, byte & 15]);
  const right = [...digits.toLowerCase()].map((sign, i) => (nibbles[i] > 7 ? sign.toUpperCase() : sign)).join("");
  return right === digits ? "ok" : "checksum";
}

/**
 * BIP-173 and BIP-350.
 * @param {string} text
 */
function bech32(text) {
  if (text !== text.toLowerCase() && text !== text.toUpperCase()) return "checksum";
  const lower = text.toLowerCase();
  const split = lower.lastIndexOf("1");
  const values = [...lower.slice(split + 1)].map((sign) => BECH32.indexOf(sign));
  if (values.length < 8 || values.includes(-1)) return "checksum";
  const prefix = [...lower.slice(0, split)].map((sign) => sign.charCodeAt(0));
  const check = polymod([...prefix.map((code) => code >> 5), 0, ...prefix.map((code) => code & 31), ...values]);
  return check === (values[0] === 0 ? 1 : 0x2bc830a3) ? "ok" : "checksum";
}

const GENERATORS = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/**
 * The remainder that BIP-173 calls so.
 * @param {number[]} values
 */
function polymod(values) {
  return values.reduce((check, value) => {
    const top = check >>> 25;
    const terms = GENERATORS.filter((_, i) => (top >> i) & 1);
    return terms.reduce((sum, term) => sum ^ term, ((check & 0x1ffffff) << 5) ^ value);
  }, 1);
}

/**
 * The payload of a Base58Check text with its version byte, or null if the checksum fails.
 * @param {string} text
 */
export function base58check(text) {
  const bytes = decodeBase58(text);
  if (bytes.length < 5) return null;
  const body = bytes.slice(0, -4);
  const check = sha256(sha256(body));
  return bytes.slice(-4).every((byte, i) => byte === check[i]) ? body : null;
}

/**
 * The bytes of a base 58 text; empty if it holds a foreign sign.
 * @param {string} text
 */
export function decodeBase58(text) {
  let number = 0n;
  for (const sign of text) {
    const digit = BASE58.indexOf(sign);
    if (digit < 0) return new Uint8Array();
    number = number * 58n + BigInt(digit);
  }
  const hex = number === 0n ? "" : number.toString(16);
  const digits = hex.length % 2 ? `0${hex}` : hex;
  const zeros = text.length - text.replace(/^1+/, "").length;
  return Uint8Array.from([...Array(zeros).fill(0), ...(digits.match(/../g) ?? []).map((pair) => parseInt(pair, 16))]);
}
