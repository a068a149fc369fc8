// Chromium as a reader's browser, with everything off that calls home.

import { chromium } from 'playwright-core';

export const executable = process.env.CHROMIUM ?? '/usr/bin/chromium';

export const flags = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1', // a request to another host goes nowhere
];

// launch starts a browser with a profile of its own, which is gone when it closes.
export function launch() {
  return chromium.launch({ executablePath: executable, args: flags });
}

// A view is how a page is looked at: { width, height, scheme, forced, media }.
// show brings an open page into a view.
export async function show(page, view) {
  await page.setViewportSize({ width: view.width ?? 1280, height: view.height ?? 900 });
  await page.emulateMedia({
    media: view.media ?? 'screen', colorScheme: view.scheme ?? 'light',
    forcedColors: view.forced ? 'active' : 'none', reducedMotion: view.still ? 'reduce' : 'no-preference',
  });
}

// name says a view in a finding: "320 px, dark".
export function name(view) {
  return [`${view.width ?? 1280} px`, view.scheme, view.forced && 'forced colours', view.media]
    .filter(Boolean).join(', ');
}
