
// An extra: sorts and filters the table of papers. The page is complete without it.
(() => {
  "use strict";
  const table = document.getElementById("paper-table");
  const tools = document.getElementById("paper-tools");
  if (!table || !tools) return;
  const body = table.tBodies[0];
  const rows = Array.from(body.rows, (row, index) => ({
    row, index,
    text: row.textContent.toLowerCase(),
    title: row.querySelector(".title").textContent.toLowerCase(),
    code: ["AVAILABLE", "PROMISED"].indexOf(row.dataset.code) + 1 || 3,
    links: Number(row.dataset.links),
    size: Number(row.dataset.size),
  }));

  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const words = make("input", { type: "search", autocomplete: "off", spellcheck: false });
  const kind = make("select", {},
    ...[["", "All papers"], ["AVAILABLE", "Code available"], ["PROMISED", "Code promised"],
        ["NONE", "No code named"], ["links", "With links"], ["size", "With model sizes"]]
      .map(([value, name]) => make("option", { value }, name)));
  const shown = make("output", {});
  tools.className = "tools";
  tools.append(
    make("label", {}, "Words in title, sentences or facts", words),
    make("label", {}, "Show", kind), shown);

  const filter = () => {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const test = kind.value;
    let count = 0;
    for (const paper of rows) {
      const fits = test === "" || paper.row.dataset.code === test || paper[test] > 0;
      const visible = fits && wanted.every((word) => paper.text.includes(word));
      paper.row.hidden = !visible;
      if (visible) count++;
    }
    shown.value = `${count} of ${rows.length} listed`;
  };
  words.addEventListener("input", filter);
  kind.addEventListener("change", filter);
  filter();

  const compare = {
    number: (a, b) => a.index - b.index,
    title: (a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0),
    code: (a, b) => a.code - b.code,
    links: (a, b) => b.links - a.links,
    size: (a, b) => b.size - a.size,
  };
  const natural = { links: "descending", size: "descending" };
  const headings = Array.from(table.tHead.rows[0].cells);
  for (const heading of headings) {
    const key = heading.dataset.sort;
    const button = make("button", { type: "button" }, heading.textContent);
    heading.replaceChildren(button);
    if (key === "number") heading.setAttribute("aria-sort", "ascending");
    button.addEventListener("click", () => {
      const first = natural[key] || "ascending";
      const second = first === "ascending" ? "descending" : "ascending";
      const order = heading.getAttribute("aria-sort") === first ? second : first;
      for (const other of headings) other.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", order);
      const sign = order === first ? 1 : -1;
      rows.sort((a, b) => sign * compare[key](a, b) || a.index - b.index);
      body.append(...rows.map((paper) => paper.row));
    });
  }
})();
