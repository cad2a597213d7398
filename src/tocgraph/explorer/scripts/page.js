// The page: it follows its address. Whatever is chosen changes the fragment; the fragment decides what is shown.

let graph = null;
let drawing = null;
let focusNext = false;
let search = null;

const hooks = {
  choose: (entity) => { if (entity >= 0) go({ entity, path: null, opened: new Set() }); else if (state.drawing === "overview" || state.entity < 0) go({ entity: -1, path: null, drawing: "" }); },
  open: (key) => {
    const opened = new Set(state.opened);
    if (!opened.delete(key)) opened.add(key);
    go({ opened });
  },
  relaid: () => showDrawing(true),
};

const wantsNetwork = () => Boolean(state.path) || (state.entity >= 0 && state.drawing !== "overview");

// The drawing that fits: surroundings of an entity, ways between two, or the overview.
async function showDrawing(refit) {
  const place = at("graph");
  at("graph-view").hidden = state.view !== "graph";
  if (state.view !== "graph") return;
  const network = wantsNetwork() || !graph.placed;
  if (network) await loadVis();
  if (state.view !== "graph" || network !== (wantsNetwork() || !graph.placed)) return;
  at("graph-view").classList.toggle("network", network);
  const Wanted = network ? Network : Overview;
  let fresh = false;
  if (!(drawing instanceof Wanted)) {
    drawing?.close();
    drawing = new Wanted(place, hooks);
    fresh = true;
  }
  if (network) {
    drawing.show(state.path ? ways(waysBetween(...state.path)) : surroundings(state.entity >= 0 ? state.entity : graph.ranked().find((n) => shown.entities[n]) ?? 0));
  } else drawing.show(state.entity);
  if (fresh || refit) drawing.fit();
  const toggle = at("drawing");
  toggle.hidden = state.entity < 0 || Boolean(state.path) || !graph.placed;
  toggle.textContent = say(network ? "toOverview" : "toSurroundings");
  toggle.href = addressOf({ drawing: network ? "overview" : "" });
}

async function showView() {
  const stage = at("view");
  stage.hidden = state.view === "graph";
  if (state.view === "table") await tableView(stage);
  else if (state.view === "timeline") await timelineView(stage);
  else if (state.view === "sources") await sourcesView(stage);
  else stage.replaceChildren();
}

function showTabs() {
  at("tabs").replaceChildren(...VIEWS.map((view) => el("a", { href: addressOf({ view, page: 0 }), "aria-current": view === state.view ? "page" : undefined, "data-view": view, text: say(`view-${view}`) })));
  at("shown").textContent = say("shownCount", number(shown.entityCount), number(shown.claimCount));
  at("filter-toggle").textContent = say(filtered() ? "filtersOn" : "filters");
  at("filter-toggle").setAttribute("aria-expanded", String(!at("facets").hidden));
}

function speak() {
  const root = document.documentElement;
  root.lang = state.language;
  root.dir = state.language === "ar" ? "rtl" : "ltr";
  const texts = { subtitle: "subtitle", skip: "skip", language: "language", "save-png": "png", "save-svg": "svg", "save-csv": "csv", share: "share", print: "print", "save-title": "saveTitle", keys: "keysHint", "legend-title": "facet-types" };
  for (const [id, name] of Object.entries(texts)) at(id).textContent = say(name);
  const labels = { "zoom-in": "zoomIn", "zoom-out": "zoomOut", "zoom-fit": "fit", zoom: "zoom", "graph-view": "graph", panel: "details", tabs: "views", facets: "filters" };
  for (const [id, name] of Object.entries(labels)) at(id).setAttribute("aria-label", say(name));
  for (const id of ["zoom-in", "zoom-out", "zoom-fit"]) at(id).title = at(id).getAttribute("aria-label");
  at("language").lang = state.language === "ar" ? "en" : "ar";
  at("language").href = addressOf({ language: state.language === "ar" ? "en" : "ar" });
  search.speak();
  nameTheme();
}

// Light or dark: what the system prefers, until the button says otherwise.
const prefersDark = matchMedia("(prefers-color-scheme: dark)");

function isDark() {
  const { theme } = document.documentElement.dataset;
  return theme ? theme === "dark" : prefersDark.matches;
}

function nameTheme() {
  at("theme").textContent = say(isDark() ? "light" : "dark");
}

function recolour() {
  nameTheme();
  readColours();
  drawing?.recolour();
}

async function follow() {
  const next = readAddress(location.hash);
  const translated = next.language !== state.language;
  const moved = next.entity !== state.entity || String(next.path) !== String(state.path) || next.drawing !== state.drawing;
  const turned = next.view !== state.view;
  const refiltered = JSON.stringify(next.filter, asList) !== JSON.stringify(state.filter, asList);
  Object.assign(state, next);
  if (state.filter.sources) await graph.details();
  if (refiltered) applyFilter();
  if (translated) { speak(); drawing?.relabel(); }
  // A link inside the panel vanishes with its old contents; the new ones take the focus then.
  const inPanel = at("panel").contains(document.activeElement);
  const inView = at("view").contains(document.activeElement);
  showTitle();
  showTabs();
  at("language").href = addressOf({ language: state.language === "ar" ? "en" : "ar" });
  await Promise.all([showDrawing(moved || turned), showView(), showFacets()]);
  if (moved || translated || refiltered || at("panel").childElementCount === 0) await showPanel(focusNext || (inPanel && moved));
  if (inView && !at("view").contains(document.activeElement) && !focusNext) (at("view").querySelector("h2, .scroll, a") ?? at("view")).focus?.();
  focusNext = false;
  document.documentElement.dataset.settled = location.hash || "#";
}

