// What contradicts a reader's choices, for the tests in Python: node parties.mjs agreement.js, one question a line in, its answer out.
// {supplies, parties}: for each party the names of what contradicts it.

import { createInterface } from "node:readline";

const { conflictsOf } = await import(process.argv[2]);

for await (const line of createInterface({ input: process.stdin })) {
  const { supplies, parties } = JSON.parse(line);
  console.log(JSON.stringify(parties.map((party) => conflictsOf(party, supplies))));
}
