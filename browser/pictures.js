// Makes the pictures that docs/reader-checklist.md speaks of: of each kind of page
// the fullest in one language, on a wide screen, on a phone, in the dark and on
// paper.
//
//   node browser/pictures.js [folder] [language]     pictures/, nl
//   PAGES=regex                                      only addresses that match

import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { launch, show } from './harness/chromium.js';
import { serve } from './harness/server.js';
import { allPages, folders } from './harness/site.js';

const [folder = 'pictures', lang = 'nl'] = process.argv.slice(2);
const only = new RegExp(process.env.PAGES ?? '');

const views = {
  1280: { width: 1280 },
  320: { width: 320, height: 640 },
  dark: { width: 1280, scheme: 'dark' },
};

// fullest gives the largest page of each kind that is in the language, or of no
// language in particular.
function fullest() {
  const kinds = new Map();
  for (const p of allPages()) {
    const asked = p.address.includes(`/${lang}/`) || !/\/(nl|fr|de|en)\//.test(p.address);
    if (p.draft || !asked || !only.test(p.address)) continue;
    if (!kinds.has(p.kind) || kinds.get(p.kind).size < p.size) kinds.set(p.kind, p);
  }
  return kinds;
}

// printed puts each sheet of paper into a picture of its own.
function printed(pdf, name) {
  const file = path.join(folder, `${name}-print.pdf`);
  writeFileSync(file, pdf);
  execFileSync('pdftoppm', ['-png', '-r', '60', file, path.join(folder, `${name}-print`)]);
  rmSync(file);
}

mkdirSync(folder, { recursive: true });
const [browser, server] = await Promise.all([launch(), serve(folders)]);
for (const [kind, p] of fullest()) {
  const page = await browser.newPage();
  const open = async (view) => {
    await show(page, view);
    await page.goto(server.origin + p.address, { waitUntil: 'networkidle' });
  };
  for (const [view, size] of Object.entries(views)) {
    await open(size);
    await page.screenshot({ path: path.join(folder, `${kind}-${view}.png`), fullPage: true });
  }
  await open({ media: 'print' });
  printed(await page.pdf({ format: 'A4', preferCSSPageSize: true }), kind);
  await page.close();
  console.log(`${kind}: ${p.address}`);
}
await browser.close();
await server.close();
