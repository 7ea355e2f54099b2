// Finds what a person means by a kind of control and the words on it. Returns the one element, or
// a sentence that says why there is not exactly one.
const [kind, name, within] = arguments;

const KINDS = {
  pressable:
    "button, a[href], summary, input[type=submit], input[type=button], input[type=checkbox], " +
    "input[type=radio], [role=button], [role=link], [role=tab], [role=radio], [role=checkbox], " +
    "[role=switch], [role=menuitem], [role=option]",
  field:
    "input:not([type=submit], [type=button], [type=checkbox], [type=radio], [type=hidden]), " +
    "textarea, select, [contenteditable=true], [role=textbox], [role=searchbox], [role=spinbutton]",
  group:
    "fieldset, section, article, li, tr, dialog, nav, form, [role=group], [role=region], " +
    "[role=row], [role=listitem], [role=radiogroup], [role=dialog]",
};

const tidy = (text) => (text ?? "").replace(/\s+/g, " ").trim();

// "Start a visit …" stands for anything that begins with the words before the dots.
const wanted = tidy(name);
const matches = (text) =>
  wanted.endsWith("…") ? text.startsWith(tidy(wanted.slice(0, -1))) : text === wanted;

function wordsIn(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (node.nodeType !== Node.ELEMENT_NODE) return "";
  if (node.getAttribute("aria-hidden") === "true" || node.hidden) return "";
  // A field inside its own label is not part of what it is called.
  if (node.matches("select, textarea, input")) return "";
  if (node.matches("img, [role=img]")) return node.getAttribute("alt") ?? node.ariaLabel ?? "";
  // Blocks stand apart, words inside a line do not.
  const gap = getComputedStyle(node).display.startsWith("inline") ? "" : " ";
  return gap + Array.from(node.childNodes, wordsIn).join("") + gap;
}

// The parts of the accessible name computation that our own pages use.
function nameOf(element) {
  const labelledBy = element.getAttribute("aria-labelledby");
  if (labelledBy) {
    const labels = labelledBy.split(/\s+/).map((id) => document.getElementById(id));
    return tidy(labels.filter(Boolean).map(wordsIn).join(" "));
  }
  if (element.getAttribute("aria-label")) return tidy(element.getAttribute("aria-label"));
  if (element.labels?.length) return tidy(Array.from(element.labels, wordsIn).join(" "));
  if (element.matches("input[type=submit], input[type=button]")) return tidy(element.value);
  if (element.matches(KINDS.field)) return tidy(element.placeholder || element.title);
  return tidy(wordsIn(element)) || tidy(element.title);
}

function titleOf(group) {
  const own = group.getAttribute("aria-label") || group.getAttribute("aria-labelledby");
  if (own) return nameOf(group);
  const heading = group.querySelector(":scope > legend, h1, h2, h3, h4, h5, h6, th, strong, dt");
  return heading ? tidy(wordsIn(heading)) : tidy(wordsIn(group));
}

const isVisible = (element) => element.checkVisibility({ visibilityProperty: true });
const isOff = (element) =>
  element.matches(":disabled") || element.getAttribute("aria-disabled") === "true" ||
  element.closest("[inert]") !== null;

function deepest(elements) {
  return elements.filter((one) => !elements.some((other) => one !== other && one.contains(other)));
}

function findGroup(title) {
  const same = (text) =>
    title.endsWith("…") ? text.startsWith(tidy(title.slice(0, -1))) : text === tidy(title);
  const groups = [...document.querySelectorAll(KINDS.group)].filter(isVisible);
  const found = deepest(groups.filter((group) => same(titleOf(group))));
  return found.length === 1 ? found[0] : `there are ${found.length} groups called "${title}"`;
}

// Behind an open dialog nothing can be pressed.
const dialogs = document.querySelectorAll("dialog:modal");
let scope = dialogs.length ? dialogs[dialogs.length - 1] : document;
if (within) {
  const group = findGroup(within);
  if (typeof group === "string") return group;
  scope = group;
}

const candidates = [...scope.querySelectorAll(KINDS[kind])].filter(
  (element) => isVisible(element) || element.labels?.length > 0,
);
const found = deepest(candidates.filter((element) => matches(nameOf(element))));
if (found.length === 1) {
  const [element] = found;
  if (isOff(element)) return `"${wanted}" is there but switched off`;
  // As a person would: what lies under a bar at the edge is brought to the middle first.
  element.scrollIntoView({ block: "center", behavior: "instant" });
  // A checkbox or radio button may be drawn by its label alone; that is what a finger meets.
  return element.matches("input[type=checkbox], input[type=radio]") && element.labels.length
    ? element.labels[0]
    : element;
}
if (found.length > 1) return `there are ${found.length} that say "${wanted}"; say within what`;
const others = candidates.map(nameOf).filter(Boolean).slice(0, 40).join(" | ");
return `nothing says "${wanted}"; there is: ${others || "nothing at all"}`;
