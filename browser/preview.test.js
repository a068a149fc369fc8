// A preview as its writer sees it: the page follows what is saved, keeps its place, and
// says at its foot what is wrong.

import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import { launch } from './harness/chromium.js';
import { listen } from './harness/listen.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const site = mkdtempSync(path.join(tmpdir(), 'ronde-'));
const draft = path.join(site, 'content/reports/2022-08/report.en.md');

let browser, preview, origin, text;

// ronde serve with a Dutch writer; resolves when it says where it is.
async function serve() {
  preview = spawn(path.join(root, 'bin/ronde'), ['serve', '--site', site, '--addr', '127.0.0.1:0', '--lang', 'nl']);
  for await (const line of readline.createInterface({ input: preview.stdout })) {
    const found = line.match(/ (http:\S+)\/ /);
    if (found) {
      preview.stdout.resume();
      return found[1];
    }
  }
  throw new Error('ronde serve ended');
}

before(async () => {
  cpSync(path.join(root, 'cmd/ronde/testdata/base'), site, { recursive: true });
  writeFileSync(path.join(site, '.gitattributes'), 'data/drops/** -text\ncontent/reports/*/editions/** -text\n');
  text = readFileSync(draft, 'utf8');
  [browser, origin] = await Promise.all([launch(), serve()]);
}, { timeout: 120_000 });

after(async () => {
  await browser.close();
  const ended = once(preview, 'exit');
  preview.kill('SIGTERM');
  assert.deepEqual(await ended, [0, null]);
  rmSync(site, { recursive: true });
});

test('what is saved is shown, at the place where the page was', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 700 } });
  const heard = listen(page);
  await page.goto(`${origin}/en/reports/2022-08/`);
  await page.evaluate(() => scrollTo(0, 900));
  writeFileSync(draft, `${text}\nOne sentence more.\n`);
  await page.getByText('One sentence more.').waitFor();
  await page.waitForFunction(() => scrollY === 900);
  assert.deepEqual(heard.errors, []);
  await page.close();
});

test('what is wrong stands at the foot without a new page, and goes when it is mended', async () => {
  const page = await browser.newPage();
  await page.goto(`${origin}/en/reports/2022-08/`);
  await page.evaluate(() => { globalThis.stays = true; });
  writeFileSync(draft, `${text}\nOne {{nothing}} more.\n`);
  const foot = page.locator('#ronde-preview aside');
  await foot.getByText('fout: niet gevonden: indicator "nothing"').waitFor();
  assert.equal(await foot.getAttribute('lang'), 'nl');
  assert.ok(await page.evaluate(() => globalThis.stays), 'the page was loaded anew');
  assert.deepEqual(await violations(page), []);

  // Whoever closes it has read it.
  await foot.locator('summary').click();
  writeFileSync(draft, `${text}\nTwo {{nothing}} more.\n`);
  await foot.getByText('Two {{nothing}}').waitFor({ state: 'attached' });
  assert.equal(await foot.locator('details[open]').count(), 0);

  writeFileSync(draft, text);
  await page.waitForFunction(() => !globalThis.stays);
  assert.equal(await foot.count(), 0);
  await page.close();
});

// violations are what axe-core finds in the foot.
async function violations(page) {
  await page.evaluate(axe.source);
  const result = await page.evaluate(() => globalThis.axe.run('#ronde-preview', { resultTypes: ['violations'] }));
  return result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`);
}
