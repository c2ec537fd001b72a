// The browser's half of the plan engines for the tests in Python: node twin.mjs scripts, one question a line in, its answer out.
// {cases, parties, stages}: for each case and its companies one digest of the plans in every situation. {plans}: whole plans.
// {ends}, {spans}, {opens}, {working}, {states}: days. {offers, answers}: the companies that fit each.

import { createHash } from "node:crypto";
import { createInterface } from "node:readline";

const scripts = process.argv[2];
const { plan } = await import(`${scripts}/routes.js`);
const { daysElsewhere, endOf, lastWorkingDay, opensOn, stateOn } = await import(`${scripts}/deadlines.js`);
const { fitting } = await import(`${scripts}/companies.js`);

const digest = ({ cases, parties, stages }) =>
  cases.map(([plight, companies]) => {
    const hash = createHash("sha256");
    for (const company of companies) for (const stage of stages) hash.update(`${JSON.stringify(plan(plight, parties, company, stage))}\n`);
    return hash.digest("hex");
  });

const answers = {
  cases: digest,
  plans: ({ plans, parties }) => plans.map(([plight, company, stage]) => plan(plight, parties, company, stage)),
  ends: ({ ends, calendars }) => ends.map(([count, unit, day, place]) => endOf(count, unit, day, calendars[place])),
  spans: ({ spans }) => spans.map(([day, own, other]) => daysElsewhere(day, own, other)),
  opens: ({ opens }) => opens.map(([end, answer]) => opensOn(end, answer)),
  working: ({ working, calendars }) => working.map(([day, place]) => lastWorkingDay(day, calendars[place])),
  states: ({ states }) => states.map(([earliest, latest, today]) => stateOn(earliest, latest, today)),
  offers: ({ offers, answers }) => answers.map((given) => fitting(offers, given).map(({ id }) => id)),
};

for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line);
  const [about] = Object.keys(question);
  console.log(JSON.stringify(answers[about](question)));
}
