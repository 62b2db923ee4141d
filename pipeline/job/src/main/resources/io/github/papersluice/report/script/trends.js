// Charts over time and the histogram of sizes. Every column is a link that filters by it; a chart
// is one stop of the tab key, the arrow keys walk along its columns.

// As in Period.java: the longest span in days that is shown in these steps.
const PERIODS = [
  { name: "day", longest: 62, start: (date) => date, end: (start) => start },
  {
    name: "week",
    longest: 427,
    start: (date) => new Date(date - ((date.getUTCDay() + 6) % 7) * DAY),
    end: (start) => start + 6,
  },
  {
    name: "month",
    longest: 7400,
    start: (date) => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1)),
    end: (start) =>
      Date.UTC(dateOf(start).getUTCFullYear(), dateOf(start).getUTCMonth() + 1, 1) / DAY - 1,
  },
  {
    name: "year",
    longest: Infinity,
    start: (date) => new Date(Date.UTC(date.getUTCFullYear(), 0, 1)),
    end: (start) => Date.UTC(dateOf(start).getUTCFullYear() + 1, 0, 1) / DAY - 1,
  },
];

const periodFor = (days) => PERIODS.find((period) => days <= period.longest);

const nameOfStep = (period, start) => {
  if (period.name === "month")
    return `${MONTHS[dateOf(start).getUTCMonth()]} ${dateOf(start).getUTCFullYear()}`;
  if (period.name === "year") return String(dateOf(start).getUTCFullYear());
  return period.name === "week" ? `Week of ${spoken(start)}` : spoken(start);
};

// The smallest value that at least this share of them does not pass; sorted values.
const quantile = (sorted, share) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];

// The steps from the first to the last paper's, the empty ones between too.
const trendOf = (papers) => {
  const dated = papers.filter((paper) => paper.day !== UNDATED);
  if (dated.length === 0) return null;
  const days = dated.map((paper) => paper.day);
  const first = days.reduce((a, b) => Math.min(a, b));
  const last = days.reduce((a, b) => Math.max(a, b));
  const period = periodFor(last - first + 1);
  const startOf = (day) => period.start(dateOf(day)) / DAY;
  const steps = new Map();
  for (let start = startOf(first); start <= last; start = period.end(start) + 1) {
    steps.set(start, {
      start,
      end: period.end(start),
      papers: 0,
      available: 0,
      promised: 0,
      sizes: [],
    });
  }
  for (const paper of dated) {
    const step = steps.get(startOf(paper.day));
    step.papers++;
    if (paper.status === "available") step.available++;
    if (paper.status === "promised") step.promised++;
    if (paper.sizes.length > 0) step.sizes.push(paper.largest);
  }
  for (const step of steps.values()) step.sizes.sort((a, b) => a - b);
  return { period, steps: [...steps.values()] };
};

// Weekends and holidays without a digest would leave gaps in a chart of days.
const shownSteps = ({ period, steps }) =>
  period.name === "day" ? steps.filter((step) => step.papers > 0) : steps;

const part = (cssClass, from, to) => {
  const node = make("span", { class: cssClass });
  node.style.bottom = `${100 * from}%`;
  node.style.height = `${100 * Math.max(0, to - from)}%`;
  return node;
};

// columns: { label, href, parts, current }
const chart = (title, note, top, ends, columns) => {
  const told = make("p", { class: "told" }, note);
  const plot = make(
    "div",
    { class: "plot", role: "group", "aria-label": `${title}. ${note}` },
    ...columns.map((column, i) =>
      make(
        "a",
        {
          href: column.href,
          "aria-label": column.label,
          "aria-current": column.current ? "true" : null,
          "data-name": `${title}: ${column.label}`,
          tabindex: i === columns.length - 1 ? "0" : "-1",
        },
        ...column.parts,
      ),
    ),
  );
  const tell = (event) => {
    const column = event.target.closest("a");
    if (column) told.textContent = column.getAttribute("aria-label");
  };
  const rest = () => {
    told.textContent = note;
  };
  plot.addEventListener("pointerover", tell);
  plot.addEventListener("focusin", tell);
  plot.addEventListener("pointerleave", rest);
  plot.addEventListener("focusout", rest);
  plot.addEventListener("keydown", (event) => walk(plot, event));
  return make(
    "figure",
    {},
    make("figcaption", {}, title),
    told,
    make("p", { class: "top", "aria-hidden": "true" }, top),
    plot,
    make(
      "p",
      { class: "ends", "aria-hidden": "true" },
      ...ends.map((end) => make("span", {}, end)),
    ),
  );
};

const walk = (plot, event) => {
  const columns = [...plot.children];
  const at = columns.indexOf(document.activeElement);
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: columns.length - 1 }[event.key];
  if (to === undefined || !columns[to]) return;
  event.preventDefault();
  columns[at].tabIndex = -1;
  columns[to].tabIndex = 0;
  columns[to].focus();
};

const shareOf = (part_, whole) => (whole === 0 ? 0 : part_ / whole);

