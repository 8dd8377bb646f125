// The input for prose: bold, italic and lists are seen as they are, and made by buttons or Ctrl+B and Ctrl+I.

import { marked } from "./marked.js";
import { made, words } from "./talk.js";

const BUTTONS = [["bold", "bold"], ["italic", "italic"], ["points", "insertUnorderedList"], ["numbers", "insertOrderedList"]];

/** Make an editor of prose; `value` is its markup, there and back. `told` is called with what a paste left out. */
export function proseEditor(html, told) {
  const editor = made("div", { contentEditable: "true", role: "textbox", ariaMultiLine: "true", className: "prose", spellcheck: true });
  Object.defineProperty(editor, "value", {
    get: () => marked(editor).html,
    set(markup) {
      const read = new DOMParser().parseFromString(markup || "<p><br></p>", "text/html");
      editor.replaceChildren(...[...read.body.childNodes].map((node) => document.importNode(node, true)));
    },
  });
  editor.value = html;
  editor.addEventListener("focus", () => document.execCommand("defaultParagraphSeparator", false, "p"));
  editor.addEventListener("paste", (event) => {
    event.preventDefault();
    told(pasted(event.clipboardData).map((name) => words[name]));
  });
  return editor;
}

/** The buttons of an editor; each does what it says with the words that are chosen in it. */
export function toolsOf(editor) {
  const buttons = BUTTONS.map(([name, command]) => made("button", {
    type: "button", className: name,
    onmousedown: (event) => event.preventDefault(), // the words stay chosen
    onclick() {
      chosenAgain(editor);
      document.execCommand(command);
      pressed();
    },
  }, words[name]));
  const pressed = () => buttons.forEach((button, at) => {
    button.ariaPressed = String(document.queryCommandState(BUTTONS[at][1]));
  });
  editor.addEventListener("keyup", pressed);
  editor.addEventListener("mouseup", pressed);
  editor.addEventListener("focus", pressed);
  editor.addEventListener("blur", () => { editor.chosen = chosenIn(editor); });
  return made("div", { role: "toolbar", ariaLabel: words.tools, className: "tools" }, ...buttons);
}

/** The words that are chosen in an editor, as what holds their ends. */
export function chosenIn(editor) {
  const choice = getSelection();
  if (!choice.rangeCount || !editor.contains(choice.anchorNode)) return editor.chosen;
  const { startContainer, startOffset, endContainer, endOffset } = choice.getRangeAt(0);
  return [startContainer, startOffset, endContainer, endOffset];
}

/** Choose the same words again. */
export function chosenAgain(editor, chosen = editor.chosen) {
  editor.focus({ preventScroll: true });
  if (!chosen || !editor.contains(chosen[0]) || !editor.contains(chosen[2])) return;
  getSelection().setBaseAndExtent(...chosen);
}

/** Put what is on the clipboard where she is; what was left out of it. */
function pasted(clipboard) {
  const html = clipboard.getData("text/html");
  const read = new DOMParser().parseFromString(html, "text/html");
  if (!html) read.body.replaceChildren(...clipboard.getData("text/plain").split(/\r?\n/).map((line) => made("p", {}, line)));
  const { html: markup, left, isOneLine } = marked(read.body);
  document.execCommand("insertHTML", false, isOneLine ? markup.replace(/^<p>|<\/p>$/g, "") : markup);
  return left;
}
