"""Style sheet of a page that stands alone. It sets what is there, and hides nothing."""

from __future__ import annotations

SHEET = """\
:root { color-scheme: light dark; --accent: light-dark(#1f4e5f, #9fd0e0); --line: light-dark(#9ab, #678); }
body { margin: 0; font: 1.0625rem/1.55 Carlito, Calibri, "Segoe UI", system-ui, sans-serif; }
main { max-width: 44rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1, h2, h3, h4 { color: var(--accent); line-height: 1.2; margin: 2em 0 .5em; }
h1 { font-size: 2rem; font-weight: 400; margin-top: .5em; }
h2 { font-size: 1.375rem; }
h3 { font-size: 1.125rem; }
h4 { font-size: 1rem; }
p, ul, ol { margin: 0 0 .75em; }
li > p { margin: 0; }
.subtitle { font-size: 1.25rem; }
.label, .draft-mark { color: var(--accent); font-weight: 700; margin-bottom: .25em; }
.draft-mark { letter-spacing: .2em; }
.gap, .known-gap { background: light-dark(#fbe7c6, #5a4413); padding: 0 .2em; }
.source { font-size: .875rem; }
table { border-collapse: collapse; width: 100%; margin: 1.25em 0; }
caption { text-align: left; font-weight: 700; color: var(--accent); padding-bottom: .4em; }
th, td { text-align: left; vertical-align: top; padding: .35em .6em .35em 0; }
tr { border-bottom: 1px solid var(--line); }
.table-amount, .table-amount-head, .table-total-amount { text-align: right; }
figure { margin: .5em 0 1em; }
svg { display: block; width: 100%; height: auto; fill: var(--accent); }
@media print { main { max-width: none; padding: 0; } }
"""
