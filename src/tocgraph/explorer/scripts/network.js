// The surroundings of one entity, drawn by vis-network as the installed pyvis ships it. One of two drawings (see
// overview.js): show, fit, zoom, pan, stops, point, recolour, relabel, scene and close mean the same in both.

const GLYPHS = { dot: "●", diamond: "◆", square: "■", triangle: "▲", hexagon: "⬢", triangleDown: "▼" };

// vis-network waits in the page as data; it runs when it is first needed.
let visReady = null;
function loadVis() {
  visReady ??= unpack("network").then((code) => {
    const script = document.createElement("script");
    script.textContent = code;
    document.head.append(script);
  });
  return visReady;
}

class Network {
  constructor(container, hooks) {
    this.container = container;
    this.hooks = hooks;
    this.pointed = "";
    this.boxes = { nodes: [], edges: [] };
    this.nodes = new vis.DataSet();
    this.edges = new vis.DataSet();
    container.replaceChildren();
    this.network = new vis.Network(container, { nodes: this.nodes, edges: this.edges }, {
      physics: false, layout: { improvedLayout: false }, autoResize: true,
      interaction: { hover: true, dragNodes: false, keyboard: false, selectConnectedEdges: false, zoomSpeed: 0.6 },
      nodes: { shape: "box", chosen: false, shapeProperties: { borderRadius: 8 }, margin: { top: 7, bottom: 7, left: 10, right: 10 } },
      edges: { chosen: false, hoverWidth: 0, selectionWidth: 0, smooth: { enabled: true, type: "cubicBezier", forceDirection: "horizontal", roundness: 0.55 } },
    });
    for (const part of container.querySelectorAll("canvas, .vis-network")) {
      part.tabIndex = -1;
      part.setAttribute("aria-hidden", "true");
    }
    this.network.on("click", ({ nodes }) => { if (nodes.length) this.act(nodes[0]); });
    this.network.on("hoverNode", ({ node }) => container.classList.toggle("pointing", this.box(node)?.kind !== "relation"));
    this.network.on("blurNode", () => container.classList.remove("pointing"));
  }

  box(key) {
    return this.boxes.nodes.find((box) => box.key === key);
  }

  act(key) {
    const box = this.box(key);
    if (!box) return;
    if (box.open) this.hooks.open(box.open);
    else if (box.entity !== undefined && box.kind !== "centre") this.hooks.choose(box.entity);
    else if (box.entity !== undefined && box.entity !== state.entity) this.hooks.choose(box.entity);
  }

  show(boxes) {
    this.boxes = boxes;
    this.pointed = "";
    this.nodes.clear();
    this.edges.clear();
    this.nodes.add(boxes.nodes.map((box) => this.nodeLook(box)));
    this.edges.add(boxes.edges.map((edge, n) => this.edgeLook(edge, n)));
    this.container.dataset.labels = String(boxes.nodes.length);
  }

  nodeLook(box) {
    const colour = box.entity === undefined ? ink.soft : colourOf(box.entity);
    const font = { face: FONT, size: 13, color: ink.text, align: state.language === "ar" ? "right" : "left" };
    const base = { id: box.key, x: box.x, y: box.y, label: this.label(box), font };
    const fill = (background, border) => ({ background, border, hover: { background, border }, highlight: { background, border } });
    const width = (value) => ({ widthConstraint: { minimum: value - 20, maximum: value - 20 } });
    if (box.key === this.pointed) base.shadow = { enabled: true, color: ink.accent, size: 16, x: 0, y: 0 };
    if (box.kind === "centre") {
      return { ...base, ...width(BOX.entity), color: fill(colour, colour), borderWidth: 2, font: { ...font, size: 15, color: ink.card, align: "center", bold: true } };
    }
    if (box.kind === "relation") {
      return { ...base, widthConstraint: { maximum: BOX.relation }, color: fill(ink.ground, ink.ground), borderWidth: 0, margin: 4, font: { ...font, size: 12, color: ink.soft, align: "center" } };
    }
    if (box.kind === "handle") {
      return { ...base, shape: "circle", margin: 3, color: fill(ink.card, ink.rule), borderWidth: 1, font: { ...font, size: 12, color: ink.accent, align: "center" } };
    }
    if (box.kind === "more") return { ...base, ...width(BOX.entity), color: fill(ink.ground, ink.rule), font: { ...font, color: ink.accent }, shapeProperties: { borderDashes: [4, 3], borderRadius: 8 } };
    return { ...base, ...width(BOX.entity), color: fill(ink.card, colour), borderWidth: 1.4 };
  }

