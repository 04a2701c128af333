// SPDX-License-Identifier: Apache-2.0
// The server's API as functions. Every one of them gives { status, body, retryAfter }; status 0 = no answer.
async function call(method, path, body, csrfToken) {
  const headers = {};
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

export const login = (name, password) => call('POST', '/api/login', { name, password });
export const logout = (csrfToken) => call('POST', '/api/logout', {}, csrfToken);
export const session = () => call('GET', '/api/session');
export const quotas = () => call('GET', '/api/quotas');
export const estimate = () => call('GET', '/api/estimate');
export const devices = () => call('GET', '/api/devices');
export const ledger = () => call('GET', '/api/ledger');
