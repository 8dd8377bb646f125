// Entries of a list and keys of a value: each opens its own field, they come, go and are moved.

import { box, button, row } from "./boxes.js";
import { asText } from "./inputs.js";
import { ask, made, words } from "./talk.js";

/** Make a box of the keys or entries of a value.
 * `opened` is called with a key and where its field is put, `written` after a change, `closed` with the box.
 */
export function choiceOfFields(known, file, { opened, written, closed, more }) {
  const { label, inside, entries } = known;
  const changed = async (what, facts, form) => {
    const answer = await ask(what, { file, ...facts });
    if (answer.status === 200) return written();
    const why = answer.status === 409 ? `${words.other} ${asText(answer.found)}` : `${answer.why} ${answer.hint ?? ""}`;
    form.querySelector(".message").replaceChildren(made("p", { className: "wrong" }, why));
  };
  const buttons = inside.map((one) => made("li", {}, made("button", { type: "button", onclick(event) {
    const spot = event.currentTarget.closest("li");
    const outer = spot.closest(".field");
    opened(JSON.stringify(one.path), (form) => spot.isConnected ? spot.append(form) : outer.after(form));
  } }, one.label || "–"), ...ofEntry(one, entries, changed)));
  const parts = known.new ? [newEntry(known.new, changed)] : [];
  return box("div", closed, made("p", {}, made("strong", {}, label)),
    inside.length ? made("p", {}, words.inside) : "", made("ul", {}, ...buttons),
    made("div", { className: "message", role: "alert" }), ...parts,
    row(button("close", (event) => closed(event.currentTarget.closest(".field"))), ...more));
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
