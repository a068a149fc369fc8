// What a reader's connection carries, compressed: a report of at most 20 kB, 8 kB
// of style, 2 kB of script at load (6 on the page that searches), no fonts, and 3 kB
// for each picture.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { check } from './harness/check.js';
import { report, stopwatch } from './harness/report.js';
import { allPages, distinct, pagesInTurn } from './harness/site.js';

const kB = 1000;
const budget = { html: 20 * kB, css: 8 * kB, script: 2 * kB, engine: 6 * kB, picture: 3 * kB };

// over gives a finding when bytes weigh more than they may.
function over(name, bytes, most) {
  const size = gzipSync(bytes).length;
  return size > most ? [`${name} weighs ${size} bytes compressed, ${size - most} more than it may`] : [];
}

function promise(what, list, most) {
  test(`${what} weighs at most ${most / kB} kB compressed: a heavier one is found`, () => {
    assert.equal(over('noise', randomBytes(most + kB), most).length, 1);
  });
  test(`${what} weighs at most ${most / kB} kB compressed`, (t) => {
    const done = stopwatch(t);
    const names = list();
    assert.ok(names.length > 0, 'nothing to weigh');
    const findings = names.flatMap((name) => over(name, readFileSync(name), most));
    done(names.length, 'files');
    report(findings);
  });
}

promise('the HTML of every report', () => allPages().filter((p) => p.kind === 'report').map((p) => p.file), budget.html);
promise('a style sheet', () => distinct('.css'), budget.css);
promise('a picture', () => distinct('.svg'), budget.picture);

// What a page loads by itself, as the browser saw it.
async function load(page, { heard, kind }) {
  await page.waitForLoadState('networkidle');
  const loaded = await Promise.all(heard.responses.map(async (r) => ({ type: r.request().resourceType(), url: r.url(), body: await r.body() })));
  const scripts = loaded.filter((l) => l.type === 'script');
  return [
    ...over(`what it runs (${scripts.map((s) => s.url).join(', ')})`, Buffer.concat(scripts.map((s) => s.body)), kind === 'search' ? budget.engine : budget.script),
    ...loaded.filter((l) => l.type === 'font').map((l) => `loads the font ${l.url}`),
  ];
}

const bad = (head) => `<!DOCTYPE html><html lang="en"><title>Bad</title>${head}<body><p>Text</p></body></html>`;
const long = Array.from({ length: 1500 }, (_, i) => (i * i).toString(36)).join(' ');

check('a page loads no more script than it may, and no font', {
  pages: pagesInTurn,
  find: load,
  bad: [
    { is: 'a long script', html: bad('<script src="/bad/0/long.js"></script>'), beside: { '/bad/0/long.js': `/* ${long} */` }, finds: /what it runs .*long\.js.* weighs \d+ bytes/ },
    { is: 'a font', html: bad('<style>@font-face { font-family: f; src: url(/bad/1/f.woff2) } p { font-family: f }</style>'), beside: { '/bad/1/f.woff2': 'x' }, finds: /loads the font/ },
  ],
});
