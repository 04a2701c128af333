// SPDX-License-Identifier: Apache-2.0
// Rules for the dashboard and its browser tests: what eslint calls a fault, nothing about taste (that is prettier's).
import js from '@eslint/js';
import globals from 'globals';

export default [
  js.configs.recommended,
  { files: ['**/sync-server/web/static/*.js'], languageOptions: { globals: globals.browser } },
  { files: ['**/tests/browser/*.mjs'], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
  { rules: { eqeqeq: 'error', 'no-var': 'error', 'prefer-const': 'error' } },
];