  label(box) {
    if (box.kind === "handle" || box.kind === "more") return box.text;
    const lines = linesOf(box.text, box.kind === "relation" ? 20 : box.kind === "centre" ? 22 : 25, box.kind === "centre" ? 3 : 2);
    const text = lines.join("\n");
    const glyph = box.entity === undefined || box.kind === "centre" ? "" : `${GLYPHS[shapeOf(box.entity)]} `;
    // Right-to-left isolates (Unicode UAX 9) keep Arabic lines whole on a canvas that reads from the left.
    return isArabic(text) ? lines.map((line, n) => `\u2067${n ? "" : glyph}${line}\u2069`).join("\n") : `${glyph}${text}`;
  }

  edgeLook(edge, n) {
    const { colour, dash } = lineLook(edge.kind);
    return {
      id: n, from: edge.from, to: edge.to, width: edge.kind === 3 ? 1.6 : 1.3, dashes: dash.length ? dash : false,
      color: { color: colour, hover: colour, highlight: colour },
      arrows: { to: { enabled: edge.arrow === "to", scaleFactor: 0.55 }, from: { enabled: edge.arrow === "from", scaleFactor: 0.55 } },
    };
  }

  recolour() {
    this.show(this.boxes);
  }

  relabel() { /* the names come with the next boxes */ }

  resize() {
    this.network.redraw();
  }

  fit() {
    const xs = this.boxes.nodes.map((box) => box.x);
    const ys = this.boxes.nodes.map((box) => box.y);
    if (!xs.length) return;
    const { clientWidth: width, clientHeight: height } = this.container;
    const [left, right, top, bottom] = [Math.min(...xs) - BOX.entity / 2 - 14, Math.max(...xs) + BOX.entity / 2 + 14, Math.min(...ys) - 104, Math.max(...ys) + 34];
    const scale = Math.min(1.25, width / (right - left), height / (bottom - top));
    // Letters stay legible: where not all fits, the entity in the middle stays in view and the rest is a drag away.
    const legible = Math.max(scale, 0.58);
    const position = legible > scale ? this.anchor(legible, { left, right, top, bottom }) : { x: (left + right) / 2, y: (top + bottom) / 2 };
    this.network.moveTo({ position, scale: legible, animation: false });
  }

  anchor(scale, { left, right, top, bottom }) {
    const { clientWidth: width, clientHeight: height } = this.container;
    const middle = (low, high, room) => (high - low <= room / scale ? (low + high) / 2 : Math.max(low + room / scale / 2, Math.min(0, high - room / scale / 2)));
    return { x: middle(left, right, width), y: middle(top, bottom, height) };
  }

  zoom(times) {
    this.network.moveTo({ scale: Math.min(3, Math.max(0.1, this.network.getScale() * times)), animation: false });
  }

  pan(dx, dy) {
    const { x, y } = this.network.getViewPosition();
    const scale = this.network.getScale();
    this.network.moveTo({ position: { x: x + dx / scale, y: y + dy / scale }, scale, animation: false });
  }

  stops() {
    return this.boxes.nodes.filter((box) => box.kind !== "relation").map((box) => box.key);
  }

  nameOf(key) {
    const box = this.box(key);
    return box?.name || box?.text || "";
  }

  point(key) {
    const before = this.box(this.pointed);
    this.pointed = key;
    if (before) this.nodes.update({ ...this.nodeLook(before), shadow: false });
    const box = this.box(key);
    if (!box) return;
    this.nodes.update(this.nodeLook(box));
    const { x, y } = this.network.canvasToDOM(box);
    if (x < 60 || y < 30 || x > this.container.clientWidth - 60 || y > this.container.clientHeight - 30) {
      this.network.moveTo({ position: { x: box.x, y: box.y }, scale: this.network.getScale(), animation: false });
    }
  }

  // What is drawn, for a picture (see picture.js): all of it, in page units.
  scene() {
    const xs = this.boxes.nodes.map((box) => box.x);
    const ys = this.boxes.nodes.map((box) => box.y);
    const [left, top] = [Math.min(...xs) - BOX.entity / 2 - 30, Math.min(...ys) - 50];
    const [width, height] = [Math.max(...xs) + BOX.entity / 2 + 30 - left, Math.max(...ys) + 50 - top];
    const boxes = this.boxes.nodes.filter((box) => box.kind !== "handle").map((box) => {
      const look = this.nodeLook(box);
      const wide = box.kind === "relation" ? BOX.relation : BOX.entity;
      return { x: box.x - left, y: box.y - top, wide, high: 32, fill: look.color.background, stroke: box.kind === "relation" ? "" : look.color.border,
        text: look.font.color, size: look.font.size, lines: linesOf(box.text, box.kind === "relation" ? 24 : 30, 2) };
    });
    const place = new Map(this.boxes.nodes.map((box) => [box.key, box]));
    const edges = this.boxes.edges.map((edge) => {
      const [a, b] = [place.get(edge.from), place.get(edge.to)];
      return { points: [a.x - left, a.y - top, b.x - left, b.y - top], kind: edge.kind, curved: true, arrow: edge.arrow };
    });
    return { width, height, edges, boxes };
  }

  close() {
    this.network.destroy();
  }
}
