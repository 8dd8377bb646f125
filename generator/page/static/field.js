// One field at a time, at its place in the document. What is typed is kept in this window until it is written.

import { ask, made, plan, say, words } from "./talk.js";

let here = null; // the field that is open: { file, key, box, input, first, expected, kind }
let leaving = Promise.resolve(true);
let refresh = async () => {};

const draftName = (file, key) => `draft ${plan} ${file} ${key}`;
const asText = (value) => (Array.isArray(value) ? value.join("\n") : (value ?? ""));
const typed = ({ kind, input }) =>
  kind === "lines" ? input.value.split("\n").map((line) => line.trim()).filter(Boolean) : input.value.trim();

/** Tell the fields by what a page is read again. */
export function whenWritten(again) {
  refresh = again;
}

/** Open the field of a key at a place in the page; the one that is open is saved first. */
export async function open(file, key, put, isInside = false) {
  if (here?.file === file && here.key === key) return here.input?.focus();
  if (!(await leave())) return here.input.focus();
  const known = await ask("field", { file, path: JSON.parse(key) });
  if (known.status !== 200) return say(known.why);
  here = { file, key, put, isInside, kind: known.kind, expected: known.value, first: asText(known.value) };
  here.box = known.kind === "keys" ? choiceOfFields(known) : formOf(known);
  put(here.box);
  restoreDraft();
  (here.input ?? here.box.querySelector("button"))?.focus();
  here.box.scrollIntoView({ block: "nearest" });
}

/** Show something that no field is for, such as what a figure is computed of. */
export async function show(text, buttons, put) {
  if (!(await leave())) return;
  const list = made("ul", {}, ...buttons.map((button) => made("li", {}, button)));
  here = { file: "", key: "", box: box("div", made("p", {}, text), list, row(button("close", close))) };
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

/** Close the field; what was typed and not saved is gone. */
export function close() {
  if (!here) return;
  sessionStorage.removeItem(draftName(here.file, here.key));
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
  const row = form.closest("tr.field-row");
  form.remove();
  row?.remove();
  return { file, key, form, again() {
    active?.focus({ preventScroll: true });
    if (place !== null && active === here?.input) active.setSelectionRange?.(place, place);
  } };
}

/** What was typed before the page was loaded again and is not written: its file and key. */
export function draft() {
  const name = Object.keys(sessionStorage).find((one) => one.startsWith(`draft ${plan} `));
  if (!name) return null;
  const [file, ...key] = name.slice(`draft ${plan} `.length).split(" ");
  return { file, key: key.join(" ") };
}

async function save() {
  const { file, key, box: form, input } = here;
  if (form.dataset.busy) return false;
  form.dataset.busy = "yes";
  const answer = await ask("save", { file, path: JSON.parse(key), value: typed(here), expected: here.expected });
  delete form.dataset.busy;
  if (answer.status === 200) {
    close();
    await refresh(file, key);
    say(words.saved);
    return true;
  }
  input.setAttribute("aria-invalid", "true");
  const message = form.querySelector(".message");
  message.replaceChildren(...(answer.status === 409 ? conflict(answer.found) : [
    made("p", { className: "wrong" }, answer.why), made("p", {}, answer.hint ?? "")]));
  return false;
}

function conflict(found) {
  const theirs = found === null ? "–" : typeof found === "string" || Array.isArray(found) ? asText(found) : "…";
  return [
    made("p", { className: "wrong" }, words.other), made("div", { className: "theirs" }, theirs),
    row(button("mine", () => { here.expected = found; leave(); }), button("theirs", () => { close(); refresh(); })),
  ];
}

function formOf(known) {
  if (known.kind === "none") return box("div", made("p", {}, words.no_field), row(button("close", close)));
  const input = inputOf(known);
  input.id = "field";
  input.setAttribute("aria-describedby", "field-help field-message");
  const help = [known.example && `${words.example} ${known.example}`,
    known.kind === "prose" && words.marks, known.kind === "lines" && words.lines].filter(Boolean);
  const form = box("form", made("label", { htmlFor: "field" }, known.label || words.choose), input,
    made("div", { id: "field-message", className: "message", role: "alert" }),
    made("div", { id: "field-help" }, ...help.map((line) => made("p", { className: "hint" }, line))),
    row(made("button", { type: "submit" }, words.save), button("close", close),
      ...toList(known)));
  here.input = input;
  form.addEventListener("submit", (event) => { event.preventDefault(); leave(); });
  form.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !form.contains(event.relatedTarget) && form.isConnected) leave();
  });
  input.addEventListener("input", () => {
    const kept = JSON.stringify({ value: input.value, expected: here.expected });
    sessionStorage.setItem(draftName(here.file, here.key), kept);
  });
  return form;
}

