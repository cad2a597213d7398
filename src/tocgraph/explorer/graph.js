// The drawing: vis-network shows nodes and edges, the labels are drawn here so that they never pile up.

const COLOURS = 10;
const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", "Geeza Pro", sans-serif';
const LINE = 22;

class Drawing {
  constructor(container, choose) {
    this.container = container;
    this.centre = "";
    this.hovered = "";
    this.hiddenRoots = new Set();
    this.painted = new Map();
    this.lines = new Map();
    this.points = new Map(DATA.network.nodes.map((node) => [node.id, node]));
    this.neighbours = new Map(DATA.network.nodes.map((node) => [node.id, new Set()]));
    for (const edge of DATA.network.edges) {
      this.neighbours.get(edge.from).add(edge.to);
      this.neighbours.get(edge.to).add(edge.from);
    }
    this.ranked = [...this.points.keys()].sort((a, b) => degreeOf(b) - degreeOf(a) || (a < b ? -1 : 1));
    this.readColours();
    this.nodes = new vis.DataSet(DATA.network.nodes.map((node) => this.nodeLook(node)));
    this.edges = new vis.DataSet(DATA.network.edges.map((edge) => this.edgeLook(edge)));
    this.network = new vis.Network(container, { nodes: this.nodes, edges: this.edges }, {
      physics: false,
      layout: { improvedLayout: false },
      interaction: { hover: true, dragNodes: false, keyboard: false, selectConnectedEdges: false, hideEdgesOnDrag: false, zoomSpeed: 0.7 },
      nodes: { borderWidth: 1, chosen: false },
      edges: { smooth: false, chosen: false, selectionWidth: 0, hoverWidth: 0 },
    });
    const frame = container.querySelector(".vis-network");
    if (frame) frame.tabIndex = -1;
    this.network.on("click", (event) => choose(event.nodes[0] || this.subjectOf(event.edges[0]) || ""));
    this.network.on("hoverNode", ({ node }) => { this.hovered = node; container.classList.add("pointing"); this.network.redraw(); });
    this.network.on("blurNode", () => { this.hovered = ""; container.classList.remove("pointing"); this.network.redraw(); });
    this.network.on("afterDrawing", (context) => this.drawLabels(context));
  }

  subjectOf(edge) {
    return edge === undefined ? "" : this.edges.get(edge).from;
  }

  readColours() {
    const probe = document.createElement("span");
    document.body.append(probe);
    const read = (name) => {
      probe.style.color = `var(--${name})`;
      return getComputedStyle(probe).color;
    };
    this.colours = Array.from({ length: COLOURS }, (_, i) => read(`t${i}`));
    this.ink = { text: read("text"), soft: read("soft"), ground: read("ground"), edge: read("edge"), strong: read("accent"), wrong: read("wrong"), rim: read("rim") };
    probe.remove();
  }

  rootOf(id) {
    return DATA.types[DATA.entities[id].type].root;
  }

  moodOf(id) {
    if (this.hiddenRoots.has(this.rootOf(id))) return "hidden";
    if (!this.centre) return "normal";
    if (id === this.centre) return "centre";
    return this.neighbours.get(this.centre).has(id) ? "near" : "dim";
  }

  nodeLook(node) {
    const mood = this.moodOf(node.id);
    const colour = this.colours[DATA.types[DATA.entities[node.id].type].look % COLOURS];
    const border = mood === "centre" ? this.ink.text : this.ink.rim;
    const plain = { background: colour, border };
    this.painted.set(node.id, mood);
    return {
      id: node.id, x: node.x, y: node.y, shape: node.shape, label: undefined, hidden: mood === "hidden",
      size: mood === "centre" ? node.size * 1.2 + 2 : node.size, opacity: mood === "dim" ? 0.13 : 1,
      borderWidth: mood === "centre" ? 3 : 1, color: { ...plain, highlight: plain, hover: plain },
    };
  }

  edgeLook(edge) {
    const contested = edge.dashes === true;
    const near = this.centre && (edge.from === this.centre || edge.to === this.centre);
    const mood = near ? "near" : this.centre ? "dim" : "normal";
    const colour = contested ? this.ink.wrong : near ? this.ink.strong : this.ink.edge;
    this.painted.set(`edge ${edge.id}`, mood);
    return {
      id: edge.id, from: edge.from, to: edge.to, dashes: contested ? [6, 5] : edge.dashes || false,
      width: near ? 1.6 : contested ? 1.4 : 0.8,
      color: { color: colour, highlight: colour, hover: colour, opacity: near ? 0.8 : mood === "dim" ? 0.07 : contested ? 0.8 : 0.55 },
      arrows: { to: { enabled: Boolean(near), scaleFactor: 0.45 } },
    };
  }

  // Only what changes its mood is handed to vis-network again: a thousand updates take time.
  repaint(everything = false) {
    const edgeMood = (edge) => (!this.centre ? "normal" : edge.from === this.centre || edge.to === this.centre ? "near" : "dim");
    this.nodes.update(DATA.network.nodes.filter((node) => everything || this.painted.get(node.id) !== this.moodOf(node.id)).map((node) => this.nodeLook(node)));
    this.edges.update(DATA.network.edges.filter((edge) => everything || this.painted.get(`edge ${edge.id}`) !== edgeMood(edge)).map((edge) => this.edgeLook(edge)));
  }

