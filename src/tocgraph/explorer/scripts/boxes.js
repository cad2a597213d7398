// Boxes with places and lines between them: the surroundings of an entity, and the ways between two. Relations are
// boxes too, so that their names are read once: INTERPOL -> operates -> (databases).

const BOX = { entity: 214, outline: 296, relation: 128, gap: 22, row: 46, line: 16, handle: 24 };

// How the text of each kind of box is set: its font, its most lines, and the room left for it beside edges and sign.
const SETTING = {
  centre: { font: `600 15px ${FONT}`, size: 15, lines: 3, inset: 16 },
  entity: { font: `450 13px ${FONT}`, size: 13, lines: 2, inset: 38 },
  relation: { font: `450 12px ${FONT}`, size: 12, lines: 2, inset: 12 },
  more: { font: `450 13px ${FONT}`, size: 13, lines: 2, inset: 24 },
  handle: { font: `600 14px ${FONT}`, size: 14, lines: 1, inset: 0 },
};

class Boxes {
  constructor(placed = new Set()) {
    this.nodes = [];
    this.edges = [];
    this.elbows = [];
    this.placed = placed;
    this.forward = state.language === "ar" ? -1 : 1;
  }

  // A box as high as its text.
  add(box, width) {
    const { font, lines: most, inset } = SETTING[box.kind];
    const lines = box.entity === undefined ? wrapped(box.text, font, width - inset, most).lines : drawnName(box.entity, font, width - inset, most);
    const wide = box.kind === "relation" ? Math.min(width, Math.max(...lines.map((line) => widthOf(line, font))) + inset) : width;
    const high = box.kind === "handle" ? BOX.handle : lines.length * BOX.line + (box.kind === "relation" ? 4 : box.kind === "centre" ? 18 : 8);
    this.nodes.push({ ...box, lines, wide, high });
    return this.nodes[this.nodes.length - 1];
  }

  entity(key, entity, x, y, kind = "entity", wide = BOX.entity) {
    return this.add({ key, kind, entity, text: nameOf(entity), x, y }, wide);
  }

  link(from, to, claims, arrow) {
    this.edges.push({ from, to, kind: this.kindOf(claims), arrow });
  }

  kindOf(claims) {
    return Math.min(...claims.map((claim) => graph.kind(claim)));
  }

  // The name of a group's relation, read from the entity to the members where the schema has a name for that.
  relation(group) {
    const relation = graph.relations[group.relation];
    const reads = group.away || Boolean(relation.inverse);
    return { text: reads ? relationName(relation, group.away) : inLanguage(relation.label), arrow: relation.symmetric ? "none" : reads ? "to" : "from" };
  }

  // A side of the tree: groups below each other, their middle at `middle`.
  side(parent, groups, x, middle, turn) {
    let y = middle - (groups.reduce((sum, group) => sum + rowsOfGroup(group), 0) * BOX.row) / 2;
    for (const group of groups) {
      const height = rowsOfGroup(group) * BOX.row;
      const claims = [...group.members.values()].flat();
      const nameX = x + turn * (BOX.entity / 2 + BOX.gap + BOX.relation / 2);
      const leafX = nameX + turn * (BOX.relation / 2 + BOX.gap + BOX.entity / 2);
      const { text, arrow } = this.relation(group);
      this.add({ key: group.key, kind: "relation", text, x: nameX, y: y + height / 2 }, BOX.relation);
      this.link(parent, group.key, claims, arrow === "from" ? "from" : "");
      let top = y + (APART / 2) * BOX.row;
      for (const leaf of group.leaves) {
        const rows = rowsOfLeaf(leaf);
        const leafY = top + (rows * BOX.row) / 2;
        const key = `${group.key}~${graph.ids[leaf.entity]}`;
        this.entity(key, leaf.entity, leafX, leafY);
        this.link(group.key, key, leaf.claims, arrow === "to" ? "to" : "");
        this.handle(leaf, key, leafX + turn * (BOX.entity / 2 + BOX.handle / 2 + 3), leafY);
        if (leaf.groups.length) this.side(key, leaf.groups, leafX, leafY, turn);
        top += rows * BOX.row;
      }
      if (group.rest || group.opened) {
        const key = `${group.key}~more`;
        this.add({ key, kind: "more", open: group.key, text: restText(group), x: leafX, y: top + BOX.row / 2 }, BOX.entity);
        if (group.rest) this.link(group.key, key, claims, arrow === "to" && !group.shown.length ? "to" : "");
      }
      y += height;
    }
  }

