// The dialogue about a new plan: an answer is looked at when it is left, and kept in this window.

import { bring, dropped } from "./bring.js";
import { ask, listen, made, say, words } from "./talk.js";

const form = document.getElementById("begin");
const { elements } = form;
const parties = document.getElementById("parter");
const KEPT = "new plan";
const touched = new Set();
let brought = []; // the Word files: { word, name }
let taken = [];

const lines = (text) => text.split("\n").map((line) => line.trim()).filter(Boolean);
const newest = [...elements.midler.options].find((one) => one.defaultSelected)?.value;
const way = () => elements.how.value;
const asked = (question) => question.dataset.question;

function answers() {
  const boxes = form.querySelectorAll(`[data-round="${elements.midler.value}"] input:checked`);
  return {
    midler: elements.midler.value, other: way() === "other" ? elements.other.value : "",
    navn: elements.navn.value, fra: elements.fra.value, til: elements.til.value,
    parter: [...parties.children].map((row) => [row.querySelector(".name").value, row.querySelector(".kind").value]),
    "områder": lines(elements["områder"].value), "indsatsområder": [...boxes].map((box) => box.value),
    words: way() === "word" ? brought.map(({ word }) => word) : [],
  };
}

/** Show the questions that are asked in this way to begin, of this round. */
function show() {
  for (const question of form.querySelectorAll(".question")) {
    const { ways, round } = question.dataset;
    question.hidden = Boolean((ways && !ways.split(" ").includes(way())) || (round && round !== elements.midler.value)
      || (way() === "other" && taken.includes(asked(question))));
  }
}

const keep = () => sessionStorage.setItem(KEPT, JSON.stringify({ how: way(), brought, ...answers() }));

function addParty(name = "", kind = "") {
  const row = document.getElementById("party").content.firstElementChild.cloneNode(true);
  row.querySelector(".name").value = name;
  if (kind) row.querySelector(".kind").value = kind;
  row.querySelector(".gone").addEventListener("click", () => { row.remove(); changed("parter"); });
  parties.append(row);
  return row;
}

function listBrought() {
  document.getElementById("brought").replaceChildren(...brought.map((one) => made("li", {}, one.name, " ",
    made("button", { type: "button", ariaLabel: `${words.take_away}: ${one.name}`, onclick() {
      brought = brought.filter((other) => other !== one);
      listBrought();
      keep();
    } }, words.take_away))));
}

function tell(wrong, told = "") {
  for (const question of form.querySelectorAll(".question")) {
    const found = touched.has(asked(question)) && !question.hidden ? wrong[asked(question)] : undefined;
    question.querySelector(".wrong").textContent = found ? `${found.why} ${found.hint}` : "";
    question.querySelectorAll("input:not([type]), textarea").forEach((input) => {
      input.ariaInvalid = found ? "true" : "false";
    });
  }
  form.querySelector('[data-question="other"] .wrong').textContent = told;
}

/** Look at the answers, and say what is wrong with those that she has been at. */
async function look() {
  const { status, wrong = {}, taken: facts = [], told, why } = await ask("answers", answers());
  if (status !== 200) return tell({}, why);
  taken = facts;
  show();
  tell(wrong, told);
}

function changed(question) {
  touched.add(question);
  show();
  keep();
  return look();
}

async function bringAll(files) {
  const wrong = form.querySelector("#wrong-words");
  wrong.textContent = "";
  for (const file of files) {
    const answer = await bring("begin", file);
    if (answer.status === 200) brought.push({ word: answer.word, name: answer.name });
    else wrong.textContent = `${file.name}: ${answer.why} ${answer.hint ?? ""}`;
  }
  listBrought();
  keep();
}

function restore() {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "{}");
  if (kept.how) elements.how.value = kept.how;
  for (const name of ["midler", "other", "navn", "fra", "til"]) if (kept[name]) elements[name].value = kept[name];
  elements["områder"].value = (kept["områder"] ?? []).join("\n");
  for (const box of form.querySelectorAll('[name="indsatsområder"]')) {
    box.checked = kept["indsatsområder"]?.includes(box.value) ?? false;
  }
  for (const party of kept.parter?.length ? kept.parter : [[], []]) addParty(...party);
  brought = kept.brought ?? [];
  listBrought();
}

form.addEventListener("change", (event) => {
  const question = event.target.closest(".question");
  if (event.target.type === "file") return bringAll(event.target.files);
  if (asked(question) === "other" || asked(question) === "how") {
    const { midler } = elements.other?.selectedOptions[0]?.dataset ?? {};
    if (way() === "other" && midler) elements.midler.value = midler;
    else if (!touched.has("midler")) elements.midler.value = newest;
  }
  return changed(asked(question));
});
form.addEventListener("input", keep);
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  say(words.working);
  const answer = await ask("begin", answers());
  if (answer.status === 200) {
    sessionStorage.removeItem(KEPT);
    location.assign(answer.go);
    return;
  }
  for (const question of form.querySelectorAll(".question")) touched.add(asked(question));
  tell(answer.wrong ?? {});
  say(answer.why ? `${answer.why} ${answer.hint ?? ""}` : words.look_again);
  form.querySelector('[aria-invalid="true"]')?.focus();
});
document.getElementById("another").addEventListener("click", () => addParty().querySelector(".name").focus());
dropped(form.querySelector("[data-drop]"), bringAll);

restore();
show();
listen(() => {});
