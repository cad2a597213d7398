// The sources: each document with the claims that rest on it and the places where it says so.

const FIRST = 60;

async function sourcesView(stage) {
  await graph.details();
  const found = graph.about.sources.map(() => []);
  const mine = state.entity >= 0 ? new Set(shownClaimsOf(state.entity)) : null;
  for (let c = 0; c < graph.claimCount; c += 1) {
    if (!shown.claims[c] || (mine && !mine.has(c))) continue;
    for (const source of new Set(placesOf(c).map(([index]) => index))) found[source].push(c);
  }
  const listed = found.map((claims, source) => ({ claims, source })).filter(({ claims, source }) => claims.length && (!state.filter.sources || state.filter.sources.has(graph.about.sources[source])));
  listed.sort((a, b) => b.claims.length - a.claims.length || a.source - b.source);
  const items = listed.map(({ claims, source }) => sourceItem(source, claims, listed.length === 1));
  stage.replaceChildren(el("div", { class: "scroll sources" },
    el("h2", { class: "unseen", text: say("sourcesView") }),
    el("p", { class: "hint", text: state.entity >= 0 ? say("sourcesOf", nameOf(state.entity), number(listed.length)) : say("sourcesCount", number(listed.length)) }),
    items.length ? el("ul", { class: "works" }, ...items) : el("p", { class: "empty", text: say("nothing") })));
}

function sourceItem(source, claims, open) {
  const list = el("ul", { class: "said" });
  const fill = (from) => {
    for (const claim of claims.slice(from, from + FIRST)) list.append(saidItem(claim, source));
    const rest = claims.length - from - FIRST;
    if (rest > 0) list.append(el("li", {}, el("button", { type: "button", class: "chip", text: say("showMore", number(rest)), on: (event) => { event.target.closest("li").remove(); fill(from + FIRST); } })));
  };
  const id = graph.about.sources[source];
  const only = state.filter.sources?.size === 1 && state.filter.sources.has(id);
  const work = sourceOf(source);
  const by = [(work.authors || []).join(", "), work.publisher, work.issued].filter(Boolean).join(" · ");
  const item = el("details", { open, on: () => { if (item.open && !list.childElementCount) fill(0); } },
    el("summary", {}, texted("b", work.title), " ", el("span", { class: "count", text: number(claims.length) }), by ? texted("p", by, { class: "by" }) : null),
    el("p", { class: "work-links" }, work.url ? webLink(work.url, say("openSource")) : null, work.url ? " · " : null,
      el("a", { href: addressOf({ filter: { sources: only ? null : new Set([id]) } }), text: say(only ? "allSources" : "onlySource") })), list);
  if (open) fill(0);
  return el("li", {}, item);
}

function saidItem(claim, source) {
  const { s, r, o } = graph.claims;
  const places = placesOf(claim).filter(([index]) => index === source).map(([, place]) => place);
  return el("li", {}, entityLink(s[claim]), " ", texted("span", inLanguage(graph.relations[r[claim]].label), { class: "relation-name" }), " ",
    o[claim] < 0 ? texted("span", valueOf(claim)) : entityLink(o[claim]), " ", ...standingMarks(claim),
    el("p", { class: "at" }, ...places.flatMap((place, n) => [n ? "; " : null, texted("bdi", place)])));
}
