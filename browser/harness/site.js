// The published folders under test, and which of their pages are looked at.
//
//   SITE=folder     test this folder in place of public/ and preview/
//   PAGES=regex     only pages whose address matches, such as nl/reports/

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

const published = path.resolve(process.env.SITE ?? path.join(root, 'public'));

// Where each folder is served. What is published stands at the root of the host,
// as its base URL says, and the drafts below a path, as `make preview` says: a site
// works wherever it is mounted.
const preview = '/a/preview/';
export const folders = { '/': published };
if (!process.env.SITE) folders[preview] = path.join(root, 'preview');

for (const folder of Object.values(folders)) {
  if (!existsSync(path.join(folder, 'ronde-manifest.json'))) {
    throw new Error(`${folder} holds no published site: run make site preview`);
  }
}

// files gives what a folder publishes whose name has the ending: each with its
// path relative to the folder and its sha256. The manifest lists what Ronde
// wrote; other files in the folder are not its business.
function files(folder, ending) {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'ronde-manifest.json'), 'utf8'));
  return manifest.files.filter((f) => f.path.endsWith(ending));
}

// distinct gives the names of all published files with the ending, without those
// that equal one before.
export function distinct(ending) {
  const byContent = new Map();
  for (const folder of Object.values(folders)) {
    for (const f of files(folder, ending)) {
      if (!byContent.has(f.sha256)) byContent.set(f.sha256, path.join(folder, f.path));
    }
  }
  return [...byContent.values()];
}

// A page is an HTML file: where it is, its kind, language and marks.
function page(mount, folder, file) {
  const html = readFileSync(path.join(folder, file), 'utf8');
  const kind = html.match(/<body[^>]* data-kind="([^"]+)"/)?.[1];
  const lang = html.match(/<html[^>]* lang="([^"]+)"/)?.[1];
  if (!kind || !lang) throw new Error(`${file} does not say its kind (body data-kind) or its language (html lang)`);
  const address = file.replace(/index\.html$/, '');
  return {
    mount, address: mount + address,
    file: path.join(folder, file),
    kind, lang,
    size: html.length,
    draft: mount === preview,
    indexed: !html.includes('<meta name="robots" content="noindex">'),
    marks: marks(html),
  };
}

// marks are the elements of a page, alone and with each of their attributes and
// classes: "td", "td[lang", "td.chg". Published HTML quotes every value.
function marks(html) {
  const found = new Set();
  for (const [, element, attributes] of html.matchAll(/<([a-z][a-z0-9]*)((?:\s[^>]*)?)>/g)) {
    found.add(element);
    for (const [, name, value = ''] of attributes.matchAll(/\s([a-z-]+)(?:="([^"]*)")?/g)) {
      found.add(`${element}[${name}`);
      if (name === 'class') value.split(' ').forEach((c) => found.add(`${element}.${c}`));
    }
  }
  return found;
}

// allPages gives every page of every folder.
export function allPages() {
  return Object.entries(folders).flatMap(([mount, folder]) =>
    files(folder, '.html').map((f) => page(mount, folder, f.path)));
}

// pages gives the pages to look at: of each kind the largest in each language and
// the largest draft; then every further one that holds a mark which none of its
// kind before it holds. So a kind that did not exist yesterday is looked at today,
// and so are a page in a fallback language and a report of an older edition,
// without a list that somebody must keep.
export function pages() {
  return chosen(largestOf);
}

// pagesInTurn gives fewer, for promises that do not depend on how long words are:
// of each kind the largest in one language, the languages taking turns from kind to
// kind, and every further one that holds a new mark. So every kind and every
// language is looked at.
export function pagesInTurn() {
  return chosen((kind, turn) => {
    const all = largestOf(kind);
    return [all[turn % all.length]];
  });
}

function chosen(first) {
  const only = new RegExp(process.env.PAGES ?? '');
  const kinds = new Map();
  for (const p of allPages()) kinds.set(p.kind, [...kinds.get(p.kind) ?? [], p]);
  return [...kinds.values()].flatMap((kind, turn) => {
    kind.sort((a, b) => a.draft - b.draft || b.size - a.size);
    return covering(kind, first(kind, turn));
  }).filter((p) => only.test(p.address));
}

// largestOf gives the largest page of a kind in each language, by language, and the
// largest draft.
function largestOf(kind) {
  const largest = new Map();
  for (const p of kind) {
    const key = p.draft ? 'draft' : p.lang;
    if (!largest.has(key)) largest.set(key, p);
  }
  return [...largest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, p]) => p);
}

// covering adds to some pages of a kind those that hold marks which none before holds.
function covering(kind, taken) {
  const all = [...taken];
  const seen = new Set(taken.flatMap((p) => [...p.marks]));
  for (const p of kind) {
    const fresh = [...p.marks].filter((m) => !seen.has(m));
    fresh.forEach((m) => seen.add(m));
    if (fresh.length > 0) all.push(p);
  }
  return all;
}
