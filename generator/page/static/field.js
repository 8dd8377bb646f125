// One field at a time, at its place in the document. What is typed is kept in this window until it is written.

import { box, button, row } from "./boxes.js";
import { choiceOfFields } from "./entries.js";
import { findingsAt } from "./margin.js";
import { asText, inputOf, typed } from "./inputs.js";
import { passageOf } from "./passages.js";
import { chosenAgain, chosenIn, toolsOf } from "./prose.js";
import { ask, made, plan, say, words } from "./talk.js";

let here = null; // the field that is open: { file, key, box, input, first, expected, kind }
let leaving = Promise.resolve(true);
let refresh = async () => {};

const written = []; // where she has written since the page was opened, for undo to lead back there

const draftName = ({ file, key, isName }) => `draft ${plan} ${isName ? "name" : "value"} ${file} ${key}`;

/** Tell the fields by what a page is read again. */
export function whenWritten(again) {
  refresh = again;
}

/** Open the field of a key at a place in the page; the one that is open is saved first.
 * It is `isInside` where the list that it is of is open around it, and `isName` where the key itself is meant.
 */
export async function open(file, key, put, { isInside = false, isName = false } = {}) {
  if (here?.file === file && here.key === key && here.isName === isName) return here.input?.focus();
  if (!(await leave())) return here.input.focus();
  const known = await ask("field", { file, path: JSON.parse(key), is_name: isName });
  if (known.status !== 200) return say(known.why);
  here = { file, key, put, isInside, isName, kind: known.kind, expected: known.value };
  here.box = known.kind === "keys" ? fieldsOf(known) : formOf(known);
  put(here.box);
  restoreDraft();
  (here.input ?? here.box.querySelector("button"))?.focus();
  here.box.scrollIntoView({ block: "nearest" });
}

/** Show something that no field is for, such as what a figure is computed of. */
export async function show(text, buttons, put) {
  if (!(await leave())) return;
  const list = made("ul", {}, ...buttons.map((button) => made("li", {}, button)));
  here = { file: "", key: "", box: box("div", dropped, made("p", {}, text), list, row(button("close", close))) };
  put(here.box);
  here.box.querySelector("button").focus();
}

/** Save the field that is open, if something was typed, and close it; tell whether it is closed. */
export function leave() {
  leaving = leaving.then(async () => {
    if (!here) return true;
    if (here.input && here.input.value !== here.first) return save();
    close();
    return true;
  });
  return leaving;
}

/** Take back her last change, and show where it was. */
export async function undo() {
  if (!(await leave())) return;
  const { status, done, why } = await ask("undo", {});
  const last = status === 200 && done ? written.pop() : undefined;
  await refresh(last?.file, last?.key);
  if (last) passageOf(last.file, last.key)?.scrollIntoView({ block: "center" });
  say(status === 200 ? (done ? words.undone : words.nothing_to_undo) : why || words.other);
}

/** Close the field; what was typed and not saved is gone. */
export function close() {
  if (!here) return;
  sessionStorage.removeItem(draftName(here));
  const { box: gone } = here;
  here = null;
  (gone.closest("tr.field-row") ?? gone).remove();
}

/** The field that is open, taken out of the page while that is read again. */
export function takenOut() {
  if (!here) return null;
  const { file, key, box: form } = here;
  const active = form.contains(document.activeElement) ? document.activeElement : null;
  const place = here.input && "selectionStart" in here.input ? here.input.selectionStart : null;
  const chosen = active?.isContentEditable ? chosenIn(active) : null;
  const row = form.closest("tr.field-row");
  form.remove();
  row?.remove();
  return { file, key, form, again() {
    active?.focus({ preventScroll: true });
    if (chosen) chosenAgain(active, chosen);
    if (place !== null && active === here?.input) active.setSelectionRange?.(place, place);
  } };
}

/** What was typed before the page was loaded again and is not written: its file and key. */
export function draft() {
  const name = Object.keys(sessionStorage).find((one) => one.startsWith(`draft ${plan} `));
  if (!name) return null;
  const [what, file, ...key] = name.slice(`draft ${plan} `.length).split(" ");
  return { file, key: key.join(" "), isName: what === "name" };
}

function dropped() {
  close();
  refresh();
}

