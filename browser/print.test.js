// On paper a page holds every row of every table, also of those that are folded
// on a screen, and nothing to navigate with.

import { execFileSync } from 'node:child_process';
import { check } from './harness/check.js';
import { pagesInTurn } from './harness/site.js';

async function paper(page) {
  const { rows, controls } = await page.evaluate(() => {
    // What only screen readers get is clipped away, and not printed.
    const text = (n) => {
      if (n.nodeType === Node.TEXT_NODE) return n.data;
      return getComputedStyle(n).clipPath === 'none' ? [...n.childNodes].map(text).join('') : '';
    };
    const stays = (e) => e.checkVisibility({ visibilityProperty: true }) && e.getBoundingClientRect().height > 0;
    return {
      rows: [...document.querySelectorAll('table')].flatMap((table) => [...table.rows].map((row) => ({
        table: table.caption?.textContent.trim().slice(0, 60), cells: [...row.cells].map(text),
      }))),
      controls: [...document.querySelectorAll('nav a, a.skip, button, input, select, summary')].filter(stays)
        .map((e) => `${e.localName} "${e.textContent.trim().slice(0, 40)}"`),
    };
  });
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const printed = squeeze(execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, maxBuffer: 1 << 26 }).toString());
  // The words of one link alone can stand in the text as well.
  const menus = await page.$$eval('nav:has(a ~ a, * ~ * a)', (navs) => navs.map((nav) => nav.textContent));
  return [
    ...missing(rows, printed),
    ...controls.map((c) => `${c} stays on paper`),
    ...menus.filter((m) => m.trim() && printed.includes(squeeze(m))).map((m) => `prints the navigation ${m.slice(0, 40)}`),
  ];
}

// missing gives the rows that are not printed. A row is printed when its cells
// follow each other; or, where the page draws its cells in another order, when
// each stands on paper as often as in the tables.
function missing(rows, printed) {
  const counts = new Map();
  rows.forEach(({ cells }) => cells.map(squeeze).forEach((c) => counts.set(c, (counts.get(c) ?? 0) + 1)));
  const apart = (cell) => cell === '' || printed.split(cell).length > counts.get(cell);
  return rows
    .filter(({ cells }) => !printed.includes(squeeze(cells.join(''))) && !cells.map(squeeze).every(apart))
    .map(({ table, cells }) => `the table "${table}" is printed without the row ${cells.map((c) => c.trim()).join(' | ')}`);
}

// squeeze leaves out white space: lines break elsewhere on paper.
function squeeze(text) {
  return text.normalize('NFKC').replace(/[\s\u00ad\u200b]+/g, '');
}

const bad = (main, style = '') =>
  `<!DOCTYPE html><html lang="en"><title>Bad</title><style>${style}</style><body>${main}</body></html>`;
const table = '<table><caption>Certificates</caption><tr><th>July</th><td>3 156</td></tr><tr><th>August</th><td>3 111</td></tr></table>';

check('paper holds every table and no navigation', {
  pages: pagesInTurn,
  views: [{ media: 'print' }],
  find: paper,
  bad: [
    { is: 'a folded table', html: bad(`<details><summary>Table</summary>${table}</details>`, '@media print { summary { display: none } }'), finds: /"Certificates" is printed without the row July \| 3 156/ },
    { is: 'a row that is cut off', html: bad(`<div>${table}</div>`, '@media print { div { height: 1.5em; overflow: hidden } tr:last-child { display: none } }'), finds: /without the row August/ },
    { is: 'a menu', html: bad(`<nav><a href="x">Reports</a> <a href="y">Data</a></nav>${table}`), finds: /prints the navigation Reports Data/ },
    { is: 'a button', html: bad(`<button>Search</button>${table}`), finds: /button "Search" stays on paper/ },
  ],
});
