// How tests say what they found and how long they took.

import assert from 'node:assert/strict';

// report fails a test with its findings, one a line.
export function report(findings, most = 40) {
  if (findings.length === 0) return;
  const lines = findings.slice(0, most);
  if (findings.length > most) lines.push(`and ${findings.length - most} more`);
  assert.fail(`${findings.length} findings\n${lines.join('\n')}`);
}

// stopwatch starts; calling what it gives says how much was done until then.
export function stopwatch(t) {
  const started = performance.now();
  return (count, what) => t.diagnostic(`${count} ${what} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
