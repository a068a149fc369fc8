// A check is a promise that every page keeps, and a proof that it can be broken.
//
//   check('no page scrolls sideways', {
//     views: [{ width: 320 }],
//     find: async (page) => [...],
//     bad: [{ is: 'a wide line', html: '<!DOCTYPE html>…', finds: /…/ }],
//   });
//
// find gives what is wrong with an open page, in words. bad are pages that break
// the promise, with how that reads; beside: { address: text } serves more with one.
//
// The bad pages are checked first, in the same way as the pages of the site. A
// check that finds nothing wrong with one of them is no check.

import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { listen } from './listen.js';
import { launch, name as viewName, show } from './chromium.js';
import { report, stopwatch } from './report.js';
import { serve } from './server.js';
import { folders, pages as sitePages } from './site.js';

// Pages are looked at three at a time: while two are worked on, one waits.
const workers = 3;

// A machine that does much else at once needs longer than Playwright waits.
const patience = 90_000;

let browser, server;
const documents = new Map();

before(async () => { [browser, server] = await Promise.all([launch(), serve(folders, documents)]); });
after(async () => { await browser.close(); await server.close(); });

export function check(promise, { views = [{}], pages = sitePages, find, bad, context = {} }) {
  assert.ok(bad?.length > 0, `${promise}: no page shows that this can fail`);

  for (const [i, { is, html, finds, beside = {} }] of bad.entries()) {
    test(`${promise}: ${is} is found`, async () => {
      const address = `/bad/${i}/`;
      documents.set(address, html);
      Object.entries(beside).forEach(([at, text]) => documents.set(at, text));
      const findings = await look({ address, mount: address }, views, find, context);
      assert.ok(findings.some((f) => finds.test(f)), `found only: ${findings.join('\n') || 'nothing'}`);
    });
  }

  test(promise, async (t) => {
    const done = stopwatch(t);
    const queue = [...pages()];
    const count = queue.length;
    assert.ok(count > 0, 'no page to look at');
    const findings = [];
    await Promise.all(Array.from({ length: workers }, async () => {
      for (let p; (p = queue.shift());) findings.push(...await look(p, views, find, context));
    }));
    done(count, 'pages');
    report(findings);
  });
}

// look opens a page and gives what is wrong with it in each of the views.
async function look(target, views, find, options) {
  const context = await browser.newContext(options);
  try {
    context.setDefaultTimeout(patience);
    const page = await context.newPage();
    const heard = listen(page);
    await show(page, views[0]);
    const url = server.origin + target.address;
    await page.goto(url);
    const seen = new Map(); // finding → the names of the views that show it
    for (const view of views) {
      await show(page, view);
      for (const f of await find(page, { ...target, url, view, heard, browser })) {
        seen.set(f, (seen.get(f) ?? new Set()).add(viewName(view)));
      }
    }
    return Array.from(seen, ([f, where]) => `${target.address}: ${f} (${[...where].join('; ')})`);
  } catch (e) {
    throw new Error(`${target.address}: ${e.message}`, { cause: e });
  } finally {
    await context.close();
  }
}
