/** What looks wrong with a value but may be right: a hint beside the box, never a bar. */

import { judgeAddress, judgeTxid } from "./addresses.js";
import { isOdd } from "../../shared/moments.js";

/** The time of an event that is still to be filled in. */
export const OPEN_TIME = "__:__";

const AMOUNT = /^\d[\d., ]*$/;

/** The name of the hint for a value in its control; "" if there is none. */
export function doubt({ kind, pattern }, control, value) {
  if (!value) return "";
  const verdict = { address: judgeAddress, txid: judgeTxid }[kind]?.(value) ?? "ok";
  if (verdict !== "ok") return `${kind}-${verdict}`;
  if (["date", "moment", "local-moment"].includes(kind) && isOdd(value)) return "date";
  if (kind === "events" && value.includes(OPEN_TIME)) return "open-time";
  const odd = control.validity.typeMismatch || (kind === "amount" && !AMOUNT.test(value)) || (pattern && !new RegExp(pattern, "u").test(value));
  return odd ? "form" : "";
}
