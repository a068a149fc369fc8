// Interactive charts: nothing before the reader asks, the same chart in the same
// box after that, and the picture back whenever the reader wants it.
//
// Each promise is kept by pages of the site, and broken by the same pages with one
// file changed on its way to the browser: a promise that still seems kept then is
// no promise.

import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { launch, show } from './harness/chromium.js';
import { listen } from './harness/listen.js';
import { serve } from './harness/server.js';
import { allPages, folders } from './harness/site.js';

let browser, server;
before(async () => { [browser, server] = await Promise.all([launch(), serve(folders)]); });
after(async () => { await browser.close(); await server.close(); });

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// The largest page of each kind, of all languages, that has an interactive chart.
const pages = Object.values(Object.fromEntries(allPages()
  .filter((p) => !p.draft && readFileSync(p.file, 'utf8').includes(' data-option='))
  .sort((a, b) => a.size - b.size).map((p) => [p.kind, p])));

const files = { loader: /\/assets\/charts-/, script: /\/assets\/interactive-.*\.js/, style: /\/assets\/style-/, option: /\.json$/ };

// open opens a page, with a file changed when a change is given. What the page
// asks for and complains about is in heard.
async function open(p, { view = {}, context = {}, change } = {}) {
  const page = await (await browser.newContext({ reducedMotion: 'reduce', ...context })).newPage();
  const heard = listen(page);
  for (const [file, edit] of Object.entries(change ?? {})) {
    await page.route(files[file], async (route) => {
      const response = await route.fetch();
      const was = await response.text();
      const is = edit(was);
      if (is === was) throw new Error(`the change of ${file} changes nothing`);
      await route.fulfill({ response, body: is });
    });
  }
  await show(page, view);
  await page.goto(server.origin + p.address);
  const host = page.locator('[data-option]').first();
  const figure = page.locator('figure', { has: host }).first();
  const parts = {
    host, figure, picture: host.locator('img'), button: figure.locator('.try button'), live: host.locator('.live'), said: host.locator('[aria-live]'),
  };
  await host.scrollIntoViewIfNeeded();
  return { page, heard, ...parts, close: () => page.context().close() };
}

// drawn waits for the chart and reports whether it came.
const drawn = (live) => live.locator('svg path').first().waitFor({ state: 'attached', timeout: 4000 }).then(() => true, () => false);

// rows are the rows of the figure's table: the name of the place and its first
// value, without marks, or the meaning of a mark in its place.
const rows = (figure) => figure.locator('table').or(figure.page().locator('#_data ~ .body table')).first().evaluate((table) => [...table.tBodies[0].rows].map((row) => {
  const values = [...row.cells].slice(1).filter((_, i) => table.tHead.rows[0].cells[i + 1].className !== 't' || row.cells.length > 4);
  return { place: row.cells[0].textContent, value: (values[0].querySelector('.vh') ?? values[0]).textContent.replace(/(\s\[\w+\])+$/, '') };
}));

// A promise is kept when find, given an open page, finds nothing.
function promise(text, { find, broken, ...options }) {
  for (const [is, change] of Object.entries(broken)) {
    test(`${text}: ${is} is found`, async () => {
      const opened = await open(pages[0], { ...options, change });
      assert.notDeepEqual(await find(opened), [], 'nothing was found');
      await opened.close();
    });
  }
  for (const p of pages) {
    test(`${text}: ${p.kind}`, async () => {
      const opened = await open(p, options);
      assert.deepEqual(await find(opened), []);
      assert.deepEqual(opened.heard.errors.filter((e) => !options.fails?.test(e)), []);
      await opened.close();
    });
  }
}

test('the licences of what is published are published with it', () => {
  const assets = path.join(Object.values(folders)[0], 'assets');
  const text = readFileSync(path.join(assets, readdirSync(assets).find((f) => f.startsWith('interactive-licences-'))), 'utf8');
  for (const part of ['Apache ECharts\nCopyright', 'Apache License', 'zrender', 'Redistributions in binary form', 'tslib']) assert.ok(text.includes(part), part);
});

