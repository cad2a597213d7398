// The surroundings of an entity, or the way between two, as boxes with places. Relations are boxes too, so that
// their names are read once: INTERPOL -> operates -> (databases). What an entity does stands on the side to which one
// reads, what is done to it on the other, until one side is the longer.

const BOX = { entity: 214, relation: 136, gap: 28, row: 44 };
const LADDER = [40, 24, 16, 12, 9, 7, 5, 4, 3, 2, 1]; // how many of a group are shown, the most that fits
const ROWS = { wide: 38, narrow: 22, branch: 16, opened: 60 };

function groupsAround(entity, without) {
  const groups = new Map();
  for (const claim of shownClaimsOf(entity)) {
    const other = graph.other(claim, entity);
    if (other < 0 || other === entity || without.has(other) || !shown.entities[other]) continue;
    const away = graph.away(claim, entity);
    const key = `${graph.ids[entity]}~${graph.relations[graph.claims.r[claim]].id}~${away ? "" : "in"}`;
    if (!groups.has(key)) groups.set(key, { key, relation: graph.claims.r[claim], away, members: new Map() });
    const { members } = groups.get(key);
    if (!members.has(other)) members.set(other, []);
    members.get(other).push(claim);
  }
  const found = [...groups.values()].sort((a, b) => b.away - a.away || a.relation - b.relation);
  for (const group of found) group.order = [...group.members.keys()].sort((a, b) => graph.degree[b] - graph.degree[a] || (graph.ids[a] < graph.ids[b] ? -1 : 1));
  return found;
}

// How many members of each group are shown so that all groups together keep to the rows.
function shares(groups, rows) {
  const needs = (most) => groups.reduce((sum, group) => sum + Math.min(group.order.length, most) + (group.order.length > most ? 1 : 0), 0);
  const most = LADDER.find((step) => needs(step) <= rows) ?? 1;
  for (const group of groups) {
    const wanted = state.opened.has(group.key) ? ROWS.opened : most;
    // "1 more" takes the place of the one itself.
    group.shown = group.order.length <= wanted + 1 ? group.order : group.order.slice(0, wanted);
    group.rest = group.order.length - group.shown.length;
  }
}

// A tree of boxes: the entity, its relations, their members, and of those that are opened again their relations.
function branch(entity, placed) {
  const groups = groupsAround(entity, placed);
  for (const group of groups) group.order.forEach((other) => placed.add(other));
  shares(groups, entity !== state.entity ? ROWS.branch : narrow() ? ROWS.narrow : ROWS.wide);
  for (const group of groups) {
    group.leaves = group.shown.map((other) => ({ entity: other, claims: group.members.get(other), groups: [] }));
  }
  return groups;
}

function openBranches(groups, placed) {
  for (const group of groups) {
    for (const leaf of group.leaves) {
      if (!state.opened.has(graph.ids[leaf.entity])) continue;
      leaf.groups = branch(leaf.entity, placed);
      openBranches(leaf.groups, placed);
    }
  }
}

const rowsOfLeaf = (leaf) => Math.max(1, leaf.groups.reduce((sum, group) => sum + rowsOfGroup(group), 0));
const rowsOfGroup = (group) => group.leaves.reduce((sum, leaf) => sum + rowsOfLeaf(leaf), 0) + (group.rest ? 1 : 0) + 0.35;

// The two sides: what goes out on the one, what comes in on the other, evened out from the end of the longer.
function sides(groups) {
  if (narrow()) return [groups, []];
  const out = groups.filter((group) => group.away);
  const back = groups.filter((group) => !group.away);
  const length = (list) => list.reduce((sum, group) => sum + rowsOfGroup(group), 0);
  const even = (from, to) => {
    while (from.length > 1) {
      const last = from[from.length - 1];
      if (length(from) - length(to) <= rowsOfGroup(last)) return;
      to.push(from.pop());
    }
  };
  even(out, back);
  even(back, out);
  return [out, back];
}

class Boxes {
  constructor() {
    this.nodes = [];
    this.edges = [];
    this.forward = state.language === "ar" ? -1 : 1;
  }

  entity(key, entity, x, y, kind = "entity") {
    this.nodes.push({ key, kind, entity, text: nameOf(entity), x, y });
  }

