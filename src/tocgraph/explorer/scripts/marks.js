// How things look on a drawing: colours of the theme, shapes of types, names cut to lines, places free for a name.

const COLOURS = 10;
const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", "Geeza Pro", sans-serif';
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const ink = {};

function readColours() {
  const probe = document.createElement("span");
  document.body.append(probe);
  const read = (name) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  for (const name of ["text", "soft", "ground", "card", "edge", "accent", "wrong", "rim", "rule"]) ink[name] = read(name);
  ink.types = Array.from({ length: COLOURS }, (_, n) => read(`t${n}`));
  probe.remove();
}

function colourOf(entity) {
  return ink.types[graph.look(entity) % COLOURS];
}

function shapeOf(entity) {
  return graph.about.shapes[graph.look(entity) % graph.about.shapes.length];
}

// How a line of a kind (see Graph.kind) is drawn.
function lineLook(kind) {
  return { colour: kind === 3 ? ink.wrong : ink.edge, dash: [[], [1.5, 3.5], [5, 3], [6, 5]][kind] };
}

// Many lines are drawn fainter, so that together they never make a black mass.
function faintness(lines) {
  return Math.min(0.6, Math.max(0.16, 2.6 / Math.sqrt(lines / 100)));
}

// Corners of each shape around (0, 0) for a radius of 1; a dot has none.
const CORNERS = {
  diamond: [[0, -1.15], [1.15, 0], [0, 1.15], [-1.15, 0]],
  square: [[-0.88, -0.88], [0.88, -0.88], [0.88, 0.88], [-0.88, 0.88]],
  triangle: [[0, -1.1], [1.05, 0.8], [-1.05, 0.8]],
  triangleDown: [[0, 1.1], [1.05, -0.8], [-1.05, -0.8]],
  hexagon: [[0.55, -0.95], [1.1, 0], [0.55, 0.95], [-0.55, 0.95], [-1.1, 0], [-0.55, -0.95]],
};

function tracePath(context, shape, x, y, r) {
  const corners = CORNERS[shape];
  context.beginPath();
  if (corners) corners.forEach(([dx, dy], n) => (n ? context.lineTo(x + dx * r, y + dy * r) : context.moveTo(x + dx * r, y + dy * r)));
  else context.arc(x, y, r, 0, 2 * Math.PI);
  context.closePath();
}

// Characters that turn the direction of a text have no business in a name that is drawn.
function drawable(text) {
  return text.replace(BIDI, "");
}

// Boxes already taken, in a grid, so that a new one is compared with its neighbours only.
class Room {
  constructor(cell = 80) {
    this.cell = cell;
    this.cells = new Map();
    this.count = 0;
  }

  take(left, top, right, bottom, anyway = false) {
    const places = [];
    for (let x = Math.floor(left / this.cell); x <= Math.floor(right / this.cell); x += 1) {
      for (let y = Math.floor(top / this.cell); y <= Math.floor(bottom / this.cell); y += 1) places.push(`${x} ${y}`);
    }
    const touches = (box) => left < box[2] && right > box[0] && top < box[3] && bottom > box[1];
    if (!anyway && places.some((place) => (this.cells.get(place) || []).some(touches))) return false;
    for (const place of places) {
      if (!this.cells.has(place)) this.cells.set(place, []);
      this.cells.get(place).push([left, top, right, bottom]);
    }
    this.count += 1;
    return true;
  }
}
