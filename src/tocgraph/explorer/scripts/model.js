// The graph of the page. Entities and claims are numbers: places in the columns that payload.py wrote.

const STANDING = { preferred: 0, normal: 1, unverified: 2, disputed: 3, rejected: 4 };

// Deflated JSON (RFC 1950) in base64: a tenth of the size, and no markup can hide in it.
async function unpack(id) {
  const text = document.getElementById(id).textContent;
  let packed;
  if (Uint8Array.fromBase64) packed = Uint8Array.fromBase64(text);
  else {
    const letters = atob(text);
    packed = new Uint8Array(letters.length);
    for (let i = 0; i < letters.length; i += 1) packed[i] = letters.charCodeAt(i);
  }
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"))).json();
}

class Graph {
  constructor(core) {
    Object.assign(this, { about: core.about, types: core.types, relations: core.relations, standings: core.standings });
    this.ids = core.entities.id;
    this.size = this.ids.length;
    this.typeOf = core.entities.type;
    this.names = { en: core.entities.en, ar: core.entities.ar };
    this.aliases = core.entities.aliases;
    this.x = core.entities.x;
    this.y = core.entities.y;
    this.placed = this.x.length > 0;
    this.numbers = new Map(this.ids.map((id, number) => [id, number]));
    this.claims = core.claims;
    this.claimCount = core.claims.s.length;
    this.link();
  }

  // The claims of each entity, one list behind the other: those of entity n lie between from[n] and from[n + 1].
  link() {
    const { s, o } = this.claims;
    const from = new Int32Array(this.size + 1);
    this.degree = new Int32Array(this.size);
    for (let c = 0; c < s.length; c += 1) {
      from[s[c] + 1] += 1;
      if (o[c] >= 0) {
        if (o[c] !== s[c]) from[o[c] + 1] += 1;
        this.degree[s[c]] += 1;
        this.degree[o[c]] += 1;
      }
    }
    for (let n = 0; n < this.size; n += 1) from[n + 1] += from[n];
    const next = from.slice();
    this.listed = new Int32Array(from[this.size]);
    for (let c = 0; c < s.length; c += 1) {
      this.listed[next[s[c]]++] = c;
      if (o[c] >= 0 && o[c] !== s[c]) this.listed[next[o[c]]++] = c;
    }
    this.from = from;
  }

  claimsOf(entity) {
    return this.listed.subarray(this.from[entity], this.from[entity + 1]);
  }

  // The other end of a claim; -1 where it has a value in place of an entity.
  other(claim, entity) {
    const { s, o } = this.claims;
    return s[claim] === entity ? o[claim] : s[claim];
  }

  // Whether the claim is read from this end: "INTERPOL operates I-24/7", not "I-24/7 is operated by INTERPOL".
  away(claim, entity) {
    return this.claims.s[claim] === entity || this.relations[this.claims.r[claim]].symmetric === true;
  }

  // How a claim is drawn, the surest first: 0 stated, 1 derived, 2 unverified, 3 disputed or rejected.
  kind(claim) {
    const standing = this.claims.standing[claim];
    if (standing >= STANDING.disputed) return 3;
    if (standing === STANDING.unverified) return 2;
    return this.claims.derived[claim] ? 1 : 0;
  }

  // From the most connected down; equal ones by id, so that the order never depends on chance.
  ranked() {
    if (!this.order) {
      this.order = Array.from(this.ids.keys()).sort((a, b) => this.degree[b] - this.degree[a] || (this.ids[a] < this.ids[b] ? -1 : 1));
    }
    return this.order;
  }

  root(entity) {
    return this.types[this.typeOf[entity]].root;
  }

  look(entity) {
    return this.types[this.typeOf[entity]].look;
  }

  // Descriptions, identifiers, notes, qualifiers, citations and sources: unpacked when first needed.
  details() {
    this.unpacked ??= unpack("details").then((details) => {
      this.more = details;
      return details;
    });
    return this.unpacked;
  }
}
