// The page: state, search, legend, languages, themes. The fragment holds what is shown (#id or #id/ar).

const DATA = JSON.parse(document.getElementById("data").textContent);
const state = { language: "en", id: "" };
const at = (id) => document.getElementById(id);
const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

const CLAIMS_OF = new Map();
for (const claim of DATA.claims) {
  for (const end of new Set([claim.s, claim.o])) {
    if (end === undefined) continue;
    if (!CLAIMS_OF.has(end)) CLAIMS_OF.set(end, []);
    CLAIMS_OF.get(end).push(claim);
  }
}

function degreeOf(id) {
  return (CLAIMS_OF.get(id) || []).filter((claim) => claim.o !== undefined).length;
}

function say(name, ...values) {
  const words = WORDS[state.language][name];
  return typeof words === "function" ? words(...values) : words;
}

function fragmentOf(id, language = state.language) {
  return `#${encodeURIComponent(id)}${language === "en" ? "" : `/${language}`}`;
}

function readFragment() {
  const [id, language] = location.hash.slice(1).split("/");
  let decoded = "";
  try { decoded = decodeURIComponent(id || ""); } catch { /* a broken address shows the overview */ }
  return { id: Object.hasOwn(DATA.entities, decoded) ? decoded : "", language: language === "ar" ? "ar" : "en" };
}

const index = buildIndex(DATA.entities, degreeOf);
let drawing = null;

function choose(id) {
  if (fragmentOf(id) === (location.hash || "#")) return;
  location.hash = fragmentOf(id);
}

function show(moveFocus) {
  const panel = at("panel");
  panel.replaceChildren(...(state.id ? entityPanel(state.id) : overviewPanel()).filter(Boolean));
  panel.scrollTop = 0;
  document.title = state.id ? `${nameOf(state.id)} · tocgraph` : TITLE;
  if (moveFocus) panel.focus({ preventScroll: true });
}

const TITLE = document.title;

function speak() {
  const root = document.documentElement;
  root.lang = state.language;
  root.dir = state.language === "ar" ? "rtl" : "ltr";
  const texts = { subtitle: "subtitle", skip: "skip", "search-label": "search", language: "language", "legend-title": "types", "legend-dashed": "dashed", "legend-dotted": "derived" };
  for (const [id, name] of Object.entries(texts)) at(id).textContent = say(name);
  const labels = { "zoom-in": "zoomIn", "zoom-out": "zoomOut", "zoom-fit": "fit", zoom: "zoom", stage: "graph", panel: "overview", home: "overview" };
  for (const [id, name] of Object.entries(labels)) at(id).setAttribute("aria-label", id === "home" ? `tocgraph, ${say(name)}` : say(name));
  for (const id of ["zoom-in", "zoom-out", "zoom-fit"]) at(id).title = at(id).getAttribute("aria-label");
  at("search").placeholder = say("search");
  at("language").lang = state.language === "ar" ? "en" : "ar";
  nameTheme();
  buildLegend();
}

function buildLegend() {
  const counts = {};
  for (const entity of Object.values(DATA.entities)) {
    const { root } = DATA.types[entity.type];
    counts[root] = (counts[root] || 0) + 1;
  }
  at("legend-types").replaceChildren(...Object.keys(counts).sort((a, b) => DATA.types[a].look - DATA.types[b].look).map((root) => {
    const shown = !drawing || !drawing.hiddenRoots.has(root);
    return el("li", {}, el("button", {
      type: "button", "aria-pressed": String(shown),
      on: (event) => {
        drawing.toggle(root);
        event.currentTarget.setAttribute("aria-pressed", String(!drawing.hiddenRoots.has(root)));
      },
    }, swatch(root), el("span", { text: inLanguage(DATA.types[root].plural) }), el("span", { class: "count", text: String(counts[root]) })));
  }));
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
  drawing.recolour();
}

// The search: a combobox with a list (WAI-ARIA 1.2, editable combobox with list autocomplete).
const search = at("search");
const hits = at("hits");
let active = -1;

function closeHits() {
  hits.hidden = true;
  active = -1;
  search.setAttribute("aria-expanded", "false");
  search.removeAttribute("aria-activedescendant");
}

