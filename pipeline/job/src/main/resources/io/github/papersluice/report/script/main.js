// Puts the parts together. Without DecompressionStream the page stays as it is without scripts.

const start = async () => {
  const root = document.getElementById("explorer");
  if (root === null || typeof DecompressionStream === "undefined") return;
  document.getElementById("without-scripts").hidden = true;
  root.hidden = false;
  root.replaceChildren(
    make(
      "p",
      { class: "note", role: "status" },
      `Unpacking ${counted(Number(root.dataset.papers), "paper", "papers")} …`,
    ),
  );
  const { papers, spellings } = await readPapers();
  new Explorer(root, papers, spellings);
};

class Explorer {
  constructor(root, papers, spellings) {
    this.papers = papers;
    this.spellings = spellings;
    this.expanded = new Set();
    this.typing = false;
    this.state = stateOf(location.hash);
    this.list = new PaperList(spellings);
    this.view = new PaperView(papers, { piece: Number(root.dataset.piece) }, () =>
      this.closePaper(),
    );
    this.build(root);
    addEventListener("hashchange", () => this.follow());
    document.addEventListener("keydown", (event) => this.shortcut(event));
    this.refresh(null);
  }

  build(root) {
    this.search = make("input", {
      id: "search",
      type: "search",
      autocomplete: "off",
      spellcheck: "false",
      placeholder: "llama, github.com/…, 2503.01234",
      "aria-keyshortcuts": "/",
    });
    this.search.addEventListener("input", () => this.type());
    this.search.addEventListener("blur", () => {
      this.typing = false;
    });
    this.search.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown") {
        event.preventDefault();
        this.list.focus(0);
      }
    });
    this.sort = make(
      "select",
      { id: "sort" },
      ...[
        ["", "Newest first"],
        ["oldest", "Oldest first"],
        ["largest", "Largest model first"],
        ["title", "Title"],
      ].map(([value, name]) => make("option", { value }, name)),
    );
    this.sort.addEventListener("change", () =>
      this.go({ ...this.state, paper: undefined, sort: this.sort.value }),
    );
    this.found = make("p", { class: "found-count", role: "status" });
    this.chips = make("ul", { class: "chips", "aria-label": "Chosen filters" });
    this.charts = make("div", { class: "charts" });
    this.facets = make("div", { class: "facets" });
    const where =
      root.dataset.words === "yes"
        ? "titles, models, repositories, hosts, arXiv ids, names in abstracts"
        : "titles, models, repositories, hosts, arXiv ids";
    const file = (name) => `papers-${name}`;
    const filters = make(
      "details",
      { class: "filters", open: "" },
      make("summary", {}, "Filters"),
      this.facets,
    );
    if (matchMedia("(max-width: 60rem)").matches) filters.open = false;
    root.replaceChildren(
      make(
        "div",
        { class: "tools" },
        make("label", { class: "search" }, make("span", {}, `Search ${where}`), this.search),
        make("label", {}, make("span", {}, "Order"), this.sort),
      ),
      make(
        "div",
        { class: "state" },
        this.found,
        this.chips,
        make(
          "div",
          { class: "downloads", role: "group", "aria-label": "Download the papers found" },
          button("CSV", {}, () => download(`${file("found")}.csv`, "text/csv", asCsv(this.chosen))),
          button("JSON", {}, () =>
            download(`${file("found")}.json`, "application/json", asJson(this.chosen)),
          ),
        ),
      ),
      this.charts,
      make("div", { class: "split" }, filters, this.list.box),
    );
    document.body.append(this.view.dialog);
  }

  // Typing is one step of the history, however many letters it takes.
  type() {
    const hash = hashOf(withChange(this.state, { q: this.search.value.trim() }));
    history[this.typing ? "replaceState" : "pushState"](null, "", hash);
    this.typing = true;
    this.follow();
  }

  go(state) {
    location.hash = hashOf(state);
  }

  closePaper() {
    if (this.state.paper) this.go({ ...this.state, paper: undefined });
  }

  // An address without a filter, such as #trends, leads to a section of the page.
  follow() {
    if (location.hash.length > 1 && !location.hash.includes("=")) return;
    const before = this.state;
    this.state = stateOf(location.hash);
    this.refresh(before);
  }

  refresh(before) {
    const { paper: _, ...asked } = this.state;
    const { paper: __, ...askedBefore } = before ?? {};
    if (before === null || hashOf(asked) !== hashOf(askedBefore)) this.showFound();
    this.view.show(this.state);
  }

  showFound() {
    const { chosen, counts } = select(this.papers, this.state);
    this.chosen = chosen;
    this.counts = counts;
    if (document.activeElement !== this.search) this.search.value = this.state.q ?? "";
    this.sort.value = this.state.sort ?? "";
    this.found.replaceChildren(
      make("b", {}, count(chosen.length)),
      chosen.length === this.papers.length
        ? ` ${chosen.length === 1 ? "paper" : "papers"}`
        : ` of ${counted(this.papers.length, "paper", "papers")}`,
    );
    this.chips.replaceChildren(...chips(this.state, this.spellings));
    this.chips.hidden = this.chips.children.length === 0;
    keepingFocus(() =>
      this.charts.replaceChildren(
        ...trendCharts(chosen, this.state),
        ...histogram(counts.get(SIZE_FACET.key), this.state),
      ),
    );
    this.showFacets();
    this.list.show(chosen, this.state, false);
  }

  showFacets() {
    const lists = FACETS.map((facet) =>
      facetList(
        facet,
        this.counts.get(facet.key),
        this.state,
        this.spellings,
        this.expanded.has(facet.key),
        () => this.expand(facet.key),
      ),
    );
    keepingFocus(() => this.facets.replaceChildren(...lists.filter((list) => list !== null)));
  }

  expand(key) {
    if (!this.expanded.delete(key)) this.expanded.add(key);
    this.showFacets();
  }

  shortcut(event) {
    const writing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (
      event.key === "/" &&
      !writing &&
      !event.ctrlKey &&
      !event.metaKey &&
      !this.view.dialog.open
    ) {
      event.preventDefault();
      this.search.focus();
      this.search.select();
    }
  }
}

start();