async function save(choice = {}) {
  const { file, key, box: form, input, isName } = here;
  if (form.dataset.busy) return false;
  form.dataset.busy = "yes";
  const value = here.kind === "prose" ? { html: input.value } : { value: typed(here) };
  const facts = { file, path: JSON.parse(key), is_name: isName, ...value, expected: here.expected, ...choice };
  const answer = await ask("save", facts);
  delete form.dataset.busy;
  if (answer.status === 200) {
    close();
    written.push({ file, key });
    await refresh(file, key);
    say(words.saved, false, button("undo", undo));
    return true;
  }
  const message = form.querySelector(".message");
  if (answer.status === 300) {
    message.replaceChildren(...usedElsewhere(answer));
    message.querySelector("button").focus();
    return false;
  }
  input.setAttribute("aria-invalid", "true");
  message.replaceChildren(...(answer.status === 409 ? conflict(answer.found) : [
    made("p", { className: "wrong" }, answer.why), made("p", {}, answer.hint ?? "")]));
  return false;
}

/** The other places of a name, and texts that mention it, before it is written at all of them or here alone. */
function usedElsewhere({ places, mentions }) {
  const list = (found) => made("ul", {}, ...found.map(({ document, label }) =>
    made("li", {}, made("strong", {}, `${document}: `), label)));
  return [
    made("p", {}, words.used), list(places), ...(mentions.length ? [made("p", {}, words.mentioned), list(mentions)] : []),
    row(button("everywhere", () => save({ places })), button("only_here", () => save({ here: true })),
      button("close", dropped)),
  ];
}

function conflict(found) {
  const theirs = found === null ? "–" : typeof found === "string" || Array.isArray(found) ? asText(found) : "…";
  return [
    made("p", { className: "wrong" }, words.other), made("div", { className: "theirs" }, theirs),
    row(button("mine", () => { here.expected = found; leave(); }), button("theirs", () => { close(); refresh(); })),
  ];
}

function formOf(known) {
  if (known.kind === "none") return box("div", dropped, made("p", {}, words.no_field), row(button("close", close)));
  const isProse = known.kind === "prose";
  const input = inputOf(known, (sentences) => form.querySelector(".message").replaceChildren(
    ...sentences.map((sentence) => made("p", {}, sentence))));
  input.id = "field";
  input.setAttribute("aria-describedby", "field-help field-message");
  const help = [known.example && `${words.example} ${known.example}`,
    known.kind === "lines" && words.lines].filter(Boolean);
  const label = isProse ? made("div", { id: "field-label", className: "name" }, known.label)
    : made("label", { htmlFor: "field" }, known.label || words.choose);
  if (isProse) input.setAttribute("aria-labelledby", "field-label");
  const found = findingsAt(here.file, here.key).map((note) => made("li", { className: note.dataset.kind }, note.innerText));
  const form = box("form", dropped, label, found.length ? made("ul", { className: "found" }, ...found) : "", isProse ? toolsOf(input) : "", input,
    made("div", { id: "field-message", className: "message", role: "alert" }),
    made("div", { id: "field-help" }, ...help.map((line) => made("p", { className: "hint" }, line))),
    row(made("button", { type: "submit" }, words.save), button("leave", close), ...toList(known)));
  Object.assign(here, { input, first: input.value });
  form.addEventListener("submit", (event) => { event.preventDefault(); leave(); });
  form.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !form.contains(event.relatedTarget) && form.isConnected) leave();
  });
  input.addEventListener("input", () => {
    const kept = JSON.stringify({ value: input.value, expected: here.expected });
    sessionStorage.setItem(draftName(here), kept);
  });
  return form;
}

/** The fields and entries that are in the value; the list stays as the place of the field that it opens. */
function fieldsOf(known) {
  const { file, key } = here;
  return choiceOfFields({ ...known, path: JSON.parse(here.key) }, file, {
    opened(key, put) { here = null; open(file, key, put, { isInside: true }); },
    written() { written.push({ file, key }); close(); return refresh(); },
    closed(form) { if (here?.box === form) here = null; form.remove(); },
    more: toList(known),
  });
}

/** A way from a field to the list that it is in, at the same place; none where that is open around it. */
function toList({ around }) {
  const { file, put, isInside } = here;
  return around && !isInside ? [button("around", () => open(file, JSON.stringify(around), put))] : [];
}

function restoreDraft() {
  const kept = sessionStorage.getItem(draftName(here));
  if (!kept || !here.input) return;
  const { value, expected } = JSON.parse(kept);
  here.input.value = value;
  here.expected = expected;
}