function markActive(position) {
  const options = [...hits.querySelectorAll("[role=option]")];
  if (!options.length) return;
  active = (position + options.length) % options.length;
  options.forEach((option, number) => option.setAttribute("aria-selected", String(number === active)));
  search.setAttribute("aria-activedescendant", options[active].id);
  options[active].scrollIntoView({ block: "nearest" });
}

function take(id) {
  closeHits();
  search.value = "";
  if (state.id === id) show(true);
  else { focusNext = true; choose(id); }
}

let focusNext = false;

function suggest() {
  const text = search.value.trim();
  if (!text) { closeHits(); at("search-status").textContent = ""; return; }
  const found = searchIndex(index, text, 12);
  hits.replaceChildren(...found.map((hit, number) => {
    const name = nameOf(hit.id);
    const option = el("li", { role: "option", id: `hit-${number}`, "aria-selected": "false", "data-id": hit.id },
      swatch(DATA.entities[hit.id].type),
      el("span", { class: "names" }, texted("bdi", name), hit.text !== name ? texted("bdi", hit.text, { class: "matched" }) : null),
      el("span", { class: "kind", text: inLanguage(DATA.types[DATA.entities[hit.id].type].label) }));
    option.addEventListener("pointerdown", (event) => { event.preventDefault(); take(hit.id); });
    return option;
  }));
  if (!found.length) hits.append(el("li", { class: "none", role: "none", text: say("noHits") }));
  hits.hidden = false;
  active = -1;
  search.setAttribute("aria-expanded", "true");
  at("search-status").textContent = say("hits", found.length);
}

search.addEventListener("input", suggest);
search.addEventListener("focus", suggest);
search.addEventListener("blur", closeHits);
search.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (hits.hidden) suggest();
    markActive(event.key === "ArrowDown" ? active + 1 : active < 0 ? -1 : active - 1);
  } else if (event.key === "Enter") {
    const option = hits.querySelectorAll("[role=option]")[Math.max(active, 0)];
    if (!hits.hidden && option) { event.preventDefault(); take(option.dataset.id); }
  } else if (event.key === "Escape") {
    if (hits.hidden) search.value = "";
    closeHits();
  }
});

document.addEventListener("keydown", (event) => {
  const typing = event.target instanceof HTMLInputElement;
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) { event.preventDefault(); search.focus(); }
  if (event.key === "Escape" && !typing && state.id) choose("");
});

function follow() {
  const next = readFragment();
  const translated = next.language !== state.language;
  const moved = next.id !== state.id;
  Object.assign(state, next);
  if (translated) { speak(); drawing.relabel(); }
  // A link inside the panel vanishes with its old contents; the new ones take the focus then.
  const inPanel = at("panel").contains(document.activeElement);
  show(focusNext || inPanel);
  focusNext = false;
  if (moved) drawing.focus(state.id);
}

function begin() {
  Object.assign(state, readFragment());
  drawing = new Drawing(at("graph"), choose);
  if (matchMedia("(max-width: 760px)").matches) at("legend").open = false;
  speak();
  show(false);
  drawing.network.once("afterDrawing", () => {
    if (state.id) drawing.focus(state.id);
    else drawing.fitAll();
    document.documentElement.dataset.ready = "true";
  });
  at("language").addEventListener("click", () => { location.hash = fragmentOf(state.id, state.language === "ar" ? "en" : "ar"); });
  at("theme").addEventListener("click", () => { document.documentElement.dataset.theme = isDark() ? "light" : "dark"; recolour(); });
  prefersDark.addEventListener("change", recolour);
  at("home").addEventListener("click", () => { if (state.id) choose(""); drawing.fitAll(); });
  at("skip").addEventListener("click", () => at("panel").focus());
  at("zoom-in").addEventListener("click", () => drawing.zoom(1.4));
  at("zoom-out").addEventListener("click", () => drawing.zoom(1 / 1.4));
  at("zoom-fit").addEventListener("click", () => drawing.fitAll());
  window.addEventListener("hashchange", follow);
}

begin();
