/**
 * <guide-plan>: fits the plan of a page to the reader's company, stage and days. The page is complete without it.
 *
 * @import { Facts } from "../../plan/facts.js"
 * @import { Case } from "../../plan/routes.js"
 */

import { fetched } from "../../plan/facts.js";
import { isChosen, onChange, situation } from "../../plan/situation.js";
import { one } from "../../shared/find.js";
import { Days } from "./days.js";
import { Ladder } from "./ladder.js";

class GuidePlan extends HTMLElement {
  #stay = new AbortController();

  connectedCallback() {
    this.#stay = new AbortController();
    const { signal } = this.#stay;
    /** @type {Case} */
    const plight = JSON.parse(one(this, "script", HTMLScriptElement).textContent ?? "");
    const ladder = new Ladder(this, plight);
    const days = new Days(this, ladder);
    const adapt = async () => {
      if (!isChosen(situation()) && !ladder.isAdapted) return;
      const facts = await fetched(this.dataset.facts ?? "").catch(() => null);
      if (facts && !signal.aborted) this.#adapt(facts, ladder, days);
    };
    onChange(adapt, signal);
    days.open(signal);
    adapt();
  }

  /** @param {Facts} facts @param {Ladder} ladder @param {Days} days */
  #adapt(facts, ladder, days) {
    const chosen = situation();
    ladder.show(facts, chosen);
    days.follow(facts.companies.find(({ id }) => id === chosen.company));
  }

  disconnectedCallback() {
    this.#stay.abort();
  }
}

customElements.define("guide-plan", GuidePlan);
