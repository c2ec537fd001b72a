// The first addresses for each query: {folder, queries} as JSON on standard input, an array of arrays on standard output.
import { readFile } from "node:fs/promises";

const { module, folder, queries, limit = 10 } = JSON.parse(await readFile("/dev/stdin", "utf8"));
const { search } = await import(`${module}/engine.js`);
const { Shelf } = await import(`${module}/shelf.js`);

const shelf = new Shelf((name) => readFile(`${folder}/${name}`, "utf8"));
const answers = [];
for (const query of queries) {
  const hits = (await search(shelf, query)).slice(0, limit);
  answers.push(await Promise.all(hits.map(async ({ document, score }) => [(await shelf.detail(document))[0], score])));
}
process.stdout.write(JSON.stringify(answers));
