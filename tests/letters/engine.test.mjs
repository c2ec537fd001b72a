// The letter engine and the ways out without a browser: node --test tests/letters/engine.test.mjs

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const here = (path) => new URL(path, import.meta.url);
// As data, because Node takes a .js file without a package.json for a script.
const load = (path) =>
  import(`data:text/javascript,${encodeURIComponent(readFileSync(here(`../../docs/overrides/assets/${path}.js`), "utf-8"))}`);

const { fill, mask, plain, valueOf } = await load("elements/letter-form/engine");
const { MAILTO_LIMIT, eml, mailto, txt } = await load("elements/letter-form/outputs");
const { eventsTold, inUtc, withZone } = await load("shared/moments");
const table = JSON.parse(readFileSync(here("../vectors/letters.json"), "utf-8"));

for (const { name, template, values, reader, language, expected } of table.fill) {
  test(name, () => assert.deepEqual(fill(table.templates[template], values, reader, language), expected));
}

for (const [typed, value] of table.value) {
  test(`${JSON.stringify(typed)} is read as ${JSON.stringify(value)}`, () => assert.equal(valueOf({ x: typed }, "x"), value));
}

for (const [value, masked] of table.mask) {
  test(`${value} is masked as ${masked}`, () => assert.equal(mask(value), masked));
}

for (const { name, letter, labels, subject, body } of table.plain) {
  test(name, () =>
    assert.deepEqual(
      plain(letter, (field) => labels[field]),
      { subject, body },
    ),
  );
}

test("half a character does not stop any way out", () => {
  assert.equal(mailto("", "\ud83d", "b\udc00"), "mailto:?subject=%EF%BF%BD&body=b%EF%BF%BD");
  assert.match(eml("", "\ud83d", "\udc00"), /\r\n\r\n77\+9\r\n$/);
});

test("a mail link has no empty parts", () => {
  assert.equal(mailto("a@b.example"), "mailto:a@b.example");
  assert.equal(mailto("", "s"), "mailto:?subject=s");
});

test("no line of a mail file is longer than 76 characters, line breaks are CRLF", () => {
  const file = eml("a@b.example", `投诉${"长".repeat(90)} 👍🏽`, `第一行\n${"long ".repeat(400)}`);
  assert.ok(file.split("\r\n").every((line) => line.length <= 76 && !line.includes("\n")));
  const decoded = Buffer.from(file.split("\r\n\r\n")[1], "base64").toString();
  assert.equal(decoded, `第一行\r\n${"long ".repeat(400)}`);
});

test("a text file is subject, empty line, body", () => assert.equal(txt("S", "B", "Subject: "), "Subject: S\n\nB\n"));

test("the limit of a mail link is what mail programs take", () => assert.equal(MAILTO_LIMIT, 1800));

test("a local moment names its zone", () => assert.equal(withZone("2026-03-05T10:20", "UTC+05:45"), "2026-03-05 10:20 (UTC+05:45)"));

test("a moment is told in UTC", () => {
  assert.equal(inUtc("2026-03-05T10:20", "UTC+08:00"), "2026-03-05 02:20 UTC");
  assert.equal(inUtc("2026-01-01T00:10", "UTC+05:45"), "2025-12-31 18:25 UTC");
  assert.equal(inUtc("2026-12-31T23:50", "UTC-03:30"), "2027-01-01 03:20 UTC");
  assert.equal(inUtc("20266-03-05T10:20", "UTC+00:00"), "20266-03-05 10:20 (UTC+00:00)");
});

test("each line of a list of events tells the zone of its time, and no zone is told of a time nobody gave", () => {
  const told = (events) => eventsTold(events, "UTC+08:00", inUtc);
  assert.equal(
    told("2026-03-05 10:20 - It began\n2026-03-05T00:10 went on"),
    "2026-03-05 02:20 UTC - It began\n2026-03-04 16:10 UTC went on",
  );
  assert.equal(eventsTold("  2026-03-05 10:20 - It began", "UTC-03:30", withZone), "  2026-03-05 10:20 (UTC-03:30) - It began");
  for (const own of [
    "2026-03-05 10:20 UTC - a",
    "2026-03-05 10:20 (UTC+01:00) - a",
    "2026-03-05 10:20 GMT+1 - a",
    "2026-03-05 - a",
    "at 10:20",
    "2026-03-05 10:20:30 - a",
    "",
  ]) {
    assert.equal(told(own), own);
  }
});
