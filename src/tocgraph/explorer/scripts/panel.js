// The details beside the views: of the chosen entity, or of the page.

const MANY = 10;

// Shown claims by relation and direction, in the order of the schema: what the entity does before what is done to it.
function groupsOf(entity) {
  const groups = new Map();
  for (const claim of shownClaimsOf(entity)) {
    const relation = graph.claims.r[claim];
    const away = graph.away(claim, entity);
    const key = `${away ? 0 : 1} ${relation}`;
    if (!groups.has(key)) groups.set(key, { away, relation, rank: graph.claims.o[claim] < 0 ? 0 : away ? 1 : 2, claims: [] });
    groups.get(key).claims.push(claim);
  }
  return [...groups.values()].sort((a, b) => a.rank - b.rank || a.relation - b.relation);
}

function groupSection(group, entity, citations) {
  const list = el("ul", {});
  const heading = el("h4", {}, texted("span", capital(relationName(graph.relations[group.relation], group.away))));
  if (group.claims.length > 1) heading.append(" ", el("span", { class: "count", text: number(group.claims.length) }));
  const section = el("section", { class: "group" }, heading, list);
  const few = group.claims.length > MANY + 2 ? MANY : group.claims.length;
  list.append(...group.claims.slice(0, few).map((claim) => claimItem(claim, entity, citations)));
  if (few < group.claims.length) {
    section.append(el("button", {
      type: "button", class: "more", text: say("showAll", number(group.claims.length)),
      on: (event) => {
        const rest = group.claims.slice(few).map((claim) => claimItem(claim, entity, citations));
        list.append(...rest);
        section.closest("#panel").querySelector(".citations")?.replaceWith(citations.list());
        rest[0].querySelector("a, button")?.focus();
        event.target.remove();
      },
    }));
  }
  return section;
}

function row(term, ...contents) {
  return [el("dt", { text: term }), ...contents.map((content) => el("dd", {}, content))];
}

function entityFacts(entity) {
  const aliases = graph.aliases[entity] || [];
  const facts = [];
  if (aliases.length) facts.push(...row(say("aliases"), ...aliases.map((text) => texted("bdi", text))));
  for (const [scheme, value] of Object.entries(graph.more.entities.identifiers[entity] || {})) {
    const address = scheme === "wikidata" ? `https://www.wikidata.org/wiki/${encodeURIComponent(value)}` : value;
    facts.push(...row(scheme, webLink(address, value)));
  }
  facts.push(...row(say("address"), el("code", { dir: "ltr", text: `${graph.about.base}id/${encodeURIComponent(graph.ids[entity])}` })));
  return el("dl", { class: "facts" }, ...facts);
}

function entityPanel(entity) {
  const citations = new Citations();
  const other = state.language === "ar" ? "en" : "ar";
  const second = graph.names[other][entity] !== nameOf(entity) ? graph.names[other][entity] : "";
  const groups = groupsOf(entity).map((group) => groupSection(group, entity, citations));
  const hidden = graph.claimsOf(entity).length - shownClaimsOf(entity).length;
  const description = graph.more.entities.description[entity];
  return [
    el("nav", { "aria-label": say("overview") }, el("a", { href: addressOf({ entity: -1, path: null, opened: new Set() }), class: "back", text: say("overview") })),
    el("p", { class: "type" }, swatch(graph.typeOf[entity]), el("span", { text: capital(typeName(entity)) })),
    texted("h2", nameOf(entity), { id: "name" }),
    second ? el("p", { class: "second" }, texted("bdi", second)) : null,
    description ? texted("p", inLanguage(description), { class: "description" }) : null,
    el("div", { class: "actions" },
      el("button", { type: "button", class: "chip", id: "cite", text: say("copyCitation"), on: () => copy(entityCitation(entity)) }),
      el("button", { type: "button", class: "chip", id: "path-from", text: say("pathFrom"), on: () => askForPath(entity) })),
    el("h3", { text: say("related") }),
    hidden ? el("p", { class: "hint", text: say("hidden", number(hidden)) }) : null,
    ...(groups.length ? groups : [el("p", { class: "empty", text: say("none") })]),
    citations.numbers.size ? citations.list() : null,
    entityFacts(entity),
  ];
}