  // On a narrow page: each relation above its members, joined by lines at the side; gives where the next one starts.
  outline(groups, left, top) {
    const step = 24;
    const place = (from, wide) => this.forward * (from + wide / 2);
    let y = top + 6;
    let stem = top;
    for (const group of groups) {
      const { text, arrow } = this.relation(group);
      const name = this.add({ key: group.key, kind: "relation", text: arrow === "from" ? `${text} ←` : text, x: 0, y: y + 16 }, BOX.outline - step);
      name.x = place(left + step, name.wide);
      stem = this.elbow(left + step / 2, stem, name.y, left + step, this.kindOf([...group.members.values()].flat()));
      y = name.y + name.high / 2 + 2;
      let leafStem = y;
      const hang = (box, kind) => {
        box.y += box.high / 2;
        leafStem = this.elbow(left + 1.5 * step, leafStem, box.y, left + 2 * step, kind);
        y += box.high + 8;
      };
      for (const leaf of group.leaves) {
        const key = `${group.key}~${graph.ids[leaf.entity]}`;
        const box = this.entity(key, leaf.entity, place(left + 2 * step, BOX.outline), y, "entity", BOX.outline);
        hang(box, this.kindOf(leaf.claims));
        this.handle(leaf, key, this.forward * (left + 2 * step + BOX.outline + BOX.handle / 2 + 3), box.y);
        if (leaf.groups.length) y = this.outline(leaf.groups, left + 2 * step, box.y + box.high / 2);
      }
      if (group.rest || group.opened) {
        hang(this.add({ key: `${group.key}~more`, kind: "more", open: group.key, text: restText(group), x: place(left + 2 * step, BOX.outline), y }, BOX.outline), 0);
      }
      y += 4;
    }
    return y;
  }

  // A line that goes down beside the boxes and turns to one; gives how far down it went.
  elbow(x, top, y, end, kind) {
    const turned = this.forward;
    this.elbows.push({ points: [x * turned, top, x * turned, y], kind: 0 }, { points: [x * turned, y, end * turned, y], kind });
    return y;
  }

  // The handle that opens an entity's own relations, or closes them.
  handle(leaf, key, x, y) {
    const id = graph.ids[leaf.entity];
    const opened = state.opened.has(id);
    // An entity without relations beyond those that are drawn has nothing to open.
    if (!opened && ![...shownClaimsOf(leaf.entity)].some((claim) => graph.other(claim, leaf.entity) >= 0 && !this.placed.has(graph.other(claim, leaf.entity)))) return;
    this.add({ key: `${key}~handle`, kind: "handle", open: id, text: opened ? "−" : "+", name: say(opened ? "collapse" : "expand", nameOf(leaf.entity)), x, y }, BOX.handle);
  }
}

// Ways between two entities, one below the other; on a narrow page each from the top down.
function ways(found) {
  const boxes = new Boxes();
  const down = slim();
  const step = BOX.entity + BOX.relation + 2 * BOX.gap;
  found.forEach((way, row) => {
    way.entities.forEach((entity, place) => {
      const [x, y] = down ? [row * (BOX.entity + BOX.gap), place * 3.2 * BOX.row] : [boxes.forward * place * step, row * 2.6 * BOX.row];
      const key = `${row}~${place}`;
      boxes.entity(key, entity, x, y, place === 0 || place === way.entities.length - 1 ? "centre" : "entity");
      if (!place) return;
      const claim = way.claims[place - 1];
      const away = graph.claims.s[claim] === way.entities[place - 1];
      const middle = `${key}~relation`;
      const half = down ? [x, y - 1.6 * BOX.row] : [x - (boxes.forward * step) / 2, y];
      const relation = graph.relations[graph.claims.r[claim]];
      // Told as the claim has it: the arrow says which way it reads.
      boxes.add({ key: middle, kind: "relation", text: inLanguage(relation.label), x: half[0], y: half[1] }, BOX.relation);
      boxes.link(`${row}~${place - 1}`, middle, [claim], away || relation.symmetric ? "" : "from");
      boxes.link(middle, key, [claim], away && !relation.symmetric ? "to" : "");
    });
  });
  return boxes;
}
