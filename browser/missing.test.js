// An address that leads nowhere is answered with a page of the site that looks
// right at any depth and leads back.

import { check } from './harness/check.js';
import { folders } from './harness/site.js';

async function lost(page, { url, heard }) {
  const found = [];
  const status = heard.responses.find((r) => r.url() === url)?.status();
  const kind = await page.evaluate(() => document.body.dataset.kind);
  if (status !== 404 || kind !== 'missing') found.push(`is answered ${status} with a page of kind ${kind}`);
  found.push(...heard.failures.filter((f) => !f.startsWith(`${url} `)), ...heard.errors.filter((e) => !e.includes('404')));
  const links = await page.$$eval('a[href]', (all, origin) => all.map((a) => a.href).filter((h) => h.startsWith(origin)), new URL(url).origin);
  if (links.length === 0) found.push('leads nowhere');
  for (const link of new Set(links.map((l) => l.replace(/#.*/, '')).filter((l) => l !== url))) {
    const answer = await page.request.get(link);
    if (answer.status() !== 200) found.push(`leads to ${link}, which answers ${answer.status()}`);
  }
  return found;
}

const bad = (main) => `<!DOCTYPE html><html lang="en"><title>Bad</title><body>${main}</body></html>`;

check('what is missing is answered with a page that leads back', {
  pages: () => Object.keys(folders).flatMap((m) => ['nowhere', 'nl/no/such/page/', 'nl/reports/1999-01/'].map((a) => ({ address: m + a }))),
  find: lost,
  bad: [
    { is: 'a host that answers with anything', html: bad('<a href=".">Home</a>'), finds: /is answered 200 with a page of kind undefined/ },
    { is: 'a page that leads on into nothing', html: bad('<a href="gone/">Home</a>'), finds: /leads to .*gone\/, which answers 404/ },
    { is: 'a picture that is not found at depth', html: bad('<img src="x.svg" alt="">'), finds: /x\.svg answered 404/ },
  ],
});
