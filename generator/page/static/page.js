// The page of a document: passages open their fields, and it is read again when something is written.

import "./bar.js";
import { changed, refresh } from "./again.js";
import { draft, leave, open, show, undo, whenWritten } from "./field.js";
import { putMarks } from "./margin.js";
import { atTheTop, below, main, passageOf, prepare } from "./passages.js";
import { ask, listen, made, say, words } from "./talk.js";

function openAt(passage) {
  const { file, key, kind } = passage.dataset;
  if (kind === "computed") return showSources(passage, JSON.parse(key));
  return open(file, key, below(passage), { isName: kind === "name" });
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
  if (event.target.closest(".field, .mark, a:not([data-kind] a)") || String(getSelection())) return;
  const passage = event.target.closest("[data-kind]") ?? event.target.querySelector?.(":scope > [data-kind]");
  if (passage) {
    event.preventDefault();
    openAt(passage);
  } else if (event.target !== main) {
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
document.addEventListener("keydown", (event) => {
  const isUndo = event.key === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
  if (!isUndo || event.target.closest("input, textarea, [contenteditable]")) return;
  event.preventDefault();
  undo();
});
document.getElementById("notes").addEventListener("click", (event) => {
  const note = event.target.closest("button[data-key]");
  if (!note) return;
  const { file, key } = note.dataset;
  const passage = passageOf(file, key);
  passage?.scrollIntoView({ block: "center" });
  open(file, key, passage ? below(passage) : (form) => note.after(form));
});

/* The headings are open where they stand beside the text, and close behind a link where they lie above it. */
const headings = document.querySelector("#headings details");
const beside = matchMedia("(min-width: 88rem)");
const arrange = () => { headings.open = beside.matches; };
beside.addEventListener("change", arrange);
headings.addEventListener("click", ({ target }) => { if (target.closest("a") && !beside.matches) headings.open = false; });
arrange();

whenWritten(refresh);
prepare();
putMarks();
const kept = draft();
if (kept) {
  const passage = passageOf(kept.file, kept.key);
  open(kept.file, kept.key, passage ? below(passage) : atTheTop, kept);
}
const asked = kept ? null : location.hash.match(/^#at:(.+)$/);
if (asked) {
  const [file, path] = JSON.parse(decodeURIComponent(asked[1]));
  const key = JSON.stringify(path);
  const passage = passageOf(file, key);
  open(file, key, passage ? below(passage) : atTheTop);
}
const said = sessionStorage.getItem("said");
if (said) {
  sessionStorage.removeItem("said");
  say(said, false, made("button", { type: "button", onclick: undo }, words.undo));
}
listen(changed);
