// Passages of the document: how they are reached by keyboard, and where the field of each is put.

import { made, words } from "./talk.js";

const SHORT = 4; // letters, with which a passage alone in a cell is too small to hit

export const main = document.getElementById("main");

/** Make passages reachable by keyboard, one stop for those side by side that open one field. */
export function prepare() {
  let before = null;
  for (const passage of main.querySelectorAll("[data-kind]")) {
    const { file, key } = passage.dataset;
    const block = passage.closest("p, li, td, th, h1, h2, h3, h4");
    if (!before || before.file !== file || before.key !== key || before.block !== block) {
      passage.tabIndex = 0;
      passage.role = "button";
      const { length } = passage.textContent;
      passage.classList.toggle("short", length < SHORT && length === block?.textContent.trim().length);
    }
    before = { file, key, block };
  }
  fitTables();
  const headings = [...main.querySelectorAll("h2, h3")];
  document.querySelector("#headings ul").replaceChildren(...headings.map((heading, number) => {
    heading.id ||= `heading-${number}`;
    heading.tabIndex = -1;
    const link = made("a", { href: `#${heading.id}`, className: `level-${heading.tagName[1]}` }, heading.textContent);
    return made("li", {}, link);
  }));
}

/** Let a table that is wider than the page be moved sideways by itself. */
export function fitTables() {
  const tables = [...main.querySelectorAll("table")];
  tables.forEach((table) => table.classList.remove("wide"));
  const wide = tables.filter((table) => {
    const { paddingLeft, paddingRight } = getComputedStyle(table.parentElement);
    const room = table.parentElement.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
    return table.offsetWidth > room + 1;
  });
  wide.forEach((table) => table.classList.add("wide"));
}

/** The passage of a key, or the nearest one that is in it or that it is in. */
export function passageOf(file, key) {
  if (!key) return undefined;
  const own = [...main.querySelectorAll("[data-kind]")].filter((one) => one.dataset.file === file);
  const begins = (one, other) => one.startsWith(`${other.slice(0, -1)},`);
  return own.find((one) => one.dataset.key === key) ?? own.find((one) => begins(one.dataset.key, key))
    ?? own.find((one) => begins(key, one.dataset.key));
}

/** Put a field below the passage, wherever that is by then: in a row of its own within a table. */
export function below(found) {
  return (form) => {
    const passage = found.isConnected ? found : passageOf(found.dataset.file, found.dataset.key);
    if (!passage) return atTheTop(form);
    const row = passage.closest("tr");
    if (!row) return (passage.closest("li, p, h1, h2, h3, h4, figure") ?? passage).after(form);
    const width = [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0);
    row.after(made("tr", { className: "field-row" }, made("td", { colSpan: Math.max(width, 1) }, form)));
  };
}

export const atTheTop = (form) => main.prepend(made("p", {}, words.not_here), form);
