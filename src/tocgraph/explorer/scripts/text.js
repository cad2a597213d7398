// Names made comparable, and the search over them. Mirrors tocgraph.text.normalize, so that a
// diacritic, a spelling of alef or a capital letter never decides whether a name is found.

const ARABIC = /[\u0600-\u06ff]/;
const ARABIC_MARKS = /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g;
const ARABIC_LETTERS = { "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه" };
const DIGIT_ZEROS = [0x660, 0x6f0];

function isArabic(text) {
  return ARABIC.test(text);
}

function directionOf(text) {
  return isArabic(text) ? "rtl" : "ltr";
}

function normalize(text) {
  let plain = text.normalize("NFKC").toLowerCase().replaceAll("ß", "ss");
  if (isArabic(plain)) {
    plain = plain.replace(ARABIC_MARKS, "").replace(/[أإآٱىئؤة]/g, (letter) => ARABIC_LETTERS[letter]);
  } else {
    plain = plain.normalize("NFKD").replace(/\p{Mn}/gu, "");
  }
  return plain.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - DIGIT_ZEROS.filter((zero) => zero <= code).pop());
  });
}

// The definite article may be there or not: "الاتفاقية" is found by "اتفاقية".
function wordsOf(text) {
  const found = normalize(text).match(/[\p{L}\p{N}]+/gu) || [];
  return found.map((word) => (word.length > 4 && word.startsWith("ال") ? word.slice(2) : word));
}

// The names of the page, made when the search is first used or the page is at rest.
class Index {
  constructor() {
    this.rows = [];
    for (let entity = 0; entity < graph.size; entity += 1) {
      this.add(entity, graph.names.en[entity], 0);
      this.add(entity, graph.names.ar[entity], 0);
      for (const text of graph.aliases[entity] || []) this.add(entity, text, 1);
      this.add(entity, graph.ids[entity], 2);
    }
    this.words = null;
  }

  add(entity, text, kind) {
    const words = text ? wordsOf(text) : [];
    if (words.length) this.rows.push({ entity, text, kind, words, joined: words.join(" "), short: kind < 2 ? initials(text) : "" });
  }

  find(text, limit) {
    const words = wordsOf(text);
    if (!words.length) return [];
    const found = this.matches(words, limit);
    if (found.length || words.join("").length < 4) return found;
    // Nothing has such a name: the nearest known word for each that is not known.
    const mended = words.map((word) => this.nearest(word) ?? word);
    return mended.every((word, n) => word === words[n]) ? [] : this.matches(mended, limit);
  }

  matches(words, limit) {
    const joined = words.join(" ");
    const best = new Map();
    for (const row of this.rows) {
      const points = score(row, words, joined);
      if (!points) continue;
      const known = best.get(row.entity);
      if (!known || points > known.points) best.set(row.entity, { row, points });
    }
    return [...best.values()]
      .sort((a, b) => b.points - a.points || a.row.kind - b.row.kind || graph.degree[b.row.entity] - graph.degree[a.row.entity] || (graph.ids[a.row.entity] < graph.ids[b.row.entity] ? -1 : 1))
      .slice(0, limit)
      .map(({ row }) => row);
  }

  // The most usual known word that is one typing error away, two for long words; undefined for none.
  nearest(word) {
    if (!this.words) {
      this.words = new Map();
      for (const row of this.rows) for (const known of row.words) this.words.set(known, (this.words.get(known) || 0) + 1);
    }
    if (this.words.has(word)) return word;
    const most = word.length > 7 ? 2 : 1;
    let best;
    let least = most + 1;
    for (const [known, uses] of this.words) {
      if (Math.abs(known.length - word.length) > most) continue;
      const away = errors(word, known, Math.min(least, most));
      if (away < least || (away === least && best && uses > this.words.get(best))) [best, least] = [known, away];
    }
    return best;
  }
}

function index() {
  index.made ??= new Index();
  return index.made;
}

// First letters of a name in Latin letters, so that "UNTOC" finds a convention that does not give its acronym.
function initials(text) {
  const capitals = text.match(/\b\p{Lu}/gu) || [];
  return capitals.length > 2 ? capitals.join("").toLowerCase() : "";
}

// 5 the very name, 4 its acronym, 3 it begins so, 2 each word begins a word of it, 1 it occurs inside; 0 not at all.
function score(row, words, joined) {
  if (row.joined === joined) return 5;
  if (row.short && row.short === joined) return 4;
  if (row.joined.startsWith(joined)) return 3;
  if (words.every((word) => row.words.some((other) => other.startsWith(word)))) return 2;
  return joined.length > 2 && row.joined.includes(joined) ? 1 : 0;
}

// Letters lost, added, changed or swapped (Damerau 1964, neighbouring letters swapped once); more than `most` is most + 1.
function errors(a, b, most) {
  let before = null;
  let last = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i += 1) {
    const line = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      let cost = Math.min(last[j] + 1, line[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (before && i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
      line.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    [before, last] = [last, line];
  }
  return last[b.length];
}
