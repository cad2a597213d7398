// A search box with suggestions (WAI-ARIA 1.2: editable combobox with list autocomplete).

class SearchBox {
  constructor(root, id, words, choose) {
    Object.assign(this, { root, id, words, choose, active: -1 });
    this.label = el("label", { class: "unseen", for: id, id: `${id}-label` });
    this.input = el("input", {
      id, type: "text", role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": `${id}-hits`,
      autocomplete: "off", autocapitalize: "off", spellcheck: "false", dir: "auto",
    });
    this.hits = el("ul", { id: `${id}-hits`, role: "listbox", class: "hits", "aria-labelledby": `${id}-label`, hidden: true });
    this.status = el("p", { class: "unseen", role: "status" });
    root.append(this.label, this.input, this.hits, this.status);
    this.input.addEventListener("input", () => this.suggest());
    this.input.addEventListener("focus", () => this.suggest());
    this.input.addEventListener("blur", () => this.close());
    this.input.addEventListener("keydown", (event) => this.key(event));
  }

  speak() {
    this.label.textContent = this.words();
    this.input.placeholder = this.words();
  }

  close() {
    this.hits.hidden = true;
    this.active = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  mark(position) {
    const options = [...this.hits.querySelectorAll("[role=option]")];
    if (!options.length) return;
    this.active = (position + options.length) % options.length;
    options.forEach((option, place) => option.setAttribute("aria-selected", String(place === this.active)));
    this.input.setAttribute("aria-activedescendant", options[this.active].id);
    options[this.active].scrollIntoView({ block: "nearest" });
  }

  take(entity) {
    this.close();
    this.input.value = "";
    this.choose(entity);
  }

  suggest() {
    const text = this.input.value.trim();
    if (!text) {
      this.close();
      this.status.textContent = "";
      return;
    }
    const found = index().find(text, 12);
    this.hits.replaceChildren(...found.map(({ entity, text: matched }, place) => {
      const name = nameOf(entity);
      const option = el("li", { role: "option", id: `${this.id}-hit-${place}`, "aria-selected": "false", "data-id": graph.ids[entity] },
        swatch(graph.typeOf[entity]),
        el("span", { class: "names" }, texted("bdi", name), matched !== name ? texted("bdi", matched, { class: "matched" }) : null),
        el("span", { class: "kind", text: typeName(entity) }));
      option.addEventListener("pointerdown", (event) => { event.preventDefault(); this.take(entity); });
      return option;
    }));
    if (!found.length) this.hits.append(el("li", { class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false", text: say("noHits") }));
    this.hits.hidden = false;
    this.active = -1;
    this.input.setAttribute("aria-expanded", "true");
    this.input.removeAttribute("aria-activedescendant");
    this.status.textContent = say("hits", found.length);
  }

  key(event) {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (this.hits.hidden) this.suggest();
      this.mark(event.key === "ArrowDown" ? this.active + 1 : this.active < 0 ? -1 : this.active - 1);
    } else if (event.key === "Enter") {
      const option = this.hits.querySelectorAll("[data-id]")[Math.max(this.active, 0)];
      if (!this.hits.hidden && option) {
        event.preventDefault();
        this.take(graph.numbers.get(option.dataset.id));
      }
    } else if (event.key === "Escape") {
      if (this.hits.hidden) this.input.value = "";
      this.close();
    }
  }
}
