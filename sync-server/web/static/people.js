// SPDX-License-Identifier: Apache-2.0
// Users and sessions, for administrators.
import * as api from '/api.js';
import { fillTable, make } from '/table.js';

const kCityRole = 'city_coordinator'; // the one that has a city
const byId = (id) => document.getElementById(id);

/** `refresh` asks the server again; `view` speaks. @return show({ users, sessions }). */
export function preparePeople({ token, view, refresh }) {
  const tell = (words) => {
    byId('people-error').hidden = words === '';
    byId('people-error').textContent = words;
  };
  const after = async (answer) => {
    const refusal = { bad_user: 'badUser', last_administrator: 'lastAdministrator', login_delayed: 'failed' }[
      answer.body.error?.id
    ];
    const done = answer.status >= 200 && answer.status < 300;
    tell(done ? '' : view.t(refusal ?? (answer.status === 0 ? 'unreachable' : 'failed')));
    await refresh();
    return done;
  };
  const button = (words, label, act) => {
    const node = make('button', { type: 'button', 'aria-label': label }, words);
    node.addEventListener('click', async () => {
      node.disabled = true;
      await act();
      node.disabled = false;
    });
    return node;
  };

  const actions = (user) => {
    const act = (id) =>
      button(view.t(`user_${id}`), `${view.t(`user_${id}`)}: ${user.name}`, async () => {
        if (id === 'remove' && !confirm(view.t('removeAsk', { name: user.name }))) return;
        await after(await api.actOnUser(id, user.name, token()));
      });
    return make(
      'div',
      { class: 'actions' },
      act(user.lockedAt ? 'unlock' : 'lock'),
      user.secondFactor ? act('reset') : null,
      act('remove'),
    );
  };
  const showUsers = (users) =>
    fillTable(
      byId('user-table'),
      ['name', 'role', 'city', 'factor', 'state', 'actions'].map((key) => ({ text: view.t(key) })),
      users.map((user) => ({
        cells: [
          { text: user.name, head: true },
          { text: view.role(user.role) },
          { text: user.city ? view.cityName(user.city) : '' },
          { text: view.t(user.secondFactor ? 'yes' : 'no') },
          { text: view.t(user.lockedAt ? 'locked' : 'active') },
          { node: actions(user) },
        ],
      })),
    );
  const showSessions = (sessions) =>
    fillTable(
      byId('session-table'),
      ['name', 'kind', 'from', 'begunAt', 'usedAt', 'actions'].map((key) => ({ text: view.t(key) })),
      sessions.map((one) => ({
        cells: [
          { text: one.user, head: true },
          { text: view.t(`kind_${one.kind}`) },
          { text: one.from },
          { text: view.time(one.begunAt) },
          { text: view.time(one.usedAt) },
          {
            node: button(view.t('endSession'), `${view.t('endSession')}: ${one.user}`, async () =>
              after(await api.endSession(one.id, token())),
            ),
          },
        ],
      })),
    );

  /** Keeps what is chosen: the page draws itself anew every 20 seconds. */
  const fillChoices = (select, choices) => {
    const chosen = select.value;
    select.replaceChildren(...choices.map(([value, words]) => new Option(words, value)));
    if (choices.some(([value]) => value === chosen)) select.value = chosen;
  };
  const needsCity = () => {
    byId('new-city-field').hidden = byId('new-role').value !== kCityRole;
  };
  byId('new-role').addEventListener('change', needsCity);
  byId('user-form').addEventListener('submit', async (event) => {
    event.preventDefault();
    const [role, name, password] = ['new-role', 'new-name', 'new-password'].map((id) => byId(id).value);
    byId('new-password').value = ''; // at once: later it would clear what is typed next
    const added = await after(
      await api.addUser({ name, password, role, city: role === kCityRole ? byId('new-city').value : '' }, token()),
    );
    if (added && byId('new-name').value === name) byId('new-name').value = '';
  });

  // A table that did not change stays, and with it the focus of who moves by keyboard.
  const shown = {};
  const ifNew = (what, data, show) => {
    const now = view.language + JSON.stringify(data);
    if (shown[what] === now) return;
    shown[what] = now;
    show(data);
  };

  return ({ users, sessions }) => {
    ifNew('users', users, showUsers);
    ifNew('sessions', sessions, showSessions);
    fillChoices(
      byId('new-role'),
      view.roles.map((role) => [role, view.role(role)]),
    );
    fillChoices(
      byId('new-city'),
      (view.study.cities ?? []).map((city) => [city.code, city.name]),
    );
    needsCity();
  };
}
