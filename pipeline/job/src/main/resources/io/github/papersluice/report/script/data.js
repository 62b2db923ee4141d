// Unpacks the papers. Their columns are told in PaperColumns.java, which writes them.

const NONE = Object.freeze([]);
const UNDATED = null;

const unpack = async (name) => {
  const block = document.querySelector(`script[data-block="${name}"]`);
  if (block === null) return null;
  const packed = atob(block.textContent);
  const bytes = new Uint8Array(packed.length);
  for (let i = 0; i < packed.length; i++) bytes[i] = packed.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).text();
};

const lines = (text) => (text === null || text === "" ? [] : text.split("\n"));

// Runs of values with how often they come, spread out to one value for each paper.
const spread = (runs, valueOf) => {
  const values = [];
  for (const run of runs) {
    const fields = run.split("\t");
    const times = Number(fields[fields.length - 1]);
    for (let i = 0; i < times; i++) values.push(valueOf(fields, i));
  }
  return values;
};

const statusNames = { A: "available", P: "promised", N: "none" };
const availabilityNames = { A: "available", P: "promised", U: "" };
const roleNames = { T: "total", A: "active", R: "trainable" };
const exactnessNames = { E: "", A: "about", L: "at least", M: "at most" };

const hostOf = (url) => url.replace(/^\w+:\/\//, "").split(/[/?#]/, 1)[0];

const linkOf = (text, kinds) => {
  const [, kind, availability, rest] = /^(\d+)(.)([^]*)$/.exec(text);
  const [shown, repository] = rest.split("\u0001");
  const url = /^\w+:/.test(shown) && !/^[^/]+:\d/.test(shown) ? shown : `https://${shown}`;
  const path = shown.split("/").slice(1, 3).join("/");
  return {
    kind: kinds[Number(kind)],
    availability: availabilityNames[availability] ?? "",
    url,
    host: hostOf(shown),
    repository: repository === undefined ? null : repository || path,
  };
};

const sizeOf = (text, models) => {
  const [, number, role, exactness, model] = /^(-?\d+(?:e\d+)?)(.)(.)(\d*)$/.exec(text);
  return {
    parameters: Number(number),
    role: roleNames[role] ?? role,
    exactness: exactnessNames[exactness] ?? "",
    model: model === "" ? null : models[Number(model)],
  };
};

const modelKey = (name) => name.toLowerCase().replace(/[\s_-]/g, "");

// The borders of the histogram: five bins a decade, as in SizeScale.java.
const BORDERS = [];
for (let power = 1; power < 1e18; power *= 10) {
  for (const tenths of [10, 16, 25, 40, 63]) BORDERS.push(Math.ceil((power * tenths) / 10));
}

const binOf = (number) => {
  let low = 0;
  let high = BORDERS.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (BORDERS[middle] <= number) low = middle;
    else high = middle;
  }
  return low;
};

const distinct = (values) => (values.length < 2 ? values : [...new Set(values)]);

// Letters without their accents, so that "Poincare" finds "Poincaré".
const searchable = (text) => {
  const lower = text.toLowerCase();
  return /^[\u0000-\u007F]*$/.test(lower) ? lower : lower.normalize("NFKD").replace(/\p{M}/gu, "");
};

const paperOf = (index, columns) => {
  const links = columns.links[index]
    ? columns.links[index].split("\t").map((text) => linkOf(text, columns.kinds))
    : NONE;
  const sizes = columns.sizes[index]
    ? columns.sizes[index].split("\t").map((text) => sizeOf(text, columns.models))
    : NONE;
  const [arxiv, address] = (columns.details[index] ?? "").split("\t");
  const [digest, record] = columns.origins[index];
  const paper = {
    index,
    title: columns.titles[index],
    day: columns.days[index],
    digest: columns.digests[digest],
    record,
    status: statusNames[columns.status[index]] ?? "none",
    links,
    sizes,
    arxiv,
    url: address
      ? /^\w+:/.test(address)
        ? address
        : `https://${address}`
      : arxiv
        ? `https://arxiv.org/abs/${arxiv}`
        : null,
    kinds: distinct(links.map((link) => link.kind)),
    hosts: distinct(links.map((link) => link.host)),
    owners: distinct(
      links
        .filter((link) => link.repository)
        .map((link) => link.repository.split("/", 1)[0].toLowerCase()),
    ),
    models: distinct(
      sizes.filter((size) => size.model !== null).map((size) => modelKey(size.model)),
    ),
    bins: distinct(
      sizes.filter((size) => size.parameters >= 1).map((size) => binOf(size.parameters)),
    ),
    largest: sizes.reduce((largest, size) => Math.max(largest, size.parameters), 0),
    appearances: null,
  };
  paper.text = searchable(textOf(paper, columns.words[index] ?? ""));
  return paper;
};

const textOf = (paper, words) => {
  let text = paper.title;
  for (const link of paper.links) text += `\n${link.repository ?? ""}\n${link.url}`;
  for (const size of paper.sizes) {
    if (size.model !== null) text += `\n${size.model}\n${modelKey(size.model)}`;
  }
  return `${text}\n${paper.arxiv}\n${paper.url ?? ""}\n${words}`;
};

const COLUMNS = [
  "titles",
  "days",
  "origins",
  "status",
  "links",
  "sizes",
  "details",
  "repeats",
  "digests",
  "kinds",
  "models",
  "words",
];

// All papers, newest first.
const readPapers = async () => {
  const texts = await Promise.all(COLUMNS.map(unpack));
  const columns = Object.fromEntries(COLUMNS.map((name, i) => [name, lines(texts[i])]));
  columns.status = texts[COLUMNS.indexOf("status")];
  columns.days = spread(columns.days, ([day]) => (day === "" ? UNDATED : Number(day)));
  columns.origins = spread(columns.origins, ([digest, first], i) => [
    Number(digest),
    Number(first) + i,
  ]);
  const papers = columns.days.map((_, index) => paperOf(index, columns));
  for (const line of columns.repeats) {
    const places = line.split("\t").map(Number);
    for (const place of places) papers[place].appearances = places;
  }
  return { papers, spellings: spellingsOf(papers) };
};

// How models and owners are written: as in the newest paper that names them.
const spellingsOf = (papers) => {
  const models = new Map();
  const owners = new Map();
  const keep = (map, key, name) => map.has(key) || map.set(key, name);
  for (const paper of papers) {
    for (const { model } of paper.sizes) if (model !== null) keep(models, modelKey(model), model);
    for (const { repository } of paper.links) {
      if (repository)
        keep(owners, repository.split("/", 1)[0].toLowerCase(), repository.split("/", 1)[0]);
    }
  }
  return { models, owners };
};
