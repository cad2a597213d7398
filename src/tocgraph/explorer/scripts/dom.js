// Small helpers for elements. Every text is inserted with textContent, never as markup, and without the characters
// that turn its direction by force: "gpj.exe" must not read "exe.jpg".

const at = (id) => document.getElementById(id);
const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
const narrow = () => matchMedia("(max-width: 760px)").matches;

function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "text") element.textContent = drawable(String(value));
    else if (name === "on") element.addEventListener(tag === "details" ? "toggle" : "click", value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

function say(name, ...values) {
  const words = WORDS[state.language][name];
  return typeof words === "function" ? words(...values) : words;
}

function inLanguage(texts) {
  return texts ? texts[state.language] || texts.en || Object.values(texts)[0] || "" : "";
}

// A text with the direction and language of its own letters, so that Latin names stand right among Arabic ones.
function texted(tag, text, attributes = {}) {
  const arabic = isArabic(text);
  const foreign = arabic !== (state.language === "ar");
  return el(tag, { dir: arabic ? "rtl" : "ltr", lang: foreign ? (arabic ? "ar" : "en") : undefined, ...attributes, text });
}

function nameOf(entity) {
  return graph.names[state.language][entity] || graph.names.en[entity] || graph.names.ar[entity] || graph.ids[entity];
}

function typeName(entity) {
  return inLanguage(graph.types[graph.typeOf[entity]].label);
}

function swatch(type) {
  const { look } = graph.types[type];
  return el("span", { class: `swatch t${look % COLOURS} ${graph.about.shapes[look % graph.about.shapes.length]}`, "aria-hidden": "true" });
}

function entityLink(entity, changes = {}) {
  return el("a", { href: addressOf({ entity, path: null, ...changes }), class: "entity" }, swatch(graph.typeOf[entity]), texted("bdi", nameOf(entity)));
}

// An entity by id, which a qualifier may name without it being on the page.
function idLink(id) {
  if (graph.numbers.has(id)) return entityLink(graph.numbers.get(id));
  return texted("span", inLanguage(graph.more?.mentioned[id]) || id, { class: "outside", title: say("outside") });
}

// Only web addresses become links: an identifier or source could carry any text.
function webLink(address, text) {
  let url = null;
  try { url = new URL(address); } catch { /* not an address */ }
  if (!url || !["http:", "https:"].includes(url.protocol)) return texted("span", text);
  return texted("a", text, { href: url.href, target: "_blank", rel: "noopener noreferrer" });
}

function number(value) {
  return value.toLocaleString(state.language === "ar" ? "ar-u-nu-latn" : "en");
}

// Headings and entries begin with a capital; the schema's names stand within sentences too and have none.
function capital(text) {
  const [first = ""] = text;
  return first.toLocaleUpperCase("en") + text.slice(first.length);
}

function datesOf(claim) {
  const since = graph.claims.since[claim];
  const until = graph.claims.until[claim];
  if (since && until) return since === until ? since : `${since} – ${until}`;
  // A signature has a day; it does not go on since then.
  if (since && graph.relations[graph.claims.r[claim]].lasting) return since;
  return since ? say("since", since) : until ? say("until", until) : "";
}

function valueOf(claim) {
  const value = graph.claims.v[claim];
  if (graph.relations[graph.claims.r[claim]].value === "number" && /^-?\d{4,15}$/.test(value)) return number(Number(value));
  return value;
}

function relationName(relation, away) {
  if (away) return inLanguage(relation.label);
  return relation.inverse ? inLanguage(relation.inverse) : `${inLanguage(relation.label)} ←`;
}

// A short message that a screen reader says and everyone sees for a moment.
function announce(text) {
  const note = at("notice");
  note.textContent = text;
  note.classList.add("shown");
  clearTimeout(announce.timer);
  announce.timer = setTimeout(() => note.classList.remove("shown"), 4000);
}

function save(name, type, content) {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  el("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  announce(say("saved", name));
}

async function copy(text) {
  let done = true;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // A page opened from a file may not be let near the clipboard; a selected field may.
    const field = el("textarea", { class: "unseen" });
    field.value = text;
    document.body.append(field);
    field.select();
    done = document.execCommand("copy");
    field.remove();
  }
  announce(say(done ? "copied" : "notCopied"));
}
