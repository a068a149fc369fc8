// The Nu HTML checker of the W3C finds no error in any HTML and any SVG file.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import vnu from 'vnu-jar';
import { report, stopwatch } from './harness/report.js';
import { distinct } from './harness/site.js';

// A command line holds two megabytes; a name in a published folder, a hundred bytes.
const batch = 4000;

// errors gives what the checker says of files that it reads as "html" or "svg".
async function errors(kind, names) {
  const found = [];
  for (let i = 0; i < names.length; i += batch) {
    const out = await java([`--${kind}`, '--errors-only', '--no-langdetect', '--format', 'json', ...names.slice(i, i + batch)]);
    for (const m of JSON.parse(out).messages) {
      found.push(`${m.url.replace(/^file:/, '')}:${m.lastLine ?? 1}: ${m.message} ${m.extract ?? ''}`.replaceAll('\n', ' '));
    }
  }
  return found;
}

// java runs the checker, which writes its findings to the standard error.
async function java(args) {
  const run = spawn('java', ['-jar', `${vnu}`, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  const chunks = await run.stderr.toArray();
  return Buffer.concat(chunks).toString();
}

for (const [kind, bad, finds] of [
  ['html', '<!DOCTYPE html><html lang="en"><title>Bad</title><body><main><p>A list<ul><li>without an end</ul><table><div></table></main>', /div/],
  ['svg', '<svg xmlns="http://www.w3.org/2000/svg"><title>Bad</title><rect width="1" height="-1" colour="red"/></svg>', /colour/],
]) {
  test(`the Nu checker finds no error in ${kind}: a file with errors is found`, async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'nu-'));
    try {
      const file = path.join(folder, `bad.${kind}`);
      await writeFile(file, bad);
      assert.match((await errors(kind, [file])).join('\n'), finds);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test(`the Nu checker finds no error in ${kind}`, async (t) => {
    const done = stopwatch(t);
    const names = distinct(`.${kind}`);
    assert.ok(names.length > 0, 'no file to check');
    const found = await errors(kind, names);
    done(names.length, 'files');
    report(found);
  });
}
