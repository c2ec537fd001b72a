/**
 * The browser's half of the route engine. Its specification, rule by rule, stands in macros/engines/routes.py; tests/plans compares both.
 *
 * @typedef {"takes" | "perhaps" | "not"} Fit
 * @typedef {object} Rule
 * @property {string} company
 * @property {string[]} entities
 * @property {string} who
 * @property {string} after
 * @property {string[]} unless
 * @property {string} orders
 * @typedef {{bodies: string[], outside: string[], places: string[]}} Party
 * @typedef {{id: string, kind: string, rules: Rule[]}} Candidate
 * @typedef {{candidates: Candidate[], is_crime: boolean, has_support: boolean, has_complaint: boolean}} Case
 * @typedef {{fit: Fit, reason: string, number: number, rule: Rule}} Verdict number: the position of the rule among those of the body
 * @typedef {{id: string, state: "done" | "now" | "later", fit: Fit, reason: string, number: number, orders: string}} Rung
 * @typedef {{rungs: Rung[], cannot: [string, string][], end: string}} Plan
 */

const STAGES = ["nothing", "support", "complaint", "answer"];
const ORDERS = ["payment", "release", "data", "nothing"];
const FITS = ["takes", "perhaps", "not"];
const AT_ONCE = ["police", "helpline", "reporting"];
const LATER = ["ombudsman", "data-protection", "consumer", "regulator", "police", "helpline", "reporting", "court"];
const NOBODY = "none";

/** @type {Rule} */
const NO_RULE = { company: "any", entities: [], who: "anyone", after: "nothing", unless: [], orders: "nothing" };

/**
 * @param {Case} plight
 * @param {Record<string, Party>} parties
 * @param {string} company "" unknown, "none" nobody
 * @param {string} stage
 * @returns {Plan}
 */
export function plan(plight, parties, company, stage) {
  const judged = plight.candidates.map((body) => ({ body, way: verdict(body, parties, company) }));
  const taking = judged.filter(({ way }) => way.fit !== "not");
  const isFirst = (/** @type {{body: Candidate}} */ { body }) => plight.is_crime && AT_ONCE.includes(body.kind);
  const first = sortedBy(taking.filter(isFirst), ({ body }) => AT_ONCE.indexOf(body.kind));
  const rest = sortedBy(
    taking.filter((each) => !isFirst(each)),
    rank,
  );
  const rung = (/** @type {{body: Candidate, way: Verdict}} */ each) => rungOf(each.body, each.way, stage);
  return {
    rungs: [...first.map(rung), ...(company === NOBODY && plight.has_complaint ? [] : ownSteps(plight, stage)), ...rest.map(rung)],
    cannot: judged.filter(({ way }) => way.fit === "not").map(({ body, way }) => [body.id, way.reason]),
    end: endOf(taking.map(({ way }) => way)),
  };
}

/** @param {Verdict[]} ways */
function endOf(ways) {
  if (!ways.length) return "nobody";
  return ways.some(({ rule }) => rule.orders !== "nothing") ? "" : "nobody-orders";
}

/**
 * @param {Candidate} body
 * @param {Record<string, Party>} parties
 * @param {string} company
 * @returns {Verdict}
 */
export function verdict(body, parties, company) {
  const party = Object.hasOwn(parties, company) ? parties[company] : undefined;
  const ways = body.rules.map((rule, number) => ({ ...judged(rule, body, party, company), number, rule }));
  const [best] = sortedBy(ways, ({ fit, rule }) => (FITS.indexOf(fit) * 4 + ORDERS.indexOf(rule.orders)) * 4 + STAGES.indexOf(rule.after));
  return best ?? { fit: "not", reason: "subject", number: -1, rule: NO_RULE };
}

/**
 * @param {Rule} rule
 * @param {Candidate} body
 * @param {Party | undefined} party
 * @param {string} company
 * @returns {{fit: Fit, reason: string}}
 */
function judged(rule, body, party, company) {
  if (rule.company === "bank") return { fit: "takes", reason: "" };
  if (party?.outside.includes(body.id)) return { fit: "not", reason: "outside" };
  if (rule.entities.length) return forSome(rule, company);
  if (rule.company === "any") return { fit: "takes", reason: "" };
  return company === NOBODY ? { fit: "not", reason: "nobody" } : byLicence(rule, body, party);
}

/** @param {Rule} rule @param {string} company @returns {{fit: Fit, reason: string}} */
function forSome(rule, company) {
  if (company === "") return { fit: "perhaps", reason: "company" };
  return rule.entities.includes(company) ? { fit: "takes", reason: "" } : { fit: "not", reason: "company" };
}

/** @param {Rule} rule @param {Candidate} body @param {Party | undefined} party @returns {{fit: Fit, reason: string}} */
function byLicence({ company }, { id }, party) {
  const isLicensed = company !== "member" && party?.places.includes(id.split("/", 1)[0]);
  if (isLicensed && company === "not-licensed") return { fit: "not", reason: "licensed" };
  return isLicensed || party?.bodies.includes(id) ? { fit: "takes", reason: "" } : { fit: "perhaps", reason: company };
}

/** @param {{body: Candidate, way: Verdict}} each */
function rank({ body, way }) {
  const last = Number(body.kind === "court") * 2 + Number(way.rule.orders === "nothing");
  return last * LATER.length + LATER.indexOf(body.kind);
}

/** @param {Candidate} body @param {Verdict} way @param {string} stage @returns {Rung} */
function rungOf({ id }, { fit, reason, number, rule }, stage) {
  return { id, state: STAGES.indexOf(stage) >= STAGES.indexOf(rule.after) ? "now" : "later", fit, reason, number, orders: rule.orders };
}

/**
 * What comes before outside bodies: support, then the formal complaint.
 * @param {Case} plight
 * @param {string} stage
 * @returns {Rung[]}
 */
function ownSteps({ has_support, has_complaint }, stage) {
  const reached = STAGES.indexOf(stage);
  /** @type {Rung[]} */
  const steps = [];
  if (has_support) steps.push(ownStep("support", reached < 1 ? "now" : "done"));
  if (has_complaint) steps.push(ownStep("complaint", reached >= 2 ? "done" : reached < 1 && has_support ? "later" : "now"));
  return steps;
}

/** @param {string} id @param {Rung["state"]} state @returns {Rung} */
function ownStep(id, state) {
  return { id, state, fit: "takes", reason: "", number: -1, orders: "nothing" };
}

/**
 * A sorted copy; what ranks the same keeps its order.
 * @template T
 * @param {T[]} items
 * @param {(item: T) => number} of
 */
function sortedBy(items, of) {
  return [...items].sort((a, b) => of(a) - of(b));
}
