// The browser's check for the tests in Python: node judge.mjs scripts, one question a line in, its answer out.
// {list}: the file by which to judge from now on. {values}: the verdict on each. {addresses}: host and what stands before an "@". {signs}: the
// names of the scams whose words are in each text. {slow}: the milliseconds that the slowest of some values takes.

import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";

const scripts = process.argv[2];
const { check } = await import(`${scripts}/channel-check.js`);
const { Judge } = await import(`${scripts}/verdicts.js`);
const { readAddress } = await import(`${scripts}/host.js`);
let list;

for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line);
  if (question.list) list = JSON.parse(await readFile(question.list, "utf8"));
  let answer = [];
  if (question.values) answer = question.values.map((value) => check(value, list));
  if (question.signs) answer = question.signs.map((text) => new Judge(list).signs(text).map(({ name }) => name));
  if (question.addresses) answer = question.addresses.map((text) => readAddress(text)).map(({ host, before }) => [host, before]);
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
