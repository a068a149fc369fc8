// Everything that can be used with a mouse can be used with a keyboard: Tab goes
// through all of it in the order of the page, shows where it is, and comes out at
// the end.

import { check } from './harness/check.js';
import { pagesInTurn } from './harness/site.js';

// A page of tables and links has hundreds of stops; one that has more than this
// holds the reader.
const most = 2000;

// walk presses Tab from the top of the page to its end. In the page, each element
// that receives the focus is noted with how it looks at that moment.
async function walk(page) {
  await page.reload(); // or the walk would start where the one before it ended
  await page.evaluate(() => {
    window.stops = [];
    document.addEventListener('focusin', ({ target }) => {
      const style = getComputedStyle(target);
      const box = target.getClientRects()[0]; // of a link on two lines the first
      const seen = document.elementFromPoint(
        Math.min(Math.max((box.left + box.right) / 2, 0), innerWidth - 1),
        Math.min(Math.max(box.top + Math.min(box.height / 2, 12), 0), innerHeight - 1));
      window.stops.push({
        target,
        ring: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
        covered: seen && !target.contains(seen) && !seen.contains(target) ? seen.localName : '',
      });
    });
  });
  // Behind the last stop comes the first again.
  for (let pressed = 0; pressed < most; pressed += 20) {
    await Promise.all(Array.from({ length: 20 }, () => page.keyboard.press('Tab')));
    if (await page.evaluate(() => window.stops.some((s, i) => i > 0 && s.target === window.stops[0].target))) break;
  }
}

async function stuck(page) {
  await walk(page);
  return page.evaluate((most) => {
    const named = (e) => `${e.localName}${e.id && `#${e.id}`} "${(e.textContent || e.getAttribute('aria-label') || '').trim().slice(0, 40)}"`;
    const again = window.stops.findIndex((s, i) => i > 0 && s.target === window.stops[0].target);
    const stops = again < 0 ? window.stops : window.stops.slice(0, again);
    const reached = stops.map((s) => s.target);
    const usable = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
      .filter((e) => e.checkVisibility({ visibilityProperty: true }) && e.tabIndex >= 0 && !e.disabled);
    const found = usable.filter((e) => !reached.includes(e)).map((e) => `Tab does not reach ${named(e)}`);
    if (again < 0) found.push(`Tab does not leave the page: after ${window.stops.length} stops it is on ${named(document.activeElement)}`);
    stops.forEach((s, i) => {
      if (i > 0 && !(reached[i - 1].compareDocumentPosition(s.target) & Node.DOCUMENT_POSITION_FOLLOWING)) {
        found.push(`Tab goes back from ${named(reached[i - 1])} to ${named(s.target)}`);
      }
      if (s.ring < 3) found.push(`no visible focus on ${named(s.target)}`);
      if (s.covered) found.push(`${s.covered} covers the focus on ${named(s.target)}`);
    });
    // What reacts to a mouse must be among them.
    for (const e of document.querySelectorAll('[onclick], [role=button], [role=link]')) {
      if (!usable.includes(e)) found.push(`only a mouse reaches ${named(e)}`);
    }
    return found;
  }, most);
}

const bad = (main, style = '') =>
  `<!DOCTYPE html><html lang="en"><title>Bad</title><style>a:focus, button:focus { outline: 3px solid } ${style}</style><body><a href="#x">First</a> ${main} <a href="#z">Last</a></body></html>`;

check('Tab goes through the whole page', {
  pages: pagesInTurn,
  views: [{ width: 1280 }, { width: 320 }],
  find: stuck,
  bad: [
    { is: 'a trap', html: bad('<button onkeydown="event.preventDefault()">Trap</button>'), finds: /does not leave/ },
    { is: 'a jump', html: bad('<a href="#y" tabindex="1">Jump</a>'), finds: /goes back/ },
    { is: 'an invisible focus', html: bad('<a href="#y" style="outline: 0">Hidden</a>'), finds: /no visible focus on a "Hidden"/ },
    { is: 'a button that is none', html: bad('<span role="button" onclick="alert()">Open</span>'), finds: /only a mouse reaches span "Open"/ },
    {
      is: 'a head that covers the focus',
      html: bad('<p style="height: 3000px"></p><a href="#y">Under</a><div style="position: fixed; inset: 0; background: #fff">All</div>'),
      finds: /covers the focus/,
    },
  ],
});
