// SPDX-License-Identifier: Apache-2.0
// node dashboard.mjs ADDRESS PASSWORD: walks through the dashboard as each role. Prints "ok N" or the first difference.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import process from 'node:process';
import { cutOff, figuresShown, logIn, openBrowser, openPage } from './browser.mjs';

const [address, password] = process.argv.slice(2);
const browser = await openBrowser();
const visible = (page, id) => page.locator(`#${id}`).isVisible();
const steps = [];
const step = (name, run) => steps.push([name, run]);

step('a wrong password is told in words and lets nobody in', async () => {
  const page = await openPage(browser, address);
  await logIn(page, 'researcher', 'not the password');
  await page.locator('#login-error').waitFor();
  assert.equal(await page.locator('#login-error').textContent(), 'Wrong name or password.');
  assert.equal(await visible(page, 'dashboard'), false);
});

step('a researcher sees quotas, the estimate and the ledger, but no tablets', async () => {
  const page = await openPage(browser, address);
  await logIn(page, 'researcher', password);
  await figuresShown(page);
  assert.deepEqual(await Promise.all(['quotas', 'estimate', 'devices', 'ledger'].map((id) => visible(page, id))), [
    true,
    true,
    false,
    true,
  ]);
  assert.equal(await page.locator('#quota-table tbody tr').count(), 8);
  assert.match(await page.locator('#tiles').innerText(), /520/);
  const figures = await page.locator('#estimate .figure').allTextContents();
  assert.deepEqual(figures, ['13,300', '16,000']);
  assert.match(await page.locator('#estimate').innerText(), /12,600 – 14,200[\s\S]*No standard method/);
  const cards = await page.locator('#estimate .group').allInnerTexts();
  assert.equal(cards.length, 2);
  for (const card of cards)
    assert.match(card, /Register: LADIS \(synthetic split\)\. Area: Netherlands\. Year: 2023\./);
  assert.match(cards[0], /47\.2% of the register \(3,835 of 8,122\)/);
  assert.match(await page.locator('#estimate').innerText(), /520 of 520 interviews were used\./);
  assert.deepEqual(await page.locator('#estimate tbody td:nth-child(2)').allTextContents(), [
    '11,900',
    '1,400',
    '27,900',
    '29,300',
  ]);
  assert.equal(await visible(page, 'groups'), false);
  assert.match(
    await page.locator('#estimate').innerText(),
    /Who is counted[\s\S]*in the register\nClients with an opioid problem[\s\S]*All groups, period: sample 2023-07-03 to 2024-07-14, register 2023; /,
  );
  const meter = page.getByRole('progressbar', {
    name: 'Amsterdam, Opioids, with or without crack: 80 of',
    exact: false,
  });
  assert.equal(await meter.count(), 1);
  assert.deepEqual(page.faults, []);
});

step('a city coordinator sees one city and no estimate', async () => {
  const page = await openPage(browser, address, { language: 'nl' });
  await logIn(page, 'heerlen', password);
  await figuresShown(page);
  assert.deepEqual(await Promise.all(['quotas', 'estimate', 'devices', 'ledger'].map((id) => visible(page, id))), [
    true,
    false,
    true,
    true,
  ]);
  assert.deepEqual(await page.locator('#quota-table tbody th').allTextContents(), ['Heerlen']);
  assert.match(
    await page.locator('#groups').innerText(),
    /Opioïden, met of zonder crack[\s\S]*iedereen die nu een opioïdenonderhoudsbehandeling krijgt/,
  );
  assert.match(
    await page.locator('#not-counted').innerText(),
    /Alleen bij de export te controleren, omdat de antwoorden verzegeld zijn: toestemming\./,
  );
  const response = await page.locator('#response-table tbody tr').allInnerTexts();
  assert.equal(response.length, 1);
  const [city, approached, , refused, , , interviewed, appointments, share] = response[0].split('\t');
  assert.deepEqual([city, refused, appointments], ['Heerlen', '3', '1']);
  assert.equal(Number(approached), Number(interviewed) + 3);
  assert.match(share, /^\d\d%$/);
  assert.match(await page.locator('#discard-table').innerText(), /Per ongeluk geopend\s+1\s+Heerlen 1/);
  assert.equal(await page.locator('#device-table tbody tr').count(), 1);
  assert.match(await page.locator('#who').innerText(), /heerlen · coördinator · Heerlen/);
});

