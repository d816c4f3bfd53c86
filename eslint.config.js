import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(globalIgnores(['dist/', 'posts/', '.astro/', '.cache/', 'tests/']), {
  files: ['src/**/*.ts', 'scripts/**/*.ts'],
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
});
