"""Style of the page of changes: for a screen, light or dark, of any width, and for paper."""

STYLE = """
:root { --ink: #1d2b33; --quiet: #55656f; --line: #d5dde1; --accent: #12506b; --paper: #fff; --box: #eef5f8;
  --new: #0b5c33; --old: #8f1c1c; --new-bg: #e3f4ea; --old-bg: #fae7e7 }
@media screen and (prefers-color-scheme: dark) { :root { --ink: #e4eaee; --quiet: #a9b7c0; --line: #3a4750;
  --accent: #8ecbe6; --paper: #151c21; --box: #1f2a31; --new: #8fe0b0; --old: #f3a6a6;
  --new-bg: #143323; --old-bg: #3d1c1c } }
* { box-sizing: border-box }
body { font: 16px/1.5 Carlito, Calibri, "Segoe UI", system-ui, sans-serif; color: var(--ink);
  background: var(--paper); margin: 0 auto; max-width: 52rem; padding: 2.5rem 1.5rem 4rem;
  overflow-wrap: break-word }
h1 { font-size: 1.7rem; line-height: 1.2; color: var(--accent); margin: 0 0 .25rem }
article + article { margin-top: 4rem; break-before: page }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .25rem; padding-top: 1rem; border-top: 1px solid var(--line) }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; color: var(--accent) }
h4 { font-size: .95rem; margin: .9rem 0 0 }
.quiet, .note { color: var(--quiet) } .quiet { margin: 0 }
.note { display: block; font-weight: 400; font-size: .9rem }
.effects { background: var(--box); border-left: 4px solid var(--accent); padding: .9rem 1.2rem;
  margin: 1.5rem 0 0 }
.effects h2 { border: 0; margin: 0 0 .4rem; padding: 0; font-size: 1.05rem }
.effects dl { display: grid; grid-template-columns: minmax(12rem, auto) 1fr; gap: .3rem 1.2rem; margin: 0 }
dt { font-weight: 600 } dd { margin: 0 }
ul { list-style: none; margin: 0; padding: 0 }
li { padding: .3rem 0 .3rem 6.2rem; position: relative }
.kind { position: absolute; left: 0; top: .35rem; font-size: .8rem; color: var(--quiet); width: 5.4rem }
.added > .kind { color: var(--new) } .removed > .kind { color: var(--old) }
table { border-collapse: collapse; width: 100%; margin: .3rem 0 .6rem; table-layout: fixed }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem .35rem 0; font-weight: 400;
  border-bottom: 1px solid var(--line) }
thead th { font-weight: 600; color: var(--quiet); font-size: .85rem }
thead td { width: 46% }
.section { font-weight: 700; color: var(--accent); padding-top: 1rem; border-bottom-width: 0 }
.more td { padding-top: 0 } tr:has(+ .more) > * { border-bottom: 0; padding-bottom: 0 }
ins { color: var(--new); background: var(--new-bg); text-decoration: underline; text-underline-offset: 2px }
del { color: var(--old); background: var(--old-bg); text-decoration: line-through }
.where { font-weight: 600 }
.form { border-left: 2px solid var(--line); padding-left: 1rem; margin-top: .6rem }
details { margin: .2rem 0 } summary { cursor: pointer; color: var(--accent); font-size: .9rem }
details li { padding: .2rem 0 .2rem 1rem } details em { color: var(--quiet) }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap }
@media (max-width: 34rem) { body { padding: 1.25rem 1rem 3rem } h1 { font-size: 1.4rem }
  li { padding-left: 0 } .kind { position: static; display: block }
  .effects dl { grid-template-columns: 1fr } dd { margin-bottom: .5rem } thead td { width: 42% }
  th, td { overflow-wrap: anywhere; hyphens: auto; font-size: .9rem; padding-right: .3rem } }
@media print { @page { margin: 18mm } body { max-width: none; padding: 0; font-size: 11pt }
  li, tr, .effects { break-inside: avoid } h2, h3, h4 { break-after: avoid }
  ins, del { print-color-adjust: exact } details::details-content { content-visibility: visible } }
"""
"""CSS of the page, which stands in it: nothing is fetched."""
