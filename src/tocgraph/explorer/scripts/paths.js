// Ways between two entities: the shortest over the shown claims, by breadth first search; documents and what they
// state are passed through only where there is no other way, since a shared footnote is no cooperation.

const MOST_WAYS = 4;

function distances(from, allowed) {
  const far = new Int32Array(graph.size).fill(-1);
  far[from] = 0;
  let ring = [from];
  while (ring.length) {
    const next = [];
    for (const entity of ring) {
      for (const claim of graph.claimsOf(entity)) {
        const other = shown.claims[claim] ? graph.other(claim, entity) : -1;
        if (other < 0 || far[other] >= 0 || !allowed(other)) continue;
        far[other] = far[entity] + 1;
        next.push(other);
      }
    }
    ring = next;
  }
  return far;
}

function waysBetween(start, end) {
  const written = new Set(graph.types.flatMap((type, n) => (type.written ? [n] : [])));
  const direct = (entity) => entity === start || entity === end || !written.has(graph.typeOf[entity]);
  for (const allowed of [direct, () => true]) {
    const found = traced(start, end, distances(end, allowed));
    if (found.length) return found;
  }
  return [];
}

// All shortest ways follow falling distances; those through the less connected come first: they tell more.
function traced(start, end, far) {
  const found = [];
  if (far[start] < 0) return found;
  const walk = (entity, entities, claims) => {
    if (found.length >= 40) return;
    if (entity === end) {
      found.push({ entities, claims });
      return;
    }
    const next = new Map();
    for (const claim of graph.claimsOf(entity)) {
      const other = shown.claims[claim] ? graph.other(claim, entity) : -1;
      if (other >= 0 && far[other] === far[entity] - 1 && !next.has(other)) next.set(other, claim);
    }
    for (const [other, claim] of [...next].sort(([a], [b]) => graph.degree[a] - graph.degree[b] || a - b)) walk(other, [...entities, other], [...claims, claim]);
  };
  walk(start, [start], []);
  const weight = (way) => way.entities.reduce((sum, entity) => sum + Math.log(1 + graph.degree[entity]), 0);
  return found.sort((a, b) => weight(a) - weight(b)).slice(0, MOST_WAYS);
}

function pathPanel() {
  const [start, end] = state.path;
  const found = waysBetween(start, end);
  const citations = new Citations();
  const parts = [
    el("nav", { "aria-label": say("overview") }, el("a", { href: addressOf({ path: null }), class: "back", text: say("leavePath") })),
    el("p", { class: "type", text: say("path") }),
    texted("h2", say("between", nameOf(start), nameOf(end)), { id: "name" }),
    el("p", { class: "hint", text: found.length ? say("ways", found.length, found[0].claims.length) : say("noWay") }),
  ];
  for (const way of found) {
    parts.push(el("ol", { class: "way" }, el("li", {}, entityLink(start)), ...way.claims.map((claim, place) => {
      const [from, to] = [way.entities[place], way.entities[place + 1]];
      const away = graph.claims.s[claim] === from;
      const step = claimItem(claim, from, citations);
      step.removeAttribute("id");
      step.querySelector(".head").prepend(el("span", { class: "step", text: `${relationName(graph.relations[graph.claims.r[claim]], away || graph.away(claim, from))} ` }));
      step.dataset.to = graph.ids[to];
      return step;
    })));
  }
  if (citations.numbers.size) parts.push(citations.list());
  return parts;
}

// The other end is asked for with the same search as above the page.
function askForPath(start) {
  const search = el("div", { class: "search within", role: "search" });
  at("path-from").replaceWith(search);
  const box = new SearchBox(search, "path-to", () => say("pathTo"), (end) => { if (end !== start) go({ path: [start, end], view: "graph" }); });
  box.speak();
  box.input.focus();
}
