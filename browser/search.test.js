// The engine of the search page, without a browser: what it makes of texts, which
// must be what internal/locale makes of them, and the order of its answers.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

const file = (name) => readFile(new URL('../' + name, import.meta.url), 'utf8');
// Not imported by its path, so that node takes it for a module as browsers do.
const engine = await import('data:text/javascript,' + encodeURIComponent(await file('themes/default/assets/search.js')));

test('words are those of internal/locale', async () => {
  const table = JSON.parse(await file('internal/locale/testdata/words.json'));
  assert.ok(table.length >= 20);
  for (const { text, words } of table) assert.deepEqual(engine.words(text), words, JSON.stringify(text));
});

// indexOf makes the index of pages, each a title, headings and a text.
function indexOf(pages) {
  const hits = new Map();
  pages.forEach((texts, page) => {
    const seen = new Set();
    texts.forEach((text, place) => {
      for (const word of engine.words(text)) {
        if (seen.has(word)) continue;
        seen.add(word);
        hits.set(word, [...(hits.get(word) ?? []), 3 * page + place]);
      }
    });
  });
  const words = [...hits.keys()].sort();
  return { titles: pages.map(([title]) => title), words, hits: words.map((word) => hits.get(word)) };
}

const index = indexOf([
  ['Opvang', '', 'Attesten en registratie'],
  ['Attesten van tijdelijke bescherming', 'Gewest', 'Vlaanderen Brussel'],
  ['Rapport juli', 'Attesten per maand', 'Opvang in juli'],
  ['Attest', '', ''],
  ['Attestering', '', ''],
  ['Dossiers: crisisopvang in Vlaanderen', '', ''],
]);
const answers = (question) => engine.find(index, question);

test('title before heading before text, whole words before beginnings', () => {
  assert.deepEqual(answers('attesten'), [1, 2, 0]);
  assert.deepEqual(answers('attest'), [3, 4, 1, 2, 0]);
});

test('every word must be there, in whatever place', () => {
  assert.deepEqual(answers('juli attest'), [2]);
  assert.deepEqual(answers('attest vlaan'), [1]);
  assert.deepEqual(answers('attest Antwerpen'), []);
  assert.deepEqual(answers('OPVANG'), [0, 2]);
});

test('equal answers stand in the order of the index, short titles first', () => {
  const equal = indexOf([['Juli: personen', '', ''], ['Juli', '', ''], ['Juli: dossiers', '', '']]);
  assert.deepEqual(engine.find(equal, 'juli'), [1, 0, 2]);
});

test('nothing asked, nothing found', () => {
  for (const question of ['', ' ', '-', 'a', '’']) assert.deepEqual(answers(question), []);
});

test('a question is a text, never a pattern', () => {
  for (const question of ['.*', '(', '[a-z]', '__proto__', 'constructor', '$&']) assert.deepEqual(answers(question), []);
});

test('what answers is marked, letter by letter as it stands', () => {
  const hits = (text, question) => {
    const pieces = engine.marks(text, question);
    assert.equal(pieces.map(([piece]) => piece).join(''), text);
    return pieces.filter(([, hit]) => hit).map(([piece]) => piece);
  };
  assert.deepEqual(hits('De opvang: crisisopvang, Opvang', 'opv'), ['opvang', 'Opvang']);
  assert.deepEqual(hits('l’accueil et l’Œuvre', 'oeuvre l’acc'), ['accueil', 'Œuvre']);
  assert.deepEqual(hits('Geflüchtete, Flüchtlinge', 'fluechtl'), ['Flüchtlinge']);
  assert.deepEqual(hits('Geflüchtete, Flu\u0308chtlinge', 'flüchtl'), ['Flu\u0308chtlinge']);
  assert.deepEqual(hits('<b>attest</b>', 'attest'), ['attest']);
  assert.deepEqual(hits('attest', ''), []);
});
