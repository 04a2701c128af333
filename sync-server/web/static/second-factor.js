// SPDX-License-Identifier: Apache-2.0
// The page on which a user takes an authenticator app into use: picture, secret, and one code back.
import * as api from '/api.js';

const kSpace = 'http://www.w3.org/2000/svg';
const kMargin = 4; // modules, as the QR standard asks for
const byId = (id) => document.getElementById(id);

/** Rows of '0' and '1' as a picture, dark on light whatever the theme. */
function pictureOf(rows, words) {
  const size = rows.length + 2 * kMargin;
  const picture = document.createElementNS(kSpace, 'svg');
  picture.setAttribute('viewBox', `0 0 ${size} ${size}`);
  picture.setAttribute('role', 'img');
  picture.setAttribute('aria-label', words);
  picture.setAttribute('shape-rendering', 'crispEdges');
  const light = document.createElementNS(kSpace, 'rect');
  for (const [name, value] of Object.entries({ width: size, height: size, fill: '#fff' }))
    light.setAttribute(name, value);
  const dark = document.createElementNS(kSpace, 'path');
  dark.setAttribute('fill', '#000');
  dark.setAttribute(
    'd',
    rows
      .flatMap((row, y) =>
        [...row].map((module, x) => (module === '1' ? `M${x + kMargin} ${y + kMargin}h1v1h-1z` : '')),
      )
      .join(''),
  );
  picture.append(light, dark);
  return picture;
}

function tell(words) {
  byId('factor-error').hidden = words === '';
  byId('factor-error').textContent = words;
}

/** `token()` is the session's CSRF token, `t` the words, `closed(confirmed)` what follows. */
export function prepareFactor({ token, t, closed }) {
  const close = (confirmed) => {
    byId('factor-setup').hidden = true;
    byId('factor-picture').replaceChildren();
    byId('factor-secret').textContent = '';
    closed(confirmed);
  };
  byId('factor-cancel').addEventListener('click', () => close(false));
  byId('factor-form').addEventListener('submit', async (event) => {
    event.preventDefault();
    const answer = await api.confirmFactor(byId('factor-code').value, token());
    if (answer.status === 204) return close(true);
    byId('factor-code').value = '';
    byId('factor-code').focus();
    tell(t({ 0: 'unreachable', 401: 'codeWrong' }[answer.status] ?? 'failed'));
  });
  return async () => {
    const answer = await api.offerFactor(token());
    if (answer.status !== 200) return false;
    tell('');
    byId('factor-picture').replaceChildren(pictureOf(answer.body.picture, t('factorPicture')));
    byId('factor-secret').textContent = answer.body.secret.replace(/(.{4})(?=.)/g, '$1 ');
    byId('factor-code').value = '';
    byId('factor-setup').hidden = false;
    byId('factor-code').focus();
    return true;
  };
}
