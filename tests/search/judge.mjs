// The browser's search for the tests in Python: node judge.mjs scripts, one question a line in, its answer out.
// {folder, queries, parts}: the addresses found for each query with their scores, best first. {script}: the table that the analysis is to use
// from now on. {texts}: what the analysis makes of them. {postings}: what texts of an index say.

import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";

const scripts = process.argv[2];
const { gapsOf, key, stretches, termsOf } = await import(`${scripts}/analysis.js`);
const { postings } = await import(`${scripts}/lines.js`);
const { PARTS } = await import(`${scripts}/parts.js`);
const { search } = await import(`${scripts}/ranking.js`);
const { results } = await import(`${scripts}/results.js`);
const { Shelf } = await import(`${scripts}/shelf.js`);
const usual = { ...PARTS };
const shelves = new Map();

const shelfOf = (folder) => {
  const shelf = shelves.get(folder) ?? new Shelf((name) => readFile(`${folder}/${name}`, "utf8"));
  shelves.set(folder, shelf);
  return shelf;
};

async function found({ folder, queries, parts = {}, limit = 10 }) {
  Object.assign(PARTS, usual, parts);
  const shelf = shelfOf(folder);
  const addressed = async ({ document, score }) => [(await shelf.detail(document))[0], score];
  const answers = [];
  for (const query of queries) answers.push(await Promise.all((await search(shelf, query)).slice(0, limit).map(addressed)));
  return answers;
}

async function whole(shelf, query) {
  const parts = [];
  for await (const part of results(shelf, query)) parts.push(part);
  return { ...parts[0], hits: parts.flatMap(({ hits }) => hits) };
}

async function shown({ folder, shown: queries }) {
  return Promise.all(queries.map((query) => whole(shelfOf(folder), query)));
}

let table = new Map();

function analysed({ texts }) {
  return texts.map((text) => {
    const runs = stretches(text, table);
    return [runs, termsOf(runs), runs.flatMap(gapsOf), key(runs.flat())];
  });
}

function answer(question) {
  if (question.postings) return question.postings.map(postings);
  if (question.texts) return analysed(question);
  return question.shown ? shown(question) : found(question);
}

for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line);
  if (question.script) table = new Map(Object.entries(question.script));
  process.stdout.write(`${JSON.stringify(await answer(question))}\n`);
}
