// The details beside the graph. Every text is inserted with textContent, never as markup.

const MANY = 10;

function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "text") element.textContent = value;
    else if (name === "on") element.addEventListener(tag === "details" ? "toggle" : "click", value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

// A text with the direction of its own letters, so that Latin names stand right among Arabic ones.
function texted(tag, text, attributes = {}) {
  return el(tag, { dir: directionOf(text), ...attributes, text });
}

function swatch(type) {
  const look = DATA.types[type].look;
  return el("span", { class: `swatch t${look % COLOURS} ${DATA.shapes[look % DATA.shapes.length]}`, "aria-hidden": "true" });
}

function inLanguage(texts) {
  return texts ? texts[state.language] || texts.en || Object.values(texts)[0] || "" : "";
}

function nameOf(id) {
  const entity = DATA.entities[id];
  return inLanguage(entity ? entity.label : DATA.mentioned[id]) || id;
}

function entityLink(id) {
  const name = nameOf(id);
  if (!DATA.entities[id]) return texted("span", name, { class: "outside", title: say("outside") });
  return el("a", { href: fragmentOf(id), class: "entity" }, swatch(DATA.entities[id].type), texted("bdi", name));
}

// Only web addresses become links: an identifier or source could carry any text.
function webLink(address, text) {
  let url = null;
  try { url = new URL(address); } catch { /* not an address */ }
  if (!url || !["http:", "https:"].includes(url.protocol)) return texted("span", text);
  return texted("a", text, { href: url.href, target: "_blank", rel: "noopener noreferrer" });
}

// Citations numbered in the order in which the panel meets them.
class Citations {
  constructor() { this.numbers = new Map(); }

  marks(claim) {
    const marks = el("sup", { class: "marks" });
    for (const place of claim.cite || []) {
      const key = JSON.stringify(place);
      if (!this.numbers.has(key)) this.numbers.set(key, this.numbers.size + 1);
      const number = this.numbers.get(key);
      marks.append(el("button", {
        type: "button", class: "mark", text: String(number), "aria-label": say("source", number),
        on: () => {
          const target = document.getElementById(`citation-${number}`);
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
    for (const [key, number] of this.numbers) {
      const [source, place] = JSON.parse(key);
      if (!works.has(source)) works.set(source, []);
      works.get(source).push(el("li", { id: `citation-${number}`, tabindex: "-1" },
        el("span", { class: "number", text: String(number) }), place ? texted("span", place, { class: "at" }) : null));
    }
    const items = [...works].map(([source, places]) => {
      const work = DATA.sources[source] || { title: source };
      const by = [(work.authors || []).join(", "), work.publisher, work.issued].filter(Boolean).join(" · ");
      return el("li", { class: "work" }, work.url ? webLink(work.url, work.title) : texted("span", work.title),
        by ? texted("p", by, { class: "by" }) : null, el("ul", { class: "places" }, ...places));
    });
    return el("section", { class: "citations" }, el("h3", { text: say("citations") }), el("ul", {}, ...items));
  }
}

function datesOf(claim) {
  if (claim.since && claim.until) return claim.since === claim.until ? claim.since : `${claim.since} – ${claim.until}`;
  return claim.since ? say("since", claim.since) : claim.until ? say("until", claim.until) : "";
}

function valueOf(claim) {
  if (DATA.relations[claim.r].value === "number" && /^-?\d{4,15}$/.test(claim.v)) {
    return Number(claim.v).toLocaleString(state.language === "ar" ? "ar-u-nu-latn" : "en");
  }
  return claim.v;
}

function claimItem(claim, id, citations) {
  const other = claim.s === id ? claim.o : claim.s;
  const head = el("p", { class: "head" }, other === undefined ? texted("span", valueOf(claim), { class: "value" }) : entityLink(other));
  const dates = datesOf(claim);
  if (dates) head.append(" ", el("span", { class: "dates", text: dates, dir: "auto" }));
  if (claim.standing) head.append(" ", el("span", { class: `standing ${claim.standing}`, text: say(claim.standing) }));
  if (claim.rule) {
    head.append(" ", el("span", { class: "standing derived", text: say("derived"), title: inLanguage(DATA.rules[claim.rule]) || claim.rule }));
  }
  head.append(citations.marks(claim));
  const details = Object.entries(claim.q || {}).map(([name, content]) => {
    const spec = DATA.qualifiers[name] || {};
    const entity = spec.value === "entity" && typeof content === "string";
    const text = typeof content === "string" ? content : inLanguage(content);
    return el("p", { class: "qualifier" }, el("span", { class: "key", text: inLanguage(spec.label) || name }), " ",
      entity ? entityLink(content) : texted("bdi", text));
  });
  if (claim.note) details.push(texted("p", inLanguage(claim.note), { class: "note" }));
  return el("li", { class: claim.standing || "normal", id: claim.id }, head, ...details);
}

// Claims by relation and direction, in the order of the schema: what the entity does before what is done to it.
function groupsOf(id) {
  const groups = new Map();
  const order = Object.keys(DATA.relations);
  for (const claim of CLAIMS_OF.get(id) || []) {
    const relation = DATA.relations[claim.r];
    const away = claim.s === id || (relation.flags || []).includes("symmetric");
    const key = `${away ? 0 : 1} ${claim.r}`;
    if (!groups.has(key)) groups.set(key, { away, relation, rank: [claim.o === undefined ? 0 : away ? 1 : 2, order.indexOf(claim.r)], claims: [] });
    groups.get(key).claims.push(claim);
  }
  return [...groups.values()].sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1]);
}

function groupHeading(group) {
  if (group.away) return inLanguage(group.relation.label);
  return group.relation.inverse ? inLanguage(group.relation.inverse) : `← ${inLanguage(group.relation.label)}`;
}

function groupSection(group, id, citations) {
  const list = el("ul", {}, ...group.claims.map((claim) => claimItem(claim, id, citations)));
  const heading = el("h4", {}, texted("span", groupHeading(group)));
  if (group.claims.length > 1) heading.append(" ", el("span", { class: "count", text: String(group.claims.length) }));
  const section = el("section", { class: "group" }, heading, list);
  if (group.claims.length > MANY + 2) {
    const rest = [...list.children].slice(MANY);
    rest.forEach((item) => { item.hidden = true; });
    section.append(el("button", {
      type: "button", class: "more", text: say("showAll", group.claims.length),
      on: (event) => { rest.forEach((item) => { item.hidden = false; }); rest[0].querySelector("a, button")?.focus(); event.target.remove(); },
    }));
  }
  return section;
}

function row(term, ...contents) {
  return [el("dt", { text: term }), ...contents.map((content) => el("dd", {}, content))];
}

function entityPanel(id) {
  const entity = DATA.entities[id];
  const citations = new Citations();
  const other = state.language === "ar" ? "en" : "ar";
  const second = entity.label[other] && entity.label[other] !== nameOf(id) ? entity.label[other] : "";
  const aliases = Object.entries(entity.aliases || {}).sort(([a], [b]) => (b === state.language) - (a === state.language)).flatMap(([, texts]) => texts);
  const groups = groupsOf(id).map((group) => groupSection(group, id, citations));
  const facts = [];
  if (aliases.length) facts.push(...row(say("aliases"), ...aliases.map((text) => texted("bdi", text))));
  for (const [scheme, value] of Object.entries(entity.identifiers || {})) {
    const address = scheme === "wikidata" ? `https://www.wikidata.org/wiki/${encodeURIComponent(value)}` : value;
    facts.push(...row(scheme, webLink(address, value)));
  }
  facts.push(...row(say("address"), el("code", { dir: "ltr", text: `${DATA.about.base}id/${encodeURIComponent(id)}` })));
  return [
    el("nav", {}, el("a", { href: fragmentOf(""), class: "back", text: say("overview") })),
    el("p", { class: "type" }, swatch(entity.type), el("span", { text: inLanguage(DATA.types[entity.type].label) })),
    texted("h2", nameOf(id), { id: "name", lang: entity.label[state.language] ? state.language : other }),
    second ? el("p", { class: "second" }, texted("bdi", second, { lang: other })) : null,
    entity.description ? texted("p", inLanguage(entity.description), { class: "description" }) : null,
    el("h3", { text: say("related") }),
    ...(groups.length ? groups : [el("p", { class: "empty", text: say("none") })]),
    citations.numbers.size ? citations.list() : null,
    el("dl", { class: "facts" }, ...facts),
  ];
}

function overviewPanel() {
  const about = DATA.about;
  const ids = Object.keys(DATA.entities);
  const figure = (number, unit) => el("li", {}, el("b", { text: number.toLocaleString("en") }), " ", el("span", { text: say(unit) }));
  const start = [...ids].sort((a, b) => degreeOf(b) - degreeOf(a) || (a < b ? -1 : 1)).slice(0, 8);
  const byType = Object.keys(DATA.types).map((type) => [type, ids.filter((id) => DATA.entities[id].type === type)]).filter(([, found]) => found.length);
  const shelf = ([type, found]) => el("details", {
    on: (event) => {
      const list = event.target.querySelector("ul");
      if (list.childElementCount) return;
      found.sort((a, b) => nameOf(a).localeCompare(nameOf(b), state.language));
      list.append(...found.map((id) => el("li", {}, entityLink(id))));
    },
  }, el("summary", {}, swatch(type), el("span", { text: inLanguage(DATA.types[type].plural) }), " ", el("span", { class: "count", text: String(found.length) })), el("ul", {}));
  return [
    texted("h2", about.around ? say("around", nameOf(about.around), about.depth) : say("whole"), { id: "name" }),
    el("p", { class: "description", text: say("intro") }),
    el("ul", { class: "figures" }, figure(ids.length, "entities"), figure(DATA.claims.length, "relations"), figure(Object.keys(DATA.sources).length, "sources")),
    el("p", { class: "hint", text: say("how") }),
    el("h3", { text: say("start") }),
    el("ul", { class: "start" }, ...start.map((id) => el("li", {}, entityLink(id)))),
    el("h3", { text: say("browse") }),
    el("div", { class: "shelves" }, ...byType.map(shelf)),
    el("h3", { text: say("about") }),
    el("dl", { class: "facts" },
      ...row(say("version"), el("bdi", { text: about.version })),
      ...row(say("data"), el("code", { dir: "ltr", text: about.data })),
      ...row(say("license"), webLink(about.license, say("licenseName"))),
      ...row(say("cite"), el("span", { text: say("citation", about) }))),
    el("p", { class: "hint", text: say("offline") }),
  ];
}
