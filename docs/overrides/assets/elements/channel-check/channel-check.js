/**
 * <channel-check>: paste what somebody gave you, and read what the guide knows of it. Nothing leaves the tab. ``check`` is there for other programs, too:
 * assets/channel-check.js hands it on under an address that stays.
 *
 * @import { List, Verdict } from "./verdicts.js"
 */

import { one } from "../../shared/find.js";
import { Answers } from "./answers.js";
import { Judge } from "./verdicts.js";

/** @type {WeakMap<List, Judge>} */
const judges = new WeakMap();

/** @param {List} list */
function judgeOf(list) {
  const judge = judges.get(list) ?? new Judge(list);
  judges.set(list, judge);
  return judge;
}

/**
 * The verdict on a value; on a whole message that of the most dangerous thing in it, with all of them.
 * @param {string} value
 * @param {List} list the parsed file of what the guide knows
 * @returns {Verdict & {all: Verdict[]}}
 */
export function check(value, list) {
  const all = judgeOf(list).all(value);
  const [first = { verdict: "unreadable", value }] = all;
  return { ...first, all };
}

/** @returns {Promise<List>} */
async function fetchList() {
  const answer = await fetch(new URL("../../known.json", import.meta.url));
  return answer.json();
}

const Base = globalThis.HTMLElement ?? class {}; // other programs have no pages

class ChannelCheck extends Base {
  #stay = new AbortController();

  async connectedCallback() {
    this.#stay = new AbortController();
    const { signal } = this.#stay;
    const list = await fetchList().catch(() => null);
    one(this, "[data-failed]", HTMLElement).hidden = list !== null;
    if (!list || signal.aborted) return;
    new Answers(this, judgeOf(list)).open(signal);
  }

  disconnectedCallback() {
    this.#stay.abort();
  }
}

if (globalThis.customElements) customElements.define("channel-check", ChannelCheck);
