// SPDX-License-Identifier: Apache-2.0
// Whom the study's groups consist of, in the sample and in the register.
import { make } from '/table.js';

/** Whom each group of the study consists of, for those who do not see it beside the estimate. */
export function showGroups(list, title, estimate, view) {
  const beside = estimate?.groups.length > 0;
  const groups = beside ? [] : (view.study.groups ?? []).filter((group) => view.local(group.definition));
  title.hidden = list.hidden = groups.length === 0;
  list.replaceChildren(
    ...groups.flatMap((group) => [
      make('dt', {}, view.groupLabel(group.id)),
      make('dd', { dir: 'auto' }, view.local(group.definition)),
    ]),
  );
}

function definedAs(definition, view) {
  return make('dd', { dir: 'auto' }, definition ? view.local(definition.definition) : view.say('definition', 'none'));
}

/** The definitions of sample and register side by side, and every difference between them. */
export function definitions({ register, groups, differences }, view) {
  const terms = groups.flatMap(({ group, sample, register: counted }) => [
    make('dt', {}, view.t('inSample', { group: view.groupLabel(group) })),
    definedAs(sample, view),
    make('dt', {}, view.t('inRegister', { group: view.groupLabel(group) })),
    definedAs(counted, view),
  ]);
  const source = view.local(register?.definition);
  const list = make(
    'ul',
    { class: 'warnings' },
    ...differences.map(({ sentence }) => make('li', {}, sentence[view.language] ?? sentence.en)),
  );
  return [
    make('h3', {}, view.say('definition', 'title')),
    ...(source ? [make('p', { class: 'quiet', dir: 'auto' }, source)] : []),
    make('dl', { class: 'definitions' }, ...terms),
    make('p', {}, view.say('definition', differences.length > 0 ? 'differ' : 'agree')),
    list,
  ];
}