function entityCitation(entity) {
  return `${drawable(nameOf(entity))} (${typeName(entity)}). ${say("citation", graph.about)} ${graph.about.base}id/${encodeURIComponent(graph.ids[entity])}`;
}

// What the page shows, in words.
function titleOfPage() {
  const { around, depth, query, types } = graph.about;
  if (query) return query;
  if (around && graph.numbers.has(around)) return say("around", nameOf(graph.numbers.get(around)), depth);
  if (types?.length) return types.map((type) => inLanguage(graph.types.find(({ id }) => id === type)?.plural) || type).join(", ");
  return say("whole");
}

function shelf(type, found) {
  return el("details", {
    on: (event) => {
      const list = event.target.querySelector("ul");
      if (list.childElementCount) return;
      found.sort((a, b) => nameOf(a).localeCompare(nameOf(b), state.language));
      list.append(...found.slice(0, 1000).map((entity) => el("li", {}, entityLink(entity))));
      if (found.length > 1000) list.append(el("li", { class: "hint", text: say("rest", number(found.length - 1000)) }));
    },
  }, el("summary", {}, swatch(type), el("span", { text: capital(inLanguage(graph.types[type].plural)) }), " ", el("span", { class: "count", text: number(found.length) })), el("ul", {}));
}

function overviewPanel() {
  const { about } = graph;
  const byType = graph.types.map(() => []);
  for (let n = 0; n < graph.size; n += 1) if (shown.entities[n]) byType[graph.typeOf[n]].push(n);
  const figure = (value, unit) => el("li", {}, el("b", { text: number(value) }), " ", el("span", { text: say(unit) }));
  const start = graph.ranked().filter((entity) => shown.entities[entity]).slice(0, 8);
  return [
    texted("h2", titleOfPage(), { id: "name" }),
    el("p", { class: "description", text: say("intro") }),
    el("ul", { class: "figures" }, figure(shown.entityCount, "entities"), figure(shown.claimCount, "relations"), figure(about.sources.length, "sources")),
    graph.placed ? null : el("p", { class: "hint large", text: say("large", number(graph.size)) }),
    el("p", { class: "hint", text: say("how") }),
    el("h3", { text: say("start") }),
    el("ul", { class: "start" }, ...start.map((entity) => el("li", {}, entityLink(entity)))),
    el("h3", { text: say("browse") }),
    el("div", { class: "shelves" }, ...byType.map((found, type) => (found.length ? shelf(type, found) : null))),
    el("h3", { text: say("keys") }),
    el("dl", { class: "facts keys" }, ...say("keyList").flatMap(([key, use]) => row(key, el("span", { text: use })))),
    el("h3", { text: say("about") }),
    el("dl", { class: "facts" },
      ...row(say("shows"), texted("span", titleOfPage())),
      ...(about.as_of ? row(say("asOf"), el("bdi", { text: about.as_of })) : []),
      ...(about.status ? row(say("status"), el("bdi", { text: about.status })) : []),
      ...row(say("version"), el("bdi", { text: about.version })),
      ...row(say("data"), el("code", { dir: "ltr", text: about.data })),
      ...row(say("license"), webLink(about.license, say("licenseName"))),
      ...row(say("cite"), el("span", { text: say("citation", about) }))),
    el("p", { class: "hint", text: say("offline") }),
  ];
}

// Renders the panel; the details are unpacked once, after the page is drawn.
async function showPanel(moveFocus) {
  const panel = at("panel");
  const wanted = state.entity;
  if (wanted >= 0 || state.path) await graph.details();
  if (wanted !== state.entity) return;
  const parts = state.path ? pathPanel() : wanted >= 0 ? entityPanel(wanted) : overviewPanel();
  panel.replaceChildren(...parts.filter(Boolean));
  panel.scrollTop = 0;
  panel.dataset.entity = wanted >= 0 ? graph.ids[wanted] : "";
  if (moveFocus) panel.focus({ preventScroll: true });
}
