// A page is complete without scripts: all its words and tables are there, and all
// its pictures. With scripts there may be controls besides, no content.

import { check } from './harness/check.js';
import { pagesInTurn } from './harness/site.js';
import { show } from './harness/chromium.js';

async function lacking(page, { url, view, browser }) {
  const without = await browser.newContext({ javaScriptEnabled: false });
  try {
    const plain = await without.newPage();
    await show(plain, view);
    await plain.goto(url);
    const [has, needs] = [await content(plain), await content(page)];
    const spare = new Map(); // how often each line is there without scripts
    has.forEach((line) => spare.set(line, (spare.get(line) ?? 0) + 1));
    const missing = needs.filter((line) => {
      spare.set(line, (spare.get(line) ?? 0) - 1);
      return spare.get(line) < 0;
    });
    return missing.map((line) => `is not there without scripts: ${line.slice(0, 120)}`);
  } finally {
    await without.close();
  }
}

// content gives what a reader can see, a line for each block of text, row of a
// table (its cells with tabs between) and picture. Controls are no content.
async function content(page) {
  await page.evaluate(() => {
    document.querySelectorAll('details').forEach((d) => { d.open = true; });
    document.querySelectorAll('form, button, [aria-live], [role=status]').forEach((c) => { c.hidden = true; });
  });
  return page.evaluate(() => [
    ...document.body.innerText.split('\n').map((l) => l.trim()).filter(Boolean),
    ...[...document.images].filter((i) => i.checkVisibility()).map((i) => `picture ${i.currentSrc}${i.naturalWidth > 0 ? '' : ' (broken)'}`),
  ]);
}

const bad = (main) => `<!DOCTYPE html><html lang="en"><title>Bad</title><body><main id="m">${main}</main></body></html>`;

check('a page is complete without scripts', {
  pages: pagesInTurn,
  find: lacking,
  bad: [
    { is: 'text that a script writes', html: bad('<script>m.append("Nine organisations")</script>'), finds: /without scripts: Nine organisations/ },
    { is: 'a row that a script shows', html: bad('<table><tr hidden id="r"><td>3 156</td></tr></table><script>r.hidden = false</script>'), finds: /without scripts: 3 156/ },
    { is: 'a picture that a script loads', html: bad('<img id="i" alt=""><script>i.src = "data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22/>"</script>'), finds: /without scripts: picture data:/ },
  ],
});
