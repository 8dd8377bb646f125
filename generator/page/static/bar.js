// Buttons of the bar above the document.

import "./actions.js";
import { refresh } from "./again.js";
import { leave } from "./field.js";
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
