// The timeline: what has dates, by kind, each on one line. Dates are drawn no finer than they are known.

const LINES = 150;
const FEW = 6; // dated relations of one kind that each have a line; more share one until they are asked for

const yearOf = (text) => {
  const [year, month, day] = text.split("-").map(Number);
  return year + ((month || 7) - 1) / 12 + ((day || 15) - 1) / 372;
};

// What happened to an entity: its dated values; of the chosen one also the relations that have dates.
function datesAround(entity) {
  const found = [];
  for (const claim of shownClaimsOf(entity)) {
    const { s, r, o, v, since, until } = graph.claims;
    const relation = graph.relations[r[claim]];
    if (s[claim] === entity && relation.value === "date" && !relation.record && /^\d{4}/.test(v[claim])) {
      found.push({ claim, from: v[claim], to: v[claim], text: inLanguage(relation.label), ends: relation.ends === true });
    } else if (entity === state.entity && o[claim] >= 0 && (since[claim] || until[claim])) {
      const other = graph.other(claim, entity);
      const name = capital(relationName(relation, graph.away(claim, entity)));
      found.push({ claim, from: since[claim] || until[claim], to: until[claim], open: !until[claim], point: relation.lasting === true && !until[claim], span: true,
        name, text: `${name}: ${nameOf(other)}` });
    }
  }
  return found.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.claim - b.claim));
}

function timelineRows() {
  const near = state.entity < 0 ? null : new Set([state.entity, ...[...shownClaimsOf(state.entity)].map((claim) => graph.other(claim, state.entity))]);
  const rows = [];
  for (let n = 0; n < graph.size; n += 1) {
    if (!shown.entities[n] || (near && !near.has(n))) continue;
    const dates = datesAround(n);
    if (dates.length) rows.push({ entity: n, dates, first: dates[0].from });
  }
  return rows;
}

function axis(rows) {
  const years = rows.flatMap(({ dates }) => dates.flatMap(({ from, to }) => [yearOf(from), yearOf(to || from)]));
  const first = Math.floor(years.reduce((least, year) => Math.min(least, year), Infinity));
  const last = Math.ceil(years.reduce((most, year) => Math.max(most, year), -Infinity)) + 1;
  // Half of the width for the last half of the dates: a charter of 1865 must not squeeze the rest.
  const ordered = years.sort((a, b) => a - b);
  const early = Math.max(first, Math.floor(ordered[Math.floor(ordered.length * 0.06)] / 10) * 10);
  const cut = early - first > 30 ? early : first;
  const share = cut > first ? (narrow() ? 16 : 8) : 0;
  const place = (year) => (year < cut ? ((year - first) / (cut - first)) * share : share + ((year - cut) / (last - cut)) * (100 - share));
  const step = [1, 2, 5, 10, 20, 50].find((size) => (last - cut) / size <= (narrow() ? 5 : 10)) || 100;
  const ticks = cut > first ? [first] : [];
  for (let year = Math.ceil(cut / step) * step; year < last; year += step) ticks.push(year);
  return { place, ticks, cut: cut > first ? share : 0 };
}

function positioned(element, start, width) {
  element.style.setProperty("--at", `${start.toFixed(2)}%`);
  if (width !== undefined) element.style.setProperty("--wide", `${width.toFixed(2)}%`);
  return element;
}

function track(row, place) {
  const line = el("div", { class: "track", "aria-hidden": "true" });
  const starts = place(yearOf(row.dates[0].from));
  const end = row.dates.find((date) => date.ends);
  const values = row.dates.filter((date) => !date.span);
  // A bar from the first to the last date known; only a date of ending closes it.
  if (values.length > 1 || end) line.append(positioned(el("span", { class: `stretch${end ? " closed" : ""}` }), starts, place(yearOf((end || values[values.length - 1]).from)) - starts));
  for (const date of row.dates) {
    if (date.span) continue;
    line.append(positioned(el("span", { class: `dot-date t${graph.look(row.entity) % COLOURS}${graph.kind(date.claim) > 1 ? " contested" : ""}`, title: `${date.from} ${date.text}` }), place(yearOf(date.from))));
  }
  return line;
}

// The words of a line beside its marks where they are short, below them where not.
function said(texts, first, last) {
  const long = texts.join(" · ").length;
  const line = el("p", { class: "when" }, ...texts.flatMap((text, n) => [n ? " · " : null, el("bdi", { text })]));
  if (narrow()) return line;
  const room = (at("view").clientWidth * 0.7) / 7; // letters in the whole width of the track
  const after = ((100 - last) / 100) * room - 3 > long;
  const before = (first / 100) * room - 3 > long;
  if (after || before) positioned(line, after ? last : first).classList.add(after ? "after" : "before");
  return line;
}

