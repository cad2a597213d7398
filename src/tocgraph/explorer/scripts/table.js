// The table: every shown relation or entity as a row. It is what the drawing says, for readers who do not see it.

const PAGE = 100;

const COLUMNS = {
  relations: [
    ["subject", (c) => nameOf(graph.claims.s[c])],
    ["relation", (c) => inLanguage(graph.relations[graph.claims.r[c]].label)],
    ["object", (c) => (graph.claims.o[c] < 0 ? graph.claims.v[c] : nameOf(graph.claims.o[c]))],
    ["since", (c) => graph.claims.since[c]],
    ["until", (c) => graph.claims.until[c]],
    ["standing", (c) => graph.claims.standing[c]],
    ["cited", (c) => graph.more.claims.cite[c].length / 2],
  ],
  entities: [
    ["name", (n) => nameOf(n)],
    ["other", (n) => graph.names[state.language === "ar" ? "en" : "ar"][n]],
    ["type", (n) => typeName(n)],
    ["count", (n) => shownClaimsOf(n).length],
  ],
};

function tableRows() {
  const numbers = [];
  if (state.rows === "entities") {
    for (let n = 0; n < graph.size; n += 1) if (shown.entities[n]) numbers.push(n);
    return numbers;
  }
  if (state.entity >= 0) return [...shownClaimsOf(state.entity)];
  for (let c = 0; c < graph.claimCount; c += 1) if (shown.claims[c]) numbers.push(c);
  return numbers;
}

function sorted(rows) {
  const falling = state.sort.startsWith("-");
  const column = COLUMNS[state.rows].find(([name]) => name === state.sort.replace("-", ""));
  if (!column) return rows;
  const keys = new Map(rows.map((row) => [row, column[1](row)]));
  const compare = new Intl.Collator(state.language, { numeric: true }).compare;
  const order = (a, b) => {
    const [x, y] = [keys.get(a), keys.get(b)];
    // What has nothing in this column stands last either way.
    if (x === "" || y === "") return (x === "") - (y === "");
    return (typeof x === "number" ? x - y : compare(x, y)) * (falling ? -1 : 1);
  };
  return rows.sort((a, b) => order(a, b) || a - b);
}

function relationCells(c) {
  const { s, r, o } = graph.claims;
  const places = placesOf(c);
  const cited = el("td", { class: "cited" });
  for (const [source, place] of places.slice(0, 2)) {
    const only = addressOf({ view: "sources", entity: -1, filter: { sources: new Set([graph.about.sources[source]]) } });
    cited.append(el("p", {}, el("a", { href: only, title: say("onlySource") }, texted("span", sourceOf(source).title))));
    if (place) cited.append(texted("p", place, { class: "at" }));
  }
  if (places.length > 2) cited.append(el("p", { class: "hint", text: say("rest", places.length - 2) }));
  const day = (name, value) => el("td", { class: value ? "date" : "date none", "data-column": say(`column-${name}`) }, el("bdi", { text: value }));
  return [
    el("td", {}, entityLink(s[c])),
    el("td", { class: "relation-name" }, texted("span", inLanguage(graph.relations[r[c]].label))),
    el("td", {}, o[c] < 0 ? texted("span", valueOf(c)) : entityLink(o[c])),
    day("since", graph.claims.since[c]),
    day("until", graph.claims.until[c]),
    el("td", {}, ...(standingMarks(c).length ? standingMarks(c) : [el("span", { class: "soft", text: say("normal") })])),
    cited,
  ];
}

function entityCells(n) {
  const [, [, other], , [, count]] = COLUMNS.entities;
  return [el("td", {}, entityLink(n)), el("td", {}, texted("bdi", other(n))), el("td", { class: "soft", text: typeName(n) }), el("td", { class: "date", "data-column": say("column-count"), text: number(count(n)) })];
}

