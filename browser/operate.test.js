// What the focus is on answers to the keys: Enter and Space open what is folded,
// arrows scroll what scrolls, Enter follows links, and the first link of a page
// leads past its navigation.

import { check } from './harness/check.js';
import { pagesInTurn } from './harness/site.js';

// A key has its effect within this many milliseconds, even on a busy machine. A
// page that was made to ignore keys is not waited for so long.
const patience = (bad) => (bad ? 500 : 8000);

const name = (e) => e.evaluate((n) => `${n.localName} "${(n.getAttribute('aria-label') || n.textContent).trim().slice(0, 40)}"`);

async function deaf(page, { url, kind }) {
  const most = patience(!kind);
  return [...await folded(page, most), ...await scrolling(page, most), ...await links(page, url, most)];
}

async function folded(page, most) {
  const found = [];
  for (const summary of await page.$$('summary')) {
    if (!await summary.isVisible()) continue;
    for (const [key, open] of [['Enter', true], ['Space', false]]) {
      await summary.evaluate((e, open) => { e.parentElement.open = !open; e.focus(); }, open);
      await page.keyboard.press(key);
      if (!await settles(page, most, summary, (e, open) => e.parentElement.open === open, open)) {
        found.push(`${key} does not ${open ? 'open' : 'close'} ${await name(summary)}`);
      }
    }
  }
  return found;
}

async function scrolling(page, most) {
  const found = [];
  const list = await page.evaluateHandle(() => {
    document.querySelectorAll('details').forEach((d) => { d.open = true; });
    const scrolls = (overflow) => overflow === 'auto' || overflow === 'scroll';
    return [...document.querySelectorAll('body *')].flatMap((e) => {
      const style = getComputedStyle(e);
      const ways = [];
      if (scrolls(style.overflowX) && e.scrollWidth > e.clientWidth + 1) ways.push({ e, key: 'ArrowRight', side: 'scrollLeft' });
      if (scrolls(style.overflowY) && e.scrollHeight > e.clientHeight + 1) ways.push({ e, key: 'ArrowDown', side: 'scrollTop' });
      return ways;
    });
  });
  for (const way of (await list.getProperties()).values()) {
    const region = (await way.getProperty('e')).asElement();
    const { key, side } = await way.evaluate(({ key, side }) => ({ key, side }));
    await region.evaluate((e, side) => { e[side] = 0; document.activeElement.blur(); e.focus(); }, side);
    await page.keyboard.press(key);
    if (!await settles(page, most, region, (e, side) => e[side] > 0, side)) found.push(`${key} does not scroll ${await name(region)}`);
  }
  return found;
}

async function links(page, url, most) {
  const found = [];
  await page.goto(url);
  // What another site shows in a frame has no navigation.
  if (await page.$('header, nav')) {
    await page.locator('a').first().focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    // A page whose content holds no link goes on to its foot.
    if (await page.evaluate(() => !document.activeElement.closest('main, footer'))) {
      found.push(`the first link leads to ${await name(await page.$(':focus'))}, not past the navigation`);
    }
  }
  const link = page.locator('main a[href$="/"]:not([href^="http"]):visible').first();
  if (await link.count() > 0) {
    const label = await name(link);
    const before = page.url();
    await link.focus();
    await page.keyboard.press('Enter');
    if (!await page.waitForURL((u) => u.href !== before, { timeout: most }).then(() => true, () => false)) {
      found.push(`Enter does not follow ${label}`);
    }
    await page.goto(url);
  }
  return found;
}

// settles waits until a test of an element is true, and says whether it became so.
async function settles(page, most, element, test, arg) {
  const until = performance.now() + most;
  while (performance.now() < until) {
    if (await element.evaluate(test, arg)) return true;
    await page.waitForTimeout(20);
  }
  return false;
}

const bad = (main, style = '') =>
  `<!DOCTYPE html><html lang="en"><title>Bad</title><style>${style}</style><body><a href="#main">Skip</a><header><a href="x">Menu</a></header><main id="main" tabindex="-1">${main}</main></body></html>`;
const dead = 'onkeydown="event.key === \'Tab\' || event.preventDefault()" onkeyup="event.preventDefault()"';

check('what has the focus answers to the keys', {
  pages: pagesInTurn,
  views: [{ width: 1280 }, { width: 320 }],
  find: deaf,
  bad: [
    { is: 'a fold that a script holds shut', html: bad(`<details><summary ${dead}>More</summary>Text</details>`), finds: /Enter does not open summary "More"/ },
    { is: 'a wide table that arrows do not scroll', html: bad(`<div tabindex="0" ${dead} style="width: 100px; overflow: auto"><p style="width: 900px">Wide</p></div>`), finds: /ArrowRight does not scroll div "Wide"/ },
    { is: 'a long box that arrows do not scroll', html: bad(`<div tabindex="0" ${dead} style="height: 50px; overflow: auto"><p style="height: 900px">Long</p></div>`), finds: /ArrowDown does not scroll div "Long"/ },
    { is: 'a first link that skips nothing', html: bad('<a href="y">In</a>').replace('#main', '#nowhere'), finds: /the first link leads to a "Menu"/ },
    { is: 'a link that goes nowhere', html: bad('<a href="y/" onclick="return false">On</a>'), finds: /Enter does not follow a "On"/ },
  ],
});
