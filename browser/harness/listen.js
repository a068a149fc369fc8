// What a page asks for and says while it is open.

// listen starts to listen to a page that has not been opened yet. requests are
// addresses, responses Playwright's, failures and errors sentences; they grow while the page lives.
export function listen(page) {
  const heard = { requests: [], responses: [], failures: [], errors: [] };
  page.on('request', (r) => heard.requests.push(r.url()));
  page.on('requestfailed', (r) => heard.failures.push(`${r.url()} failed: ${r.failure()?.errorText}`));
  page.on('response', (r) => heard.responses.push(r));
  page.on('response', (r) => { if (r.status() >= 400) heard.failures.push(`${r.url()} answered ${r.status()}`); });
  page.on('console', (m) => { if (['error', 'warning'].includes(m.type())) heard.errors.push(`console: ${m.text()}`); });
  page.on('pageerror', (e) => heard.errors.push(`script: ${e.message}`));
  return heard;
}
