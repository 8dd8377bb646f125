// Buttons of the bar above the document.

import "./actions.js";
import { refresh } from "./again.js";
import { leave } from "./field.js";
import { bring, dropped } from "./bring.js";
import { ask, say, words } from "./talk.js";

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
