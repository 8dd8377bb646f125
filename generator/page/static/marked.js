// What stands in a part of a page → paragraphs and lists with bold, italic and links, and nothing else.
//
// It reads what she writes, and what she pastes from Word, Outlook, LibreOffice or the web; what prose has no
// words for is left out and told: `left` has the names of the sentences that say so.

const NOTHING = new Set(["SCRIPT", "STYLE", "HEAD", "META", "LINK", "TITLE", "XML", "DEL", "BUTTON", "INPUT"]);
const PICTURES = new Set(["IMG", "PICTURE", "SVG", "OBJECT", "VIDEO", "CANVAS", "MATH"]);
const BLOCKS = new Set(["P", "DIV", "SECTION", "ARTICLE", "BLOCKQUOTE", "PRE", "DL", "DT", "DD", "ADDRESS", "BODY",
  "HEADER", "FOOTER", "MAIN", "FIGURE", "FIGCAPTION", "CENTER"]);
const NOTES = /mso-(element:\s*(footnote|endnote|comment)|footnote-id|endnote-id|comment)/;
const LIST_OF_WORD = /mso-list:\s*\w+\s+level(\d+)/;
const COLOURED = /(^|;)\s*(background|color)\s*:(?!\s*(black|windowtext|auto|inherit|transparent|white|#000000|rgb\(0, ?0, ?0\)))/;

/** The markup of what stands in the element, and what is left out of it. */
export function marked(root) {
  const reading = { blocks: [], open: null, left: new Set() };
  for (const node of root.childNodes) walk(node, { level: 0 }, reading);
  const blocks = reading.blocks.map(trimmed).filter((block) => block.pieces.length);
  return { html: written(blocks), left: [...reading.left], isOneLine: blocks.length === 1 && !blocks[0].level };
}

function walk(node, look, reading) {
  if (node.nodeType === Node.TEXT_NODE) return add(node.data.replace(/[\s\u00a0]+/g, " "), look, reading);
  if (node.nodeType !== Node.ELEMENT_NODE) return undefined;
  const name = node.tagName.toUpperCase();
  const style = (node.getAttribute("style") ?? "").toLowerCase();
  if (NOTHING.has(name) || /display:\s*none|mso-hide:\s*all|mso-list:\s*ignore/.test(style)) return undefined;
  if (PICTURES.has(name) || name.startsWith("V:")) return reading.left.add("left_picture");
  if (NOTES.test(style)) return reading.left.add("left_note");
  if (name === "BR") return add("\n", look, reading);
  if (name === "TABLE") return rowsOf(node, look, reading);
  if (/^(U|S|STRIKE|FONT|MARK)$/.test(name) || /underline|line-through/.test(style) || COLOURED.test(style)) {
    reading.left.add("left_look");
  }
  const inner = inside(node, name, style, look);
  const isBlock = BLOCKS.has(name) || /^H[1-6]$/.test(name);
  if (/^H[1-6]$/.test(name)) reading.left.add("left_heading");
  if (name === "LI" || LIST_OF_WORD.test(style)) begin(reading, { ...pointOf(node, name, style, look) });
  else if (isBlock) begin(reading, { level: look.level, isMore: look.level > 0 });
  for (const child of node.childNodes) walk(child, inner, reading);
  if (isBlock || name === "UL" || name === "OL" || name === "LI") reading.open = null;
  return undefined;
}

/** The look of what is in the element. */
function inside(node, name, style, look) {
  const weight = /(?:^|;)\s*font-weight:\s*(\w+)/.exec(style)?.[1];
  const slant = /(?:^|;)\s*font-style:\s*(\w+)/.exec(style)?.[1];
  const inner = { ...look };
  if (name === "B" || name === "STRONG") inner.bold = true;
  if (name === "I" || name === "EM") inner.italic = true;
  if (weight) inner.bold = weight === "bold" || Number(weight) >= 600;
  if (slant) inner.italic = slant === "italic" || slant === "oblique";
  if (name === "LI") inner.level = Math.max(look.level, 1);
  const address = name === "A" ? (node.getAttribute("href") ?? "") : "";
  if (/^(https?:\/\/|mailto:)/.test(address)) inner.link = address;
  if (name === "UL" || name === "OL") {
    Object.assign(inner, { level: look.level + 1, ordered: name === "OL", letters: isLettered(node) });
  }
  return inner;
}

const isLettered = (list) => list.tagName === "OL" && (list.className === "letters" || list.type === "a");

/** The point that begins with an item of a list, or with a paragraph that Word shows as one. */
function pointOf(node, name, style, look) {
  if (name === "LI") return { level: Math.max(look.level, 1), ordered: look.ordered, letters: look.letters, isPoint: true };
  const mark = node.querySelector("[style*='mso-list'], [style*='Mso-list']")?.textContent.trim() ?? "";
  const letters = /^\(?[a-z][.)]/.test(mark);
  return { level: Number(LIST_OF_WORD.exec(style)[1]), ordered: letters || /^\(?\d/.test(mark), letters, isPoint: true };
}

function rowsOf(table, look, reading) {
  reading.left.add("left_table");
  for (const row of table.rows ?? []) {
    begin(reading, { level: look.level, isMore: look.level > 0 });
    [...row.cells].forEach((cell, at) => add(`${at ? "; " : ""}${cell.textContent.replace(/\s+/g, " ").trim()}`, look, reading));
  }
  reading.open = null;
}

function begin(reading, block) {
  const before = reading.open;
  if (before && !before.pieces.length && !block.isPoint) return; // the first paragraph of a point is the point
  reading.open = { pieces: [], ...block };
  reading.blocks.push(reading.open);
}

function add(text, { bold = false, italic = false, link = "", level }, reading) {
  if (!reading.open) {
    if (!text.trim()) return;
    begin(reading, { level, isMore: level > 0 });
  }
  const { pieces } = reading.open;
  const last = pieces.at(-1);
  if (last && text !== "\n" && last.text !== "\n" && last.bold === bold && last.italic === italic && last.link === link) {
    last.text += text;
  } else {
    pieces.push({ text, bold, italic, link });
  }
}

/** The block without space and line breaks around it, and without two spaces side by side. */
function trimmed(block) {
  let before = " ";
  for (const piece of block.pieces) {
    if (piece.text !== "\n") piece.text = (before.endsWith(" ") || before === "\n" ? piece.text.trimStart() : piece.text).replace(/ +/g, " ");
    if (piece.text) before = piece.text;
  }
  const pieces = block.pieces.filter((piece) => piece.text);
  while (pieces.length && !pieces.at(-1).text.trim()) pieces.pop();
  while (pieces.length && !pieces[0].text.trim()) pieces.shift();
  if (pieces.length) pieces.at(-1).text = pieces.at(-1).text.trimEnd();
  return { ...block, pieces };
}

/** The blocks as markup: points of one level that follow each other are one list. */
function written(blocks) {
  let html = "";
  const open = []; // the end of each list that is open, with its kind
  const closeTo = (level) => { while (open.length > level) html += open.pop().end; };
  for (const block of blocks) {
    const level = Math.min(block.level, open.length + (block.isPoint ? 1 : 0));
    const kind = `${Boolean(block.ordered)} ${Boolean(block.letters)}`;
    closeTo(level);
    if (!level) {
      html += `<p>${inlines(block.pieces)}</p>`;
    } else if (block.isMore) {
      html += `<p>${inlines(block.pieces)}</p>`;
    } else {
      if (open.length === level && open[level - 1].kind !== kind) closeTo(level - 1);
      if (open.length === level) html += "</li>";
      else {
        html += block.ordered ? (block.letters ? '<ol class="letters">' : "<ol>") : "<ul>";
        open.push({ end: block.ordered ? "</li></ol>" : "</li></ul>", kind });
      }
      html += `<li><p>${inlines(block.pieces)}</p>`;
    }
  }
  closeTo(0);
  return html;
}

const inlines = (pieces) => pieces.map(({ text, bold, italic, link }) => {
  if (text === "\n") return "<br/>";
  let html = escaped(text);
  if (italic) html = `<em>${html}</em>`;
  if (bold) html = `<strong>${html}</strong>`;
  return link ? `<a href="${escaped(link)}">${html}</a>` : html;
}).join("");

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
