// Makes ../assets/interactive.js, the script that draws interactive charts, and
// beside it the licences of what it holds. `make site` runs this.
import { build } from 'esbuild';
import { readFileSync, writeFileSync } from 'node:fs';

const out = '../assets/interactive.js';
const licences = '../assets/interactive-licences.txt';

const { version } = JSON.parse(readFileSync('node_modules/echarts/package.json', 'utf8'));

// Each part with the files that must go with it. The licence of d3 is that of
// code inside ECharts.
const parts = [
  ['Apache ECharts', ['echarts/NOTICE', 'echarts/LICENSE', 'echarts/licenses/LICENSE-d3']],
  ['zrender', ['zrender/LICENSE']],
  ['tslib', ['tslib/CopyrightNotice.txt', 'tslib/LICENSE.txt']],
];

await build({
  entryPoints: ['chart.js'],
  outfile: out,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'none',
  banner: { js: `/* With Apache ECharts ${version}, Apache License 2.0; its notice and all licences stand in interactive-licences-*.txt beside this file. */` },
  logLevel: 'warning',
});

writeFileSync(licences, parts.map(([name, files]) =>
  `${name}\n${'='.repeat(name.length)}\n\n` +
  files.map((file) => readFileSync(`node_modules/${file}`, 'utf8').trim()).join('\n\n')
).join('\n\n\n') + '\n');
