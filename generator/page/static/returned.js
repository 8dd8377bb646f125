// A Word file that came back: what she chooses of it is written, and nothing else.

import { act } from "./actions.js";
import { say, words } from "./talk.js";

const form = document.getElementById("choices");
const boxes = [...(form?.querySelectorAll("[type=checkbox]") ?? [])];
const chosen = () => boxes.filter((box) => box.checked).map((box) => Number(box.value));

function count() {
  document.getElementById("chosen").textContent = words.chosen
    .replace("{n}", chosen().length).replace("{all}", boxes.length);
}

form?.addEventListener("change", count);
form?.addEventListener("click", ({ target }) => {
  if (!target.dataset.all) return;
  for (const box of boxes) box.checked = target.dataset.all === "yes";
  count();
});
form?.addEventListener("submit", (event) => {
  event.preventDefault();
  if (!chosen().length) say(words.none_chosen);
  else act("take-back", { words: form.dataset.words, chosen: chosen() }, words.written);
});
if (form) count();
