// Links that take a file, and buttons that do something and lead on.

import { ask, listen, plan, say, words } from "./talk.js";

/** Take the file that a link leads to; where there is none it says why, and the page stays. */
async function take(link) {
  say(words.working);
  try {
    const answer = await fetch(link.href);
    if (!answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const told = [...page.querySelectorAll("main p")].map((one) => one.textContent);
      return say(told.join(" ") || words.gone, true);
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

/** Do something, and go where that leads. */
export async function act(what, facts) {
  say(words.working);
  const answer = await ask(what, facts);
  if (answer.status === 200) location.assign(answer.go);
  else say(`${answer.why} ${answer.hint ?? ""}`, true);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a.take");
  const button = event.target.closest("button[data-do]");
  if (link) {
    event.preventDefault();
    take(link);
  } else if (button) act(button.dataset.do, { words: button.dataset.words });
});
document.addEventListener("submit", (event) => {
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
