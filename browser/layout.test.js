// Nothing moves under a reader's eyes: the cumulative layout shift is 0, while the
// page loads, also in pieces, and while it is scrolled to its end.

import { check } from './harness/check.js';
import { pages, pagesInTurn } from './harness/site.js';

async function shifts(page, { url }) {
  await page.goto('about:blank');
  await page.goto(url);
  await page.evaluate(() => {
    window.moved = [];
    new PerformanceObserver((list) => window.moved.push(...list.getEntries())).observe({ type: 'layout-shift', buffered: true });
  });
  await page.waitForTimeout(100); // what comes late comes now
  return page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
      window.scrollTo(0, y);
      await frame();
    }
    await frame();
    await frame();
    // Parts are hidden until they are whole, and not for longer.
    const hidden = [...document.querySelectorAll('header, nav, main > *, footer')].filter((e) => getComputedStyle(e).visibility !== 'visible');
    return window.moved.map((m) => {
      const what = m.sources.map((s) => (s.node?.closest ? s.node : s.node?.parentElement)?.outerHTML.slice(0, 80));
      return `moves by ${m.value.toFixed(4)}: ${what.join(', ')}`;
    }).concat(hidden.map((e) => `stays hidden: ${e.outerHTML.slice(0, 80)}`));
  });
}

// A busy machine may pause anywhere while it reads a page, as a line does; that is
// tried below, on purpose. What a page does by itself it does each time.
async function shiftsTwice(page, target) {
  const first = await shifts(page, target);
  if (first.length === 0) return [];
  const again = await shifts(page, target);
  return first.filter((f) => again.includes(f));
}

const bad = (main) => `<!DOCTYPE html><html lang="en"><title>Bad</title><body><main id="m">${main}</main></body></html>`;

check('nothing moves while a page loads or scrolls', {
  pages: pagesInTurn,
  views: [{ width: 1280 }, { width: 320 }],
  find: shiftsTwice,
  bad: [
    {
      is: 'a notice that comes late',
      html: bad('<p>Text</p><script>onload = () => setTimeout(() => m.insertAdjacentHTML("beforebegin", "<h1>Notice</h1>"), 30)</script>'),
      finds: /moves by 0\.\d+: .*Text/,
    },
    {
      is: 'a part that is never shown',
      html: bad('<p>Text</p><p style="visibility: hidden">More</p>'),
      finds: /stays hidden: .*More/,
    },
  ],
});

// A reader's line may pause anywhere. It is tried before some of the tags of the first
// screen, and more often in the head, which is the same in all pages.
async function shiftsInPieces(page, { url }) {
  const found = [];
  for (const [part, step] of [['header', 3], ['main', 12]]) {
    const html = await page.evaluate((part) => document.querySelector(part)?.outerHTML.slice(0, 12000) ?? '', part);
    const tags = [...html.matchAll(/<[a-z][^>]*>/g)].filter((_, i, all) => i % step === Math.min(step, all.length) - 1);
    for (const [tag] of tags) {
      found.push(...await shifts(page, { url: `${url}?then=${encodeURIComponent(tag)}` }));
    }
  }
  return found;
}

check('nothing moves while a page arrives in pieces', {
  views: [{ width: 1280 }, { width: 320 }],
  pages: () => ['home', 'report'].map((kind) => pages().find((p) => p.kind === kind)),
  find: shiftsInPieces,
  bad: [
    {
      is: 'a link that pushes the one before it',
      html: bad('').replace('<main', '<header style="display: flex"><p style="margin-left: auto">Menu</p><p id="late">Search</p></header><main'),
      finds: /moves by 0\.\d+: .*Menu/,
    },
  ],
});
