// The overview: the whole graph at rest on a canvas. While it moves, the last still picture moves with it; it is
// drawn anew when the movement stops. One of two drawings (see network.js) with the same methods.

const SETTLE = 140; // milliseconds without movement before everything is drawn again
const PATIENCE = 500; // milliseconds of movement before it is drawn again on the way
const MARGIN = 0.3; // how far the still picture reaches beyond each side, in widths and heights of the page
const ZOOM = { least: 0.02, most: 6 };

class Overview {
  constructor(container, hooks) {
    this.container = container;
    this.hooks = hooks;
    this.canvas = el("canvas", { "aria-hidden": "true" });
    this.context = this.canvas.getContext("2d");
    this.still = document.createElement("canvas");
    this.view = { x: 0, y: 0, scale: 0.5 };
    this.centre = -1;
    this.pointed = -1;
    this.sprites = new Map();
    this.names = new Names();
    this.radii = Float32Array.from(graph.degree, (degree) => 5 + Math.min(30, 1.6 * Math.sqrt(degree)));
    this.index();
    this.listen();
    container.replaceChildren(this.canvas);
    this.watcher = new ResizeObserver(() => this.resize());
    this.watcher.observe(container);
    this.resize();
  }

  // Entities in squares of the plane, for what lies under the pointer.
  index() {
    this.squares = new Map();
    for (let n = 0; n < graph.size; n += 1) {
      const key = `${Math.floor(graph.x[n] / 100)} ${Math.floor(graph.y[n] / 100)}`;
      if (!this.squares.has(key)) this.squares.set(key, []);
      this.squares.get(key).push(n);
    }
  }

  show(centre = -1) {
    this.centre = centre;
    this.near = new Set(centre < 0 ? [] : [...shownClaimsOf(centre)].map((claim) => graph.other(claim, centre)).filter((n) => n >= 0));
    this.pairs = pairsByKind();
    this.draw();
  }

  recolour() {
    this.sprites.clear();
    this.draw();
  }

  relabel() {
    this.names.forget();
    this.draw();
  }

  resize() {
    const { clientWidth: width, clientHeight: height } = this.container;
    if (!width || !height) return;
    const ratio = Math.min(devicePixelRatio || 1, 2);
    const first = !this.width;
    Object.assign(this, { width, height, ratio });
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    this.still.width = Math.round(width * ratio * (1 + 2 * MARGIN));
    this.still.height = Math.round(height * ratio * (1 + 2 * MARGIN));
    if (!first && this.pairs) this.draw();
  }

  screenX(n) { return (graph.x[n] - this.view.x) * this.view.scale + this.width / 2; }

  screenY(n) { return (graph.y[n] - this.view.y) * this.view.scale + this.height / 2; }

  // Small circles stay visible far out and do not cover their neighbours close up.
  screenRadius(n) {
    return Math.max(1.3, this.radii[n] * this.view.scale ** 0.82 * 0.92);
  }

  inStill(n) {
    return this.visible(n, Math.max(this.width, this.height) * MARGIN + 40);
  }

  visible(n, margin) {
    const x = this.screenX(n);
    const y = this.screenY(n);
    return x > -margin && y > -margin && x < this.width + margin && y < this.height + margin;
  }

  sprite(colour, shape, radius) {
    const r = Math.round(radius * 2) / 2;
    const key = `${colour} ${shape} ${r}`;
    let found = this.sprites.get(key);
    if (!found) {
      const half = Math.ceil(r * 1.2 + 2);
      found = document.createElement("canvas");
      found.width = found.height = half * 2 * this.ratio;
      const context = found.getContext("2d");
      context.scale(this.ratio, this.ratio);
      tracePath(context, shape, half, half, r);
      context.fillStyle = colour;
      context.fill();
      if (r > 3) {
        context.strokeStyle = ink.rim;
        context.stroke();
      }
      found.half = half;
      this.sprites.set(key, found);
    }
    return found;
  }

  // All of it, into the still picture, which reaches beyond the page on each side, and from there onto the page.
  draw() {
    if (!this.width || !this.pairs) return;
    const context = this.still.getContext("2d");
    const beyond = [this.width * MARGIN, this.height * MARGIN];
    context.setTransform(this.ratio, 0, 0, this.ratio, beyond[0] * this.ratio, beyond[1] * this.ratio);
    context.fillStyle = ink.ground;
    context.fillRect(-beyond[0], -beyond[1], this.width + 2 * beyond[0], this.height + 2 * beyond[1]);
    strokeLines(context, this);
    drawEntities(context, this);
    this.container.dataset.labels = String(drawNames(context, this, this.names.placed(this, 400)));
    this.stood = { ...this.view };
    this.drawn = performance.now();
    this.paint();
  }

