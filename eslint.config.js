import js from '@eslint/js';
import * as lit from 'eslint-plugin-lit';
import * as wc from 'eslint-plugin-wc';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';

export default defineConfig(
  { ignores: ['dist', 'dist-demo', 'coverage', 'node_modules', 'test/screenshots'] },
  js.configs.recommended,
  ts.configs.strict,
  ts.configs.stylistic,
  lit.configs['flat/all'],
  wc.configs['flat/best-practice'],
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      // `?.` after an index that was checked reads worse than the assertion.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-empty-function': 'off',
      // Views are functions of a state: they have no `this` whose method could be passed.
      'lit/no-template-arrow': 'off',
      'max-lines': ['error', { max: 300 }],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'max-lines-per-function': ['error', { max: 40, skipComments: true }],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-restricted-syntax': [
        'error',
        ...['Literal[value=/:focus/]', 'CallExpression TemplateElement[value.raw=/:focus/]'].map((selector) => ({
          selector,
          message: 'It does not match in a window in the background: see holdsFocus.',
        })),
      ],
    },
  },
  // chai's `to.be.empty` is an expression.
  { files: ['test/**/*.ts'], rules: { '@typescript-eslint/no-unused-expressions': 'off' } },
  { files: ['src/i18n/*.ts'], rules: { 'max-lines': 'off' } },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: { globals: { process: 'readonly', fetch: 'readonly', URL: 'readonly' } },
  },
  { files: ['demo/hosts/plain/*.js'], languageOptions: { globals: { document: 'readonly' } } },
  // Angular's components may be nothing but their template.
  {
    files: ['demo/hosts/angular/**/*.ts'],
    rules: { '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }] },
  },
);
