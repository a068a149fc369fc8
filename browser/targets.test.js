// WCAG 2.5.8, without its exception for small targets with room around them: what
// a finger or a shaking hand must hit is at least 24 px wide and high. Links
// within a sentence are as high as its lines.

import { check } from './harness/check.js';

const least = 24;

async function small(page) {
  return page.evaluate((least) => {
    document.querySelectorAll('details').forEach((d) => { d.open = true; });
    const inSentence = (e) => {
      if (getComputedStyle(e).display !== 'inline') return false;
      const around = e.closest('p, li, dd, dt, td, th, figcaption, caption, h1, h2, h3, h4') ?? e.parentElement;
      const words = (n) => (n.nodeType === Node.TEXT_NODE ? n.data : n.matches?.('a, .vh') ? '' : [...n.childNodes].map(words).join(''));
      return /[\p{L}\p{N}]/u.test(words(around));
    };
    return [...document.querySelectorAll('a[href], button, input, select, textarea, summary')].flatMap((e) => {
      if (!e.checkVisibility({ visibilityProperty: true }) || e.matches('.skip')) return [];
      const { width, height } = e.getBoundingClientRect();
      if ((width >= least && height >= least) || inSentence(e)) return [];
      return [`${e.localName} "${e.textContent.trim().slice(0, 30)}" is ${width.toFixed(1)} × ${height.toFixed(1)} px`];
    });
  }, least);
}

const bad = (main, style) => `<!DOCTYPE html><html lang="en"><title>Bad</title><style>${style}</style><body>${main}</body></html>`;

check('what is to be hit is 24 px wide and high', {
  views: [{ width: 1280 }, { width: 320 }],
  find: small,
  bad: [
    { is: 'a low link', html: bad('<ul><li><a href="x">Reports</a></li></ul>', 'a { display: block; height: 20px }'), finds: /"Reports" is \d+\.\d × 20\.0 px/ },
    { is: 'a link alone on its line', html: bad('<p><a href="x">Reports</a></p>', 'p { line-height: 18px }'), finds: /"Reports"/ },
    { is: 'a narrow button on phones', html: bad('<button>×</button>', 'button { height: 30px; width: 30px } @media (max-width: 40em) { button { width: 20px } }'), finds: /"×" is 20\.0 × 30\.0 px \(320 px\)/ },
  ],
});
