// Buttons of the bar above the document.

import { beforeTaking } from "./actions.js";
import { refresh } from "./again.js";
import { box, button, row } from "./boxes.js";
import { bring, dropped } from "./bring.js";
import { leave, undo } from "./field.js";
import { ask, made, say, words } from "./talk.js";

beforeTaking(leave);
document.getElementById("undo").addEventListener("click", undo);
document.getElementById("keep").addEventListener("click", async ({ currentTarget: opener }) => {
  if (!(await leave()) || document.getElementById("version")) return;
  const about = made("input", { id: "version", autocomplete: "off", maxLength: 200 });
  const closed = (form) => { form.remove(); opener.focus(); };
  const form = box("form", closed, made("label", { htmlFor: "version" }, words.version), about,
    row(made("button", { type: "submit" }, words.keep), button("close", () => closed(form))));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    say(words.working);
    const { status, why, hint } = await ask("keep", { words: about.value });
    if (status === 200) closed(form);
    say(`${why} ${hint ?? ""}`.trim(), status !== 200);
  });
  document.querySelector("header").append(form);
  about.focus();
});

/** Take a Word file that came back, and show what it would come to; nothing is written by that. */
async function takeIn([file]) {
  if (!file || !(await leave())) return;
  const answer = await bring("returned", file);
  if (answer.status === 200) location.assign(answer.go);
  else say(`${answer.why} ${answer.hint ?? ""}`, true);
}

document.getElementById("returned").addEventListener("change", (event) => takeIn(event.target.files));
dropped(document.body, takeIn);
document.getElementById("notes").addEventListener("click", async (event) => {
  const { gone, words: what, about } = event.target.dataset;
  if (!gone || !(await leave())) return;
  const { status, why } = await ask(gone, { words: what, file: about });
  await refresh();
  say(status === 200 ? words.placed : why);
});
