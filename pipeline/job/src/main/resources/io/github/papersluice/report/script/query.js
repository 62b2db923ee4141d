// What is asked for, in the page's address, so that a view can be sent and "back" goes back.

const KEYS = [
  "q",
  "status",
  "with",
  "kind",
  "host",
  "owner",
  "model",
  "size",
  "digest",
  "from",
  "to",
  "sort",
  "paper",
];

const stateOf = (hash) => {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  return Object.fromEntries(
    KEYS.filter((key) => given.get(key)).map((key) => [key, given.get(key)]),
  );
};

// In a fixed order: the same view has the same address. A bare "#" would scroll to the page's top.
const hashOf = (state) => {
  const chosen = KEYS.filter((key) => state[key]).map(
    (key) => `${key}=${encodeURIComponent(state[key])}`,
  );
  return `#${chosen.join("&") || "view=all"}`;
};

const withChange = (state, change) => ({ ...state, paper: undefined, ...change });

// Chosen again, a filter is taken back.
const toggled = (state, key, value) =>
  withChange(state, { [key]: state[key] === value ? undefined : value });

// Words between quotes belong together; all must be found.
const wordsOf = (query) =>
  [...searchable(query).matchAll(/"([^"]+)"?|(\S+)/g)].map((match) => match[1] ?? match[2]);

const FACETS = [
  {
    key: "status",
    title: "Code",
    values: (paper) => [paper.status],
    all: ["available", "promised", "none"],
  },
  {
    key: "with",
    title: "With",
    all: ["links", "sizes"],
    values: (paper) =>
      paper.links.length > 0
        ? paper.sizes.length > 0
          ? ["links", "sizes"]
          : ["links"]
        : paper.sizes.length > 0
          ? ["sizes"]
          : NONE,
  },
  { key: "model", title: "Models", values: (paper) => paper.models },
  { key: "owner", title: "Repository owners", values: (paper) => paper.owners },
  { key: "kind", title: "Kinds of link", values: (paper) => paper.kinds },
  { key: "host", title: "Hosts", values: (paper) => paper.hosts },
];
const SIZE_FACET = {
  key: "size",
  title: "Model sizes",
  values: (paper) => paper.bins.map((bin) => String(BORDERS[bin])),
};

const NAMES = [
  ["Github", "GitHub"],
  ["Hugging face", "Hugging Face"],
  ["GitHub pages", "GitHub Pages"],
  ["dataset", "data set"],
];
const WITH_NAMES = { links: "Links", sizes: "Model sizes" };
const STATUS_NAMES = { available: "Available", promised: "Promised", none: "Not mentioned" };

// GITHUB_PAGES as "GitHub Pages"
const readableKind = (kind) =>
  NAMES.reduce(
    (text, [from, to]) => text.replace(from, to),
    kind.charAt(0) + kind.slice(1).toLowerCase().replaceAll("_", " "),
  );

const labelOf = (key, value, spellings) => {
  if (key === "kind") return readableKind(value);
  if (key === "status") return STATUS_NAMES[value] ?? value;
  if (key === "with") return WITH_NAMES[value] ?? value;
  if (key === "model") return spellings.models.get(value) ?? value;
  if (key === "owner") return spellings.owners.get(value) ?? value;
  if (key === "size") {
    const next = BORDERS[BORDERS.indexOf(Number(value)) + 1];
    return `${parameters(Number(value))} to ${next ? parameters(next) : "more"}`;
  }
  return value;
};

const filtersOf = (state) => {
  const filters = [];
  const words = wordsOf(state.q ?? "");
  if (words.length > 0)
    filters.push({ key: "q", fits: (paper) => words.every((word) => paper.text.includes(word)) });
  for (const facet of [...FACETS, SIZE_FACET]) {
    const wanted = state[facet.key];
    if (wanted)
      filters.push({ key: facet.key, fits: (paper) => facet.values(paper).includes(wanted) });
  }
  if (state.digest) filters.push({ key: "digest", fits: (paper) => paper.digest === state.digest });
  if (state.from || state.to) {
    const from = state.from ? dayOf(state.from) : -Infinity;
    const to = state.to ? dayOf(state.to) : Infinity;
    filters.push({
      key: "from",
      fits: (paper) => paper.day !== UNDATED && paper.day >= from && paper.day <= to,
    });
  }
  return filters;
};

const ORDERS = {
  oldest: (a, b) => (a.day ?? Infinity) - (b.day ?? Infinity) || a.index - b.index,
  largest: (a, b) => b.largest - a.largest || a.index - b.index,
  title: (a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.index - b.index),
};

// The papers that fit, and for each facet how many fit with each of its values: a facet's own
// choice does not count for it, so that its other values can be seen and chosen instead.
const select = (papers, state) => {
  const filters = filtersOf(state);
  const counts = new Map([...FACETS, SIZE_FACET].map((facet) => [facet.key, new Map()]));
  const add = (facet, paper) => {
    const of = counts.get(facet.key);
    for (const value of facet.values(paper)) of.set(value, (of.get(value) ?? 0) + 1);
  };
  const chosen = [];
  for (const paper of papers) {
    let failed = null;
    let failures = 0;
    for (const filter of filters) {
      if (!filter.fits(paper)) {
        failed = filter.key;
        if (++failures > 1) break;
      }
    }
    if (failures === 0) chosen.push(paper);
    if (failures > 1) continue;
    for (const facet of FACETS) if (failures === 0 || facet.key === failed) add(facet, paper);
    if (failures === 0 || failed === SIZE_FACET.key) add(SIZE_FACET, paper);
  }
  if (ORDERS[state.sort]) chosen.sort(ORDERS[state.sort]);
  return { chosen, counts };
};
