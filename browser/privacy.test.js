// A page asks no other host for anything, and nothing outside the folder that the
// site is mounted on; it keeps nothing about its reader; and nothing in it fails,
// under its own Content-Security-Policy.

import { check } from './harness/check.js';

async function leaks(page, { mount, url, heard }) {
  // Whatever loads late does so now.
  await page.evaluate(() => {
    document.querySelectorAll('details').forEach((d) => { d.open = true; });
    window.scrollTo(0, document.body.scrollHeight);
  });
  for (const figure of await page.locator('figure').all()) await figure.hover();
  await page.waitForLoadState('networkidle');

  const home = new URL(mount, url).href;
  const kept = await page.evaluate(() => ({
    cookies: document.cookie, entries: localStorage.length + sessionStorage.length,
  }));
  const cookies = await page.context().cookies();
  return [
    ...heard.requests.filter((r) => !r.startsWith(home) && !r.startsWith('data:')).map((r) => `asks for ${r}`),
    ...heard.failures, ...heard.errors,
    ...(kept.cookies || cookies.length ? ['sets a cookie'] : []),
    ...(kept.entries ? ['keeps something in the browser'] : []),
  ];
}

const bad = (inside, head = '') => `<!DOCTYPE html><html lang="en"><head>${head}<title>Bad</title></head><body>${inside}</body></html>`;

check('a page asks and keeps nothing of anybody', {
  find: leaks,
  bad: [
    { is: 'a picture from another host', html: bad('<img src="http://elsewhere.invalid/x.svg" alt="">'), finds: /asks for http:\/\/elsewhere.invalid/ },
    { is: 'a picture outside the folder of the site', html: bad('<img src="/x.svg" alt="">'), finds: /asks for .*:\d+\/x.svg/ },
    { is: 'a missing picture', html: bad('<img src="x.svg" alt="">'), finds: /x.svg answered 404/ },
    { is: 'a cookie', html: bad('<script>document.cookie = "seen=1"</script>'), finds: /sets a cookie/ },
    { is: 'a note in the browser', html: bad('<script>localStorage.seen = 1</script>'), finds: /keeps something/ },
    { is: 'a script that fails', html: bad('<script>nothing.at.all</script>'), finds: /script: nothing/ },
    {
      is: 'a style that the policy forbids',
      html: bad('<p style="color: red">Red</p>', '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'),
      finds: /console: .*Content Security Policy/,
    },
  ],
});
