// SPDX-License-Identifier: Apache-2.0
// The dashboard: one page, shown as far as the role may see. The server decides what that is; this only draws it.
import * as api from '/api.js';
import { showGroups } from '/definitions.js';
import { preparePeople } from '/people.js';
import { prepareFactor } from '/second-factor.js';
import { showResponse } from '/response.js';
import { showDevices, showEstimate, showLedger, showNotCounted, showQuotas, showTiles } from '/sections.js';

/** Words that other programs show too, by kind, id and language; texts of this page alone, by key and language. */
const [words, texts] = (await Promise.all([api.words(), api.texts()])).map(({ body }) => body);
const languages = { nl: 'Nederlands', en: 'English', ar: 'العربية' };
/** Languages that run from right to left. */
const rightToLeft = new Set(['ar']);
/** Latin digits in every language, so that two people compare the same figures. */
const numberLocale = { nl: 'nl-NL', en: 'en-GB', ar: 'ar-u-nu-latn' };
const kRefresh = 20_000;
const kSections = ['quotas', 'estimate', 'devices', 'ledger'];
const byId = (id) => document.getElementById(id);

const state = { language: firstLanguage(), session: null, data: {}, updated: null, offline: false };

function firstLanguage() {
  const wanted = [localStorage.getItem('language'), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return wanted.find((tag) => tag in languages) ?? 'en';
}

/** The words of the page's language; of English, which has every text, where that has none. */
const inLanguage = (entry) => entry?.[state.language] ?? entry?.en;

/** What every section needs to speak and to count. */
const view = {
  t(key, values = {}) {
    return inLanguage(texts[key]).replace(/\{(\w+)\}/g, (_, name) => values[name]);
  },
  format: (number, options) => new Intl.NumberFormat(numberLocale[state.language], options).format(number),
  /** A figure of `printed`: the server rounds, so that every page shows the same. */
  printed: (number, { decimals = 0 } = {}) =>
    view.format(number, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
  time: (text) =>
    new Intl.DateTimeFormat(numberLocale[state.language], { dateStyle: 'medium', timeStyle: 'short' }).format(
      new Date(text),
    ),
  /** A text of the study in the page's language, else in its first one. */
  local: (words = {}) => words[state.language] ?? Object.values(words)[0] ?? '',
  groupLabel: (id) => view.local(state.session.study.groups?.find((group) => group.id === id)?.label) || id,
  cityName: (code) => state.session.study.cities?.find((city) => city.code === code)?.name ?? code,
  /** Why an interview does not count; an id that this page does not know yet is shown itself. */
  reason: (id) => view.words('not_counted', id),
  /** A warning of the estimate, and why there is no interval; with an id that this page does not know, in English. */
  warning: ({ id, sentence }) => view.words('warning', id, sentence),
  whyNoInterval: ({ id, sentence }) => view.words('no_interval', id, sentence),
  role: (id) => view.words('role', id),
  roles: Object.keys(words.role ?? {}),
  /** `otherwise` for an id that has no words. */
  words: (kind, id, otherwise = id) => inLanguage(words[kind]?.[id]) ?? otherwise,
  /** The same with `values` in the places {0}, {1}, … */
  say: (kind, id, ...values) => view.words(kind, id).replace(/\{(\d)\}/g, (_, place) => values[place]),
  get study() {
    return state.session.study;
  },
  get language() {
    return state.language;
  },
};

const showPeople = preparePeople({ token: () => state.session.csrfToken, view, refresh: () => refresh() });

function applyTheme() {
  const chosen =
    localStorage.getItem('theme') ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'night' : 'day');
  document.documentElement.dataset.theme = chosen;
  byId('theme').textContent = view.t(chosen === 'night' ? 'day' : 'night');
  return chosen;
}

function applyLanguage() {
  document.documentElement.lang = state.language;
  document.documentElement.dir = rightToLeft.has(state.language) ? 'rtl' : 'ltr';
  for (const node of document.querySelectorAll('[data-text]')) node.textContent = view.t(node.dataset.text);
  applyTheme();
  draw();
}

function draw() {
  const loggedIn = state.session !== null;
  for (const id of ['dashboard', 'who', 'factor', 'logout']) byId(id).hidden = !loggedIn;
  byId('login').hidden = loggedIn;
  byId('study-title').textContent = loggedIn ? view.local(view.study.title) : '';
  if (!loggedIn) {
    byId('factor-setup').hidden = true;
    return;
  }
  if (!byId('factor-setup').hidden) byId('dashboard').hidden = true;
  const { user, role, city } = state.session;
  byId('who').textContent = [user, view.role(role), city ? view.cityName(city) : ''].filter(Boolean).join(' · ');
  byId('updated').textContent = state.updated ? view.t('updated', { time: view.time(state.updated) }) : '';
  byId('people').hidden = !state.data.people;
  if (state.data.people) showPeople(state.data.people);
  const hasStudy = Boolean(view.study.id);
  byId('notice').hidden = hasStudy && !state.offline;
  byId('notice').textContent = view.t(state.offline ? 'unreachable' : 'noStudy');
  for (const section of kSections) byId(section).hidden = !hasStudy || !state.data[section];
  if (!hasStudy) return;
  showTiles(byId('tiles'), state.data, view);
  if (state.data.quotas) {
    showQuotas(byId('quota-table'), byId('weeks'), state.data.quotas, view);
    showNotCounted(byId('not-counted'), state.data.quotas, view);
    showResponse(byId('response'), state.data.quotas.response, view);
  }
  showGroups(byId('groups'), byId('groups-title'), state.data.estimate, view);
  if (state.data.estimate) showEstimate(byId('estimate-body'), state.data.estimate, view);
  if (state.data.devices) showDevices(byId('device-table'), state.data.devices, view);
  if (state.data.ledger) showLedger(byId('ledger-table'), byId('quarantine-table'), state.data.ledger, view);
}

function endSession() {
  Object.assign(state, { session: null, data: {}, updated: null, offline: false });
  draw();
  byId('name').focus();
}

async function refresh(whose = {}) {
  if (state.session === null) return;
  const wanted = kSections.filter((section) => state.session.may.includes(section));
  const asked = state.session.may.includes('users') ? [api.users(whose), api.sessions(whose)] : [];
  const answers = await Promise.all([api.session(whose), ...wanted.map((section) => api[section](whose)), ...asked]);
  if (state.session === null) return; // the user logged out meanwhile
  if (answers.some((answer) => answer.status === 401)) return endSession();
  state.offline = answers.some((answer) => answer.status === 0 || answer.status >= 500);
  if (answers[0].status === 200) state.session = answers[0].body;
  wanted.forEach((section, index) => {
    if (answers[index + 1].status === 200) state.data[section] = answers[index + 1].body;
  });
  const [users, sessions] = answers.slice(1 + wanted.length);
  if (users?.status === 200 && sessions.status === 200) state.data.people = { ...users.body, ...sessions.body };
  if (!state.offline) state.updated = new Date().toISOString();
  draw();
  document.body.dataset.ready = 'true';
}

async function tryLogin(event) {
  event.preventDefault();
  const button = event.submitter ?? byId('login-form').querySelector('button');
  button.disabled = true;
  const answer = await api.login(byId('name').value, byId('password').value, byId('code').value);
  button.disabled = false;
  byId('code').value = '';
  const problem = byId('login-error');
  const refusal = answer.body.error?.id;
  problem.hidden = answer.status === 200;
  byId('code-field').hidden = refusal !== 'code_required' && refusal !== 'code_wrong';
  if (answer.status === 200) {
    byId('password').value = '';
    state.session = answer.body;
    byId('content').focus();
    return refresh();
  }
  const key =
    { code_required: 'codeRequired', code_wrong: 'codeWrong', user_locked: 'userLocked' }[refusal] ??
    { 401: 'loginFailed', 429: 'loginDelayed', 0: 'unreachable' }[answer.status] ??
    'failed';
  problem.textContent = view.t(key, { seconds: view.format(answer.retryAfter) });
  if (!byId('code-field').hidden) return byId('code').focus(); // the password stays for the next try
  byId('password').value = '';
  byId('password').focus();
}

async function start() {
  for (const [code, name] of Object.entries(languages)) byId('language').append(new Option(name, code));
  byId('language').value = state.language;
  byId('language').addEventListener('change', (event) => {
    state.language = event.target.value;
    localStorage.setItem('language', state.language);
    applyLanguage();
  });
  byId('theme').addEventListener('click', () => {
    localStorage.setItem('theme', document.documentElement.dataset.theme === 'night' ? 'day' : 'night');
    applyTheme();
  });
  byId('login-form').addEventListener('submit', tryLogin);
  const setUpFactor = prepareFactor({
    token: () => state.session.csrfToken,
    t: view.t,
    closed: (confirmed) => {
      if (confirmed) state.session.secondFactor = true;
      draw();
      byId('content').focus();
    },
  });
  byId('factor').addEventListener('click', async () => {
    if (await setUpFactor()) draw();
  });
  byId('logout').addEventListener('click', async () => {
    await api.logout(state.session.csrfToken);
    endSession();
  });
  const answer = await api.session();
  if (answer.status === 200) state.session = answer.body;
  applyLanguage();
  await refresh();
  if (state.session === null) {
    document.body.dataset.ready = 'true';
    byId('name').focus();
  }
  // Activity since the last round keeps the session alive; without any, it ends.
  let touched = false;
  for (const doing of ['pointerdown', 'keydown', 'wheel', 'touchstart'])
    addEventListener(
      doing,
      () => {
        touched = true;
      },
      { passive: true },
    );
  setInterval(() => {
    if (document.visibilityState !== 'visible') return;
    const whose = touched ? {} : api.byPage;
    touched = false;
    refresh(whose);
  }, kRefresh);
}

start();
