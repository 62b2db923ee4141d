// The list of papers. Only the rows in view are in the page, and some above and below: 50,000 would
// make it slow. All rows are of one height, which the style sheet says.

const MARGIN = 8;
const PRINTED = 300;

class PaperList {
  constructor(spellings) {
    this.spellings = spellings;
    this.papers = [];
    this.drawn = new Map();
    this.rows = make("ol", { class: "rows" });
    // Not a stop of the tab key by itself: the titles in it are.
    this.box = make(
      "div",
      { class: "list", role: "region", "aria-label": "Papers found" },
      this.rows,
    );
    this.box.addEventListener("scroll", () => this.draw(), { passive: true });
    this.box.addEventListener("keydown", (event) => this.walk(event));
    new ResizeObserver(() => this.resize()).observe(this.box);
    addEventListener("beforeprint", () => this.drawForPrint());
    addEventListener("afterprint", () => this.show(this.papers, this.state, true));
  }

  show(papers, state, keepPlace) {
    this.papers = papers;
    this.state = state;
    this.words = wordsOf(state.q ?? "");
    this.rows.replaceChildren();
    this.drawn.clear();
    this.box.classList.remove("printed");
    if (!keepPlace) this.box.scrollTop = 0;
    this.resize();
  }

  resize() {
    if (this.box.classList.contains("printed")) return;
    const height = parseFloat(getComputedStyle(this.box).getPropertyValue("--row")) * 16;
    if (height !== this.height) {
      this.height = height;
      this.rows.replaceChildren();
      this.drawn.clear();
    }
    this.rows.style.height = `${this.height * this.papers.length}px`;
    this.draw();
  }

  draw() {
    if (this.box.classList.contains("printed")) return;
    const first = Math.max(0, Math.floor(this.box.scrollTop / this.height) - MARGIN);
    const last = Math.min(
      this.papers.length,
      Math.ceil((this.box.scrollTop + this.box.clientHeight) / this.height) + MARGIN,
    );
    for (const [index, row] of this.drawn) {
      // The row with the focus stays, or the keyboard would lose its place.
      if ((index < first || index >= last) && !row.contains(document.activeElement)) {
        row.remove();
        this.drawn.delete(index);
      }
    }
    let before = null;
    for (let index = last - 1; index >= first; index--) {
      if (!this.drawn.has(index)) {
        const row = this.rowOf(index);
        this.drawn.set(index, row);
        this.rows.insertBefore(row, before);
      }
      before = this.drawn.get(index);
    }
  }

  rowOf(index) {
    const paper = this.papers[index];
    const row = make(
      "li",
      { class: "row", "aria-posinset": index + 1, "aria-setsize": this.papers.length },
      make(
        "a",
        { class: "title", dir: "auto", href: hashOf({ ...this.state, paper: idOf(paper) }) },
        ...this.marked(paper.title),
      ),
      make("p", { class: "facts" }, ...this.facts(paper)),
    );
    row.style.top = `${index * this.height}px`;
    return row;
  }

  facts(paper) {
    const filter = (key, value, label, cssClass) =>
      make(
        "a",
        { class: cssClass, href: hashOf(withChange(this.state, { [key]: value })) },
        make("bdi", {}, label),
      );
    const day = paper.day === UNDATED ? null : isoOf(paper.day);
    const facts = [
      day === null
        ? filter("digest", paper.digest, paper.digest, "day")
        : make(
            "a",
            { class: "day", href: hashOf(withChange(this.state, { from: day, to: day })) },
            day,
          ),
    ];
    if (paper.status !== "none")
      facts.push(filter("status", paper.status, paper.status, `status ${paper.status}`));
    const link = paper.links.find((one) => one.repository) ?? paper.links[0];
    if (link)
      facts.push(
        webLink(
          link.url,
          link.repository ?? link.host + link.url.split(link.host)[1].slice(0, 40),
          { class: "link" },
        ),
      );
    for (const size of distinctSizes(paper.sizes).slice(0, 4)) {
      facts.push(
        size.model === null
          ? make("span", {}, parameters(size.parameters))
          : make(
              "span",
              { class: "size" },
              filter("model", modelKey(size.model), size.model, "model"),
              ` ${parameters(size.parameters)}`,
            ),
      );
    }
    return facts;
  }

  // The title with the words looked for marked; only where case and accents leave its length alone.
  marked(title) {
    const text = searchable(title);
    if (this.words.length === 0 || text.length !== title.length) return [title];
    const pieces = [];
    let done = 0;
    const escaped = this.words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    for (const match of text.matchAll(new RegExp(escaped.join("|"), "g"))) {
      pieces.push(
        title.slice(done, match.index),
        make("mark", {}, title.slice(match.index, match.index + match[0].length)),
      );
      done = match.index + match[0].length;
    }
    return [...pieces, title.slice(done)];
  }

  walk(event) {
    const page = Math.max(1, Math.floor(this.box.clientHeight / this.height) - 1);
    const step = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -Infinity,
      End: Infinity,
    }[event.key];
    const row = document.activeElement.closest(".row");
    if (step === undefined || row === null || event.altKey || event.ctrlKey || event.metaKey)
      return;
    event.preventDefault();
    const at = Number(row.getAttribute("aria-posinset")) - 1;
    this.focus(Math.min(this.papers.length - 1, Math.max(0, at + step)));
  }

  focus(index) {
    if (this.papers.length === 0) return;
    const top = index * this.height;
    if (top < this.box.scrollTop) this.box.scrollTop = top;
    const bottom = top + this.height - this.box.clientHeight;
    if (bottom > this.box.scrollTop) this.box.scrollTop = bottom;
    this.draw();
    this.drawn.get(index).querySelector(".title").focus({ preventScroll: true });
    this.draw();
  }

  drawForPrint() {
    this.box.classList.add("printed");
    this.rows.replaceChildren(
      ...this.papers.slice(0, PRINTED).map((_, index) => this.rowOf(index)),
    );
    this.drawn.clear();
  }
}

const distinctSizes = (sizes) => {
  const seen = new Set();
  return sizes.filter((size) => {
    const key = `${size.model && modelKey(size.model)} ${size.parameters}`;
    return !seen.has(key) && seen.add(key);
  });
};

// A paper in the address: its place in its digest, which is the same in every page of that digest.
const idOf = (paper) => `${paper.digest}:${paper.record}`;