  link(from, to, claims, arrow) {
    this.edges.push({ from, to, kind: Math.min(...claims.map((claim) => graph.kind(claim))), arrow });
  }

  // A side of the tree: groups below each other, their middle at `middle`.
  side(parent, groups, x, middle, turn) {
    let y = middle - (groups.reduce((sum, group) => sum + rowsOfGroup(group), 0) * BOX.row) / 2;
    for (const group of groups) {
      const height = rowsOfGroup(group) * BOX.row;
      const centre = y + height / 2;
      const claims = [...group.members.values()].flat();
      const pillX = x + turn * (BOX.entity / 2 + BOX.gap + BOX.relation / 2);
      const leafX = pillX + turn * (BOX.relation / 2 + BOX.gap + BOX.entity / 2);
      this.nodes.push({ key: group.key, kind: "relation", text: relationName(graph.relations[group.relation], group.away), x: pillX, y: centre });
      this.link(parent, group.key, claims, group.away ? "" : "from");
      let top = y + 0.175 * BOX.row;
      for (const leaf of group.leaves) {
        const rows = rowsOfLeaf(leaf);
        const leafY = top + (rows * BOX.row) / 2;
        const key = `${group.key}~${graph.ids[leaf.entity]}`;
        this.entity(key, leaf.entity, leafX, leafY);
        this.link(group.key, key, leaf.claims, group.away ? "to" : "");
        this.handle(leaf, key, leafX, leafY, turn);
        if (leaf.groups.length) this.side(key, leaf.groups, leafX, leafY, turn);
        top += rows * BOX.row;
      }
      if (group.rest) {
        const key = `${group.key}~more`;
        this.nodes.push({ key, kind: "more", open: group.key, text: say("more", group.rest), x: leafX, y: top + BOX.row / 2 });
        this.link(group.key, key, claims, "");
      }
      y += height;
    }
  }

  // The handle that opens an entity's own relations, or closes them.
  handle(leaf, key, x, y, turn) {
    const id = graph.ids[leaf.entity];
    const opened = state.opened.has(id);
    // An entity without relations beyond those that are drawn has nothing to open.
    if (!opened && ![...shownClaimsOf(leaf.entity)].some((claim) => graph.other(claim, leaf.entity) >= 0 && !this.placed.has(graph.other(claim, leaf.entity)))) return;
    this.nodes.push({ key: `${key}~handle`, kind: "handle", open: id, text: opened ? "−" : "+", name: say(opened ? "collapse" : "expand", nameOf(leaf.entity)),
      x: x + turn * (BOX.entity / 2 + 13), y });
  }
}

function surroundings(entity) {
  const boxes = new Boxes();
  boxes.entity("centre", entity, 0, 0, "centre");
  const placed = new Set([entity]);
  const groups = branch(entity, placed);
  openBranches(groups, placed);
  boxes.placed = placed;
  const [ahead, behind] = sides(groups);
  boxes.side("centre", ahead, 0, 0, boxes.forward);
  boxes.side("centre", behind, 0, 0, -boxes.forward);
  return boxes;
}

// Ways between two entities, one below the other; on a narrow page each from the top down.
function ways(found) {
  const boxes = new Boxes();
  found.forEach((way, row) => {
    const step = BOX.entity + BOX.relation + 2 * BOX.gap;
    way.entities.forEach((entity, place) => {
      const [x, y] = narrow() ? [row * (BOX.entity + BOX.gap), place * 3.2 * BOX.row] : [boxes.forward * place * step, row * 3 * BOX.row];
      const key = `${row}~${place}`;
      boxes.entity(key, entity, x, y, place === 0 || place === way.entities.length - 1 ? "centre" : "entity");
      if (!place) return;
      const claim = way.claims[place - 1];
      const away = graph.claims.s[claim] === way.entities[place - 1];
      const middle = `${key}~relation`;
      const half = narrow() ? [x, y - 1.6 * BOX.row] : [x - (boxes.forward * step) / 2, y];
      // Told as the claim has it: the arrow says which way it reads.
      boxes.nodes.push({ key: middle, kind: "relation", text: inLanguage(graph.relations[graph.claims.r[claim]].label), x: half[0], y: half[1] });
      boxes.link(`${row}~${place - 1}`, middle, [claim], away ? "" : "from");
      boxes.link(middle, key, [claim], away ? "to" : "");
    });
  });
  return boxes;
}
