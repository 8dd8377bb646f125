// The page read again, when something is written, here or elsewhere.

import { takenOut } from "./field.js";
import { putMarks } from "./margin.js";
import { atTheTop, below, main, passageOf, prepare } from "./passages.js";
import { say, words } from "./talk.js";

let reading = Promise.resolve();

/** Read the page again when it has been read for who asked before. */
export function refresh(file, key) {
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
  const wasOld = main.querySelector(".old") !== null;
  document.body.dataset.state = read.body.dataset.state ?? "";
  for (const name of ["main", "notes"]) {
    document.getElementById(name).replaceChildren(...read.getElementById(name).childNodes);
  }
  prepare();
  putMarks();
  if (form) {
    const passage = passageOf(form.file, form.key);
    (passage ? below(passage) : atTheTop)(form.form);
    form.again();
  } else {
    passageOf(file ?? focused.file, key ?? focused.key)?.focus({ preventScroll: true });
  }
  scrollTo(x, y);
  const old = main.querySelector(".old");
  if (old && !wasOld) say(old.textContent);
}

/** Read the page again if the files are in another state than those that it was made of. */
export function changed(state) {
  reading = reading.then(() => state !== document.body.dataset.state && readAgain()).catch(() => say(words.gone));
}
