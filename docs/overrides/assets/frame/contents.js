/** The list of what stands on a page marks the section that is being read. */

const links = new Map(
  Array.from(document.querySelectorAll(".md-nav--secondary a[href*='#']"), (link) => [
    link.getAttribute("href")?.split("#")[1] ?? "",
    link,
  ]),
);
const places = [...links.keys()].flatMap((anchor) => document.getElementById(anchor) ?? []);

function mark() {
  const passed = places.filter((place) => place.getBoundingClientRect().top < innerHeight / 3);
  const current = links.get(passed.at(-1)?.id ?? "");
  for (const link of links.values()) link.classList.toggle("md-nav__link--active", link === current);
}

if (places.length) new IntersectionObserver(mark, { rootMargin: "0px 0px -66%" }).observe(document.body);
if (places.length) for (const place of places) new IntersectionObserver(mark, { rootMargin: "0px 0px -66%" }).observe(place);
