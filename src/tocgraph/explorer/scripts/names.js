// The names on the overview: from the most important down, one that would touch another is left out.

class Names {
  constructor() {
    this.known = new Map();
  }

  forget() {
    this.known.clear();
  }

  *candidates(drawing) {
    if (drawing.centre >= 0) {
      yield drawing.centre;
      yield* graph.ranked().filter((n) => drawing.near.has(n));
      return;
    }
    // The more one zooms in, the smaller an entity may be and still be named.
    let rank = 0;
    for (const n of graph.ranked()) {
      rank += 1;
      if (rank > 60 && drawing.screenRadius(n) < 6) return;
      yield n;
    }
  }

  placed(drawing, most) {
    const room = new Room();
    const found = [];
    // Where few entities are drawn no name needs to lie over one; among thousands it must.
    if (shown.entityCount < 200) {
      for (let n = 0; n < graph.size; n += 1) {
        const [x, y, r] = [drawing.screenX(n), drawing.screenY(n), drawing.screenRadius(n)];
        if (shown.entities[n]) room.take(x - r, y - r, x + r, y + r, true);
      }
    }
    for (const n of this.candidates(drawing)) {
      if (found.length >= most) break;
      if (!shown.entities[n] || !drawing.inStill(n)) continue;
      const name = this.place(drawing, n, room);
      if (name) found.push(name);
    }
    return found;
  }

  // Where the name of an entity goes, with its look; null where there is no room. Without `room` it goes there anyway.
  place(drawing, n, room) {
    const main = !room || n === drawing.centre;
    const large = main || drawing.radii[n] > 17;
    const size = main ? 14 : large ? 13 : 11.5;
    const font = `${large ? 600 : 450} ${size}px ${FONT}`;
    const { lines, wide } = this.measured(n, font, size);
    const x = drawing.screenX(n);
    const high = lines.length * size * 1.22;
    const apart = drawing.screenRadius(n) + 4;
    // Below the entity, or above it where few are drawn and there is more room.
    const places = [drawing.screenY(n) + apart, ...(shown.entityCount < 200 ? [drawing.screenY(n) - apart - high] : [])];
    const y = room ? places.find((top) => room.take(x - wide, top - 2, x + wide, top + high + 2, main)) : places[0];
    if (y === undefined) return null;
    return { n, x, y, size, font, lines, colour: large || drawing.centre < 0 ? ink.text : ink.soft };
  }

  measured(n, font, size) {
    const key = `${n} ${size}`;
    let found = this.known.get(key);
    if (!found) {
      const lines = drawnName(n, font, size * 12.5, 2);
      found = { lines, wide: Math.max(...lines.map((line) => widthOf(line, font))) / 2 + 3 };
      this.known.set(key, found);
    }
    return found;
  }
}

function drawNames(context, drawing, names) {
  context.textAlign = "center";
  context.textBaseline = "top";
  context.lineJoin = "round";
  for (const { x, y, size, font, lines, colour } of names) {
    context.font = font;
    lines.forEach((line, place) => {
      context.direction = directionOf(line);
      context.lineWidth = 3.5;
      context.strokeStyle = ink.ground;
      context.strokeText(line, x, y + place * size * 1.22);
      context.fillStyle = colour;
      context.fillText(line, x, y + place * size * 1.22);
    });
  }
  return names.length;
}