const trendCharts = (papers, state) => {
  const trend = trendOf(papers);
  if (trend === null) return [];
  const steps = shownSteps(trend);
  if (steps.length < 2) return [];
  const name = (step) => nameOfStep(trend.period, step.start);
  const column = (step, text, parts) => ({
    label: `${name(step)}: ${text}`,
    href: hashOf(withChange(state, { from: isoOf(step.start), to: isoOf(step.end) })),
    current: state.from === isoOf(step.start) && state.to === isoOf(step.end),
    parts,
  });
  const ends = [isoOf(steps[0].start), isoOf(steps[steps.length - 1].start)];
  return [
    papersChart(trend, steps, column, ends),
    codeChart(papers, steps, column, ends),
    sizesChart(papers, steps, column, ends),
  ].filter((figure) => figure !== null);
};

const papersChart = (trend, steps, column, ends) => {
  const most = Math.max(...steps.map((step) => step.papers));
  return chart(
    `Papers by ${trend.period.name}`,
    `${counted(
      steps.reduce((sum, step) => sum + step.papers, 0),
      "paper",
      "papers",
    )}`,
    count(most),
    ends,
    steps.map((step) =>
      column(step, counted(step.papers, "paper", "papers"), [part("fill", 0, step.papers / most)]),
    ),
  );
};

const codeChart = (papers, steps, column, ends) => {
  const available = papers.filter((paper) => paper.status === "available").length;
  const promised = papers.filter((paper) => paper.status === "promised").length;
  const most = Math.max(
    0.01,
    ...steps.map((step) => shareOf(step.available + step.promised, step.papers)),
  );
  return chart(
    "Share with code, and promised",
    `${percent(available, papers.length)} with code, ${percent(promised, papers.length)} promised`,
    `${Math.round(100 * most)} %`,
    ends,
    steps.map((step) => {
      const there = shareOf(step.available, step.papers) / most;
      return column(
        step,
        `${percent(step.available, step.papers)} with code (${count(step.available)}), ${percent(step.promised, step.papers)} promised (${count(step.promised)})`,
        [
          part("fill", 0, there),
          part("fill half", there, there + shareOf(step.promised, step.papers) / most),
        ],
      );
    }),
  );
};

// On a log axis: from the lower to the upper quartile, with a line at the median.
const sizesChart = (papers, steps, column, ends) => {
  const sized = papers
    .filter((paper) => paper.sizes.length > 0)
    .map((paper) => paper.largest)
    .sort((a, b) => a - b);
  if (sized.length === 0) return null;
  const lows = steps
    .filter((step) => step.sizes.length > 0)
    .map((step) => quantile(step.sizes, 0.25));
  const highs = steps
    .filter((step) => step.sizes.length > 0)
    .map((step) => quantile(step.sizes, 0.75));
  const bottom = Math.log10(Math.max(1, Math.min(...lows))) - 0.1;
  const top = Math.log10(Math.max(1, ...highs)) + 0.1;
  const at = (number) =>
    Math.min(1, Math.max(0, (Math.log10(Math.max(1, number)) - bottom) / (top - bottom)));
  const told = (sizes) =>
    `median ${parameters(quantile(sizes, 0.5))}, quartiles ${parameters(quantile(sizes, 0.25))} and ${parameters(quantile(sizes, 0.75))}`;
  return chart(
    "Largest size a paper names",
    `${told(sized)}, in ${counted(sized.length, "paper", "papers")}`,
    parameters(Math.max(...highs)),
    ends,
    steps.map((step) => {
      if (step.sizes.length === 0) return column(step, "no paper names a size", []);
      const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => at(quantile(step.sizes, share)));
      return column(
        step,
        `${told(step.sizes)}, in ${counted(step.sizes.length, "paper", "papers")}`,
        [
          part("range", Math.max(0, low - 0.01), Math.min(1, high + 0.01)),
          part("median", Math.max(0, middle - 0.015), middle + 0.015),
        ],
      );
    }),
  );
};

// Sizes outside are rare; drawn, they would squeeze all others together. The list still has them.
const LOWEST_BIN = BORDERS.indexOf(1e6);
const HIGHEST_BIN = BORDERS.indexOf(1e12) + 4;

const histogram = (counts, state) => {
  const numbers = [...counts.values()];
  if (numbers.length === 0) return [];
  const bins = [...counts.keys()].map((from) => BORDERS.indexOf(Number(from)));
  const first = Math.max(LOWEST_BIN, Math.min(...bins));
  const last = Math.max(first, Math.min(HIGHEST_BIN, Math.max(...bins)));
  const most = Math.max(...numbers);
  const columns = [];
  for (let bin = first; bin <= last; bin++) {
    const value = String(BORDERS[bin]);
    const number = counts.get(value) ?? 0;
    columns.push({
      label: `${labelOf("size", value)}: ${counted(number, "paper", "papers")}`,
      href: hashOf(toggled(state, "size", value)),
      current: state.size === value,
      parts: [part("fill", 0, number / most)],
    });
  }
  const top = [...counts.entries()].sort((a, b) => b[1] - a[1])[0];
  return [
    chart(
      "Papers by model size",
      `most name ${labelOf("size", top[0])}: ${counted(top[1], "paper", "papers")}`,
      count(most),
      [parameters(BORDERS[first]), parameters(BORDERS[last])],
      columns,
    ),
  ];
};
