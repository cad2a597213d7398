// What is drawn as a picture to keep: SVG by hand from the scene of a drawing, PNG from that SVG.

function escaped(text) {
  return drawable(String(text)).replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
}

const round = (value) => Math.round(value * 10) / 10;

function edgeMarkup({ points: [ax, ay, bx, by], kind, near, curved }, faint) {
  const look = lineLook(kind);
  const colour = near ? ink.accent : look.colour;
  const dash = look.dash.length ? ` stroke-dasharray="${look.dash.join(" ")}"` : "";
  const half = (ax + bx) / 2;
  const d = curved ? `M${round(ax)} ${round(ay)}C${round(half)} ${round(ay)} ${round(half)} ${round(by)} ${round(bx)} ${round(by)}` : `M${round(ax)} ${round(ay)}L${round(bx)} ${round(by)}`;
  return `<path d="${d}" stroke="${colour}" stroke-opacity="${near || curved ? 0.9 : faint}"${dash}/>`;
}

function shapeMarkup({ x, y, r, shape, colour, alpha }) {
  const corners = CORNERS[shape];
  const look = `fill="${colour}" stroke="${ink.rim}"${alpha < 1 ? ` opacity="${alpha}"` : ""}`;
  if (!corners) return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(r)}" ${look}/>`;
  return `<polygon points="${corners.map(([dx, dy]) => `${round(x + dx * r)},${round(y + dy * r)}`).join(" ")}" ${look}/>`;
}

function linesMarkup({ x, y, size, lines, colour, halo }) {
  const spans = lines.map((line, n) => `<tspan x="${round(x)}" dy="${n ? round(size * 1.22) : 0}" direction="${directionOf(line)}">${escaped(line)}</tspan>`).join("");
  const outline = halo ? ` stroke="${ink.ground}" stroke-width="3.5" stroke-linejoin="round" paint-order="stroke"` : "";
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" fill="${colour}" text-anchor="middle"${outline}>${spans}</text>`;
}

function boxMarkup(box) {
  const frame = `<rect x="${round(box.x - box.wide / 2)}" y="${round(box.y - box.high / 2)}" width="${box.wide}" height="${box.high}" rx="8" fill="${box.fill}"${box.stroke ? ` stroke="${box.stroke}" stroke-width="1.4"` : ""}/>`;
  const y = box.y + box.size * 0.36 - ((box.lines.length - 1) * box.size * 1.22) / 2;
  return frame + linesMarkup({ x: box.x, y, size: Math.min(box.size, 13), lines: box.lines, colour: box.text });
}

function svgOf(scene) {
  const faint = faintness(scene.edges.length);
  const foot = 34;
  const arrows = scene.edges.filter((edge) => edge.arrow && scene.boxes).map((edge) => arrowMarkup(edge)).join("");
  const about = escaped(`${document.title} · ${say("citation", graph.about)}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${round(scene.width)}" height="${round(scene.height + foot)}" viewBox="0 0 ${round(scene.width)} ${round(scene.height + foot)}" font-family="${escaped(FONT)}">`
    + `<title>${escaped(document.title)}</title><rect width="100%" height="100%" fill="${ink.ground}"/>`
    + `<g fill="none" stroke-width="1.1">${scene.edges.map((edge) => edgeMarkup(edge, faint)).join("")}</g>${arrows}`
    + `<g>${(scene.nodes || []).map(shapeMarkup).join("")}${(scene.boxes || []).map(boxMarkup).join("")}</g>`
    + `<g>${(scene.texts || []).map((text) => linesMarkup({ ...text, halo: true })).join("")}</g>`
    + `<text x="14" y="${round(scene.height + foot - 12)}" font-size="11" fill="${ink.soft}" direction="ltr">${about}</text></svg>`;
}

// An arrow in the middle of a curve, pointing the way the claim reads.
function arrowMarkup({ points: [ax, ay, bx, by], arrow }) {
  const turn = (bx > ax ? 1 : -1) * (arrow === "to" ? 1 : -1);
  const [x, y] = [(ax + bx) / 2, (ay + by) / 2];
  return `<path d="M${round(x + 5 * turn)} ${round(y)}l${-9 * turn} -4.5v9z" fill="${ink.edge}"/>`;
}

function savePicture(drawing, kind) {
  const svg = svgOf(drawing.scene());
  const name = `tocgraph-${state.entity >= 0 ? graph.ids[state.entity] : "overview"}`;
  if (kind === "svg") {
    save(`${name}.svg`, "image/svg+xml", svg);
    return;
  }
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement("canvas");
    const most = 8000;
    const times = Math.min(2, most / image.width, most / image.height);
    canvas.width = image.width * times;
    canvas.height = image.height * times;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => save(`${name}.png`, "image/png", blob));
  };
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}

// What is in view of the overview, as a picture takes it.
function overviewScene(drawing) {
  const nodes = [];
  for (const n of graph.ranked().slice().reverse()) {
    if (!shown.entities[n] || !drawing.visible(n, 10)) continue;
    const dim = drawing.centre >= 0 && n !== drawing.centre && !drawing.near.has(n);
    nodes.push({ x: drawing.screenX(n), y: drawing.screenY(n), r: drawing.screenRadius(n), shape: shapeOf(n), colour: colourOf(n), alpha: dim ? 0.14 : 1 });
  }
  const edges = drawing.pairs.flatMap((pairs, kind) => {
    const found = [];
    for (let i = 0; i < pairs.length; i += 2) {
      if (!drawing.visible(pairs[i], 0) && !drawing.visible(pairs[i + 1], 0)) continue;
      const [from, to] = [pairs[i], pairs[i + 1]];
      const near = drawing.centre >= 0 && (from === drawing.centre || to === drawing.centre);
      found.push({ points: [drawing.screenX(from), drawing.screenY(from), drawing.screenX(to), drawing.screenY(to)], kind, near });
    }
    return found;
  });
  const texts = drawing.names.placed(drawing, 400).map(({ x, y, size, lines, colour }) => ({ x, y: y + size, size, lines, colour }));
  return { width: drawing.width, height: drawing.height, nodes, edges, texts };
}