step('a city without a contact log has no response', async () => {
  const page = await openPage(browser, address);
  await logIn(page, 'national', password);
  await figuresShown(page);
  const rows = await page.locator('#response-table tbody tr').allInnerTexts();
  const shares = Object.fromEntries(rows.map((row) => [row.split('\t')[0], row.split('\t').at(-1)]));
  assert.equal(shares.Amsterdam, '–');
  assert.match(shares.Heerlen, /^\d\d%$/);
  assert.equal((await page.locator('#response-table tfoot tr').innerText()).split('\t').at(-1), shares.Heerlen);
});

step('the keyboard alone logs in, changes the language and logs out', async () => {
  const page = await openPage(browser, address);
  await page.locator('#name').focus();
  await page.keyboard.type('national');
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await figuresShown(page);
  await page.locator('#language').focus();
  await page.keyboard.type('Ned');
  await page.getByRole('heading', { name: 'Veldwerk' }).waitFor();
  await page.locator('#logout').focus();
  await page.keyboard.press('Enter');
  await page.locator('#login').waitFor();
  const cookies = await page.context().cookies();
  assert.deepEqual(cookies, []);
});

/** The code of an authenticator app, `ahead` steps from now (RFC 6238). */
function codeOf(secret, ahead) {
  const bits = [...secret.replaceAll(' ', '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead));
  const hash = createHmac('sha1', key).update(counter).digest();
  const number = hash.readUInt32BE(hash[19] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

step('a user takes an authenticator app into use, and the next login asks for its code', async () => {
  const page = await openPage(browser, address);
  await logIn(page, 'officer', password);
  await page.locator('#dashboard').waitFor();
  await page.locator('#factor').click();
  await page.locator('#factor-picture svg').waitFor();
  assert.equal(await visible(page, 'dashboard'), false);
  assert.deepEqual(await cutOff(page), []);
  const secret = await page.locator('#factor-secret').textContent();
  await page.locator('#factor-code').fill('12345');
  await page.locator('#factor-form button.primary').click();
  await page.locator('#factor-error').waitFor();
  await page.locator('#factor-code').fill(codeOf(secret, 0));
  await page.locator('#factor-form button.primary').click();
  await page.locator('#dashboard').waitFor();
  assert.equal(await visible(page, 'factor-setup'), false);
  await page.locator('#logout').click();
  await logIn(page, 'officer', password);
  await page.locator('#code').waitFor();
  assert.match(await page.locator('#login-error').textContent(), /Enter the code/);
  await page.locator('#code').fill(codeOf(secret, 1));
  await page.locator('#login-form button').click();
  await page.locator('#dashboard').waitFor();
  assert.deepEqual(page.faults, []);
});

step('an administrator adds, locks and removes a user on the page', async () => {
  const page = await openPage(browser, address);
  page.on('dialog', (dialog) => dialog.accept());
  await logIn(page, 'admin', password);
  await page.locator('#user-table tbody tr').first().waitFor();
  assert.deepEqual(await cutOff(page), []);
  const add = async (words) => {
    await page.locator('#new-name').fill('zoe');
    await page.locator('#new-password').fill(words);
    await page.locator('#new-role').selectOption('researcher');
    await page.locator('#user-form button').click();
  };
  await add('password1234');
  await page.locator('#people-error').waitFor();
  assert.match(await page.locator('#people-error').textContent(), /hard to guess/);
  await add('tide-gauge-by-the-lock');
  await page.getByRole('button', { name: 'Lock: zoe', exact: true }).click();
  await page.getByRole('button', { name: 'Unlock: zoe', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Remove: zoe', exact: true }).click();
  await page.getByRole('button', { name: 'Remove: zoe', exact: true }).waitFor({ state: 'detached' });
  assert.match(await page.locator('#session-table').innerText(), /admin/);
});

step('a page that nobody touches does not keep its session', async () => {
  const page = await openPage(browser, address);
  await page.clock.install();
  await logIn(page, 'researcher', password);
  await figuresShown(page);
  const round = async () => {
    const asked = page.waitForRequest((request) => request.url().endsWith('/api/quotas'));
    await page.clock.runFor(20_000);
    return (await asked).headers()['x-peil-background'] ?? 'person';
  };
  await page.reload();
  await figuresShown(page);
  assert.equal(await round(), '1');
  await page.keyboard.press('Shift');
  assert.equal(await round(), 'person');
  assert.equal(await round(), '1');
});

step('the session cookie is out of reach of scripts and other sites', async () => {
  const page = await openPage(browser, address);
  await logIn(page, 'researcher', password);
  await figuresShown(page);
  assert.equal(await page.evaluate(() => document.cookie), '');
  const [cookie] = await page.context().cookies();
  assert.deepEqual(
    [cookie.name, cookie.secure, cookie.httpOnly, cookie.sameSite, cookie.path],
    ['__Host-peil', true, true, 'Strict', '/'],
  );
});

step('what a user calls himself is text on the page', async () => {
  const page = await openPage(browser, address);
  await logIn(page, 'admin', password);
  await page.locator('#user-table').getByText('<img src=x onerror=window.planted=1>').first().waitFor();
  assert.equal(await page.locator('#user-table img').count(), 0);
  assert.equal(await page.evaluate(() => window.planted), undefined);
});

step('the policy stops inline scripts', async () => {
  const page = await openPage(browser, address);
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.ranInline = true';
    document.head.append(script);
    return window.ranInline === true;
  });
  assert.equal(ran, false);
});

step('every language has every text', async () => {
  const page = await openPage(browser, address);
  const texts = await page.evaluate(async () => (await fetch('/texts.json')).json());
  const marks = (text) => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join();
  assert.ok(Object.keys(texts).length > 100);
  for (const [key, words] of Object.entries(texts)) {
    assert.deepEqual(Object.keys(words), ['en', 'nl', 'ar'], key);
    for (const text of Object.values(words)) assert.equal(marks(text), marks(words.en), key);
  }
});

step('warnings, and why there is no interval, are told in the language of the page', async () => {
  const words = {
    en: [
      /From the counts only: no interval\. The limits cannot/,
      /: without crack use: no interval\. The design gives no variance/,
      /Fewer than 15 people/,
    ],
    nl: [
      /Alleen op basis van de aantallen: geen interval\. De grenzen zijn/,
      /: zonder crackgebruik: geen interval\. Het ontwerp geeft geen variantie/,
      /Minder dan 15 mensen/,
    ],
    ar: [
      /على أساس الأعداد وحدها: لا توجد فترة ثقة\. لا يمكن/,
      /: دون استخدام الكراك: لا توجد فترة ثقة\. لا يعطي/,
      /أقل من 15 شخصًا/,
    ],
  };
  for (const [language, [ofCounts, ofSize, warning]] of Object.entries(words)) {
    const page = await openPage(browser, address, { language });
    await page.route('**/api/estimate', async (route) => {
      const response = await route.fetch();
      const estimate = await response.json();
      const without = { lower: null, upper: null, printed: { N: 100, lower: null, upper: null, decimals: 0 } };
      Object.assign(estimate.groups[0].binomial, without, { noInterval: { id: 'not_a_number', sentence: 'English' } });
      Object.assign(estimate.derived.sizes.first_only, without, {
        noInterval: { id: 'no_variance', sentence: 'English' },
      });
      estimate.groups[0].warnings = [
        { id: 'few_cases', sentence: 'English', detail: '' },
        { id: 'newer', sentence: 'A newer one.', detail: '' },
      ];
      await route.fulfill({ response, json: estimate });
    });
    await logIn(page, 'researcher', password);
    await figuresShown(page);
    const text = await page.locator('#estimate').innerText();
    for (const pattern of [ofCounts, ofSize, warning, /A newer one\./]) assert.match(text, pattern);
    assert.doesNotMatch(text, /English/);
    assert.deepEqual(page.faults, []);
  }
});

for (const language of ['nl', 'en', 'ar'])
  for (const [width, height] of [
    [1280, 800],
    [800, 1280],
  ])
    step(`nothing is cut off in ${language} at ${width}x${height}`, async () => {
      const page = await openPage(browser, address, {
        language,
        theme: width > height ? 'day' : 'night',
        width,
        height,
      });
      assert.equal(await page.evaluate(() => document.documentElement.dir), language === 'ar' ? 'rtl' : 'ltr');
      assert.deepEqual(await cutOff(page), []);
      await logIn(page, 'national', password);
      await figuresShown(page);
      assert.deepEqual(await cutOff(page), []);
      const small = await page
        .locator('button:visible, select:visible')
        .evaluateAll((nodes) =>
          nodes.filter((node) => node.getBoundingClientRect().height < 44).map((node) => node.id),
        );
      assert.deepEqual(small, []);
    });

let passed = 0;
try {
  for (const [name, run] of steps) {
    try {
      await run();
      passed += 1;
    } catch (error) {
      console.error(`${name}: ${error.message}`);
      break;
    }
    for (const context of browser.contexts()) await context.close();
  }
} finally {
  await browser.close();
}
console.log(`ok ${passed} of ${steps.length}`);
process.exit(passed === steps.length ? 0 : 1);
