// Making elements and writing numbers. Text only ever enters the page as text: no markup is parsed.

const append = (parent, children) => {
  parent.append(...children.filter((child) => child !== null && child !== undefined));
  return parent;
};

// Attributes that are null, undefined or false are left out.
const setAttributes = (node, attributes) => {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value);
  }
  return node;
};

const make = (tag, attributes, ...children) =>
  append(setAttributes(document.createElement(tag), attributes), children);

const button = (text, attributes, onClick) => {
  const node = make("button", { type: "button", ...attributes }, text);
  node.addEventListener("click", onClick);
  return node;
};

// The user's language would write 1.234 in one place and the page 1,234 in another.
const count = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");

const counted = (number, one, several) => `${count(number)} ${number === 1 ? one : several}`;

const percent = (part, whole) => {
  if (whole === 0) return "–";
  const rounded = Math.round((100 * part) / whole);
  if (rounded === 0 && part > 0) return "<1 %";
  return rounded === 100 && part < whole ? ">99 %" : `${rounded} %`;
};

// 7B, 1.5B, 41.95M
const parameters = (number) => {
  const units = ["", "K", "M", "B", "T"];
  let unit = 0;
  while (unit < units.length - 1 && 1000 ** (unit + 1) <= number) unit++;
  const [whole, rest] = String(Math.round((100 * number) / 1000 ** unit) / 100).split(".");
  return count(whole) + (rest ? `.${rest}` : "") + units[unit];
};

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );
const DAY = 86_400_000;

const dateOf = (day) => new Date(day * DAY);
const isoOf = (day) => dateOf(day).toISOString().slice(0, 10);
const dayOf = (iso) => Date.parse(`${iso}T00:00:00Z`) / DAY;
const spoken = (day) => {
  const date = dateOf(day);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
};

// Only the web's own schemes are followed: never javascript:, data: or one unknown.
const isFollowed = (url) => /^https?:\/\/[^\s\\\u0000-\u0020]+$/.test(url);

const webLink = (url, label, attributes = {}) => {
  const text = make("bdi", {}, label);
  return isFollowed(url)
    ? make("a", { href: url, rel: "noopener noreferrer", ...attributes }, text)
    : text;
};

// Replaces elements and gives the focus to the one that has the name of the one that had it.
const keepingFocus = (replace) => {
  const name = document.activeElement?.dataset.name;
  replace();
  if (name)
    document.querySelector(`[data-name="${CSS.escape(name)}"]`)?.focus({ preventScroll: true });
};
