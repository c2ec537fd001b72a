/** The list of what stands on a page marks the section that is being read; a phone shows no such list. */

const list = document.querySelector(".md-nav--secondary");
const links = new Map(Array.from(list?.querySelectorAll("a[href*='#']") ?? [], (link) => [link.getAttribute("href")?.split("#")[1], link]));

function mark() {
  const places = [...links.keys()].flatMap((anchor) => document.getElementById(anchor ?? "") ?? []);
  const passed = places.filter((place) => place.getBoundingClientRect().top < innerHeight / 3);
  const current = links.get(passed.at(-1)?.id);
  for (const link of links.values()) link.classList.toggle("md-nav__link--active", link === current);
}

let isWaiting = false;

function markSoon() {
  if (isWaiting || !list?.checkVisibility()) return;
  isWaiting = true;
  requestAnimationFrame(() => {
    isWaiting = false;
    mark();
  });
}

if (links.size) addEventListener("scroll", markSoon, { passive: true });
