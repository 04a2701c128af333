// SPDX-License-Identifier: Apache-2.0
// One function for each section of the dashboard: (where, data, view) -> nodes.
import { definitions } from '/definitions.js';
import { estimateSources, groupSources } from '/sources.js';
import { fillTable, interval, make, meter, weekBars } from '/table.js';

const sum = (items, key) => items.reduce((total, item) => total + item[key], 0);

function tile(words, value, small, attention) {
  return make(
    'dl',
    { class: `tile${attention ? ' attention' : ''}` },
    make('dt', {}, words),
    make('dd', {}, value, ...(small ? [' ', make('small', {}, small)] : [])),
  );
}

export function showTiles(where, data, view) {
  const tiles = [];
  if (data.quotas) {
    const target = sum(data.quotas.cells, 'target');
    tiles.push(
      tile(
        view.t('interviews'),
        view.format(sum(data.quotas.cells, 'achieved')),
        target > 0 ? view.t('ofTarget', { target: view.format(target) }) : '',
      ),
    );
  }
  if (data.ledger) {
    const { received, quarantined, missing, tablets } = data.ledger.total;
    tiles.push(
      tile(view.t('received'), view.format(received)),
      tile(view.t('quarantined'), view.format(quarantined), '', quarantined > 0),
      tile(view.t('missing'), view.format(missing), '', missing > 0),
      tile(view.t('tablets'), view.format(tablets)),
    );
  }
  where.replaceChildren(...tiles);
}

function quotaCell(city, cell, view) {
  const group = view.groupLabel(cell.group);
  const label = view.t(cell.target > 0 ? 'reached' : 'reachedNoTarget', {
    city,
    group,
    achieved: view.format(cell.achieved),
    target: view.format(cell.target),
  });
  return { node: meter(cell.achieved, cell.target, label, view.format) };
}

export function showQuotas(table, weeks, { cells }, view) {
  const groups = [...new Set(cells.map((cell) => cell.group))];
  const cities = [...new Set(cells.map((cell) => cell.city))];
  const total = (some) => ({ achieved: sum(some, 'achieved'), target: sum(some, 'target') });
  const sumCell = (words, some) => {
    const { achieved, target } = total(some);
    const label = view.t(target > 0 ? 'reached' : 'reachedNoTarget', {
      city: words,
      group: view.t('total'),
      achieved,
      target,
    });
    return { node: meter(achieved, target, label, view.format) };
  };
  const head = [
    { text: view.t('city') },
    ...groups.map((group) => ({ text: view.groupLabel(group) })),
    { text: view.t('total') },
  ];
  const rows = cities.map((city) => {
    const own = cells.filter((cell) => cell.city === city);
    const name = view.cityName(city);
    const byGroup = groups.map((group) =>
      quotaCell(
        name,
        own.find((cell) => cell.group === group),
        view,
      ),
    );
    return { cells: [{ text: name, head: true }, ...byGroup, sumCell(name, own)] };
  });
  const foot = [
    { text: view.t('total'), head: true },
    ...groups.map((group) =>
      sumCell(
        view.groupLabel(group),
        cells.filter((cell) => cell.group === group),
      ),
    ),
    sumCell(view.t('total'), cells),
  ];
  fillTable(table, head, rows, cities.length > 1 ? foot : undefined);

  const counts = new Map();
  for (const cell of cells)
    for (const [week, count] of Object.entries(cell.weeks)) counts.set(week, (counts.get(week) ?? 0) + count);
  const list = [...counts]
    .filter(([week]) => week !== '')
    .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
  document.getElementById('weeks-title').hidden = list.length === 0;
  weeks.hidden = list.length === 0;
  if (list.length > 0)
    weeks.replaceChildren(weekBars(list, (week, count) => view.t('weekLabel', { week, count: view.format(count) })));
}

/** Each reason with its number, in all and by city. No table while every interview counts. */
export function showNotCounted(where, { received, counted, notCounted, leftToExport }, view) {
  const reasons = [...new Set(notCounted.map((row) => row.reason))];
  const cityWords = (row) =>
    `${row.city === '' ? view.t('noCity') : view.cityName(row.city)} ${view.format(row.count)}`;
  const lines = reasons.map((reason) => {
    const rows = notCounted.filter((row) => row.reason === reason);
    return {
      cells: [
        { text: view.reason(reason), head: true },
        { text: view.format(sum(rows, 'count')), number: true },
        { text: rows.map(cityWords).join(', ') },
      ],
    };
  });
  const nodes = [];
  if (received > 0)
    nodes.push(
      make(
        'p',
        { class: 'quiet' },
        view.t('countedOf', { counted: view.format(counted), interviews: view.format(received) }),
      ),
    );
  if (lines.length > 0) {
    const table = make('table', { id: 'not-counted-table' });
    fillTable(
      table,
      [{ text: view.t('notCountedTitle') }, { text: view.t('interviews'), number: true }, { text: view.t('city') }],
      lines,
    );
    nodes.push(make('div', { class: 'scroll' }, table));
  }
  if (leftToExport.length > 0)
    nodes.push(
      make(
        'p',
        { class: 'quiet note' },
        view.t('leftToExport', { list: leftToExport.map(({ id, label }) => view.local(label) || id).join('; ') }),
      ),
    );
  where.replaceChildren(...nodes);
}

