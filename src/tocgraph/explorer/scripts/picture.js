// What is drawn as a picture to keep: SVG by hand from the scene of a drawing, PNG from that SVG.

function escaped(text) {
  return drawable(String(text)).replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
}

const round = (value) => Math.round(value * 10) / 10;

function strokeMarkup(d, kind, opacity = 0.9, colour = lineLook(kind).colour) {
  const { dash } = lineLook(kind);
  return `<path d="${d}" stroke="${colour}" stroke-opacity="${opacity}"${dash.length ? ` stroke-dasharray="${dash.join(" ")}"` : ""}/>`;
}

function edgeMarkup({ points: [ax, ay, bx, by], kind, near }, faint) {
  return strokeMarkup(`M${round(ax)} ${round(ay)}L${round(bx)} ${round(by)}`, kind, near ? 0.9 : faint, near ? ink.accent : undefined);
}

function linkMarkup(link) {
  const { curve, head } = linkCurve(link);
  const [start, ...rest] = [curve.slice(0, 2), curve.slice(2)].map((part) => part.map(round).join(" "));
  const arrow = head ? `<path d="M${head.map(round).join(" ")}z" fill="${lineLook(link.kind).colour}" stroke="none"/>` : "";
  return strokeMarkup(`M${start}C${rest}`, link.kind) + arrow;
}

function elbowMarkup({ points, kind }) {
  return strokeMarkup(points.map((value, n) => (n % 2 ? round(value) : `${n ? "L" : "M"}${round(value)} `)).join(""), kind);
}

function shapeMarkup({ x, y, r, shape, colour, alpha }) {
  const corners = CORNERS[shape];
  const look = `fill="${colour}" stroke="${ink.rim}"${alpha < 1 ? ` opacity="${alpha}"` : ""}`;
  if (!corners) return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(r)}" ${look}/>`;
  return `<polygon points="${corners.map(([dx, dy]) => `${round(x + dx * r)},${round(y + dy * r)}`).join(" ")}" ${look}/>`;
}

// Each line is a text of its own, so that its direction (SVG 2, 11.4) says on which side it begins.
function linesMarkup({ x, y, size, step = size * 1.22, weight = 500, lines, colour, anchor = "middle", halo }) {
  const outline = halo ? ` stroke="${ink.ground}" stroke-width="3.5" stroke-linejoin="round" paint-order="stroke"` : "";
  const page = state.language === "ar" ? "rtl" : "ltr";
  return lines.map((line, n) => {
    const direction = directionOf(line);
    const from = anchor === "start" && direction !== page ? "end" : anchor;
    return `<text x="${round(x)}" y="${round(y + n * step)}" font-size="${size}" font-weight="${weight}" fill="${colour}" text-anchor="${from}" direction="${direction}"${outline}>${escaped(line)}</text>`;
  }).join("");
}

function svgOf(scene) {
  const faint = faintness(scene.edges.length);
  const turned = state.language === "ar";
  const about = wrapped(`${document.title} · ${say("citation", graph.about)}`, `450 11px ${FONT}`, scene.width - 36, 4).lines;
  const foot = 20 + about.length * 14;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${round(scene.width)}" height="${round(scene.height + foot)}" viewBox="0 0 ${round(scene.width)} ${round(scene.height + foot)}" font-family="${escaped(FONT)}">`
    + `<title>${escaped(document.title)}</title><rect width="100%" height="100%" fill="${ink.ground}"/>`
    + `<g fill="none" stroke-width="1.1">${scene.edges.map((edge) => edgeMarkup(edge, faint)).join("")}${(scene.links || []).map(linkMarkup).join("")}${(scene.elbows || []).map(elbowMarkup).join("")}</g>`
    + `<g>${(scene.nodes || []).map(shapeMarkup).join("")}${(scene.boxes || []).map(boxMarkup).join("")}</g>`
    + `<g>${(scene.texts || []).map((text) => linesMarkup({ ...text, halo: true })).join("")}</g>`
    + `${linesMarkup({ x: turned ? scene.width - 14 : 14, y: scene.height + 18, size: 11, step: 14, weight: 400, lines: about, colour: ink.soft, anchor: "start" })}</svg>`;
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
