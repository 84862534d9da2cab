/** Debian's chromium, for tests in a real browser; no name leads it out of this machine. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = process.env['CHROMIUM'] ?? places.find((place) => existsSync(place));

/** Why there is nothing to test with; undefined where there is. */
export const whyNoBrowser =
  executablePath === undefined ? 'chromium (a package of Debian) is not installed' : undefined;

const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Starts the browser with an empty profile. */
export async function openChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: executablePath ?? '', args: flags, chromiumSandbox: false });
}
