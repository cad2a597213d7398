// What stands around an entity, in groups: one for each relation and direction, each with as many members as there is
// room for. boxes.js gives them places.

const LADDER = [40, 24, 16, 12, 9, 7, 5, 4, 3, 2, 1, 0]; // how many of a group are shown, the most that fits
const ROWS = { least: 20, most: 44, slim: 26, branch: 16, opened: 60 };
const APART = 0.35; // rows between two groups

// Where two sides do not fit beside each other, the drawing is an outline.
const slim = () => at("graph").clientWidth < 760;

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

// The rows of a group of which so many are shown; the rest takes one, and "1 more" takes the place of the one itself.
const rowsFor = (size, most) => (size <= most + 1 ? size : most + 1);

// How many members of each group are shown, so that all groups together keep to the rows; where some are left, the
// smallest groups are shown whole.
function shares(groups, rows) {
  const needs = (most) => groups.reduce((sum, group) => sum + rowsFor(group.order.length, most) + APART, 0);
  const most = LADDER.find((step) => needs(step) <= rows) ?? 0;
  let left = rows - needs(most);
  for (const group of [...groups].sort((a, b) => a.order.length - b.order.length)) {
    const size = group.order.length;
    const extra = size - rowsFor(size, most);
    group.wanted = most;
    if (extra > 0 && extra <= left) {
      group.wanted = size;
      left -= extra;
    }
  }
  for (const group of groups) {
    const size = group.order.length;
    group.opened = state.opened.has(group.key) && size > group.wanted + 1;
    if (group.opened) group.wanted = ROWS.opened;
    group.shown = size <= group.wanted + 1 ? group.order : group.order.slice(0, group.wanted);
    group.rest = size - group.shown.length;
  }
}

function rowsThatFit() {
  if (slim()) return ROWS.slim;
  return Math.max(ROWS.least, Math.min(ROWS.most, Math.floor((2 * (at("graph").clientHeight - 60)) / (0.86 * BOX.row))));
}

// A tree: the entity, its relations, their members, and of those that are opened again their relations.
function branch(entity, placed) {
  const groups = groupsAround(entity, placed);
  for (const group of groups) group.order.forEach((other) => placed.add(other));
  shares(groups, entity === state.entity ? rowsThatFit() : ROWS.branch);
  for (const group of groups) group.leaves = group.shown.map((other) => ({ entity: other, claims: group.members.get(other), groups: [] }));
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
const rowsOfGroup = (group) => group.leaves.reduce((sum, leaf) => sum + rowsOfLeaf(leaf), 0) + (group.rest || group.opened ? 1 : 0) + APART;

// The two sides: what goes out on the one, what comes in on the other, evened out from the end of the longer.
function sides(groups) {
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

// What a box says that stands for the members that are not shown: "192 more", or "193 states" where none is.
function restText(group) {
  if (!group.rest) return say("fewer");
  if (group.shown.length) return say("more", number(group.rest));
  const counted = new Map();
  for (const entity of group.order) counted.set(graph.typeOf[entity], (counted.get(graph.typeOf[entity]) || 0) + 1);
  const [[type, many]] = [...counted].sort(([a, m], [b, n]) => n - m || a - b);
  // Nearly all of one type: "192 states, 1 more"; else what all of them are.
  if (many >= group.rest * 0.8) return say("manyOf", number(many), inLanguage(graph.types[type].plural), many < group.rest ? number(group.rest - many) : "");
  const roots = new Set(group.order.map((entity) => graph.root(entity)));
  const root = roots.size === 1 && graph.types.find(({ id }) => roots.has(id));
  return say("manyOf", number(group.rest), root ? inLanguage(root.plural) : say("entities"), "");
}

function surroundings(entity) {
  const placed = new Set([entity]);
  const groups = branch(entity, placed);
  openBranches(groups, placed);
  const boxes = new Boxes(placed);
  if (slim()) {
    const head = boxes.entity("centre", entity, boxes.forward * (BOX.outline / 2), 0, "centre", BOX.outline);
    boxes.outline(groups, 0, head.high / 2);
    return boxes;
  }
  boxes.entity("centre", entity, 0, 0, "centre");
  const [ahead, behind] = sides(groups);
  boxes.side("centre", ahead, 0, 0, boxes.forward);
  boxes.side("centre", behind, 0, 0, -boxes.forward);
  return boxes;
}