function rangeWords({ printed }, view) {
  if (printed.lower === null) return view.say('phrase', 'no_interval');
  const upper = printed.upper === null ? view.t('noUpper') : view.printed(printed.upper, printed);
  return `${view.printed(printed.lower, printed)} – ${upper}`;
}

/** As it was published, not rounded again; the size alone when it came without limits. */
function publishedWords({ N, lower, upper }, view) {
  return lower === null || upper === null ? view.format(N) : `${view.format(lower)} – ${view.format(upper)}`;
}

/** [name of the interval, what may have none] -> a sentence for each that has none. */
function reasonsWhy(named, view) {
  return named
    .filter(([, size]) => size?.noInterval)
    .map(([name, size]) => view.t('noIntervalOf', { name, why: view.whyNoInterval(size.noInterval) }));
}

function warningList(sentences) {
  return sentences.length > 0
    ? [make('ul', { class: 'warnings' }, ...sentences.map((sentence) => make('li', {}, sentence)))]
    : [];
}

function groupCard(group, most, declared, view) {
  const lines = [
    interval(view.t(group.uncapped ? 'designCapped' : 'fromDesign'), group, most, rangeWords(group, view)),
  ];
  if (group.uncapped)
    lines.push(interval(view.t('designAlone'), group.uncapped, most, rangeWords(group.uncapped, view)));
  if (group.binomial) lines.push(interval(view.t('exact'), group.binomial, most, rangeWords(group.binomial, view)));
  if (group.weighted && group.weighted.N !== null)
    lines.push(interval(view.t('weighted'), group.weighted, most, rangeWords(group.weighted, view)));
  if (group.published)
    lines.push(interval(view.t('published'), group.published, most, publishedWords(group.published, view), true));
  const percent = (share) =>
    view.format(share ?? 0, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const facts = view.t(group.weighted ? 'inCareCounted' : 'inCare', {
    x: view.format(group.x),
    n: view.format(group.n),
    share: percent(group.p),
    benchmark: view.format(group.benchmark),
  });
  const words = make(
    'div',
    {},
    make('h3', {}, view.groupLabel(group.group)),
    make('div', { class: 'figure' }, group.N === null ? '–' : view.printed(group.printed.N, group.printed)),
    make('div', { class: 'quiet' }, facts),
    ...groupSources(group, view, declared),
  );
  if (group.weighted && group.weighted.N !== null)
    words.append(
      make(
        'div',
        { class: 'quiet' },
        view.t('inCareWeighted', {
          share: percent(group.weighted.p),
          size: view.printed(group.weighted.printed.N, group.weighted.printed),
        }),
      ),
    );
  const reasons = reasonsWhy(
    [
      [view.t(group.uncapped ? 'designCapped' : 'fromDesign'), group],
      [view.t('designAlone'), group.uncapped],
      [view.t('exact'), group.binomial],
      [view.t('weighted'), group.weighted],
    ],
    view,
  );
  words.append(
    ...warningList([...reasons, ...group.warnings.filter(({ id }) => id !== 'interval_withheld').map(view.warning)]),
  );
  return make('div', { class: 'group' }, words, make('div', { class: 'range' }, ...lines));
}

function derivedTable(derived, view) {
  const words = { first: view.groupLabel(derived.first), trait: view.local(derived.trait) };
  const names = {
    both: view.t('bothSize', words),
    first_only: view.t('firstOnlySize', words),
    trait_total: view.t('traitSize', words),
    union: view.t('unionSize'),
  };
  const table = make('table');
  const rows = Object.entries(names)
    .filter(([key]) => derived.sizes[key])
    .map(([key, name]) => ({
      cells: [
        { text: name, head: true },
        { text: view.printed(derived.sizes[key].printed.N, derived.sizes[key].printed), number: true },
        { text: rangeWords(derived.sizes[key], view), number: true },
      ],
    }));
  fillTable(
    table,
    [{ text: view.t('size') }, { text: view.t('people'), number: true }, { text: view.t('interval'), number: true }],
    rows,
  );
  const reasons = reasonsWhy(
    Object.entries(names).map(([key, name]) => [name, derived.sizes[key]]),
    view,
  );
  return [make('h3', {}, view.t('derivedTitle')), make('div', { class: 'scroll' }, table), ...warningList(reasons)];
}

export function showEstimate(where, estimate, view) {
  const sources = estimateSources(estimate, view);
  if (estimate.groups.length === 0) return where.replaceChildren(make('p', {}, view.t('noEstimate')), ...sources);
  const limits = estimate.groups.flatMap((group) => [
    group.upper,
    group.binomial?.upper,
    group.weighted?.upper,
    group.published?.upper,
    group.N,
  ]);
  const most = Math.max(...limits.filter((limit) => typeof limit === 'number')) * 1.04;
  const nodes = estimate.groups.map((group) => groupCard(group, most, estimate.definitions, view));
  if (estimate.derived) nodes.push(...derivedTable(estimate.derived, view));
  if (estimate.definitions) nodes.push(...definitions(estimate.definitions, view));
  if (
    estimate.publishedNote &&
    Object.keys(estimate.publishedNote).length &&
    estimate.groups.some((group) => group.published)
  )
    nodes.push(make('p', { class: 'quiet note' }, view.local(estimate.publishedNote)));
  where.replaceChildren(...nodes, ...sources);
}

function missingWords(device, view) {
  if (device.missing === 0) return view.format(0);
  const some = device.missingSequences.slice(0, 5).join(', ') + (device.missing > 5 ? ' …' : '');
  return view.t('missingOf', { count: view.format(device.missing), list: some });
}

/** A tablet that the store does not know, since it was put back from before the enrolment. */
function unknownRow(tablet, view) {
  return {
    cells: [
      { text: '–', head: true },
      { text: view.t('unknownTablet', { id: tablet.device }), attention: true },
      { text: view.time(tablet.lastContact) },
      { text: '' },
      { text: '' },
      { text: '' },
    ],
  };
}

export function showDevices(table, { devices, unknown }, view) {
  if (devices.length + unknown.length === 0)
    return table.replaceChildren(make('tbody', {}, make('tr', {}, make('td', {}, view.t('noTablets')))));
  const head = [
    { text: view.t('tablet') },
    { text: view.t('city') },
    { text: view.t('lastContact') },
    { text: view.t('received'), number: true },
    { text: view.t('quarantined'), number: true },
    { text: view.t('missing'), number: true },
  ];
  const rows = devices.map((device) => ({
    class: device.revokedAt ? 'revoked' : '',
    cells: [
      { text: view.format(device.number), head: true },
      { text: device.cityName },
      {
        text: device.blockedAt
          ? view.t('blocked')
          : device.revokedAt
            ? view.t('revoked')
            : device.lastContact
              ? view.time(device.lastContact)
              : view.t('never'),
      },
      { text: view.format(device.received), number: true },
      { text: view.format(device.quarantined), number: true, attention: device.quarantined > 0 },
      { text: missingWords(device, view), number: true, attention: device.missing > 0 },
    ],
  }));
  fillTable(table, head, [...rows, ...unknown.map((tablet) => unknownRow(tablet, view))]);
}

/** Each reason for quarantine with its number. Hidden while nothing is in quarantine. */
function showQuarantine(table, byReason, view) {
  const rows = Object.entries(byReason).map(([reason, count]) => ({
    cells: [
      { text: view.words('quarantine', reason), head: true },
      { text: view.format(count), number: true, attention: true },
    ],
  }));
  table.hidden = rows.length === 0;
  fillTable(table, [{ text: view.t('quarantineTitle') }, { text: view.t('quarantined'), number: true }], rows);
}

export function showLedger(table, quarantine, { cities, total }, view) {
  showQuarantine(quarantine, total.quarantinedBy, view);
  const columns = ['tablets', 'finalised', 'received', 'quarantined', 'missing'];
  const numbers = (row) =>
    columns.map((key) => ({
      text: view.format(row[key]),
      number: true,
      attention: row[key] > 0 && (key === 'quarantined' || key === 'missing'),
    }));
  const head = [{ text: view.t('city') }, ...columns.map((key) => ({ text: view.t(key), number: true }))];
  const rows = cities.map((row) => ({ cells: [{ text: view.cityName(row.city), head: true }, ...numbers(row)] }));
  fillTable(table, head, rows, [{ text: view.t('total'), head: true }, ...numbers(total)]);
}
