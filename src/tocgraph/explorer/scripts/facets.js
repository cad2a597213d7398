// The filter: types (which is the legend), relations, standings, sources and a period, each with its counts.

function facet(kind, values, { name, mark, open, group }) {
  const total = counts(kind);
  const chosen = () => state.filter[kind];
  const isOn = (id) => !chosen() || chosen().has(id);
  const set = (ids) => go({ filter: { [kind]: ids && ids.size < values.length ? ids : null }, page: 0 });
  const item = (value, n) => {
    const box = el("input", { type: "checkbox", id: `f-${kind}-${n}` });
    box.checked = isOn(value.id ?? value);
    box.addEventListener("change", () => {
      const next = new Set(chosen() || values.map((other) => other.id ?? other));
      if (box.checked) next.add(value.id ?? value);
      else next.delete(value.id ?? value);
      // With nothing left everything comes back: an empty page helps nobody.
      set(next.size ? next : null);
    });
    return el("li", { "data-name": normalize(name(value, n)) }, box, el("label", { for: box.id }, mark ? mark(value, n) : null, texted("span", capital(name(value, n))), el("span", { class: "count", text: number(total[n]) })),
      el("button", { type: "button", class: "quiet", text: say("only"), "aria-label": say("onlyThis", name(value, n)), on: () => set(new Set([value.id ?? value])) }));
  };
  let order = values.map((_, n) => n).filter((n) => total[n]);
  if (group) order = order.sort((a, b) => group(a) - group(b) || a - b);
  else if (kind !== "standings") order = order.sort((a, b) => total[b] - total[a]);
  const list = el("ul", {}, ...order.map((n) => item(values[n], n)));
  const narrowing = order.length > 14 ? el("input", { type: "search", class: "narrow", "aria-label": say("narrow", say(`facet-${kind}`)), placeholder: say("narrowHint") }) : null;
  narrowing?.addEventListener("input", () => {
    const wanted = normalize(narrowing.value);
    for (const entry of list.children) entry.hidden = !entry.dataset.name.includes(wanted);
  });
  return el("details", { class: "facet", "data-facet": kind, open: open || Boolean(chosen()) },
    el("summary", {}, el("span", { text: say(`facet-${kind}`) }), chosen() ? el("span", { class: "chosen", text: say("chosen", chosen().size) }) : null),
    chosen() ? el("button", { type: "button", class: "chip", text: say("all"), on: () => set(null) }) : null, narrowing, list);
}

function periodFacet() {
  const { since, until } = state.filter;
  const field = (name, value) => {
    const input = el("input", { id: `period-${name}`, type: "text", inputmode: "numeric", maxlength: "10", placeholder: "2001", dir: "ltr", value });
    input.addEventListener("change", () => {
      const text = normalize(input.value).trim();
      if (text && !date(text)) {
        input.setAttribute("aria-invalid", "true");
        announce(say("wrongDate", input.value));
        return;
      }
      go({ filter: { [name]: text }, page: 0 });
    });
    return el("p", {}, el("label", { for: input.id, text: say(`period-${name}`) }), input);
  };
  return el("details", { class: "facet", "data-facet": "period", open: Boolean(since || until) }, el("summary", {}, el("span", { text: say("facet-period") })),
    el("div", { class: "period-fields" }, field("since", since), field("until", until)), el("p", { class: "hint", text: say("periodHint") }));
}

const legendOpen = { overview: true, network: false };
const overviewShown = () => !wantsNetwork() && graph.placed;

// What the shapes and lines of the drawing mean, with how many are shown; a click hides or shows a kind.
function showLegend() {
  const legend = at("legend");
  // The filter has the same key; on a narrow page the legend would cover the surroundings.
  legend.hidden = state.view !== "graph" || !at("facets").hidden || (narrow() && !overviewShown());
  if (legend.hidden) return;
  // Over the surroundings it would cover boxes: there it opens when asked.
  legend.open = legendOpen[overviewShown() ? "overview" : "network"];
  const members = new Map();
  graph.types.forEach((type) => members.set(type.root, [...(members.get(type.root) || []), type.id]));
  const total = counts("types");
  const rows = [...members].map(([root, ids]) => {
    const type = graph.types.findIndex(({ id }) => id === root);
    const many = ids.reduce((sum, id) => sum + total[graph.types.findIndex((other) => other.id === id)], 0);
    const chosen = state.filter.types;
    const on = !chosen || ids.some((id) => chosen.has(id));
    const flip = () => {
      const next = new Set(chosen || graph.types.map(({ id }) => id));
      ids.forEach((id) => (on ? next.delete(id) : next.add(id)));
      go({ filter: { types: next.size && next.size < graph.types.length ? next : null } });
    };
    return [graph.types[type].look, many, el("li", {}, el("button", { type: "button", "data-root": root, "aria-pressed": String(on), on: flip },
      swatch(type), el("span", { text: capital(inLanguage(graph.types[type].plural)) }), el("span", { class: "count", text: number(many) })))];
  });
  const focused = document.activeElement?.dataset?.root;
  at("legend-list").replaceChildren(...rows.filter(([, many]) => many).sort(([a], [b]) => a - b).map(([, , item]) => item));
  at("legend-lines").replaceChildren(...lineKeys());
  if (focused) at("legend-list").querySelector(`[data-root="${CSS.escape(focused)}"]`)?.focus();
}

function lineKeys() {
  return [["dashed", "dashed"], ["dotted", "derived"], ["broken", "unverified"]].map(([look, word]) => el("p", { class: "stroke-key" }, el("span", { class: `stroke ${look}`, "aria-hidden": "true" }), el("span", { text: say(word) })));
}

async function showFacets() {
  showLegend();
  const drawer = at("facets");
  if (drawer.hidden) return;
  await graph.details();
  const kept = new Set([...drawer.querySelectorAll("details[open]")].map((facetElement) => facetElement.dataset.facet));
  const focused = document.activeElement?.closest("#facets") ? document.activeElement.id : "";
  const first = drawer.childElementCount === 0;
  const look = (n) => graph.types[n].look * 1000 + n;
  const sources = graph.more.sources.map((source) => source.id);
  const parts = [
    facet("types", graph.types, { name: (type) => inLanguage(type.plural), mark: (_, n) => swatch(n), open: first || kept.has("types"), group: look }),
    facet("relations", graph.relations, { name: (relation) => inLanguage(relation.label), open: kept.has("relations") }),
    periodFacet(),
    facet("standings", graph.standings, { name: (standing) => say(standing), open: kept.has("standings") }),
    facet("sources", sources, { name: (_, n) => graph.more.sources[n].title, open: kept.has("sources") }),
  ];
  if (kept.has("period")) parts[2].open = true;
  drawer.replaceChildren(el("h2", { class: "unseen", text: say("filters") }), filtered() ? el("a", { class: "chip", href: addressOf({ filter: { types: null, relations: null, sources: null, standings: null, since: "", until: "" }, page: 0 }), text: say("clear") }) : "", ...parts,
    el("div", { class: "key" }, ...lineKeys()));
  if (focused) at(focused)?.focus();
}
