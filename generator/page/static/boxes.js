// Boxes that are put into the page, with their rows of buttons.

import { made, words } from "./talk.js";

/** A box that keeps its keys to itself; Escape calls `escape` with it. */
export function box(name, escape, ...content) {
  const element = made(name, { className: "field" }, ...content);
  element.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") escape(element);
  });
  return element;
}

export const row = (...buttons) => made("div", { className: "row" }, ...buttons);
export const button = (name, onclick) => made("button", { type: "button", onclick }, words[name]);
