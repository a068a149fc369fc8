// The search of the site: an index of words, written with the pages, and what a
// reader asks. Loaded on the search page alone; without it that page is the list
// of all pages.
//
// fold and words do to a question what internal/locale did to the pages; the
// table internal/locale/testdata/words.json holds for both.

const letters = { ß: 'ss', œ: 'oe', æ: 'ae', ø: 'o', đ: 'd', ł: 'l', ı: 'i', ς: 'σ' };

export const fold = (text) =>
  text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replace(/[ßœæøđłıς]/g, (letter) => letters[letter]);

export const words = (text) => (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !/^\p{L}$/u.test(word));

// A word of the index has hits: three times the place of a page, plus 0 where the
// word stands in the title, 1 in a heading, 2 in other text.
const weights = [100, 10, 1];

// find gives the places of the pages that have a word beginning with each word of
// the question, best first: title before heading before text, whole words before
// beginnings, short titles before long ones, and else the order of the index.
export function find(index, question) {
  let pages;
  for (const term of words(question)) {
    const scores = new Map();
    index.words.forEach((word, i) => {
      if (!word.startsWith(term)) return;
      for (const hit of index.hits[i]) {
        const page = Math.floor(hit / 3);
        const score = weights[hit % 3] * (word === term ? 1.5 : 1);
        if (!(scores.get(page) >= score)) scores.set(page, score);
      }
    });
    for (const [page, score] of scores) {
      if (!pages || pages.has(page)) scores.set(page, score + (pages?.get(page) ?? 0));
      else scores.delete(page);
    }
    pages = scores;
  }
  const rank = ([page, score]) => score - words(index.titles[page]).length / 100;
  return [...(pages ?? [])].sort((a, b) => rank(b) - rank(a) || a[0] - b[0]).map(([page]) => page);
}

// marks cuts a text into pieces and says which of them answer the question. A word
// with an umlaut answers in both of its spellings.
export function marks(text, question) {
  const terms = words(question);
  return text.split(/([\p{L}\p{N}\p{M}]+)/u).map((piece, i) => {
    const spellings = words(piece + ' ' + piece.normalize().replace(/[äöü]/gi, '$&e'));
    return [piece, i % 2 === 1 && spellings.some((word) => terms.some((term) => word.startsWith(term)))];
  });
}

function start(form) {
  const field = form.elements.q;
  const status = document.getElementById('_status');
  const answer = document.getElementById('_answer');
  const list = document.getElementById('_found');
  const title = document.title;
  let index, loading, shown;

  const load = async () => {
    const file = await fetch(form.dataset.index);
    if (!file.ok) throw new Error(file.status);
    index = await file.json();
    index.words = index.words.split(' ');
  };

  const element = (name, content, attributes) => {
    const made = document.createElement(name);
    made.append(...content);
    for (const [key, value] of Object.entries(attributes ?? {})) if (value) made.setAttribute(key, value);
    return made;
  };

  const marked = (text, question) =>
    marks(text, question).map(([piece, hit]) => (hit ? element('mark', [piece]) : piece));

  const result = (page, question) => {
    const lang = index.langs[page];
    const name = index.titles[page];
    const side = [index.kinds[index.kind[page]], index.within[page]].filter((text) => text && text !== name);
    const link = element('a', marked(name, question), { href: '../' + index.addresses[page], lang });
    const parts = [element('h3', [link])];
    if (side.length) parts.push(element('p', [side.join('\u00a0· ')], { class: 'unit' }));
    if (index.texts[page]) parts.push(element('p', marked(index.texts[page], question), { lang }));
    return element('li', parts);
  };

  const say = (key, question, n) => {
    status.textContent = status.dataset[key].replace('{n}', n).replace('{query}', () => question);
  };

  const show = async () => {
    const question = new URLSearchParams(location.search).get('q')?.trim() ?? '';
    if (question === shown) return; // another place in the page
    shown = field.value = question;
    answer.hidden = true;
    document.title = question ? question + ' – ' + title : title;
    if (!question) return status.replaceChildren();
    if (!words(question).length) return say('short', question);
    try {
      await (loading ??= load());
    } catch {
      loading = shown = undefined;
      return say('failed', question);
    }
    const found = find(index, question);
    list.replaceChildren(...found.map((page) => result(page, question)));
    answer.hidden = !found.length;
    say(found.length > 1 ? 'many' : found.length ? 'one' : 'none', question, found.length);
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    history.pushState(null, '', '?' + new URLSearchParams({ q: field.value.trim() }));
    show();
  });
  addEventListener('popstate', show);
  form.hidden = false;
  show();
}

const form = globalThis.document?.querySelector('form[data-index]');
if (form) start(form);
