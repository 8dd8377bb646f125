// Findings in the margin: each beside the passage that it is about, and a way to its field.
//
// They stand beside a row and never in a cell of it, and come before their passage for who goes by keyboard.

import { fitTables, main, passageOf } from "./passages.js";
import { made, words } from "./talk.js";

let beside = []; // marks of rows, with their row and its table

/** The findings about a key, as they stand in the list beside the page. */
export function findingsAt(file, key) {
  return [...document.querySelectorAll("#notes .finding[data-key]")].filter(
    ({ dataset }) => dataset.file === file && dataset.key === key);
}

/** Put a mark beside each passage that something is found about. */
export function putMarks() {
  const places = new Map();
  for (const note of document.querySelectorAll("#notes .finding[data-key]")) {
    const passage = passageOf(note.dataset.file, note.dataset.key);
    const place = passage?.closest("tr") ?? passage?.closest("li, p, h1, h2, h3, h4, figure");
    if (place) places.set(place, [...(places.get(place) ?? []), note]);
  }
  beside = [...places].map(([place, notes]) => put(place, made("span", { className: "marks" }, ...notes.map(markOf))));
  along();
}

function markOf(note) {
  const { file, key, kind } = note.dataset;
  const kinds = { mend: words.mend, look: words.look };
  const mark = made("button", { type: "button", className: `mark ${kind}`, ariaLabel: `${kinds[kind]}: ${note.textContent}`,
    title: note.textContent, onclick: () => note.click() }, kind === "mend" ? "!" : "?");
  Object.assign(mark.dataset, { file, for: key });
  return mark;
}

function put(place, marks) {
  const table = place.closest("table");
  if (table) table.before(marks);
  else if (place.tagName === "LI") place.prepend(marks);
  else place.before(marks);
  return { marks, place, table };
}

/** Let the marks of rows stand beside their rows, wherever those are now. */
function along() {
  for (const { marks, place, table } of beside) {
    if (table) marks.style.marginTop = `${place.getBoundingClientRect().top - table.getBoundingClientRect().top}px`;
  }
}

new ResizeObserver(() => { fitTables(); along(); }).observe(main);