  focus(id) {
    this.centre = id;
    this.repaint();
    if (id) this.fit([id, ...this.neighbours.get(id)].filter((other) => this.moodOf(other) !== "hidden"), 1.15, id);
  }

  toggle(root) {
    if (!this.hiddenRoots.delete(root)) this.hiddenRoots.add(root);
    this.repaint();
  }

  recolour() {
    this.readColours();
    this.repaint(true);
  }

  relabel() {
    this.lines.clear();
    this.network.redraw();
  }

  // The box that holds all but the outermost entities: a few far ones must not shrink the rest.
  fit(ids, most, middle = "") {
    const cut = ids.length > 50 ? 0.01 : 0;
    const span = (axis) => {
      const sorted = ids.map((id) => this.points.get(id)[axis]).sort((a, b) => a - b);
      return [sorted[Math.floor(cut * sorted.length)], sorted[Math.ceil((1 - cut) * sorted.length) - 1]];
    };
    const [[left, right], [top, bottom]] = [span("x"), span("y")];
    const { clientWidth: width, clientHeight: height } = this.container;
    // On a wide page the graph keeps clear of the legend.
    const legend = at("legend");
    const covered = legend.open && width > 700 ? legend.offsetWidth : 0;
    const offset = { x: (state.language === "ar" ? -covered : covered) / 2, y: -8 };
    const scale = Math.min(most, (width - covered - 70) / (right - left + 30), (height - 76) / (bottom - top + 30));
    const chosen = Math.max(scale, middle ? 0.45 : 0.08);
    // When the surroundings do not fit, the chosen entity stays in the middle.
    const position = middle && chosen > scale ? this.points.get(middle) : { x: (left + right) / 2, y: (top + bottom) / 2 };
    const animation = this.settled && !calm() ? { duration: 450, easingFunction: "easeInOutQuad" } : false;
    this.network.moveTo({ position: { x: position.x, y: position.y }, scale: chosen, offset, animation });
    this.settled = true;
  }

  fitAll() {
    this.fit([...this.points.keys()].filter((id) => this.moodOf(id) !== "hidden"), 1.3);
  }

  zoom(factor) {
    this.network.moveTo({ scale: this.network.getScale() * factor, animation: calm() ? false : { duration: 180, easingFunction: "easeOutQuad" } });
  }

  // A name on at most two lines; what does not fit is cut, the details panel has it whole.
  linesOf(id) {
    if (this.lines.has(id)) return this.lines.get(id);
    const lines = [""];
    for (const word of nameOf(id).split(/\s+/)) {
      const last = lines[lines.length - 1];
      if (last && last.length + word.length + 1 > LINE) lines.push(word);
      else lines[lines.length - 1] = last ? `${last} ${word}` : word;
    }
    const found = lines.slice(0, 2);
    if (lines.length > 2) found[1] = `${found[1].slice(0, LINE - 1)}…`;
    const cut = found.map((line) => (line.length > LINE + 8 ? `${line.slice(0, LINE + 6)}…` : line));
    this.lines.set(id, cut);
    return cut;
  }

  *candidates(scale) {
    if (this.hovered) yield this.hovered;
    if (this.centre) {
      yield this.centre;
      const near = this.neighbours.get(this.centre);
      yield* this.ranked.filter((id) => near.has(id));
      return;
    }
    // The more one zooms in, the smaller an entity may be and still be named.
    yield* this.ranked.filter((id, rank) => rank < 18 || this.points.get(id).size * scale > 6.5);
  }

  // Greedy from the most important down: a label that would touch one already drawn is left out.
  drawLabels(context) {
    const scale = this.network.getScale();
    const view = this.network.getViewPosition();
    const { clientWidth: width, clientHeight: height } = this.container;
    const ratio = context.canvas.width / width;
    const taken = [];
    const seen = new Set();
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.textAlign = "center";
    context.textBaseline = "top";
    context.lineJoin = "round";
    for (const id of this.candidates(scale)) {
      if (seen.has(id) || this.moodOf(id) === "hidden") continue;
      seen.add(id);
      const point = this.points.get(id);
      const x = (point.x - view.x) * scale + width / 2;
      const y = (point.y - view.y) * scale + height / 2 + point.size * scale + 4;
      if (x < -60 || y < -30 || x > width + 60 || y > height + 10) continue;
      const main = id === this.centre || id === this.hovered;
      const size = main ? 14 : point.size > 18 ? 13 : 11.5;
      context.font = `${main || point.size > 18 ? 600 : 450} ${size}px ${FONT}`;
      const lines = this.linesOf(id);
      const wide = Math.max(...lines.map((line) => context.measureText(line).width)) / 2 + 3;
      const box = [x - wide, y - 2, x + wide, y + lines.length * size * 1.22 + 2];
      if (!main && taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) continue;
      taken.push(box);
      lines.forEach((line, number) => {
        context.direction = directionOf(line);
        context.lineWidth = 3.5;
        context.strokeStyle = this.ink.ground;
        context.strokeText(line, x, y + number * size * 1.22);
        context.fillStyle = main || !this.centre || point.size > 18 ? this.ink.text : this.ink.soft;
        context.fillText(line, x, y + number * size * 1.22);
      });
    }
    context.restore();
    // Kept for tests and for whoever scripts the page: which names can be read now.
    this.container.dataset.labels = String(taken.length);
  }
}
