// Lighthouse gives 100 for accessibility, best practices and search engines, to the
// home page, a report and an indicator, as a phone sees them. Pages that search
// engines are asked to leave out, such as those in a fallback language, cannot get
// it and are not meant.

import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import lighthouse from 'lighthouse';
import puppeteer from 'puppeteer-core';
import { executable, flags } from './harness/chromium.js';
import { report, stopwatch } from './harness/report.js';
import { serve } from './harness/server.js';
import { allPages, folders } from './harness/site.js';

const categories = ['accessibility', 'best-practices', 'seo'];
const kinds = ['home', 'report', 'indicator'];

const documents = new Map();
let server, browser;
before(async () => {
  server = await serve(folders, documents);
  browser = await puppeteer.launch({ executablePath: executable, args: flags });
});
after(async () => { await browser.close(); await server.close(); });

// short gives the audits for which a page does not get all points, and those that
// broke: they have no score, and neither has their category.
async function short(address) {
  const page = await browser.newPage();
  try {
    const { lhr } = await lighthouse(server.origin + address, {
      onlyCategories: categories, throttlingMethod: 'provided', logLevel: 'error',
    }, undefined, page);
    assert.equal(lhr.runtimeError, undefined);
    return categories.filter((c) => lhr.categories[c].score < 1).flatMap((c) => {
      const failed = lhr.categories[c].auditRefs.map((r) => ({ ...r, ...lhr.audits[r.id] })).filter((a) => a.weight > 0 && (a.scoreDisplayMode === 'error' || (a.score !== null && a.score < 1)));
      return failed.map((a) => `${address}: ${c} ${Math.round(lhr.categories[c].score * 100)}: ${a.id}: ${a.title} ${JSON.stringify(a.details?.items?.slice(0, 2) ?? '')}`);
    });
  } finally {
    await page.close();
  }
}

test('Lighthouse gives 100: a page that deserves less is found', async () => {
  documents.set('/bad/', '<!DOCTYPE html><html><head><title>Bad</title></head><body><p>No language, no description</p><script>nothing.at.all</script></body></html>');
  const findings = (await short('/bad/')).join('\n');
  for (const c of categories) assert.match(findings, new RegExp(`: ${c} \\d\\d: `));
});

test('Lighthouse gives 100', async (t) => {
  const done = stopwatch(t);
  const looked = kinds.flatMap((kind) => allPages().filter((p) => p.kind === kind && p.indexed).slice(0, 1));
  assert.ok(looked.length > 0, 'no page to look at');
  const findings = [];
  for (const p of looked) findings.push(...await short(p.address));
  done(looked.length, 'pages');
  report(findings);
});
