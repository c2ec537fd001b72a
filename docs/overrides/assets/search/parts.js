/** What each way of answering counts, worked out on the part of the queries in tests/search/ that is there to tune on. */
export const PARTS = {
  names: 2.2, // its six nearest names together, by the cosines of their terms …
  together: 1.5, // … and how much more the nearest of them count
  near: 40, // how much more it counts that one name is nearly the query …
  power: 6, // … and how steeply that rises
  body: 0.4, // how likely all that is typed for it makes the query, by the logarithm
  idea: 0.45, // a document that an idea leads to
  spread: 0.6, // how much less an idea counts that leads to many
  share: 0.8, // how much less one that is a small part of the query does
  exact: 60, // a document that bears the whole query as a name
  bridge: 1.3, // a gap term over a character that seems wrong
  prefix: 0.7, // a word that an unfinished one may become …
  rare: 0.5, // … and how much less one that is rarer than others, be it the unfinished one itself
  heard: 0.2, // what it counts as it sounds
  unknown: 2, // the idf of a term that no file tells of
  helps: 0.56, // how much of a definition's score a page needs to stand before it
  first: 100, // what must stand first whatever else fits
};
