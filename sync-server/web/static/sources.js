// SPDX-License-Identifier: Apache-2.0
// What the estimate rests on: register, area, year and definition, and the interviews that are not used, with their reason.
import { make } from '/table.js';

const percent = { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 };

/** Below the figure of a group: whom its register counts, and how much of it lies outside the cities of the interviews. */
export function groupSources(group, view, declared) {
  const stated = (text) => text ?? view.t('notStated');
  // What the table does not state, the study may declare: then it stands among the definitions, below all groups.
  const isDeclared = declared?.groups.some((one) => one.group === group.group && one.register);
  const lines = group.definition || !isDeclared
    ? [view.t('registerCounts', { definition: stated(group.definition), deduplicated: stated(group.deduplicated) })] : [];
  const outside = group.outsideCities;
  if (outside)
    lines.push(view.t(outside.atMost ? 'outsideAtMost' : 'outsideCities', { share: view.format(outside.share, percent),
      people: view.format(Math.round(outside.people)), benchmark: view.format(group.benchmark) }));
  return lines.map((line) => make('div', { class: 'quiet' }, line));
}

function reason(unused, view) {
  const value = { does_not_count: view.reason, unknown_group: (text) => text }[unused.reason] ?? view.groupLabel;
  const words = view.t(`lost_${unused.reason}`, { value: value(unused.value), rows: view.format(unused.rows) });
  return unused.probably ? `${words} ${view.t('probably', { value: unused.probably })}` : words;
}

/** Above all groups: the register; then how many interviews are used, and why the others are not. */
export function estimateSources({ register, rows, definitions }, view) {
  const nodes = [];
  const declared = definitions?.register?.area === register?.area ? definitions?.register : null;
  const stated = (text) => text ?? view.t('notStated');
  if (register)
    nodes.push(make('p', { class: 'sources' }, view.t('registerNote',
      { register: stated(register.register ?? declared?.register), area: register.area, year: stated(register.year ?? declared?.year) })));
  nodes.push(make('p', { class: 'sources' }, view.t('rowsUsed', { used: view.format(rows.used), read: view.format(rows.read) })));
  const lost = [...rows.notUsed, ...(register?.notUsed ?? [])];
  if (lost.length > 0) nodes.push(make('ul', { class: 'warnings' }, ...lost.map((unused) => make('li', {}, reason(unused, view)))));
  return nodes;
}