test('there are pages with interactive charts', () => assert.ok(pages.length >= 2, `${pages.length} kinds of page`));

promise('nothing is loaded before the reader asks', {
  async find({ page, heard }) {
    await page.waitForLoadState('networkidle');
    return heard.requests.filter((r) => files.script.test(r) || files.option.test(r));
  },
  broken: { 'a loader that does not wait': { loader: (js) => js.replace("button.addEventListener('focus', ask);", 'ask();') } },
});

const ways = {
  hover: [{ host: true }, ({ host }) => host.hover(), "'pointermove', (event) => { if (event.pointerType !== 'touch') ask(); }"],
  focus: [{}, ({ button }) => button.focus(), "button.addEventListener('focus', ask)"],
  'a tap': [{ context: { hasTouch: true }, view: { width: 320, height: 700 } }, ({ host }) => host.tap(), "host.addEventListener('click'"],
  'the button': [{}, ({ button }) => button.click(), "button.addEventListener('click'"],
};
for (const [name, [options, act, line]] of Object.entries(ways)) {
  promise(`${name} draws the chart`, {
    ...options,
    async find(opened) {
      await act(opened);
      if (name === 'the button') {
        await drawn(opened.live);
        return await opened.live.evaluate((e) => e === document.activeElement).catch(() => false) ? [] : ['the chart has no focus'];
      }
      return await drawn(opened.live) ? [] : ['no chart'];
    },
    broken: { 'a loader that does not listen': { loader: (js) => js.replace(line, line.replace(/'\w+'/, "'nothing'")) } },
  });
}

promise('the chart has the box of the picture, and nothing moves', {
  async find({ page, host, picture, live }) {
    await page.evaluate(() => {
      window.moved = [];
      new PerformanceObserver((list) => window.moved.push(...list.getEntries().map((e) => `moved by ${e.value}`))).observe({ type: 'layout-shift', buffered: true });
    });
    const was = await picture.boundingBox();
    await host.hover();
    await drawn(live);
    await page.waitForTimeout(300);
    const is = await live.locator('svg').boundingBox();
    const differs = ['x', 'y', 'width', 'height'].filter((side) => Math.abs(was[side] - is[side]) > 1);
    return [...differs, ...await page.evaluate(() => window.moved)];
  },
  broken: { 'a chart below its picture': { style: (css) => css.replace('.live { position: absolute;', '.live { position: relative;') } },
});

promise('arrows, Home and End go through the rows of the table, and a live region says them', {
  async find({ page, figure, button, live, said }) {
    const all = await rows(figure);
    await button.focus();
    await drawn(live);
    await page.keyboard.press('Enter');
    const findings = [];
    const hear = async (row, by) => {
      const text = (await said.textContent()).replaceAll('\u00a0', ' ');
      const start = row.place.replaceAll('\u00a0', ' ');
      if (!text.startsWith(start) || !text.includes(row.value.replaceAll('\u00a0', ' '))) findings.push(`${by}: ${text} for ${start}, ${row.value}`);
    };
    await hear(all.at(-1), 'focus');
    await page.keyboard.press('Home');
    await hear(all[0], 'Home');
    for (const row of all.slice(1)) {
      await page.keyboard.press('ArrowRight');
      await hear(row, 'ArrowRight');
    }
    await page.keyboard.press('ArrowRight');
    await hear(all.at(-1), 'ArrowRight at the end');
    await page.keyboard.press('ArrowLeft');
    await hear(all.at(-2), 'ArrowLeft');
    await page.keyboard.press('End');
    await hear(all.at(-1), 'End');
    return findings;
  },
  broken: {
    'a chart without keys': { script: (js) => js.replaceAll('"keydown"', '"nothing"') },
    'the sentences of other places': { option: (json) => { const o = JSON.parse(json); o.said.reverse(); return JSON.stringify(o); } },
  },
});

