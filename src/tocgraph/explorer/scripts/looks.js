// How boxes look, on a canvas and in a picture.

function boxLook(box) {
  const colour = box.entity === undefined ? ink.soft : colourOf(box.entity);
  return {
    centre: { fill: colour, text: ink.card },
    entity: { fill: ink.card, stroke: colour, text: ink.text },
    relation: { fill: ink.ground, text: ink.soft },
    more: { fill: ink.ground, stroke: ink.soft, dash: [4, 3], text: ink.accent },
    handle: { fill: ink.card, stroke: ink.soft, text: ink.accent },
  }[box.kind];
}

// Where the lines of a box begin, and where its sign stands: on the side from which the page is read.
function boxText(box) {
  const { size } = SETTING[box.kind];
  const first = box.y - ((box.lines.length - 1) * BOX.line) / 2;
  if (box.kind !== "entity" && box.kind !== "more") return { size, x: box.x, first, anchor: "middle" };
  const turn = state.language === "ar" ? -1 : 1;
  const edge = box.x - (turn * box.wide) / 2;
  const sign = box.kind === "entity" ? { x: edge + turn * 15, y: first, r: 4.4 } : null;
  return { size, x: edge + turn * (sign ? 26 : 12), first, anchor: "start", sign };
}

function drawBox(context, box, pointed) {
  const look = boxLook(box);
  const { size, x, first, anchor, sign } = boxText(box);
  const [left, top] = [box.x - box.wide / 2, box.y - box.high / 2];
  context.setLineDash(look.dash || []);
  context.beginPath();
  context.roundRect(left, top, box.wide, box.high, box.kind === "handle" ? box.high / 2 : 8);
  context.fillStyle = look.fill;
  context.fill();
  if (look.stroke) {
    context.strokeStyle = look.stroke;
    context.lineWidth = box.kind === "entity" ? 1.4 : 1;
    context.stroke();
  }
  context.setLineDash([]);
  if (pointed) {
    context.beginPath();
    context.roundRect(left - 4, top - 4, box.wide + 8, box.high + 8, 12);
    context.strokeStyle = ink.accent;
    context.lineWidth = 2.5;
    context.stroke();
  }
  if (sign) {
    tracePath(context, shapeOf(box.entity), sign.x, sign.y, sign.r);
    context.fillStyle = look.stroke;
    context.fill();
  }
  context.font = SETTING[box.kind].font;
  context.fillStyle = look.text;
  context.textBaseline = "middle";
  context.textAlign = anchor === "middle" ? "center" : state.language === "ar" ? "right" : "left";
  box.lines.forEach((line, n) => {
    context.direction = directionOf(line);
    context.fillText(line, x, first + n * BOX.line + size * 0.04);
  });
}

// Where a line leaves one box and meets the other: beside each other, or one below the other. From the box in the
// middle many lines leave: they begin under it, so that they part early.
function linkEnds({ from, to, arrow }) {
  const down = Math.abs(from.x - to.x) < 1;
  const turn = Math.sign(down ? to.y - from.y : to.x - from.x);
  const end = (box, sign) => (down ? [box.x, box.y + (sign * turn * box.high) / 2] : [box.x + (sign * turn * box.wide) / 2, box.y]);
  return { down, turn, start: from.kind === "centre" && arrow !== "from" ? [from.x, from.y] : end(from, 1), end: end(to, -1) };
}

// The line, and the head of the arrow where it has one, as one way of points: M start C two controls and end.
function linkCurve(link) {
  const { down, turn, start: [ax, ay], end: [bx, by] } = linkEnds(link);
  const curve = down ? [ax, ay, ax, (ay + by) / 2, bx, (ay + by) / 2, bx, by] : [ax, ay, (ax + bx) / 2, ay, (ax + bx) / 2, by, bx, by];
  if (!link.arrow || link.arrow === "none") return { curve, head: null };
  const [x, y, away] = link.arrow === "to" ? [bx, by, turn] : [ax, ay, -turn];
  const head = down ? [x, y, x - 4.5, y - 9 * away, x + 4.5, y - 9 * away] : [x, y, x - 9 * away, y - 4.5, x - 9 * away, y + 4.5];
  return { curve, head };
}

function drawLink(context, link) {
  const { colour, dash } = lineLook(link.kind);
  const { curve, head } = linkCurve(link);
  context.strokeStyle = context.fillStyle = colour;
  context.lineWidth = link.kind === 3 ? 1.6 : 1.3;
  context.setLineDash(dash);
  context.beginPath();
  context.moveTo(curve[0], curve[1]);
  context.bezierCurveTo(...curve.slice(2));
  context.stroke();
  context.setLineDash([]);
  if (!head) return;
  context.beginPath();
  for (let i = 0; i < head.length; i += 2) context.lineTo(head[i], head[i + 1]);
  context.fill();
}

function drawElbow(context, { points, kind }) {
  const { colour, dash } = lineLook(kind);
  context.strokeStyle = colour;
  context.lineWidth = 1.3;
  context.setLineDash(dash);
  context.beginPath();
  for (let i = 0; i < points.length; i += 2) context.lineTo(points[i], points[i + 1]);
  context.stroke();
  context.setLineDash([]);
}

// The same as markup of a picture.
function boxMarkup(box) {
  const look = boxLook(box);
  const { size, x, first, anchor, sign } = boxText(box);
  const stroke = look.stroke ? ` stroke="${look.stroke}" stroke-width="1.4"${look.dash ? ` stroke-dasharray="${look.dash.join(" ")}"` : ""}` : "";
  const frame = `<rect x="${round(box.x - box.wide / 2)}" y="${round(box.y - box.high / 2)}" width="${round(box.wide)}" height="${round(box.high)}" rx="8" fill="${look.fill}"${stroke}/>`;
  const shape = sign ? shapeMarkup({ ...sign, shape: shapeOf(box.entity), colour: look.stroke, alpha: 1 }) : "";
  return frame + shape + linesMarkup({ x, y: first + size * 0.36, size, step: BOX.line, weight: box.kind === "centre" ? 600 : 400, lines: box.lines, colour: look.text, anchor });
}
