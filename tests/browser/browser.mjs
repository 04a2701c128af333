// SPDX-License-Identifier: Apache-2.0
// Debian's Chromium under playwright-core, and the way into the dashboard. Certificate errors are ignored here only: the
// server's authority is private and made anew for each test.
import { chromium } from 'playwright-core';
import process from 'node:process';

export async function openBrowser() {
  const executablePath = process.env.PEIL_CHROMIUM ?? '/usr/bin/chromium';
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--force-color-profile=srgb'],
  });
}

/** A fresh page without any memory of others. `look` is { language, theme, width, height }. */
export async function openPage(browser, address, look = {}) {
  const { language = 'en', theme = 'day', width = 1280, height = 800 } = look;
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width, height },
    locale: language,
    timezoneId: 'Europe/Amsterdam',
    reducedMotion: 'reduce',
  });
  await context.addInitScript(
    ([chosenLanguage, chosenTheme]) => {
      localStorage.setItem('language', chosenLanguage);
      localStorage.setItem('theme', chosenTheme);
    },
    [language, theme],
  );
  const page = await context.newPage();
  page.faults = [];
  // Asking who is logged in is answered with 401 when nobody is; Chromium notes that as an error.
  page.on(
    'console',
    (message) =>
      message.type() === 'error' && !message.text().includes('status of 401') && page.faults.push(message.text()),
  );
  page.on('pageerror', (error) => page.faults.push(error.message));
  await page.goto(address);
  await page.locator('body[data-ready]').waitFor();
  return page;
}

export async function logIn(page, name, password) {
  await page.locator('#name').fill(name);
  await page.locator('#password').fill(password);
  await page.locator('#login-form button').click();
}

/** Waits until the figures of the server are on the page. */
export async function figuresShown(page) {
  await page.locator('#dashboard').waitFor();
  await page.locator('#tiles .tile').first().waitFor();
}

/** Names of elements whose text is cut off or that reach out of the window sideways. */
export async function cutOff(page) {
  return page.evaluate(() => {
    const found = [];
    if (document.documentElement.scrollWidth > document.documentElement.clientWidth)
      found.push('the page scrolls sideways');
    for (const node of document.querySelectorAll(
      'button, select, label, h1, h2, h3, th, td, dt, dd, .count, .value, .figure',
    )) {
      if (node.closest('[hidden]') || node.offsetParent === null || node.classList.contains('visually-hidden'))
        continue;
      if (node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).display !== 'inline')
        found.push(`${node.tagName} "${node.textContent.trim()}"`);
    }
    return found;
  });
}
