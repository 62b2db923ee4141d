// A paper opened: its abstract with its facts marked, where it comes from, where it appears again.

class PaperView {
  constructor(papers, limits, close) {
    this.papers = papers;
    this.limits = limits;
    this.pieces = new Map();
    this.byId = new Map(papers.map((paper) => [idOf(paper), paper]));
    this.heading = make("h2", { id: "paper-title", dir: "auto", tabindex: "-1" });
    this.body = make("div", { class: "paper-body" });
    this.dialog = make(
      "dialog",
      { id: "paper", "aria-labelledby": "paper-title" },
      make(
        "form",
        { method: "dialog" },
        make("button", { class: "close", "aria-label": "Close" }, "×"),
      ),
      this.heading,
      this.body,
    );
    this.dialog.addEventListener("close", close);
    this.dialog.addEventListener("click", (event) => {
      if (event.target === this.dialog) this.dialog.close();
    });
  }

  async show(state) {
    const paper = this.byId.get(state.paper);
    if (paper === undefined) {
      if (this.dialog.open) this.dialog.close();
      return;
    }
    this.shown = paper;
    this.heading.replaceChildren(paper.title);
    this.body.replaceChildren();
    if (!this.dialog.open) this.dialog.showModal();
    this.heading.focus();
    const fields = await this.fieldsOf(paper);
    if (this.shown !== paper) return;
    const title = fields.find(([name]) => name === "t");
    if (title && !title[1].startsWith("… ") && !title[1].endsWith(" …"))
      this.heading.replaceChildren(...markedText(title[1]));
    const abstract = this.abstract(paper, fields);
    const marks = abstract.flatMap((passage) => [...passage.querySelectorAll("mark")]);
    append(this.body, [
      this.meta(paper, fields),
      ...abstract,
      this.facts(paper, marks),
      this.appearances(paper, state),
      this.source(paper),
    ]);
    this.body.scrollTop = 0;
  }

  // The letters are told in PassageText.java and PaperDetails.java.
  async fieldsOf(paper) {
    const piece = Math.floor(paper.index / this.limits.piece);
    if (!this.pieces.has(piece)) this.pieces.set(piece, unpack(`passages-${piece}`));
    const text = await this.pieces.get(piece);
    const line = text === null ? "" : text.split("\n")[paper.index % this.limits.piece];
    return line === "" ? [] : line.split("\t").map((field) => [field[0], field.slice(1)]);
  }

  meta(paper, fields) {
    const value = (name) => fields.find(([letter]) => letter === name)?.[1];
    const entries = [
      ["Day", paper.day === UNDATED ? null : spoken(paper.day)],
      ["Code", STATUS_NAMES[paper.status]],
      ["Authors", value("w")],
      ["arXiv", paper.arxiv ? webLink(`https://arxiv.org/abs/${paper.arxiv}`, paper.arxiv) : null],
      ["DOI", value("d") ? webLink(`https://doi.org/${value("d")}`, value("d")) : null],
      ["Page", paper.url && !paper.arxiv ? webLink(paper.url, paper.url) : null],
      ["Code at", value("k") ? webLink(value("k"), value("k")) : null],
      ["Project", value("j") ? webLink(value("j"), value("j")) : null],
      ["Published", value("p")],
      ["Classes", value("g")],
      ["Votes", value("v")],
      ["Comment", value("c")],
    ].filter(([, content]) => content);
    return make(
      "dl",
      { class: "meta" },
      ...entries.flatMap(([name, content]) => [
        make("dt", {}, name),
        make("dd", {}, typeof content === "string" ? make("bdi", {}, content) : content),
      ]),
    );
  }

  abstract(paper, fields) {
    const passages = fields.filter(([letter]) => "tasn".includes(letter));
    const whole = passages.filter(([letter]) => letter === "a");
    const sentences = passages.filter(([letter]) => letter === "s");
    const comment = passages.filter(([letter]) => letter === "n");
    const text = (list) =>
      list.map(([, content]) =>
        make("p", { class: "passage", dir: "auto" }, ...markedText(content)),
      );
    if (whole.length > 0) return [make("h3", {}, "Abstract"), ...text(whole), ...text(comment)];
    const note =
      sentences.length > 0
        ? "The sentences with its facts. For so many papers the whole abstract is only in the snapshot’s table papers."
        : "Its abstract did not fit into this page: it is in the snapshot’s table papers.";
    return [
      make("h3", {}, "Abstract"),
      ...text(sentences),
      ...text(comment),
      make("p", { class: "note" }, note),
    ];
  }

