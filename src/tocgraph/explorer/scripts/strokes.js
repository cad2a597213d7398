// What the overview is made of: a line for each pair of related entities, and the entities on top.

// One line for all claims between two entities, as the surest of them is drawn; what is disputed has its own.
function pairsByKind() {
  const { s, o } = graph.claims;
  const kinds = new Map();
  for (let c = 0; c < graph.claimCount; c += 1) {
    if (!shown.claims[c] || o[c] < 0 || o[c] === s[c]) continue;
    const pair = Math.min(s[c], o[c]) * graph.size + Math.max(s[c], o[c]);
    const kind = graph.kind(c);
    const key = kind === 3 ? -pair - 1 : pair;
    const known = kinds.get(key);
    if (known === undefined || kind < known) kinds.set(key, kind);
  }
  const pairs = [[], [], [], []];
  for (const [key, kind] of kinds) {
    const pair = key < 0 ? -key - 1 : key;
    pairs[kind].push(Math.floor(pair / graph.size), pair % graph.size);
  }
  return pairs;
}

function strokeLines(context, drawing) {
  const faint = faintness(drawing.pairs.reduce((sum, pairs) => sum + pairs.length / 2, 0));
  drawing.pairs.forEach((pairs, kind) => {
    const { colour, dash } = lineLook(kind);
    const alpha = kind === 3 ? 0.6 : faint;
    context.globalAlpha = drawing.centre < 0 ? alpha : alpha * 0.3;
    context.strokeStyle = colour;
    // Dashes cost time: lines drawn by the thousand have none.
    context.setLineDash(pairs.length > 3000 ? [] : dash);
    context.lineWidth = kind === 3 ? 1.2 : 0.9;
    strokePairs(context, drawing, pairs);
  });
  context.setLineDash([]);
  if (drawing.centre >= 0) {
    context.globalAlpha = 0.75;
    context.strokeStyle = ink.accent;
    context.lineWidth = 1.4;
    strokePairs(context, drawing, [...drawing.near].flatMap((n) => [drawing.centre, n]));
  }
  context.globalAlpha = 1;
}

function strokePairs(context, drawing, pairs) {
  const { width, height } = drawing;
  const [left, top, right, bottom] = [-width * MARGIN, -height * MARGIN, width * (1 + MARGIN), height * (1 + MARGIN)];
  context.beginPath();
  for (let i = 0; i < pairs.length; i += 2) {
    const [ax, ay, bx, by] = [drawing.screenX(pairs[i]), drawing.screenY(pairs[i]), drawing.screenX(pairs[i + 1]), drawing.screenY(pairs[i + 1])];
    if ((ax < left && bx < left) || (ay < top && by < top) || (ax > right && bx > right) || (ay > bottom && by > bottom)) continue;
    context.moveTo(ax, ay);
    context.lineTo(bx, by);
  }
  context.stroke();
}

function drawEntities(context, drawing) {
  const order = graph.ranked();
  for (let i = order.length - 1; i >= 0; i -= 1) {
    const n = order[i];
    if (!shown.entities[n] || !drawing.inStill(n)) continue;
    const dim = drawing.centre >= 0 && n !== drawing.centre && !drawing.near.has(n);
    const sprite = drawing.sprite(colourOf(n), shapeOf(n), drawing.screenRadius(n) * (n === drawing.centre ? 1.25 : 1));
    context.globalAlpha = dim ? 0.14 : 1;
    context.drawImage(sprite, drawing.screenX(n) - sprite.half, drawing.screenY(n) - sprite.half, sprite.half * 2, sprite.half * 2);
  }
  context.globalAlpha = 1;
}
