// The page: passages open their fields, and it is read again when something is written, here or elsewhere.

import { draft, leave, open, show, takenOut, whenWritten } from "./field.js";
import { ask, listen, made, plan, say, words } from "./talk.js";

const main = document.getElementById("main");
const notes = document.getElementById("notes");

/** Make passages reachable by keyboard, one stop for those side by side that open one field. */
function prepare() {
  let before = null;
  for (const passage of main.querySelectorAll("[data-kind]")) {
    const { file, key } = passage.dataset;
    const block = passage.closest("p, li, td, th, h1, h2, h3, h4");
    if (before?.file !== file || before.key !== key || before.block !== block) {
      passage.tabIndex = 0;
      passage.role = "button";
    }
    before = { file, key, block };
  }
  const headings = [...main.querySelectorAll("h2, h3")];
  document.querySelector("#headings ul").replaceChildren(...headings.map((heading, number) => {
    heading.id ||= `heading-${number}`;
    heading.tabIndex = -1;
    const link = made("a", { href: `#${heading.id}`, className: `level-${heading.tagName[1]}` }, heading.textContent);
    return made("li", {}, link);
  }));
}

/** The passage of a key, or the nearest one that is in it or that it is in. */
function passageOf(file, key) {
  if (!key) return undefined;
  const own = [...main.querySelectorAll("[data-kind]")].filter((one) => one.dataset.file === file);
  const begins = (one, other) => one.startsWith(`${other.slice(0, -1)},`);
  return own.find((one) => one.dataset.key === key) ?? own.find((one) => begins(one.dataset.key, key))
    ?? own.find((one) => begins(key, one.dataset.key));
}

/** Put a field below the passage, wherever that is by then: in a row of its own within a table. */
function below(found) {
  return (form) => {
    const passage = found.isConnected ? found : passageOf(found.dataset.file, found.dataset.key);
    if (!passage) return atTheTop(form);
    const row = passage.closest("tr");
    if (!row) return (passage.closest("li, p, h1, h2, h3, h4, figure") ?? passage).after(form);
    const width = [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0);
    row.after(made("tr", { className: "field-row" }, made("td", { colSpan: Math.max(width, 1) }, form)));
  };
}

const atTheTop = (form) => main.prepend(made("p", {}, words.not_here), form);

function openAt(passage) {
  const { file, key, kind } = passage.dataset;
  if (kind === "name") return show(words.name, [], below(passage));
  if (kind === "computed") return showSources(passage, JSON.parse(key));
  return open(file, key, below(passage));
}

/** What a computed passage is made of, each a button that opens its field. */
async function showSources(passage, sources) {
  const buttons = await Promise.all(sources.slice(0, 12).map(async ([file, path]) => {
    const { label, value } = await ask("field", { file, path });
    const text = typeof value === "string" ? `${label} (${value})` : (label ?? "");
    return made("button", { type: "button", onclick: () => open(file, JSON.stringify(path), below(passage)) }, text);
  }));
  return show(words.computed, buttons, below(passage));
}

main.addEventListener("click", (event) => {
  if (event.target.closest(".field, a:not([data-kind] a)") || String(getSelection())) return;
  const passage = event.target.closest("[data-kind]") ?? event.target.querySelector?.(":scope > [data-kind]");
  if (passage) {
    event.preventDefault();
    openAt(passage);
  } else if (plan && event.target !== main) {
    leave();
    say(words.form);
  }
});
main.addEventListener("keydown", (event) => {
  if (event.target.role === "button" && (event.key === "Enter" || event.key === " ")) {
    event.preventDefault();
    openAt(event.target);
  }
});
notes?.addEventListener("click", (event) => {
  const note = event.target.closest("button[data-key]");
  if (!note) return;
  const { file, key } = note.dataset;
  const passage = passageOf(file, key);
  passage?.scrollIntoView({ block: "center" });
  open(file, key, passage ? below(passage) : (form) => note.after(form));
});

let reading = Promise.resolve();

/** Read the page again when it has been read for who asked before. */
function refresh(file, key) {
  reading = reading.then(() => readAgain(file, key)).catch(() => say(words.gone));
  return reading;
}

/** Read the page again: scroll, focus and the field that is open stay as they are. */
async function readAgain(file, key) {
  const answer = await fetch(location.pathname);
  if (!answer.ok) return;
  const read = new DOMParser().parseFromString(await answer.text(), "text/html");
  const focused = document.activeElement?.dataset ?? {};
  const form = takenOut();
  const [x, y] = [scrollX, scrollY];
  document.body.dataset.state = read.body.dataset.state ?? "";
  for (const name of ["main", "notes"]) {
    document.getElementById(name).replaceChildren(...read.getElementById(name).childNodes);
  }
  prepare();
  if (form) {
    const passage = passageOf(form.file, form.key);
    (passage ? below(passage) : atTheTop)(form.form);
    form.again();
  } else {
    passageOf(file ?? focused.file, key ?? focused.key)?.focus({ preventScroll: true });
  }
  scrollTo(x, y);
}

if (plan) {
  whenWritten(refresh);
  prepare();
  document.getElementById("undo").addEventListener("click", async () => {
    if (!(await leave())) return;
    const { status, done, why } = await ask("undo", {});
    await refresh();
    say(status === 200 ? (done ? words.undone : words.nothing_to_undo) : why || words.other);
  });
  document.getElementById("keep").addEventListener("click", async () => {
    if (!(await leave())) return;
    say(words.working);
    const { why } = await ask("keep", {});
    say(why);
  });
  const kept = draft();
  if (kept) {
    const passage = passageOf(kept.file, kept.key);
    open(kept.file, kept.key, passage ? below(passage) : atTheTop);
  }
}
listen((state) => {
  reading = reading.then(() => state !== document.body.dataset.state && readAgain()).catch(() => say(words.gone));
});