promise('a pointer that passes by leaves the place to the keys', {
  async find({ page, figure, button, live, said }) {
    const all = await rows(figure);
    await button.focus();
    await drawn(live);
    await page.keyboard.press('Enter');
    const box = await live.boundingBox();
    await page.mouse.move(box.x + box.width - 2, box.y + box.height / 2);
    await page.mouse.move(0, 0);
    await page.keyboard.press('ArrowLeft');
    const text = (await said.textContent()).replaceAll('\u00a0', ' ');
    return text.startsWith(all.at(-2).place.replaceAll('\u00a0', ' ')) ? [] : [text];
  },
  broken: { 'a chart that forgets the place': { script: (js) => js.replaceAll(':focus-visible', ':empty') } },
});

promise('the tooltip says place and value, and follows the pointer', {
  async find({ page, figure, button, live }) {
    const all = await rows(figure);
    await button.focus();
    if (!await drawn(live)) return ['no chart'];
    const others = await live.locator('svg text').count();
    const box = await live.boundingBox();
    const seen = new Set();
    const findings = [];
    for (let x = 0; x < box.width; x += 8) {
      await page.mouse.move(box.x + x, box.y + box.height / 2);
      const texts = (await live.locator('svg text').allTextContents()).slice(others).join(' ').replaceAll('\u00a0', ' ');
      const row = all.find((r) => texts.includes(r.place.replaceAll('\u00a0', ' ')));
      if (!row) findings.push(`at ${x}: ${texts}`);
      else if (!texts.includes(row.value.replaceAll('\u00a0', ' '))) findings.push(`${row.place}: ${texts} for ${row.value}`);
      else seen.add(row.place);
    }
    const order = all.map((r) => r.place).filter((place) => seen.has(place));
    if (order.join() !== [...seen].join()) findings.push(`from left to right: ${[...seen].join()}`);
    if (seen.size < Math.min(all.length, 20)) findings.push(`only ${seen.size} places of ${all.length}`);
    return findings;
  },
  broken: {
    'a chart that does not listen': { script: (js) => js.replaceAll('"pointermove"', '"nothing"') },
    'the tips of other places': { option: (json) => { const o = JSON.parse(json); o.wide.tips.reverse(); return JSON.stringify(o); } },
  },
});

promise('Escape gives the picture and the focus back, until the reader asks again', {
  async find({ page, host, picture, button, live }) {
    await button.click();
    await drawn(live);
    await page.keyboard.press('Escape');
    const findings = [];
    if (await live.count() > 0) findings.push('the chart stays');
    if (!await picture.isVisible()) findings.push('no picture');
    if (!await button.evaluate((e) => e === document.activeElement)) findings.push('the focus is lost');
    await page.mouse.move(0, 0);
    await host.hover();
    if (!await drawn(live)) findings.push('it cannot be asked for again');
    await page.keyboard.press('Escape');
    await host.hover({ position: { x: 200, y: 80 } });
    await page.waitForTimeout(100);
    if (await live.count() > 0) findings.push('it comes back under a pointer that did not leave');
    return findings;
  },
  broken: { 'a chart that stays': { script: (js) => js.replace('"Escape"', '"Nothing"') } },
});

promise('no other host is asked and no policy broken', {
  async find({ page, heard, button, live }) {
    await button.click();
    await drawn(live);
    await page.keyboard.press('ArrowLeft');
    await page.waitForLoadState('networkidle');
    return [...heard.requests.filter((r) => !r.startsWith(server.origin)), ...heard.errors];
  },
  broken: {
    'a tooltip of HTML': { option: (json) => json.replaceAll('"richText"', '"html"') },
    'a picture from elsewhere': { script: (js) => js + ';new Image().src="https://elsewhere.invalid/x.svg"' },
  },
});

promise('axe-core finds nothing in the chart', {
  async find({ page, button, live }) {
    await button.click();
    await drawn(live);
    await page.evaluate(axe);
    return page.evaluate(async () => (await window.axe.run('figure:has(.live)', { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } })).violations.map((v) => `${v.id}: ${v.nodes[0].html.slice(0, 200)}`));
  },
  broken: { 'a role that is none': { script: (js) => js.replace('"application"', '"diagram"') } },
});