function inputOf({ kind, value, choices }) {
  if (kind === "choice") {
    const select = made("select", {}, ...["", ...choices].map((word) => made("option", { value: word }, word || "–")));
    select.value = value ?? "";
    return select;
  }
  const isLong = kind === "prose" || kind === "lines";
  return made(isLong ? "textarea" : "input", { value: asText(value), autocomplete: "off", spellcheck: isLong });
}

/** A value of several keys or entries: each opens its own field, and entries come, go and are moved. */
function choiceOfFields(known) {
  const { label, inside, entries } = known;
  const { file } = here;
  const changed = async (what, facts, form) => {
    const answer = await ask(what, { file, ...facts });
    if (answer.status === 200) {
      close();
      return refresh();
    }
    const why = answer.status === 409 ? `${words.other} ${asText(answer.found)}` : `${answer.why} ${answer.hint ?? ""}`;
    form.querySelector(".message").replaceChildren(made("p", { className: "wrong" }, why));
  };
  const buttons = inside.map((one) => made("li", {}, made("button", { type: "button", onclick(event) {
    const spot = event.currentTarget.closest("li");
    const outer = spot.closest(".field");
    here = null; // the list stays as the place of the field that it opens
    open(file, JSON.stringify(one.path), (form) => spot.isConnected ? spot.append(form) : outer.after(form),
      true);
  } }, one.label || "–"), ...ofEntry(one, entries, changed)));
  const parts = known.new ? [newEntry(known.new, changed)] : [];
  return box("div", made("p", {}, made("strong", {}, label)), inside.length ? made("p", {}, words.inside) : "", made("ul", {}, ...buttons),
    made("div", { className: "message", role: "alert" }), ...parts,
    row(button("close", (event) => { here = null; event.currentTarget.closest(".field").remove(); }), ...toList(known)));
}

/** Buttons that move an entry of a list and take it away. */
function ofEntry({ path, label }, entries, changed) {
  const entry = entries.find((one) => JSON.stringify(one.path) === JSON.stringify(path));
  if (!entry) return [];
  const small = (name, what, facts) => Object.assign(button(name, (event) =>
    changed(what, { path, expected: entry.value, ...facts }, event.currentTarget.closest(".field"))),
    { ariaLabel: `${words[name]}: ${label}` });
  const moves = entry.place === undefined ? [] : [
    ...(entry.place > 0 ? [small("up", "move", { to: entry.place - 1 })] : []),
    ...(entry.place < entries.length - 1 ? [small("down", "move", { to: entry.place + 1 })] : [])];
  return [" ", ...moves, " ", small("remove", "remove", {})];
}

/** What a new entry is asked for: its keys, or its name and what is written there. */
function newEntry({ path, named, fields }, changed) {
  const asked = named ? [{ key: "", label: words.entry_name }, { key: "value", label: words.entry_value }] : fields;
  const inputs = asked.map(({ label }) => made("input", { autocomplete: "off", ariaLabel: label }));
  const form = made("form", {}, made("strong", {}, words.new),
    ...asked.map(({ label }, at) => made("label", {}, label, inputs[at])),
    row(made("button", { type: "submit" }, words.add)));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const typed = inputs.map((input) => input.value.trim());
    if (typed.includes("")) return inputs[typed.indexOf("")].focus();
    const value = named ? typed[1] : Object.fromEntries(fields.map(({ key }, at) => [key, typed[at]]));
    changed("add", { path: named ? [...path, typed[0]] : path, value }, form.closest(".field"));
  });
  return form;
}

/** A way from a field to the list that it is in, at the same place; none where that is open around it. */
function toList({ around }) {
  const { file, put, isInside } = here;
  return around && !isInside ? [button("around", () => open(file, JSON.stringify(around), put))] : [];
}

function restoreDraft() {
  const kept = sessionStorage.getItem(draftName(here.file, here.key));
  if (!kept || !here.input) return;
  const { value, expected } = JSON.parse(kept);
  here.input.value = value;
  here.expected = expected;
}

function box(name, ...content) {
  const element = made(name, { className: "field" }, ...content);
  element.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") { close(); refresh(); }
  });
  return element;
}

const row = (...buttons) => made("div", { className: "row" }, ...buttons);
const button = (name, onclick) => made("button", { type: "button", onclick }, words[name]);
