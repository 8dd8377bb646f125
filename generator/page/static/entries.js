// Entries of a list and keys of a value: each opens its own field, they come, go and are moved.

import { box, button, row } from "./boxes.js";
import { asText, inputOf, typed } from "./inputs.js";
import { toolsOf } from "./prose.js";
import { ask, made, say, words } from "./talk.js";

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
  const parts = known.new.length ? [newEntry(file, known.path, known.new, changed)] : [];
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

/** What a new entry is asked for: each answer is checked when it is left, and all are kept till it is there. */
function newEntry(file, path, asked, changed) {
  const form = made("form", {}, made("strong", {}, words.new));
  const inputs = asked.map((one, at) => {
    const told = made("div", { className: "message", id: `new-${at}-message`, role: "alert" });
    const input = inputOf(one, (sentences) => say(sentences.join(" ")));
    const label = one.label || (one.is_name ? words.entry_name : words.entry_value);
    input.setAttribute("aria-label", label);
    input.setAttribute("aria-describedby", told.id);
    const help = one.example ? made("p", { className: "hint" }, `${words.example} ${one.example}`) : "";
    form.append(made("div", { className: "asked" }, made("div", { className: "name", ariaHidden: "true" }, label),
      one.kind === "prose" ? toolsOf(input) : "", input, told, help));
    return input;
  });
  const answers = () => asked.map(({ kind }, at) => kind === "prose" ? inputs[at].value : typed({ kind, input: inputs[at] }));
  const tell = (at, why, hint = "") => {
    inputs[at].setAttribute("aria-invalid", String(Boolean(why)));
    form.querySelector(`#new-${at}-message`).replaceChildren(
      ...(why ? [made("p", { className: "wrong" }, why), made("p", {}, hint)] : []));
    return !why;
  };
  const check = async (at) => {
    if (!answers()[at].length) return tell(at, "");
    const { why, hint } = await ask("check", { file, path, answers: answers(), number: at });
    return tell(at, why, hint);
  };
  inputs.forEach((input, at) => input.addEventListener(input.isContentEditable ? "blur" : "change", () => check(at)));
  form.append(row(made("button", { type: "submit" }, words.add)));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const empty = answers().findIndex((answer) => !answer.length);
    if (empty >= 0) {
      tell(empty, words.needed);
      return inputs[empty].focus();
    }
    for (const at of inputs.keys()) if (!(await check(at))) return inputs[at].focus();
    return changed("add", { path, answers: answers() }, form.closest(".field"));
  });
  return form;
}