promise('nothing moves by itself', {
  async find({ page, button, live }) {
    await button.click();
    await live.locator('svg').first().waitFor();
    const first = await live.locator('svg').innerHTML();
    await page.waitForTimeout(600);
    return first === await live.locator('svg').innerHTML() ? [] : ['it moved'];
  },
  broken: { animation: { option: (json) => json.replaceAll('"animation":false', '"animation":true,"animationDuration":2000') } },
});

promise('the chart follows the width and the wish for the dark', {
  async find({ page, host, live }) {
    await host.hover();
    await drawn(live);
    const look = () => live.locator('svg').evaluate((svg) => [svg.getAttribute('viewBox').split(' ')[2], /#12436d/.test(svg.outerHTML), /#a9d3f7/.test(svg.outerHTML)].join());
    const findings = [];
    for (const [view, want] of [[{}, '720,true,false'], [{ scheme: 'dark' }, '720,false,true'], [{ scheme: 'dark', width: 320 }, '360,false,true'], [{ width: 320 }, '360,true,false']]) {
      await show(page, view);
      let seen;
      for (let tries = 0; tries < 20 && (seen = await look()) !== want; tries++) await page.waitForTimeout(100);
      if (seen !== want) findings.push(`${JSON.stringify(view)}: ${seen}`);
    }
    return findings;
  },
  broken: { 'a chart that does not listen': { script: (js) => js.replaceAll('"change"', '"nothing"') } },
});

promise('in forced colours the chart keeps its own', {
  view: { forced: true },
  async find({ host, live }) {
    await host.hover();
    await drawn(live);
    return live.locator('svg text').evaluateAll((texts) => texts.filter((t) => {
      const probe = document.createElement('p');
      probe.style.cssText = `forced-color-adjust: none; color: ${t.getAttribute('fill')}`;
      document.body.append(probe);
      return getComputedStyle(probe).color !== getComputedStyle(t).fill;
    }).map((t) => t.textContent));
  },
  broken: { 'forced texts': { style: (css) => css.replace('forced-color-adjust: none', 'fill: CanvasText') } },
});

promise('paper gets the picture', {
  async find({ page, host, picture, live }) {
    await host.hover();
    await drawn(live);
    await show(page, { media: 'print' });
    return [...await live.isVisible() ? ['the chart is printed'] : [], ...await picture.isVisible() ? [] : ['no picture']];
  },
  broken: { 'a printed chart': { style: (css) => css.replace('@media screen { .drawn picture', '@media all { .drawn picture') } },
});

promise('without scripts the page is complete, and no button is in it', {
  context: { javaScriptEnabled: false },
  async find({ page, picture, button }) {
    return [
      ...await picture.isVisible() ? [] : ['no picture'],
      ...await page.locator('main table').count() > 0 ? [] : ['no table'],
      ...await button.isVisible() ? ['a button that does nothing'] : [],
    ];
  },
  broken: { 'a button that always shows': { style: (css) => css.replace('.try { display: none; }', '').replaceAll('visibility: hidden', '') } },
});

promise('a chart that cannot be loaded leaves the picture and says so', {
  fails: /Failed to load|error/i,
  async find({ page, picture, button, live }) {
    await page.route(files.option, (route) => route.abort());
    const name = await button.textContent();
    await button.click();
    await page.waitForTimeout(500);
    const findings = [];
    if (await live.count() > 0 || !await picture.isVisible()) findings.push('the picture is gone');
    if (await button.textContent() === name) findings.push('nothing is said');
    await page.unroute(files.option);
    await button.click();
    if (!await drawn(live)) findings.push('it cannot be tried again');
    return findings;
  },
  broken: { 'a silent failure': { loader: (js) => js.replace(/button\.textContent = document[^;]*;/, '') } },
});
