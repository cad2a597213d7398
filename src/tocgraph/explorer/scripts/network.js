// The surroundings of one entity on vis-network, as the installed pyvis ships it: it moves, zooms and finds what lies
// under the pointer; looks.js draws the boxes and lines. One of two drawings (see overview.js): show, fit, zoom, pan,
// stops, point, recolour, relabel, scene and close mean the same in both.

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
    this.boxes = { nodes: [], edges: [], elbows: [] };
    this.nodes = new vis.DataSet();
    this.links = [];
    container.replaceChildren();
    this.slim = slim();
    this.watcher = new ResizeObserver(() => { if (slim() !== this.slim) hooks.relaid(); });
    this.watcher.observe(container);
    this.network = new vis.Network(container, { nodes: this.nodes, edges: new vis.DataSet() }, {
      physics: false, layout: { improvedLayout: false }, autoResize: true,
      interaction: { hover: true, dragNodes: false, keyboard: false, selectConnectedEdges: false, zoomSpeed: 0.6 },
      nodes: { shape: "custom", chosen: false },
    });
    for (const part of container.querySelectorAll("canvas, .vis-network")) {
      part.tabIndex = -1;
      part.setAttribute("aria-hidden", "true");
    }
    this.network.on("beforeDrawing", (context) => {
      this.boxes.elbows.forEach((elbow) => drawElbow(context, elbow));
      this.links.forEach((link) => drawLink(context, link));
    });
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
    const place = new Map(boxes.nodes.map((box) => [box.key, box]));
    this.links = boxes.edges.map((edge) => ({ ...edge, from: place.get(edge.from), to: place.get(edge.to) }));
    this.pointed = "";
    this.nodes.clear();
    this.nodes.add(boxes.nodes.map((box) => this.nodeLook(box)));
    this.slim = slim();
    this.container.dataset.labels = String(boxes.nodes.length);
  }

  nodeLook(box) {
    return {
      id: box.key, x: box.x, y: box.y,
      ctxRenderer: ({ ctx }) => ({ drawNode: () => drawBox(ctx, box, box.key === this.pointed), nodeDimensions: { width: box.wide, height: box.high } }),
    };
  }

  recolour() {
    this.show(this.boxes);
  }

  relabel() { /* the names come with the next boxes */ }

  resize() {
    this.network.redraw();
  }

  // The box around all boxes, in page units.
  extent() {
    const { nodes } = this.boxes;
    const edge = (pick, sign, half) => sign * nodes.reduce((most, box) => Math.max(most, sign * box[pick] + box[half] / 2), -Infinity);
    return { left: edge("x", -1, "wide"), right: edge("x", 1, "wide"), top: edge("y", -1, "high"), bottom: edge("y", 1, "high") };
  }

  fit() {
    if (!this.boxes.nodes.length) return;
    const { clientWidth: width, clientHeight: height } = this.container;
    const { left, right, top, bottom } = this.extent();
    const all = { left: left - 16, right: right + 16, top: top - (slim() ? 14 : 72), bottom: bottom + 20 };
    const scale = Math.min(1.25, width / (all.right - all.left), height / (all.bottom - all.top));
    // Letters stay legible: where not all fits, the entity in the middle stays in view and the rest is a drag away.
    const legible = Math.max(scale, Math.min(slim() ? 1.05 : 0.8, width / (all.right - all.left)));
    const position = legible > scale ? this.anchor(legible, all) : { x: (all.left + all.right) / 2, y: (all.top + all.bottom) / 2 };
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
    this.pointed = key;
    this.network.redraw();
    const box = this.box(key);
    if (!box) return;
    const { x, y } = this.network.canvasToDOM(box);
    if (x < 60 || y < 30 || x > this.container.clientWidth - 60 || y > this.container.clientHeight - 30) {
      this.network.moveTo({ position: { x: box.x, y: box.y }, scale: this.network.getScale(), animation: false });
    }
  }

  // What is drawn, for a picture (see picture.js): all of it, in page units.
  scene() {
    const extent = this.extent();
    const [left, top] = [extent.left - 30, extent.top - 30];
    const moved = (box) => ({ ...box, x: box.x - left, y: box.y - top });
    const place = new Map(this.boxes.nodes.map((box) => [box.key, moved(box)]));
    return {
      width: Math.max(560, extent.right + 30 - left), height: extent.bottom + 30 - top,
      boxes: [...place.values()].filter((box) => box.kind !== "handle"),
      links: this.boxes.edges.map((edge) => ({ ...edge, from: place.get(edge.from), to: place.get(edge.to) })),
      elbows: this.boxes.elbows.map(({ points, kind }) => ({ kind, points: points.map((value, n) => value - (n % 2 ? top : left)) })),
      edges: [],
    };
  }

  close() {
    this.watcher.disconnect();
    this.network.destroy();
  }
}
