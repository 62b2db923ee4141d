// The lists of values beside the papers, each with its count and a link that filters by it.

const SHOWN = 8;

const facetList = (facet, counts, state, spellings, expanded, onExpand) => {
  const entries = (facet.all ?? [...counts.keys()]).map((value) => [value, counts.get(value) ?? 0]);
  if (!facet.all) entries.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const chosen = state[facet.key];
  if (chosen && !entries.some(([value]) => value === chosen)) entries.unshift([chosen, 0]);
  if (entries.length === 0) return null;
  const largest = Math.max(1, ...entries.map((entry) => entry[1]));
  const shown = expanded ? entries.slice(0, 100) : entries.slice(0, SHOWN);
  if (chosen && !shown.some(([value]) => value === chosen)) {
    shown.unshift(entries.find(([value]) => value === chosen));
  }
  const list = make(
    "ul",
    {},
    ...shown.map(([value, number]) =>
      facetValue(facet.key, value, labelOf(facet.key, value, spellings), number, largest, state),
    ),
  );
  const more = entries.length - SHOWN;
  const toggle =
    more > 0
      ? button(
          expanded ? "Fewer" : `${count(more)} more`,
          { class: "quiet", "data-name": facet.key, "aria-expanded": String(expanded) },
          onExpand,
        )
      : null;
  return make(
    "section",
    { class: "facet", "aria-label": facet.title },
    make("h3", {}, facet.title),
    list,
    toggle,
  );
};

const facetValue = (key, value, label, number, largest, state) => {
  const bar = make("span", { class: "bar" });
  bar.style.width = `${(100 * number) / largest}%`;
  const current = state[key] === value;
  return make(
    "li",
    {},
    make(
      "a",
      {
        href: hashOf(toggled(state, key, value)),
        "aria-current": current ? "true" : null,
        "data-name": `${key}=${value}`,
        class: key === "status" ? value : null,
      },
      make("bdi", { class: "name" }, label),
      make("span", { class: "number" }, count(number)),
      make("span", { class: "track", "aria-hidden": "true" }, bar),
    ),
  );
};

// What is chosen beside the words looked for, each with a link that takes it back.
const chips = (state, spellings) => {
  const chosen = [];
  const add = (label, change) =>
    chosen.push(
      make(
        "li",
        {},
        make(
          "a",
          { href: hashOf(withChange(state, change)), "aria-label": `Take back: ${label}` },
          make("bdi", {}, label),
          make("span", { "aria-hidden": "true" }, " ×"),
        ),
      ),
    );
  for (const facet of [...FACETS, SIZE_FACET]) {
    if (state[facet.key])
      add(`${facet.title}: ${labelOf(facet.key, state[facet.key], spellings)}`, {
        [facet.key]: undefined,
      });
  }
  if (state.digest) add(`Digest: ${state.digest}`, { digest: undefined });
  if (state.from || state.to) {
    const span =
      state.from === state.to ? state.from : `${state.from ?? "…"} to ${state.to ?? "…"}`;
    add(span, { from: undefined, to: undefined });
  }
  if (chosen.length + (state.q ? 1 : 0) > 1) {
    chosen.push(
      make(
        "li",
        {},
        make("a", { class: "clear", href: hashOf({ sort: state.sort }) }, "Clear all"),
      ),
    );
  }
  return chosen;
};
