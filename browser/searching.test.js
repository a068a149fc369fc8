// The search page as a reader uses it: the field, the answers, the address.

import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { launch } from './harness/chromium.js';
import { listen } from './harness/listen.js';
import { serve } from './harness/server.js';
import { allPages, folders } from './harness/site.js';

let browser, server;
const pages = allPages().filter((p) => p.kind === 'search' && !p.draft);

before(async () => { [browser, server] = await Promise.all([launch(), serve(folders)]); });
after(async () => { await browser.close(); await server.close(); });

async function open(question = '', options = {}) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const heard = listen(page);
  await options.before?.(page);
  await page.goto(server.origin + pages[0].address + (question && `?${new URLSearchParams({ q: question })}`));
  return { page, heard, close: () => context.close() };
}

const titles = (page) => page.locator('#_found a').allInnerTexts();
const said = async (page, words) => page.locator('#_status', { hasText: words }).waitFor();
// The first word of a title in the list, to ask for: what the site holds is its own.
const wordOf = (page) => page.locator('.az a').first().evaluate((a) => a.textContent.match(/\p{L}{4,}/u)[0]);

test('there is a search in each language', () => {
  assert.ok(pages.length > 0);
  assert.equal(new Set(pages.map((p) => p.lang)).size, pages.length);
});

test('Enter answers, and the address holds the question', async () => {
  const { page, heard, close } = await open();
  const word = await wordOf(page);
  assert.equal(await page.locator('#_answer').isVisible(), false);
  await page.locator('#_q').fill(`  ${word.toUpperCase()} `);
  await page.keyboard.press('Enter');
  await said(page, word.toUpperCase());
  assert.equal(new URL(page.url()).searchParams.get('q'), word.toUpperCase());
  const found = await titles(page);
  assert.ok(found.length > 0);
  assert.ok((await page.title()).startsWith(`${word.toUpperCase()} – `));
  assert.equal(await page.evaluate(() => document.activeElement.id), '_q');
  assert.ok(await page.locator('#_found mark').count() > 0);
  assert.deepEqual([heard.failures, heard.errors], [[], []]);

  await page.locator('#_found a').first().click();
  assert.equal((await page.request.get(page.url())).status(), 200);
  await page.goBack();
  await said(page, word.toUpperCase());
  assert.deepEqual(await titles(page), found);
  await close();
});

test('the address answers alone, back and forward too', async () => {
  const { page, close } = await open('2022');
  await said(page, '2022');
  const first = await titles(page);
  await page.locator('#_q').fill('zzzz');
  await page.keyboard.press('Enter');
  await said(page, 'zzzz');
  assert.deepEqual([await titles(page).then((t) => t.length > 0 && page.locator('#_answer').isVisible()), await page.locator('#_q').inputValue()], [false, 'zzzz']);
  await page.goBack();
  await said(page, '2022');
  assert.deepEqual([await titles(page), await page.locator('#_q').inputValue()], [first, '2022']);
  await page.goForward();
  await said(page, 'zzzz');
  await close();
});

test('a letter of the list asks nothing anew', async () => {
  const { page, close } = await open('2022');
  await said(page, '2022');
  await page.evaluate(() => { document.getElementById('_found').firstChild.id = 'same'; });
  await page.locator('.letters a').last().click();
  assert.equal(await page.locator('#same').count(), 1);
  await close();
});

test('markup in a question stays text', async () => {
  const question = '<img src=x onerror=alert(1)>2022 $& {n}';
  const { page, heard, close } = await open(question);
  await said(page, question);
  assert.equal(await page.locator('main img').count(), 0);
  assert.deepEqual(heard.errors, []);
  await close();
});

test('without its index the page says so, and tries again', async () => {
  let broken = true;
  const { page, close } = await open('2022', {
    before: (p) => p.route('**/index.json', (route) => (broken ? route.abort() : route.continue())),
  });
  const sentence = await page.locator('#_status').getAttribute('data-failed');
  await said(page, sentence);
  broken = false;
  await page.keyboard.press('Tab');
  await page.locator('#_q').press('Enter');
  await page.locator('#_found a').first().waitFor();
  await close();
});
