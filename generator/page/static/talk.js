// What the page says to the program, and what it hears from it.

export const { plan = "" } = document.body.dataset;
export const words = JSON.parse(document.body.dataset.words);

/** Say something at the foot of the page, for eyes and for screen readers; what is to be acted on stays.
 * `button` is what can be done about it.
 */
export function say(text, stays = false, button = "") {
  const status = document.getElementById("status");
  status?.replaceChildren(...[text, button].filter(Boolean));
  clearTimeout(say.later);
  if (text && text !== words.gone && !stays) say.later = setTimeout(() => say(""), 8000);
}

const SMALL = 20_000; // letters that still arrive when she leaves the page in the same moment

/** Ask the program to do something; what it answers with its status, or status 0 where it has ended. */
export async function ask(what, facts) {
  const body = JSON.stringify({ plan, ...facts });
  try {
    const answer = await fetch(`/${what}`, {
      method: "POST", headers: { "Content-Type": "application/json" }, body, keepalive: body.length < SMALL,
    });
    const isJson = answer.headers.get("Content-Type") === "application/json";
    return { status: answer.status, ...(isJson ? await answer.json() : { why: await answer.text() }) };
  } catch {
    say(words.gone);
    return { status: 0, why: words.gone };
  }
}

/** Hear of every change of the plan's files; while it is heard, the program stays. */
export function listen(changed) {
  const events = new EventSource(`/events/${encodeURIComponent(plan)}`);
  events.onmessage = (event) => changed(JSON.parse(event.data));
  events.onopen = () => document.getElementById("status")?.textContent === words.gone && say("");
  events.onerror = () => say(words.gone);
}

/** An element with its properties and what is in it. */
export function made(name, facts = {}, ...content) {
  const element = Object.assign(document.createElement(name), facts);
  element.append(...content.filter((one) => one !== ""));
  return element;
}
