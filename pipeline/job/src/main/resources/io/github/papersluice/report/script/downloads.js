// The papers that are chosen, as a file made in the browser.

const rowOf = (paper) => ({
  digest: paper.digest,
  record_number: paper.record,
  digest_date: paper.day === UNDATED ? null : isoOf(paper.day),
  title: paper.title,
  code_status: paper.status.toUpperCase(),
  arxiv_id: paper.arxiv || null,
  url: paper.url,
  links: paper.links.map(({ url, kind, availability, repository }) => ({
    url,
    kind,
    availability: availability || null,
    repository,
  })),
  model_sizes: paper.sizes.map(({ model, parameters: number, role, exactness }) => ({
    model,
    parameters: number,
    role,
    exactness: exactness || "exact",
  })),
});

const asJson = (papers) =>
  `[\n${papers.map((paper) => JSON.stringify(rowOf(paper))).join(",\n")}\n]\n`;

// RFC 4180. A text that a spreadsheet would take for a formula gets an apostrophe before it.
const cell = (value) => {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  return `"${value.replace(/^(?='*[=+\-@\t])/, "'").replaceAll('"', '""')}"`;
};

const CSV_COLUMNS = [
  "digest",
  "record_number",
  "digest_date",
  "title",
  "code_status",
  "arxiv_id",
  "url",
  "links",
  "model_sizes",
];

const asCsv = (papers) => {
  const rows = papers.map(rowOf).map((row) => ({
    ...row,
    links: row.links.map((link) => link.url).join(" "),
    model_sizes: row.model_sizes
      .map((size) => (size.model === null ? "" : `${size.model} `) + size.parameters)
      .join("; "),
  }));
  return (
    [
      CSV_COLUMNS.join(","),
      ...rows.map((row) => CSV_COLUMNS.map((name) => cell(row[name])).join(",")),
    ].join("\n") + "\n"
  );
};

const download = (name, type, text) => {
  const url = URL.createObjectURL(new Blob([text], { type }));
  make("a", { href: url, download: name }).click();
  // At once, some browsers would not have begun to read it.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
};
