// One filter for all views: which entities and claims are shown.

const shown = { entities: new Uint8Array(0), claims: new Uint8Array(0), entityCount: 0, claimCount: 0 };

function filtered() {
  return Object.values(state.filter).some(Boolean);
}

// A period keeps a claim that may hold at some time in it; undated claims stay: unknown is not no.
function inPeriod(claim, { since, until }) {
  const begins = graph.claims.since[claim];
  const ends = graph.claims.until[claim];
  const dated = graph.relations[graph.claims.r[claim]].value === "date" ? graph.claims.v[claim] : "";
  if (dated) return (!since || dated >= since.slice(0, dated.length)) && (!until || dated.slice(0, until.length) <= until);
  if (since && ends && ends < since.slice(0, ends.length)) return false;
  return !(until && begins && begins.slice(0, until.length) > until);
}

function applyFilter() {
  const { types, relations, sources, standings, since, until } = state.filter;
  const { s, o, r, standing } = graph.claims;
  const typeOn = graph.types.map((type) => !types || types.has(type.id));
  const relationOn = graph.relations.map((relation) => !relations || relations.has(relation.id));
  const standingOn = graph.standings.map((name) => !standings || standings.has(name));
  const bySource = sources && graph.more ? new Set([...sources].map((id) => graph.about.sources.indexOf(id))) : null;
  const limited = relations || standings || sources || since || until;
  shown.entities = new Uint8Array(graph.size);
  shown.claims = new Uint8Array(graph.claimCount);
  shown.claimCount = 0;
  const met = new Uint8Array(graph.size);
  for (let c = 0; c < graph.claimCount; c += 1) {
    if (!relationOn[r[c]] || !standingOn[standing[c]] || !typeOn[graph.typeOf[s[c]]]) continue;
    if (o[c] >= 0 && !typeOn[graph.typeOf[o[c]]]) continue;
    if ((since || until) && !inPeriod(c, state.filter)) continue;
    if (bySource && !graph.more.claims.cite[c].some((source, n) => n % 2 === 0 && bySource.has(source))) continue;
    shown.claims[c] = 1;
    shown.claimCount += 1;
    met[s[c]] = 1;
    if (o[c] >= 0) met[o[c]] = 1;
  }
  shown.entityCount = 0;
  for (let n = 0; n < graph.size; n += 1) {
    shown.entities[n] = typeOn[graph.typeOf[n]] && (!limited || met[n]) ? 1 : 0;
    shown.entityCount += shown.entities[n];
  }
}

// How many entities, relations or sources of each kind are shown now, by place in the list of kinds.
function counts(kind) {
  const found = new Int32Array({ types: graph.types, relations: graph.relations, standings: graph.standings, sources: graph.about.sources }[kind].length);
  if (kind === "types") for (let n = 0; n < graph.size; n += 1) found[graph.typeOf[n]] += 1;
  else if (kind === "sources") {
    if (graph.more) for (const cite of graph.more.claims.cite) new Set(cite.filter((_, n) => n % 2 === 0)).forEach((source) => { found[source] += 1; });
  } else {
    const column = kind === "relations" ? graph.claims.r : graph.claims.standing;
    for (let c = 0; c < graph.claimCount; c += 1) found[column[c]] += 1;
  }
  return found;
}

function shownClaimsOf(entity) {
  return graph.claimsOf(entity).filter((claim) => shown.claims[claim]);
}
