// Names as they are drawn: measured, on a few lines, and short where the whole would be cut.

const measured = document.createElement("canvas").getContext("2d");

function widthOf(text, font) {
  measured.font = font;
  return measured.measureText(text).width;
}

// A word that is wider than the line, in pieces that are not.
function pieces(word, font, width) {
  if (widthOf(word, font) <= width) return [word];
  const found = [""];
  for (const letter of word) {
    if (widthOf(found[found.length - 1] + letter, font) > width) found.push("");
    found[found.length - 1] += letter;
  }
  return found;
}

// A text on at most `most` lines of `width` pixels, and whether something of it was cut.
function wrapped(text, font, width, most) {
  const lines = [];
  // What no line can hold need not be measured: a name may be a book.
  const words = drawable(text).slice(0, 400).trim().split(/\s+/).flatMap((word) => pieces(word, font, width));
  for (const word of words) {
    const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : "";
    if (longer && widthOf(longer, font) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  if (lines.length <= most) return { lines, cut: false };
  let last = Array.from(lines[most - 1]);
  while (last.length && widthOf(`${last.join("")}…`, font) > width) last = last.slice(0, -1);
  return { lines: [...lines.slice(0, most - 1), `${last.join("").trimEnd()}…`], cut: true };
}

const SHORT = 34; // letters

// A name that stands for the whole on a drawing: the acronym made of its initials, else the longest of the shorter
// names that is written like a name. A name that two entities share tells neither.
function shortNameOf(entity) {
  shortNameOf.known ??= { en: new Map(), ar: new Map() };
  shortNameOf.uses ??= graph.aliases.reduce((uses, names) => {
    for (const text of names || []) uses.set(text, (uses.get(text) || 0) + 1);
    return uses;
  }, new Map());
  const known = shortNameOf.known[state.language];
  if (!known.has(entity)) known.set(entity, shortest(nameOf(entity), graph.aliases[entity] || []));
  return known.get(entity);
}

function shortest(name, aliases) {
  const arabic = isArabic(name);
  const fit = aliases.filter((text) => text.length <= SHORT && text.length < name.length && isArabic(text) === arabic && shortNameOf.uses.get(text) === 1);
  const letters = name.split(/[\s-]+/).map((word) => word[0] || "").join("").toLowerCase();
  const acronyms = fit.filter((text) => /^\p{Lu}{3,}$/u.test(text) && isWithin(text.toLowerCase(), letters));
  const named = fit.filter((text) => arabic || text.split(/\s+/).every((word) => word.length < 4 || !/^\p{Ll}/u.test(word)));
  const longest = (texts) => texts.reduce((best, text) => (text.length > best.length ? text : best), "");
  return longest(acronyms) || longest(named) || longest(fit.filter((text) => /^\p{Lu}/u.test(text))) || longest(fit);
}

// Whether the letters of one text stand in another in the same order.
function isWithin(text, other) {
  let from = 0;
  for (const letter of text) {
    from = other.indexOf(letter, from) + 1;
    if (!from) return false;
  }
  return true;
}

// The name of an entity on lines for a drawing.
function drawnName(entity, font, width, most) {
  const whole = wrapped(nameOf(entity), font, width, most);
  const short = whole.cut ? shortNameOf(entity) : "";
  return short ? wrapped(short, font, width, most).lines : whole.lines;
}
