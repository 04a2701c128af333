// SPDX-License-Identifier: Apache-2.0
// What the estimate rests on: register, area, year and definition, and the interviews that are not used, with their reason.
import { make } from '/table.js';

const percent = { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 };

const stated = (text, view) => text || view.say('phrase', 'not_stated');
const yesOrNo = (declared, view) =>
  typeof declared === 'boolean' ? view.say('phrase', declared ? 'yes' : 'no') : undefined;

function registerNote({ register, area, year }, declared, view) {
  const same = declared?.area === area ? declared : null;
  return view.t('registerNote', {
    register: stated(register ?? same?.register, view),
    area,
    year: stated(year ?? same?.year, view),
  });
}

/** Below the figure of a group: its register, area and year, whom it counts, and how much of it lies outside the cities
 * of the interviews. A definition that only the study declares stands below all groups, beside that of the sample. */
export function groupSources(group, view, definitions) {
  const declared = definitions?.register;
  const isDeclared = definitions?.groups.some((one) => one.group === group.group && one.register);
  const lines = [registerNote(group, declared, view)];
  if (group.definition || !isDeclared)
    lines.push(
      view.t('registerCounts', {
        definition: stated(group.definition, view).replace(/\.$/, ''),
        deduplicated: stated(group.deduplicated ?? yesOrNo(declared?.deduplicated, view), view),
      }),
    );
  const outside = group.outsideCities;
  if (outside)
    lines.push(
      view.say(
        'phrase',
        outside.atMost ? 'outside_at_most' : 'outside_cities',
        view.format(outside.share, percent),
        view.format(Math.round(outside.people)),
        view.format(group.benchmark),
      ),
    );
  return lines.map((line) => make('div', { class: 'quiet' }, line));
}

/** `key` of the text around the reason, `kind` of the reason in words.json. */
function lostLine(key, kind, unused, view) {
  const value = { does_not_count: view.reason, unknown_group: (text) => text }[unused.reason] ?? view.groupLabel;
  const words = view.say(kind, unused.reason, value(unused.value));
  const reason = unused.probably ? view.say('phrase', 'probably', words, unused.probably) : words;
  return make('li', {}, view.t(key, { rows: view.format(unused.rows), reason }));
}

/** Below all groups: how many interviews are used, and why the others are not; the register, while no group names it. */
export function estimateSources({ groups, register, rows, definitions }, view) {
  const nodes = [];
  if (register && groups.length === 0)
    nodes.push(make('p', { class: 'sources' }, registerNote(register, definitions?.register, view)));
  nodes.push(
    make('p', { class: 'sources' }, view.t('rowsUsed', { used: view.format(rows.used), read: view.format(rows.read) })),
  );
  const lost = [
    ...rows.notUsed.map((unused) => lostLine('lostRows', 'row', unused, view)),
    ...(register?.notUsed ?? []).map((unused) => lostLine('lostCounts', 'register_row', unused, view)),
  ];
  if (lost.length > 0) nodes.push(make('ul', { class: 'warnings' }, ...lost));
  return nodes;
}
