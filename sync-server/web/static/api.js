// SPDX-License-Identifier: Apache-2.0
// The server's API as functions. Every one of them gives { status, body, retryAfter }; status 0 = no answer.
async function call(method, path, body, csrfToken, extra = {}) {
  const headers = { ...extra };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (csrfToken) headers['X-CSRF-Token'] = csrfToken;
  try {
    const response = await fetch(path, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: 'same-origin',
      cache: 'no-store',
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text ? JSON.parse(text) : {},
      retryAfter: Number(response.headers.get('Retry-After') ?? 0),
    };
  } catch {
    return { status: 0, body: {}, retryAfter: 0 };
  }
}

/** `code` of the second factor; empty while the server has not asked for it. */
export const login = (name, password, code) => call('POST', '/api/login', { name, password, code });
export const offerFactor = (csrfToken) => call('POST', '/api/second-factor', {}, csrfToken);
export const confirmFactor = (code, csrfToken) => call('POST', '/api/second-factor/confirm', { code }, csrfToken);
export const logout = (csrfToken) => call('POST', '/api/logout', {}, csrfToken);
/** Whether a person caused a request: automatic refreshes do not extend the session. */
export const byPage = { 'X-Peil-Background': '1' };
const get =
  (path) =>
  (whose = {}) =>
    call('GET', path, undefined, undefined, whose);
export const words = get('/words.json');
export const texts = get('/texts.json');
export const session = get('/api/session');
export const users = get('/api/users');
export const sessions = get('/api/sessions');
export const addUser = (user, csrfToken) => call('POST', '/api/users', user, csrfToken);
/** `act` is lock, unlock, remove or reset (of the second factor). */
export const actOnUser = (act, name, csrfToken) => call('POST', `/api/users/${act}`, { name }, csrfToken);
export const endSession = (id, csrfToken) => call('DELETE', `/api/sessions/${id}`, undefined, csrfToken);
export const quotas = get('/api/quotas');
export const estimate = get('/api/estimate');
export const devices = get('/api/devices');
export const ledger = get('/api/ledger');
