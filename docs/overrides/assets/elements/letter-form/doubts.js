/** What looks wrong with a value but may be right: a hint beside the box, never a bar. */

import { judgeAddress, judgeTxid } from "../../secrets/addresses.js";
import { dayOf, isOdd } from "../../shared/moments.js";
import { OPEN_TIME } from "./events.js";

/** @typedef {import("./controls.js").Box} Box */
/** @typedef {import("./engine.js").Field} Field */

const AMOUNT = /^\d[\d., ]*$/;

/** @type {Record<string, (text: string) => string>} */
const JUDGES = { address: judgeAddress, txid: judgeTxid };

/**
 * The name of the hint for a value in its box; "" if there is none.
 * @param {Field} field
 * @param {Box} box
 * @param {string} value
 */
export function doubt({ kind, pattern }, box, value) {
  if (box.validity.badInput) return "unreadable";
  if (!value) return "";
  const verdict = JUDGES[kind]?.(value) ?? "ok";
  if (verdict !== "ok") return `${kind}-${verdict}`;
  if (Number(box.dataset.ahead)) return value < dayOf(new Date()) ? "past" : "";
  if (["date", "moment"].includes(kind) && isOdd(value.replace("~", ""))) return "date";
  if (kind === "events" && value.includes(OPEN_TIME)) return "open-time";
  return box.validity.typeMismatch || !isInForm(kind, pattern, value) ? "form" : "";
}

/**
 * @param {string} kind
 * @param {string | undefined} pattern
 * @param {string} value
 */
function isInForm(kind, pattern, value) {
  return (kind !== "amount" || AMOUNT.test(value)) && (!pattern || new RegExp(pattern, "u").test(value));
}