const asList = (_, value) => (value instanceof Set ? [...value].sort() : value);

function showTitle() {
  const name = state.path ? say("between", ...state.path.map(nameOf)) : state.entity >= 0 ? nameOf(state.entity) : "";
  document.title = name ? `${drawable(name)} · tocgraph` : TITLE;
  at("printed").textContent = `${name ? `${drawable(name)}. ` : `${titleOfPage()}. `}${say("citation", graph.about)}`;
}

const TITLE = document.title;

// The drawing by keyboard: arrows visit what is drawn, Enter chooses, + and − zoom, 0 fits, shift with arrows moves.
function drawingKey(event) {
  const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };
  const pans = { ArrowRight: [80, 0], ArrowDown: [0, 80], ArrowLeft: [-80, 0], ArrowUp: [0, -80] };
  if (event.ctrlKey || event.metaKey || event.altKey || !drawing) return;
  if (event.shiftKey && pans[event.key]) drawing.pan(...pans[event.key]);
  else if (steps[event.key] !== undefined) {
    const stops = drawing.stops();
    const now = stops.indexOf(drawing.pointed);
    const next = Math.min(stops.length - 1, Math.max(0, now < 0 ? 0 : now + steps[event.key]));
    drawing.point(stops[next]);
    announce(drawing instanceof Network ? drawing.nameOf(stops[next]) : `${nameOf(stops[next])}, ${typeName(stops[next])}`);
  } else if (event.key === "Enter" || event.key === " ") {
    if (drawing instanceof Network) drawing.act(drawing.pointed);
    else hooks.choose(drawing.pointed);
  } else if (event.key === "+" || event.key === "=") drawing.zoom(1.3);
  else if (event.key === "-") drawing.zoom(1 / 1.3);
  else if (event.key === "0") drawing.fit();
  else return;
  event.preventDefault();
}

function pageKey(event) {
  const typing = event.target instanceof HTMLInputElement;
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const view = { 1: "graph", 2: "table", 3: "timeline", 4: "sources" }[event.key];
  if (event.key === "/") search.input.focus();
  else if (event.key === "f") toggleFacets();
  else if (view) go({ view, page: 0 });
  else if (event.key === "Escape" && (state.entity >= 0 || state.path)) go(state.path ? { path: null } : { entity: -1, opened: new Set(), drawing: "" });
  else return;
  event.preventDefault();
}

function toggleFacets() {
  at("facets").hidden = !at("facets").hidden;
  document.body.classList.toggle("with-facets", !at("facets").hidden);
  showFacets();
  showTabs();
  drawing?.resize();
}

function listen() {
  at("legend").addEventListener("toggle", () => { legendOpen[overviewShown() ? "overview" : "network"] = at("legend").open; });
  // On paper the page is light, whatever the screen is.
  let theme = null;
  window.addEventListener("beforeprint", () => { theme = document.documentElement.dataset.theme ?? ""; document.documentElement.dataset.theme = "light"; recolour(); });
  window.addEventListener("afterprint", () => {
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
    recolour();
  });
  at("theme").addEventListener("click", () => { document.documentElement.dataset.theme = isDark() ? "light" : "dark"; recolour(); });
  prefersDark.addEventListener("change", recolour);
  at("home").addEventListener("click", () => { go({ entity: -1, path: null, opened: new Set(), drawing: "" }); drawing?.fit(); });
  at("skip").addEventListener("click", () => at("panel").focus());
  at("zoom-in").addEventListener("click", () => drawing?.zoom(1.4));
  at("zoom-out").addEventListener("click", () => drawing?.zoom(1 / 1.4));
  at("zoom-fit").addEventListener("click", () => drawing?.fit());
  at("filter-toggle").addEventListener("click", toggleFacets);
  at("share").addEventListener("click", () => copy(location.href));
  at("print").addEventListener("click", () => window.print());
  at("save-csv").addEventListener("click", async () => { await graph.details(); saveCsv(sorted(tableRows())); });
  for (const kind of ["png", "svg"]) at(`save-${kind}`).addEventListener("click", () => (state.view === "graph" && drawing ? savePicture(drawing, kind) : announce(say("noPicture"))));
  at("graph-view").addEventListener("keydown", drawingKey);
  document.addEventListener("keydown", pageKey);
  document.addEventListener("click", (event) => {
    if (!event.target.closest("#save")) at("save").open = false;
    const link = event.target.closest("a[href^='#']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    // In the frame of a notebook a fragment would be read against the notebook's own address (HTML 2.4.3).
    event.preventDefault();
    location.hash = link.getAttribute("href");
  });
  window.addEventListener("hashchange", follow);
}

async function begin() {
  graph = new Graph(await unpack("core"));
  search = new SearchBox(at("search-place"), "search", () => say("search"), (entity) => {
    focusNext = true;
    if (state.entity === entity && !state.path) showPanel(true);
    else go({ entity, path: null, opened: new Set() });
  });
  readColours();
  legendOpen.overview = at("graph").clientWidth > 800;
  if (innerWidth > 1600) { at("facets").hidden = false; document.body.classList.add("with-facets"); }
  Object.assign(state, readAddress(location.hash));
  if (!graph.placed && !location.hash) state.view = "table";
  if (state.filter.sources) await graph.details();
  applyFilter();
  speak();
  listen();
  showTitle();
  showTabs();
  showLegend();
  await Promise.all([showDrawing(true), showView()]);
  if (state.entity < 0 && !state.path) showPanel(false);
  index();
  document.documentElement.dataset.ready = "true";
  if (state.entity >= 0 || state.path) await showPanel(false);
  await showFacets();
  document.documentElement.dataset.settled = location.hash || "#";
}

begin();