function headCell([name]) {
  const falling = state.sort === `-${name}`;
  const rising = state.sort === name;
  return el("th", { scope: "col", "aria-sort": rising ? "ascending" : falling ? "descending" : "none" },
    el("a", { href: addressOf({ sort: rising ? `-${name}` : name, page: 0 }), role: "button", text: `${say(`column-${name}`)}${rising ? " ▲" : falling ? " ▼" : ""}` }));
}

async function tableView(stage) {
  await graph.details();
  const rows = sorted(tableRows());
  const last = Math.max(0, Math.ceil(rows.length / PAGE) - 1);
  const page = Math.min(state.page, last);
  const cells = state.rows === "entities" ? entityCells : relationCells;
  const kinds = el("div", { class: "switch", role: "group", "aria-label": say("rows") }, ...["relations", "entities"].map((kind) => el("a", {
    href: addressOf({ rows: kind, sort: "", page: 0 }), "aria-current": kind === state.rows ? "true" : undefined, text: capital(say(kind)) })));
  const caption = state.entity >= 0 && state.rows === "relations" ? say("tableOf", nameOf(state.entity), number(rows.length)) : say(`table-${state.rows}`, number(rows.length));
  // On a narrow page the rows are drawn as cards; the roles keep it a table for those who hear it.
  const line = (parts, role) => el("tr", { role: "row" }, ...parts.map((part) => { part.setAttribute("role", role); return part; }));
  const table = el("table", { role: "table" }, el("caption", { text: caption }),
    el("thead", { role: "rowgroup" }, line(COLUMNS[state.rows].map(headCell), "columnheader")),
    el("tbody", { role: "rowgroup" }, ...rows.slice(page * PAGE, (page + 1) * PAGE).map((row) => line(cells(row), "cell"))));
  const step = (to, name) => (to < 0 || to > last ? el("span", { class: "off", text: say(name) }) : el("a", { href: addressOf({ page: to }), text: say(name) }));
  const pager = el("nav", { class: "pager", "aria-label": say("pages") }, step(page - 1, "before"), el("span", { text: say("pageOf", page + 1, last + 1) }), step(page + 1, "after"));
  stage.replaceChildren(el("div", { class: "tools-row" }, kinds, el("button", { type: "button", class: "chip", id: "csv", text: say("saveCsv"), on: () => saveCsv(rows) })),
    ...[rows.length ? el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": caption }, table) : el("p", { class: "empty", text: say("nothing") }), rows.length > PAGE ? pager : null].filter(Boolean));
}

// RFC 4180. A cell that a spreadsheet would compute is led by an apostrophe.
function csvCell(value) {
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function csvOf(rows) {
  const lines = state.rows === "entities"
    ? [["id", "type", "name_en", "name_ar", "relations"], ...rows.map((n) => [graph.ids[n], graph.types[graph.typeOf[n]].id, graph.names.en[n], graph.names.ar[n], shownClaimsOf(n).length])]
    : [["claim", "subject", "subject_name", "relation", "relation_name", "object", "object_name", "value", "since", "until", "standing", "derived", "sources"],
      ...rows.map((c) => {
        const { s, r, o, v, since, until, standing, derived } = graph.claims;
        const object = o[c] < 0 ? ["", "", v[c]] : [graph.ids[o[c]], nameOf(o[c]), ""];
        const sources = placesOf(c).map(([source, place]) => `${graph.about.sources[source]}: ${place}`).join(" | ");
        return [graph.more.claims.id[c], graph.ids[s[c]], nameOf(s[c]), graph.relations[r[c]].id, inLanguage(graph.relations[r[c]].label), ...object, since[c], until[c], graph.standings[standing[c]], derived[c] ? "yes" : "", sources];
      })];
  return `${lines.map((line) => line.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

function saveCsv(rows) {
  // The mark at the front tells spreadsheets that this is UTF-8; without it Arabic is garbled.
  save(`tocgraph-${state.rows}.csv`, "text/csv;charset=utf-8", `\ufeff${csvOf(rows)}`);
}