function spanLine(date, place) {
  const from = place(yearOf(date.from));
  const to = place(yearOf(date.to || date.from));
  const mark = date.point ? positioned(el("span", { class: "dot-date" }), from)
    : positioned(el("span", { class: `stretch span${date.open ? " open" : " closed"}` }), from, date.open ? 1.2 : Math.max(0.6, to - from));
  const text = date.point || date.from === date.to ? date.from : date.open ? say("since", date.from) : `${date.from} – ${date.to}`;
  return el("li", { class: "event sub" }, el("div", { class: "who" }, texted("span", date.text)), el("div", { class: "track", "aria-hidden": "true" }, mark), said([text], from, to));
}

// The dated relations of the chosen entity: those of a kind that has many on one line, until each is asked for.
function spanLines(dates, place) {
  const kinds = new Map();
  for (const date of dates) kinds.set(date.name, [...(kinds.get(date.name) || []), date]);
  return [...kinds].flatMap(([name, found]) => {
    if (found.length <= FEW) return found.map((date) => spanLine(date, place));
    const days = found.map((date) => date.from).sort();
    const marks = found.map((date) => positioned(el("span", { class: "dot-date many" }), place(yearOf(date.from))));
    const line = el("li", { class: "event sub" }, el("div", { class: "who" }, texted("span", name), " ", el("span", { class: "count", text: number(found.length) })),
      el("div", { class: "track", "aria-hidden": "true" }, ...marks),
      el("p", { class: "when" }, el("bdi", { text: `${days[0]} – ${days[days.length - 1]}` }), " · ",
        el("button", { type: "button", class: "more", text: say("showAll", number(found.length)), on: () => {
          const each = found.map((date) => spanLine(date, place));
          line.replaceWith(...each);
          each[0].tabIndex = -1;
          each[0].focus();
        } })));
    return [line];
  });
}

function timelineLine(row, place) {
  const told = row.dates.filter((date) => !date.span);
  const places = told.map((date) => place(yearOf(date.from)));
  return el("li", { class: "event" }, el("div", { class: "who" }, entityLink(row.entity)), track(row, place),
    told.length ? said(told.map((date) => `${date.from} ${date.text}`), places[0], places[places.length - 1]) : null);
}

async function timelineView(stage) {
  await graph.details();
  const rows = timelineRows();
  if (!rows.length) {
    stage.replaceChildren(el("p", { class: "empty", text: say("noDates") }));
    return;
  }
  const { place, ticks, cut } = axis(rows);
  const groups = new Map();
  for (const row of rows) {
    const root = row.entity === state.entity ? "" : graph.root(row.entity);
    if (!groups.has(root)) groups.set(root, []);
    groups.get(root).push(row);
  }
  const years = () => el("div", { class: "event head", "aria-hidden": "true" }, el("div", { class: "who" }),
    el("div", { class: "years" }, cut ? positioned(el("i", { class: "cut" }), cut) : null, ...ticks.map((year) => positioned(el("span", { text: String(year) }), place(year)))));
  const sections = [...groups].sort(([a], [b]) => (a !== "") - (b !== "") || (a < b ? -1 : 1)).map(([root, found]) => {
    found.sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : a.entity - b.entity));
    const list = el("ul", { class: "lines" });
    const fill = (from) => {
      for (const row of found.slice(from, from + LINES)) {
        list.append(timelineLine(row, place), ...spanLines(row.dates.filter((date) => date.span), place));
      }
      const rest = found.length - from - LINES;
      if (rest > 0) list.append(el("li", { class: "rest" }, el("button", { type: "button", class: "chip", text: say("showMore", number(rest)), on: (event) => { event.target.closest("li").remove(); fill(from + LINES); } })));
    };
    const type = graph.types.findIndex(({ id }) => id === root);
    const title = root ? inLanguage(graph.types[type].plural) : nameOf(state.entity);
    const section = el("details", { class: "period", open: root !== "document", on: () => { if (section.open && !list.childElementCount) fill(0); } },
      el("summary", {}, root ? swatch(type) : null, texted("span", capital(title)), " ", root ? el("span", { class: "count", text: number(found.length) }) : null), years(), list);
    if (root !== "document") fill(0);
    return section;
  });
  stage.replaceChildren(el("div", { class: "scroll timeline" }, el("h2", { class: "unseen", text: say("timeline") }), el("p", { class: "hint", text: say("timelineHint") }), ...sections));
}
