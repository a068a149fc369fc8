// What readers ask of their system holds: in forced colours nothing is told by a
// colour of ours alone, and who wants less motion gets none.

import { check } from './harness/check.js';
import { pagesInTurn } from './harness/site.js';

// In forced colours every text keeps a contrast to what is behind it, the item
// that one is on differs from its neighbours, and symbols have a colour.
async function lost(page) {
  return page.evaluate(() => {
    const named = (e) => `${e.localName}${e.getAttribute('class') ? `.${e.getAttribute('class')}` : ''} "${e.textContent.trim().slice(0, 40)}"`;
    const visible = (e) => e.checkVisibility({ visibilityProperty: true });
    const ground = document.documentElement.appendChild(document.createElement('i'));
    ground.style.backgroundColor = 'Canvas';
    const canvas = getComputedStyle(ground).backgroundColor;
    ground.remove();
    const behind = (e) => {
      for (; e; e = e.parentElement) {
        const colour = getComputedStyle(e).backgroundColor;
        if (colour !== 'rgba(0, 0, 0, 0)') return colour;
      }
      return canvas;
    };
    const look = (e) => {
      const s = getComputedStyle(e);
      return [s.color, behind(e), s.borderBottomColor, s.borderBottomStyle, s.outlineStyle, s.textDecorationLine, s.fontWeight].join();
    };
    const found = [];
    for (const current of document.querySelectorAll('[aria-current]')) {
      const list = current.closest('ul, ol, p');
      const others = list ? [...list.querySelectorAll('a:not([aria-current])')].filter(visible) : [];
      if (visible(current) && others.some((o) => look(o) === look(current))) {
        found.push(`nothing marks ${named(current)} as the current one`);
      }
    }
    for (const e of document.querySelectorAll('body *')) {
      const own = [...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.data.trim());
      if (own && visible(e) && getComputedStyle(e).color === behind(e)) found.push(`no contrast in ${named(e)}`);
    }
    for (const symbol of document.querySelectorAll('svg use')) {
      if (visible(symbol) && getComputedStyle(symbol).fill === behind(symbol.closest('svg'))) found.push(`no contrast in the symbol ${symbol.getAttribute('href')}`);
    }
    return found;
  });
}

// Who asks for less motion sees none: no animation runs, and nothing glides.
async function moving(page) {
  return page.evaluate(() => {
    const named = (e) => `${e.localName} "${e.textContent.trim().slice(0, 40)}"`;
    const glides = (e) => {
      const s = getComputedStyle(e);
      return s.scrollBehavior === 'smooth' || s.transitionDuration.split(',').some((d) => parseFloat(d) > 0);
    };
    return [
      ...document.getAnimations().map((a) => `${named(a.effect.target)} moves`),
      ...[...document.querySelectorAll('*')].filter(glides).map((e) => `${named(e)} glides`),
    ];
  });
}

const bad = (main, style = '') =>
  `<!DOCTYPE html><html lang="en"><title>Bad</title><style>${style}</style><body>${main}</body></html>`;

check('in forced colours everything is still told', {
  pages: pagesInTurn,
  views: [{ forced: true, scheme: 'dark' }, { forced: true, scheme: 'light' }],
  find: lost,
  bad: [
    {
      is: 'a current item that only a background marks',
      html: bad('<ul><li><a href="a" aria-current="page">May</a></li><li><a href="b">June</a></li></ul>', 'a[aria-current] { background: navy; color: white }'),
      finds: /nothing marks a "May"/,
    },
    { is: 'text in the colour of its ground', html: bad('<p>Hidden</p>', 'p { forced-color-adjust: none; color: Canvas; background: Canvas }'), finds: /no contrast in p "Hidden"/ },
    {
      is: 'a symbol in the colour of its ground',
      html: bad('<svg><symbol id="late"><path d="M0 0h9v9z"/></symbol><use href="#late"/></svg>', 'svg { forced-color-adjust: none; fill: Canvas; background: Canvas }'),
      finds: /no contrast in the symbol #late/,
    },
  ],
});

check('nothing moves for who asks for less motion', {
  pages: pagesInTurn,
  views: [{ still: true }],
  find: moving,
  bad: [
    { is: 'an animation', html: bad('<p>Turning</p>', '@keyframes turn { to { rotate: 1turn } } p { animation: turn 9s }'), finds: /p "Turning" moves/ },
    { is: 'a page that glides', html: bad('<p>Text</p>', 'html { scroll-behavior: smooth }'), finds: /html .* glides/ },
  ],
});