  // Each with a button that shows its mark, if it is among these.
  facts(paper, marks) {
    const facts = [
      ...paper.links.map((link) => [
        webLink(link.url, link.repository ?? link.url),
        [labelOf("kind", link.kind), link.availability],
      ]),
      ...paper.sizes.map((size) => [
        make(
          "span",
          {},
          make("bdi", {}, size.model ?? "A model"),
          ` ${parameters(size.parameters)}`,
        ),
        [size.exactness, size.role === "total" ? "" : size.role, count(size.parameters)],
      ]),
    ];
    if (facts.length === 0) return null;
    return make(
      "section",
      {},
      make("h3", {}, "Facts"),
      make(
        "ul",
        { class: "found" },
        ...facts.map(([what, notes], number) => {
          const mark = [...this.heading.children, ...marks].find((one) =>
            one.matches(`[data-facts~="${number}"]`),
          );
          const find = mark
            ? button(
                "show",
                { class: "quiet", "aria-label": `Show where it is read: ${what.textContent}` },
                () => point(mark),
              )
            : null;
          return make(
            "li",
            {},
            what,
            " ",
            make("span", { class: "note" }, notes.filter(Boolean).join(", ")),
            " ",
            find,
          );
        }),
      ),
    );
  }

  appearances(paper, state) {
    if (paper.appearances === null) return null;
    const all = paper.appearances
      .map((index) => this.papers[index])
      .sort((a, b) => (a.day ?? Infinity) - (b.day ?? Infinity) || a.index - b.index);
    const promise = all.find((one) => one.status === "promised");
    const there =
      promise &&
      all.find(
        (one) =>
          one.status === "available" && (one.day ?? 0) >= (promise.day ?? 0) && one !== promise,
      );
    const told =
      there && promise.day !== UNDATED && there.day !== UNDATED
        ? make(
            "p",
            { class: "kept" },
            `Code promised on ${spoken(promise.day)}, there since ${spoken(there.day)}.`,
          )
        : null;
    return make(
      "section",
      {},
      make("h3", {}, "Appearances"),
      told,
      make(
        "ul",
        { class: "found" },
        ...all.map((one) =>
          make(
            "li",
            {},
            one === paper ? make("b", {}, "This one: ") : null,
            make(
              "a",
              { href: hashOf({ ...state, paper: idOf(one) }) },
              make("bdi", {}, `${one.digest}, record ${one.record}`),
            ),
            " ",
            make(
              "span",
              { class: "note" },
              [
                one.day === UNDATED ? null : isoOf(one.day),
                one.status === "none" ? "code not mentioned" : `code ${one.status}`,
              ]
                .filter(Boolean)
                .join(", "),
            ),
          ),
        ),
      ),
    );
  }

  source(paper) {
    return make(
      "p",
      { class: "note" },
      "Record ",
      count(paper.record),
      " of ",
      make("bdi", {}, paper.digest),
      ".",
    );
  }
}

const point = (mark) => {
  if (!mark) return;
  for (const other of document.querySelectorAll("mark.pointed")) other.classList.remove("pointed");
  mark.classList.add("pointed");
  mark.scrollIntoView({ block: "center" });
};

// Text with marks: U+0001, the numbers of its facts, U+0002, the marked text, U+0003.
const markedText = (text) => {
  const nodes = [];
  let done = 0;
  for (const match of text.matchAll(/\u0001([\d,]*)\u0002([^\u0003]*)\u0003/g)) {
    nodes.push(
      text.slice(done, match.index),
      make("mark", { "data-facts": match[1].replaceAll(",", " ") }, match[2]),
    );
    done = match.index + match[0].length;
  }
  return [...nodes, text.slice(done)];
};
