// A static server on this machine, as plain as the hosts that a site is put on.

import http from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json', '.svg': 'image/svg+xml', '.xml': 'application/xml', '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8', '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

// serve starts a server of the folders, each below its mount ("/a/preview/"), and
// of single documents by address, which may be added later. What a folder lacks
// is answered with its 404.html. An address with ?then=TEXT is answered in two
// pieces, the second of which begins with the first TEXT and comes a quarter of a
// second late. Gives the origin and a function that stops it.
export async function serve(folders, documents = new Map()) {
  const server = http.createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://site');
    const { status, type, body } = answer(folders, documents, pathname);
    const late = searchParams.has('then') ? body.indexOf(searchParams.get('then')) : -1;
    const zip = late < 0 && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    response.writeHead(status, {
      'Content-Type': type, 'Cache-Control': 'no-store', ...(zip && { 'Content-Encoding': 'gzip' }),
    });
    if (late < 0) {
      response.end(zip ? gzipSync(body) : body);
    } else {
      response.write(body.slice(0, late));
      setTimeout(() => response.end(body.slice(late)), 250);
    }
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((closed) => { server.close(closed); server.closeAllConnections(); }),
  };
}

function answer(folders, documents, address) {
  const html = types['.html'];
  if (documents.has(address)) return { status: 200, type: types[path.extname(address)] ?? html, body: documents.get(address) };
  const mount = Object.keys(folders).filter((m) => address.startsWith(m)).sort((a, b) => b.length - a.length)[0];
  if (!mount || address.startsWith('/bad/')) return { status: 404, type: 'text/plain', body: 'no site here' };
  const folder = folders[mount];
  let file = path.join(folder, decodeURIComponent(address.slice(mount.length)));
  if (address.endsWith('/')) file = path.join(file, 'index.html');
  if (file.startsWith(folder) && existsSync(file) && statSync(file).isFile()) {
    return { status: 200, type: types[path.extname(file)] ?? 'application/octet-stream', body: readFileSync(file) };
  }
  const missing = path.join(folder, '404.html');
  return { status: 404, type: html, body: existsSync(missing) ? readFileSync(missing) : 'not found' };
}
