// SPDX-License-Identifier: Apache-2.0
// How people responded: contact log and interviews by city, and interviews that were erased on their tablet.
import { fillTable, make } from '/table.js';

const kOutcomes = ['approached', 'refused', 'not_eligible', 'already_interviewed'];

/** Contacts and interviews with that outcome. */
const countOf = (row, outcome) => (row.contacts[outcome] ?? 0) + (row.interviews[outcome] ?? 0);

function added(rows, key) {
  const all = {};
  for (const row of rows) for (const [id, count] of Object.entries(row[key])) all[id] = (all[id] ?? 0) + count;
  return all;
}

const sum = (rows, key) => rows.reduce((total, row) => total + row[key], 0);

function totalOf(rows) {
  const total = { contacts: added(rows, 'contacts'), interviews: added(rows, 'interviews') };
  for (const key of ['approached', 'interviewed', 'ineligible']) total[key] = sum(rows, key);
  return total;
}

/** Where nobody counts contacts, everybody who is known was interviewed. */
const hasLog = (row) => Object.keys(row.contacts).length > 0;

function numbersOf(row, view, logged = row) {
  const eligible = hasLog(logged) ? logged.approached - logged.ineligible : 0;
  const counts = [
    row.approached,
    ...kOutcomes.map((outcome) => countOf(row, outcome)),
    row.interviewed,
    row.contacts.appointment ?? 0,
  ];
  const share = eligible > 0 ? view.format(logged.interviewed / eligible, { style: 'percent' }) : '–';
  return [...counts.map((count) => view.format(count)), share].map((text) => ({ text, number: true }));
}

function responseTable(rows, view) {
  const head = [
    { text: view.t('city') },
    ...[
      view.t('approached'),
      ...kOutcomes.map((outcome) => view.words('contact', outcome)),
      view.t('interviewed'),
      view.words('contact', 'appointment'),
      view.t('response'),
    ].map((text) => ({ text, number: true })),
  ];
  const lines = rows.map((row) => ({
    cells: [{ text: view.cityName(row.city), head: true }, ...numbersOf(row, view)],
  }));
  const foot = [{ text: view.t('total'), head: true }, ...numbersOf(totalOf(rows), view, totalOf(rows.filter(hasLog)))];
  const table = make('table', { id: 'response-table' });
  fillTable(table, head, lines, rows.length > 1 ? foot : undefined);
  return table;
}

function discardTable(rows, view) {
  const reasons = added(rows, 'discards');
  const cityWords = (reason) =>
    rows
      .filter((row) => row.discards[reason])
      .map((row) => `${view.cityName(row.city)} ${view.format(row.discards[reason])}`)
      .join(', ');
  const lines = Object.entries(reasons).map(([reason, count]) => ({
    cells: [
      { text: view.words('discard', reason), head: true },
      { text: view.format(count), number: true },
      { text: cityWords(reason) },
    ],
  }));
  const table = make('table', { id: 'discard-table' });
  fillTable(
    table,
    [{ text: view.t('discardTitle') }, { text: view.t('interviews'), number: true }, { text: view.t('city') }],
    lines,
  );
  return table;
}

export function showResponse(where, rows, view) {
  const nodes = [];
  if (rows.some(hasLog))
    nodes.push(
      make('h3', {}, view.t('responseTitle')),
      make('div', { class: 'scroll' }, responseTable(rows, view)),
      make('p', { class: 'quiet' }, view.t('responseHint')),
    );
  if (rows.some((row) => Object.keys(row.discards).length > 0))
    nodes.push(make('div', { class: 'scroll' }, discardTable(rows, view)));
  where.replaceChildren(...nodes);
}
