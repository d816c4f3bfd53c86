import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const citationPackages = {
  group: ['@citation-js/*', 'citeproc'],
  message: 'Only src/engine/bibliography/ formats citations.',
};
const outside = {
  group: ['astro', 'astro:*', 'vite', 'node:child_process', 'node:http*', 'node:net', 'node:process', 'node:timers*'],
  message: 'The engine is pure: it takes what it needs as arguments.',
};
const disk = { group: ['node:fs', 'node:fs/*'], message: 'Only src/engine/read-review.ts reads the disk.' };
const restrictImports = (...patterns) => ({ '@typescript-eslint/no-restricted-imports': ['error', { patterns }] });

export default defineConfig(
  globalIgnores(['dist/', 'posts/', '.astro/', '.cache/', 'tests/fixtures/']),
  {
    files: ['src/**/*.ts', 'scripts/**/*.ts', 'tests/**/*.ts'],
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // `return print(…)` ends a branch of a switch in one line, and says nothing wrong.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // The types of matched groups, of the DOM and of MathJax promise values that can be missing or change in a callback.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // A parser's types promise text where its values can be numbers or missing.
      '@typescript-eslint/no-unnecessary-type-conversion': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['src/**/*.ts', 'scripts/**/*.ts'],
    // A language is one file: it is a list and no code.
    ignores: ['src/engine/model/strings/*.ts'],
    rules: { 'max-lines': ['error', 200] },
  },
  {
    files: ['src/engine/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', 'console', 'fetch', 'performance', 'process', 'setInterval', 'setTimeout'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The engine knows no clock: take the day as an argument.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'The engine knows no clock: take the day as an argument.',
        },
        { selector: 'CallExpression[callee.name="Date"]', message: 'The engine knows no clock.' },
      ],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true },
      ],
      ...restrictImports(outside, disk, citationPackages),
    },
  },
  { files: ['src/engine/bibliography/**/*.ts'], rules: restrictImports(outside, disk) },
  { files: ['src/engine/read-review.ts'], rules: restrictImports(outside, citationPackages) },
  {
    files: ['tests/**/*.ts'],
    rules: {
      // Vitest types `expect.anything()` and its like as any: they stand for any value.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      // A stand-in for a function that returns a promise need not wait for anything.
      '@typescript-eslint/require-await': 'off',
    },
  },
);
