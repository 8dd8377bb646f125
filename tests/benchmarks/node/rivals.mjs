// Peers from npm make documents: `node rivals.mjs PEER OUT WARMUP FOLDER...`; as rivals.py, which see.

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";

const require = createRequire(import.meta.url);

const peers = {
  docxtemplater() {
    const Docxtemplater = require("docxtemplater");
    const PizZip = require("pizzip");
    return (template, data) => {
      const document = new Docxtemplater(new PizZip(readFileSync(template)), { paragraphLoop: true, linebreaks: true });
      document.render(data);
      return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
    };
  },
  "easy-template-x"() {
    const { TemplateHandler } = require("easy-template-x");
    const handler = new TemplateHandler();
    return (template, data) => handler.process(readFileSync(template), data);
  },
  carbone() {
    const carbone = require("carbone");
    return (template, data) =>
      new Promise((done, failed) =>
        carbone.render(template, data, {}, (error, result) => (error ? failed(error) : done(result))));
  },
};

const [peer, out, warmup, ...folders] = process.argv.slice(2);
const make = peers[peer]();
const template = (folder) => join(folder, `${peer}.docx`);
const dataOf = (folder) =>
  readdirSync(folder).filter((name) => /^data-\d+\.json$/.test(name)).sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));

const data = folders.map(dataOf);
if (warmup !== "-") writeFileSync(join(out, "warmup.docx"), await make(template(warmup), dataOf(warmup)[0]));
const start = process.cpuUsage();
for (const [which, folder] of folders.entries()) {
  for (const [number, document] of data[which].entries()) {
    const name = `${basename(folder)}-${String(number).padStart(3, "0")}.docx`;
    writeFileSync(join(out, name), await make(template(folder), document));
  }
}
const worked = process.cpuUsage(start);
process.stdout.write(JSON.stringify({ seconds: (worked.user + worked.system) / 1e6 }));
process.exit(0);
