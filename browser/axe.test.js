// WCAG 2.2 AA and good practice, as far as axe-core can tell.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { check } from './harness/check.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function violations(page) {
  if (!await page.evaluate(() => 'axe' in window)) await page.evaluate(axe);
  return page.evaluate(async (values) => {
    const { violations } = await window.axe.run(document, {
      runOnly: { type: 'tag', values }, resultTypes: ['violations'], reporter: 'v2',
    });
    return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${v.help}: ${n.target.join(' ')} ${n.html.slice(0, 160)}`));
  }, tags);
}

const frame = (main, style = '') =>
  `<!DOCTYPE html><html lang="en"><head><title>Bad</title><style>${style}</style></head><body><main><h1>Bad</h1>${main}</main></body></html>`;

check('axe-core finds nothing', {
  views: [
    { width: 1280, scheme: 'light' }, { width: 1280, scheme: 'dark' },
    { width: 320, scheme: 'light' }, { width: 320, scheme: 'dark' },
  ],
  find: violations,
  bad: [
    { is: 'a picture without alternative text', html: frame('<img src="x.svg">'), finds: /image-alt/ },
    {
      is: 'pale text in the dark only',
      html: frame('<p>Pale</p>', '@media (prefers-color-scheme: dark) { p { color: #888; background: #999 } }'),
      finds: /color-contrast.*\(1280 px, dark; 320 px, dark\)/,
    },
    {
      is: 'links too small to hit',
      html: frame('<p><a href="a">A</a><a href="b">B</a></p>', 'a { display: block; width: 9px; height: 9px; overflow: hidden }'),
      finds: /target-size/,
    },
    { is: 'a heading that skips a level', html: frame('<h4>Deep</h4>'), finds: /heading-order/ },
  ],
});
