// Files that are brought to the program, chosen or dropped.

import { plan, say, words } from "./talk.js";

const MOST = 20_000_000;

/** Bring a file, and return what the program answers, with its status. */
export async function bring(what, file) {
  if (file.size > MOST) return { status: 413, why: words.too_large };
  say(words.bringing);
  const path = ["files", what, ...(plan ? [plan] : []), file.name].map(encodeURIComponent).join("/");
  try {
    const headers = { "Content-Type": "application/octet-stream" };
    const answer = await fetch(`/${path}`, { method: "POST", headers, body: file });
    const isJson = answer.headers.get("Content-Type") === "application/json";
    say("");
    return { status: answer.status, ...(isJson ? await answer.json() : { why: await answer.text() }) };
  } catch {
    say(words.gone);
    return { status: 0, why: words.gone };
  }
}

/** Take what is dropped on an element; elsewhere on the page a dropped file is not opened in its place. */
export function dropped(element, take) {
  const over = (is) => element.classList.toggle("over", is);
  const holdsFiles = (event) => event.dataTransfer?.types.includes("Files");
  document.addEventListener("dragover", (event) => holdsFiles(event) && event.preventDefault());
  document.addEventListener("drop", (event) => holdsFiles(event) && event.preventDefault());
  element.addEventListener("dragover", (event) => holdsFiles(event) && over(true));
  element.addEventListener("dragleave", (event) => element.contains(event.relatedTarget) || over(false));
  element.addEventListener("drop", (event) => {
    over(false);
    if (holdsFiles(event)) take([...event.dataTransfer.files]);
  });
}
