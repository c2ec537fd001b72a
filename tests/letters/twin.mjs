// The browser's letter engine for the tests in Python: node twin.mjs engine.js, one question a line in, its answer out.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

// As data, because Node takes a .js file without a package.json for a script.
const { fill, plain, valueOf } = await import(`data:text/javascript,${encodeURIComponent(readFileSync(process.argv[2], "utf-8"))}`);

const letter = (template, values, reader, language) => {
  const filled = fill(template, values, reader, language);
  return [filled, plain(filled, (name) => template.fields[name].label[language])];
};
const answers = {
  letters: ({ template, cases }) =>
    cases.map(([values, reader]) => ["zh", "en"].map((language) => letter(template, values, reader, language))),
  values: ({ typed }) => typed.map((value) => valueOf({ field: value }, "field")),
};

for await (const line of createInterface({ input: process.stdin })) {
  const { about, ...question } = JSON.parse(line);
  console.log(JSON.stringify(answers[about](question)));
}
