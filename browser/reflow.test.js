// WCAG 1.4.10 and 1.4.4: nobody has to scroll a page sideways, at 320 px and
// with a page of 1280 px enlarged to 200 % (which leaves it 640) or 400 % (320).
// Tables scroll in a region of their own.

import { check } from './harness/check.js';

async function sideways(page) {
  return page.evaluate(() => {
    const root = document.scrollingElement;
    const width = root.clientWidth;
    if (root.scrollWidth <= width) return [];
    // What sticks out, without what a scrolling region holds within itself.
    const within = (e) => {
      for (let p = e.parentElement; p && p !== root; p = p.parentElement) {
        if (getComputedStyle(p).overflowX !== 'visible') return true;
      }
      return false;
    };
    const wide = [...document.body.querySelectorAll('*')]
      .filter((e) => e.getBoundingClientRect().right > width + 0.5 && !within(e))
      .map((e) => e.localName + (e.id && `#${e.id}`) + (e.className && `.${e.getAttribute('class')}`));
    return [`scrolls sideways to ${root.scrollWidth} px: ${wide.slice(0, 5).join(', ')}`];
  });
}

const bad = (style) => `<!DOCTYPE html><html lang="en"><title>Bad</title><body><p style="${style}">Wide</p></body></html>`;

check('no page scrolls sideways', {
  views: [{ width: 320 }, { width: 640 }, { width: 1280 }],
  find: sideways,
  bad: [
    { is: 'a line wider than a phone', html: bad('width: 400px'), finds: /scrolls sideways to \d+ px: p \(320 px\)/ },
    { is: 'a line wider than an enlarged page', html: bad('width: 700px'), finds: /: p \(320 px; 640 px\)/ },
  ],
});
