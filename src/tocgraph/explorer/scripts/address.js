// The address fragment holds what the page shows: #unodc, #unodc/ar, #unodc/ar?v=table&t=-state. A link reopens it.

const VIEWS = ["graph", "table", "timeline", "sources"];

const state = {
  entity: -1, language: "en", view: "graph", drawing: "", path: null, opened: new Set(), rows: "relations", sort: "", page: 0,
  filter: { types: null, relations: null, sources: null, standings: null, since: "", until: "" },
};

// A choice among many: null for all, else the chosen ids; written as those left out where these are fewer.
function writeChoice(chosen, all) {
  if (!chosen) return "";
  const left = all.filter((id) => !chosen.has(id));
  return left.length < chosen.size ? `-${left.join(",")}` : [...chosen].join(",");
}

function readChoice(text, all) {
  if (!text) return null;
  const known = new Set(all);
  const named = new Set(text.replace(/^-/, "").split(",").filter((id) => known.has(id)));
  if (text.startsWith("-")) return named.size ? new Set(all.filter((id) => !named.has(id))) : null;
  return named.size ? named : null;
}

function choices() {
  return { t: ["types", graph.types.map((type) => type.id)], r: ["relations", graph.relations.map((relation) => relation.id)],
    s: ["sources", graph.about.sources], st: ["standings", graph.standings] };
}

// The fragment of the present state with some of it changed.
function addressOf(changes = {}) {
  const next = { ...state, ...changes };
  const filter = { ...state.filter, ...changes.filter };
  const parts = [];
  const add = (name, value) => { if (value) parts.push(`${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`); };
  if (next.view !== "graph") add("v", next.view);
  add("g", next.drawing);
  for (const [name, [kind, all]] of Object.entries(choices())) add(name, writeChoice(filter[kind], all));
  add("from", filter.since);
  add("to", filter.until);
  if (next.path) add("path", next.path.map((entity) => graph.ids[entity]).join(","));
  if (next.opened.size) add("open", [...next.opened].join(","));
  if (next.view === "table") {
    if (next.rows !== "relations") add("rows", next.rows);
    add("sort", next.sort);
    if (next.page) add("page", String(next.page + 1));
  }
  const id = next.entity >= 0 ? encodeURIComponent(graph.ids[next.entity]) : "";
  return `#${id}${next.language === "en" ? "" : "/ar"}${parts.length ? `?${parts.join("&")}` : ""}`;
}

// Of a fragment that anyone may have typed: what is not understood is left out.
function readAddress(fragment) {
  const [place, query = ""] = fragment.replace(/^#/, "").split("?", 2);
  const [id, language] = place.split("/");
  const given = new URLSearchParams(query);
  const number = (text) => graph.numbers.get(text) ?? -1;
  let decoded = "";
  try { decoded = decodeURIComponent(id); } catch { /* a broken address shows the overview */ }
  const path = (given.get("path") || "").split(",").map(number);
  const filter = { since: date(given.get("from")), until: date(given.get("to")) };
  for (const [name, [kind, all]] of Object.entries(choices())) filter[kind] = readChoice(given.get(name), all);
  return {
    entity: number(decoded), language: language === "ar" ? "ar" : "en",
    view: VIEWS.includes(given.get("v")) ? given.get("v") : "graph",
    drawing: given.get("g") === "overview" && graph.placed ? "overview" : "",
    path: path.length === 2 && path.every((entity) => entity >= 0) ? path : null,
    opened: new Set((given.get("open") || "").split(",").filter((key) => graph.numbers.has(key.split("~")[0]))),
    rows: given.get("rows") === "entities" ? "entities" : "relations",
    sort: /^-?[a-z]+$/.test(given.get("sort") || "") ? given.get("sort") : "",
    page: Math.max(0, (Number.parseInt(given.get("page"), 10) || 1) - 1), filter,
  };
}

function date(text) {
  return /^\d{4}(-\d\d(-\d\d)?)?$/.test(text || "") ? text : "";
}

function go(changes) {
  const next = addressOf(changes);
  if (next !== (location.hash || "#")) location.hash = next;
}
