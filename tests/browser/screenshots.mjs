// SPDX-License-Identifier: Apache-2.0
// node screenshots.mjs ADDRESS NAME PASSWORD FOLDER: the dashboard as PNG, in each language, both orientations, day and
// night. The password is a demo's; a real one does not belong on a command line.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { cutOff, figuresShown, logIn, openBrowser, openPage } from './browser.mjs';

const [address, name, password, folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node screenshots.mjs ADDRESS NAME PASSWORD FOLDER');
  process.exit(2);
}
await mkdir(folder, { recursive: true });
const browser = await openBrowser();
let faults = 0;
for (const language of ['nl', 'en', 'ar']) {
  for (const [width, height] of [
    [1280, 800],
    [800, 1280],
  ]) {
    for (const theme of ['day', 'night']) {
      const page = await openPage(browser, address, { language, theme, width, height });
      const file = (what) => path.join(folder, `dashboard-${what}-${language}-${width}x${height}-${theme}.png`);
      await page.screenshot({ path: file('login') });
      await logIn(page, name, password);
      await figuresShown(page);
      await page.screenshot({ path: file('top') });
      await page.screenshot({ path: file('page'), fullPage: true });
      for (const fault of [...(await cutOff(page)), ...page.faults]) {
        console.error(`${language} ${width}x${height} ${theme}: ${fault}`);
        faults += 1;
      }
      await page.context().close();
    }
  }
}
await browser.close();
process.exit(faults === 0 ? 0 : 1);
