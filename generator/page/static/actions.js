// Links that take a file, and buttons that do something and lead on.

import { ask, listen, plan, say, words } from "./talk.js";

let ready = async () => true;

/** Tell what is done before a file is taken: what she is about to write is saved first, or nothing is taken. */
export function beforeTaking(done) {
  ready = done;
}

const loud = (told) => say(told, true);

/** Take the file of an address; where there is none `tell` is told why, and the page stays. */
async function take(place, tell = loud) {
  if (!(await ready())) return;
  say(words.working, true);
  try {
    const answer = await fetch(place);
    if (!answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const told = [...page.querySelectorAll("main p")].map((one) => one.textContent);
      say("");
      return tell(told.join(" ") || words.gone);
    }
    const name = answer.headers.get("Content-Disposition")?.match(/UTF-8''(.+)$/)?.[1] ?? "";
    const address = URL.createObjectURL(await answer.blob());
    Object.assign(document.createElement("a"), { href: address, download: decodeURIComponent(name) }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    say(words.taken);
  } catch {
    say(words.gone);
  }
}

/** Do something, and go where that leads; the page of the plan then says what has been done. */
export async function act(what, facts, said = "") {
  say(words.working);
  const answer = await ask(what, facts);
  if (said && answer.go?.startsWith("/plan/")) sessionStorage.setItem("said", said);
  if (answer.status === 200) location.assign(answer.go);
  else say(`${answer.why} ${answer.hint ?? ""}`, true);
}

/** Take a file that something is asked for first; why it cannot be taken stands beside the answer. */
function takeAsked(event) {
  event.preventDefault();
  const form = event.target;
  const input = form.querySelector("input");
  const wrong = form.querySelector(".wrong");
  wrong.textContent = "";
  const asked = encodeURIComponent(input.value.trim());
  take(asked ? `${form.dataset.take}/${asked}` : form.dataset.take, (told) => {
    wrong.textContent = told;
    input.focus();
  });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a.take");
  const button = event.target.closest("button[data-do]");
  if (link) {
    event.preventDefault();
    take(link.href);
  } else if (button) act(button.dataset.do, { words: button.dataset.words });
});
document.addEventListener("submit", (event) => {
  if (event.target.dataset.take) return takeAsked(event);
  if (!event.target.dataset.do) return;
  event.preventDefault();
  const { do: what, words: asked } = event.target.dataset;
  act(what, { words: `${asked} ${event.target.querySelector("input").value}` });
});

/** On a page of a plan that is no document: it is read again when a file of the plan is another. */
if (!document.getElementById("notes")) {
  const { state } = document.body.dataset;
  listen((now) => plan && state && now !== state && location.reload());
}
