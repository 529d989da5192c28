const js = require('@eslint/js');
const { importX } = require('eslint-plugin-import-x');
const globals = require('globals');
const tseslint = require('typescript-eslint');

/** The rooms of the server, from the core outwards: each may import only from rooms that stand before it. */
const ROOMS = ['roadmap', 'query', 'rules', 'config', 'edits', 'workspace', 'reports', 'features', 'cli'];
/** What a room may see besides itself. The arrows of docs/architecture.md, in one table. */
const MAY_IMPORT = {
  roadmap: [],
  query: ['roadmap'],
  rules: ['roadmap'],
  config: ['roadmap', 'rules'],
  edits: ['roadmap'],
  workspace: ['roadmap'],
  reports: ['roadmap', 'rules'],
  features: ['roadmap', 'query', 'rules', 'config', 'edits', 'workspace'],
  cli: ['roadmap', 'query', 'rules', 'config', 'workspace', 'reports'],
};

const zones = ROOMS.flatMap((room) => [
  {
    target: `./server/src/${room}`,
    from: ROOMS.filter((other) => other !== room && !MAY_IMPORT[room].includes(other)).map(
      (other) => `./server/src/${other}`,
    ),
    message: `${room}/ stands below this: see docs/architecture.md.`,
  },
]);

module.exports = tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      '**/dist/**',
      '**/out/**',
      '.cache/**',
      'test/fixtures/**',
      '.vscode-test/**',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: __dirname } },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/extensions': ['.ts'],
      'import-x/resolver': { node: { extensions: ['.ts', '.js'] } },
    },
    rules: {
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': [
        'error',
        {
          zones: [
            ...zones,
            {
              target: './client/src',
              from: './server/src',
              except: ['./protocol.ts', './base64.ts'],
              message: 'The client knows the server by its protocol only.',
            },
            { target: './server/src', from: './client', message: 'The server knows no editor.' },
          ],
        },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A union of string literals stays readable where one of them is spelled out.
      '@typescript-eslint/consistent-type-definitions': 'off',
    },
  },
  {
    // All that the browser build contains: no built-in of Node.
    files: ['server/src/**/*.ts', 'client/src/**/*.ts'],
    ignores: ['server/src/node.ts', 'server/src/node/**', 'server/src/cli/**', 'client/src/node.ts'],
    rules: {
      'import-x/no-nodejs-modules': 'error',
      'no-restricted-globals': ['error', 'process', 'Buffer', '__dirname', 'require'],
    },
  },
  {
    // Civil dates only: no Date, no clock, but in the one place that reads it.
    files: ['server/src/**/*.ts'],
    ignores: ['server/src/clock.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'], MemberExpression[object.name='Date']",
          message: 'Civil dates only: see roadmap/dates.',
        },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // mocha's `this`, describe blocks and fixtures.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    // The browser's, because what playwright evaluates in a page stands among the rest.
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
  { files: ['test/**/*.mjs'], languageOptions: { globals: globals.mocha } },
);
