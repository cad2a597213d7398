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

// One row a name: labels before aliases, ids last, so that equal scores keep that order.
function buildIndex(entities, degreeOf) {
  const rows = [];
  for (const [id, entity] of Object.entries(entities)) {
    const add = (text, kind) => {
      const words = wordsOf(text);
      if (words.length) rows.push({ id, text, kind, words, joined: words.join(" "), degree: degreeOf(id) });
    };
    Object.values(entity.label).forEach((text) => add(text, 0));
    Object.values(entity.aliases || {}).flat().forEach((text) => add(text, 1));
    Object.values(entity.identifiers || {}).forEach((text) => add(text, 2));
    add(id, 2);
  }
  return rows;
}

// 4 the very name, 3 it begins so, 2 each word begins a word of it, 1 it occurs inside; 0 not at all.
function score(row, words, joined) {
  if (row.joined === joined) return 4;
  if (row.joined.startsWith(joined)) return 3;
  if (words.every((word) => row.words.some((other) => other.startsWith(word)))) return 2;
  return joined.length > 2 && row.joined.includes(joined) ? 1 : 0;
}

function searchIndex(index, text, limit) {
  const words = wordsOf(text);
  const joined = words.join(" ");
  if (!joined) return [];
  const best = new Map();
  for (const row of index) {
    const points = score(row, words, joined);
    const known = best.get(row.id);
    if (points && (!known || points > known.points)) best.set(row.id, { row, points });
  }
  return [...best.values()]
    .sort((a, b) => b.points - a.points || a.row.kind - b.row.kind || b.row.degree - a.row.degree || (a.row.id < b.row.id ? -1 : 1))
    .slice(0, limit)
    .map((hit) => hit.row);
}
