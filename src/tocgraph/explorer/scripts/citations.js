// Claims as they are read: sentence, dates, standing, qualifiers, note, and the places in the sources.

function sourceOf(index) {
  return graph.more.sources[index];
}

// The cited places of a claim: [[source index, pinpoint], ...].
function placesOf(claim) {
  const cite = graph.more.claims.cite[claim];
  return Array.from({ length: cite.length / 2 }, (_, n) => [cite[2 * n], graph.more.pinpoints[cite[2 * n + 1]]]);
}

function citationText(claim) {
  const { s, r, o } = graph.claims;
  const end = o[claim] < 0 ? valueOf(claim) : nameOf(o[claim]);
  const dates = datesOf(claim);
  const told = `${nameOf(s[claim])}: ${inLanguage(graph.relations[r[claim]].label)}: ${end}${dates ? ` (${dates})` : ""}`;
  const standing = graph.standings[graph.claims.standing[claim]];
  const marks = [standing !== "normal" ? say(standing) : "", graph.claims.derived[claim] ? say("derived") : ""].filter(Boolean);
  const places = placesOf(claim).map(([source, place]) => `${describedSource(source)}${place ? `, ${place}` : ""}`);
  return drawable(`${told}${marks.length ? ` [${marks.join(", ")}]` : ""}. ${[...new Set(places)].join("; ")}. ${say("citation", graph.about)} ${graph.about.base}claim/${graph.more.claims.id[claim]}`);
}

function describedSource(index) {
  const source = sourceOf(index);
  return [(source.authors || []).join(", "), source.title, source.publisher, source.issued].filter(Boolean).join(", ");
}

// Citations numbered in the order in which the panel meets them.
class Citations {
  constructor() { this.numbers = new Map(); }

  marks(claim) {
    const marks = el("sup", { class: "marks" });
    for (const place of placesOf(claim)) {
      const key = JSON.stringify(place);
      if (!this.numbers.has(key)) this.numbers.set(key, this.numbers.size + 1);
      const mark = this.numbers.get(key);
      marks.append(el("button", {
        type: "button", class: "mark", text: String(mark), "aria-label": say("source", mark),
        on: () => {
          const target = at(`citation-${mark}`);
          target.scrollIntoView({ block: "nearest", behavior: calm() ? "auto" : "smooth" });
          target.focus({ preventScroll: true });
        },
      }));
    }
    return marks;
  }

  // One entry a source, with the cited places in it: a treaty may be cited forty times.
  list() {
    const works = new Map();
    for (const [key, mark] of this.numbers) {
      const [source, place] = JSON.parse(key);
      if (!works.has(source)) works.set(source, []);
      works.get(source).push(el("li", { id: `citation-${mark}`, tabindex: "-1" },
        el("span", { class: "number", text: String(mark) }), place ? texted("span", place, { class: "at" }) : null));
    }
    const items = [...works].map(([index, places]) => el("li", { class: "work" }, ...workOf(index), el("ul", { class: "places" }, ...places)));
    return el("section", { class: "citations" }, el("h3", { text: say("citations") }), el("ul", {}, ...items));
  }
}

function workOf(index) {
  const work = sourceOf(index);
  const by = [(work.authors || []).join(", "), work.publisher, work.issued].filter(Boolean).join(" · ");
  return [work.url ? webLink(work.url, work.title) : texted("span", work.title), by ? texted("p", by, { class: "by" }) : null];
}

function standingMarks(claim) {
  const marks = [];
  const standing = graph.standings[graph.claims.standing[claim]];
  if (standing !== "normal") marks.push(el("span", { class: `standing ${standing}`, text: say(standing) }));
  if (graph.claims.derived[claim]) {
    const rule = graph.more?.rules[graph.more.claims.rule[claim]];
    marks.push(el("span", { class: "standing derived", text: say("derived"), title: rule ? inLanguage(rule) : undefined }));
  }
  return marks;
}

function claimItem(claim, entity, citations) {
  const other = graph.other(claim, entity);
  const head = el("p", { class: "head" }, other < 0 ? texted("span", valueOf(claim), { class: "value" }) : entityLink(other));
  const dates = datesOf(claim);
  if (dates) head.append(" ", el("span", { class: "dates", text: dates, dir: "auto" }));
  for (const mark of standingMarks(claim)) head.append(" ", mark);
  head.append(citations.marks(claim), el("button", { type: "button", class: "quiet copy", text: "⧉", title: say("copyClaim"), "aria-label": say("copyClaimOf", other < 0 ? valueOf(claim) : nameOf(other)), on: () => copy(citationText(claim)) }));
  const details = Object.entries(graph.more.claims.qualifiers[claim] || {}).map(([name, content]) => {
    const spec = graph.more.qualifiers[name] || {};
    const linked = spec.value === "entity" && typeof content === "string";
    return el("p", { class: "qualifier" }, el("span", { class: "key", text: inLanguage(spec.label) || name }), " ",
      linked ? idLink(content) : texted("bdi", typeof content === "string" ? content : inLanguage(content)));
  });
  const note = graph.more.claims.note[claim];
  if (note) details.push(texted("p", inLanguage(note), { class: "note" }));
  return el("li", { class: graph.standings[graph.claims.standing[claim]], id: graph.more.claims.id[claim] }, head, ...details);
}
