// Inputs of each kind of value: what stands in them first, and what was typed.

import { proseEditor } from "./prose.js";
import { made } from "./talk.js";

export const asText = (value) => (Array.isArray(value) ? value.join("\n") : (value ?? ""));
export const typed = ({ kind, input }) =>
  kind === "lines" ? input.value.split("\n").map((line) => line.trim()).filter(Boolean) : input.value.trim();

/** The input for a field that is known; `told` is called with sentences about what is pasted. */
export function inputOf({ kind, value, choices, html }, told) {
  if (kind === "prose") return proseEditor(html, told);
  if (kind === "choice") {
    const select = made("select", {}, ...["", ...choices].map((word) => made("option", { value: word }, word || "–")));
    select.value = value ?? "";
    return select;
  }
  const isLong = kind === "lines";
  return made(isLong ? "textarea" : "input", { value: asText(value), autocomplete: "off", spellcheck: isLong });
}