  // The still picture under the present view, and what the pointer or the keyboard is at.
  paint() {
    const { context } = this;
    const times = this.view.scale / this.stood.scale;
    const left = (this.stood.x - this.view.x) * this.view.scale + (this.width / 2) * (1 - times);
    const top = (this.stood.y - this.view.y) * this.view.scale + (this.height / 2) * (1 - times);
    // Too far from where the still picture was made, it is made again, but not so often that the movement falters.
    const far = Math.abs(left) > this.width * MARGIN || Math.abs(top) > this.height * MARGIN || times > 2 || times < 0.6;
    if (far && performance.now() - this.drawn > PATIENCE) {
      this.draw();
      return;
    }
    context.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    context.fillStyle = ink.ground;
    context.fillRect(0, 0, this.width, this.height);
    const [beyondX, beyondY] = [this.width * MARGIN * times, this.height * MARGIN * times];
    context.drawImage(this.still, left - beyondX, top - beyondY, this.width * times + 2 * beyondX, this.height * times + 2 * beyondY);
    const marked = this.pointed >= 0 ? this.pointed : this.centre;
    if (marked < 0 || !shown.entities[marked]) return;
    this.ring(context, marked);
    drawNames(context, this, [this.names.place(this, marked, null)]);
  }

  ring(context, n) {
    tracePath(context, "dot", this.screenX(n), this.screenY(n), this.screenRadius(n) * 1.25 + 4);
    context.strokeStyle = ink.accent;
    context.lineWidth = 2;
    context.stroke();
  }

  scene() { return overviewScene(this); }

  moved() {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.paint());
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.draw(), SETTLE);
  }

  pan(dx, dy) {
    this.view.x += dx / this.view.scale;
    this.view.y += dy / this.view.scale;
    this.moved();
  }

  zoom(times, x = this.width / 2, y = this.height / 2) {
    const scale = Math.min(ZOOM.most, Math.max(ZOOM.least, this.view.scale * times));
    const gone = 1 / this.view.scale - 1 / scale;
    this.view.x += (x - this.width / 2) * gone;
    this.view.y += (y - this.height / 2) * gone;
    this.view.scale = scale;
    this.moved();
  }

  // The box that holds all but the outermost hundredth: a few far ones must not shrink the rest.
  fit() {
    const inside = [...graph.ids.keys()].filter((n) => shown.entities[n] && (this.centre < 0 || n === this.centre || this.near.has(n)));
    if (!inside.length || !this.width) return;
    const cut = inside.length > 50 ? 0.01 : 0;
    const span = (axis) => {
      const sorted = inside.map((n) => axis[n]).sort((a, b) => a - b);
      return [sorted[Math.floor(cut * sorted.length)], sorted[Math.ceil((1 - cut) * sorted.length) - 1]];
    };
    const [[left, right], [top, bottom]] = [span(graph.x), span(graph.y)];
    // On a wide page the graph keeps clear of the legend.
    const legend = at("legend");
    const covered = legend.open && !legend.hidden && this.width > 800 ? legend.offsetWidth * (state.language === "ar" ? -1 : 1) : 0;
    this.view.scale = Math.min(2.2, (this.width - Math.abs(covered) - 40) / (right - left + 60), (this.height - 50) / (bottom - top + 60));
    this.view.x = (left + right) / 2 - covered / 2 / this.view.scale;
    this.view.y = (top + bottom) / 2;
    this.draw();
  }

  // Every entity on the drawing in the order in which the keyboard visits them.
  stops() {
    const near = this.centre >= 0 ? [this.centre, ...graph.ranked().filter((n) => this.near.has(n))] : graph.ranked();
    return near.filter((n) => shown.entities[n]);
  }

  point(n) {
    this.pointed = n;
    if (n >= 0 && !this.visible(n, -40)) {
      this.view.x = graph.x[n];
      this.view.y = graph.y[n];
      this.draw();
    } else this.paint();
  }

  under(x, y) {
    const px = (x - this.width / 2) / this.view.scale + this.view.x;
    const py = (y - this.height / 2) / this.view.scale + this.view.y;
    let best = -1;
    let least = Infinity;
    for (let column = Math.floor(px / 100) - 1; column <= Math.floor(px / 100) + 1; column += 1) {
      for (let row = Math.floor(py / 100) - 1; row <= Math.floor(py / 100) + 1; row += 1) {
        for (const n of this.squares.get(`${column} ${row}`) || []) {
          if (!shown.entities[n]) continue;
          const distance = Math.hypot(this.screenX(n) - x, this.screenY(n) - y) - this.screenRadius(n);
          if (distance < 4 && distance < least) [best, least] = [n, distance];
        }
      }
    }
    return best;
  }

  listen() {
    attachGestures(this.canvas, {
      pan: (dx, dy) => this.pan(dx, dy),
      zoom: (times, x, y) => this.zoom(times, x, y),
      hover: (x, y) => {
        const n = this.under(x, y);
        if (n === this.pointed) return;
        this.pointed = n;
        this.container.classList.toggle("pointing", n >= 0);
        this.paint();
      },
      tap: (x, y) => this.hooks.choose(this.under(x, y)),
    });
  }

  close() {
    this.watcher.disconnect();
    clearTimeout(this.timer);
    cancelAnimationFrame(this.frame);
  }
}
