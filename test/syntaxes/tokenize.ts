/** Tokens as VS Code would have them: its TextMate engine, our injection, and a markdown grammar of a few lines. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { IRawGrammar } from 'vscode-textmate';

// Both are CommonJS that says it is a module, of which loaders make different things: `require` leaves no doubt.
const require = createRequire(import.meta.url);
const oniguruma = require('vscode-oniguruma') as typeof import('vscode-oniguruma');
const textmate = require('vscode-textmate') as typeof import('vscode-textmate');
const INJECTION = path.join(import.meta.dirname, '../../syntaxes/roadmap.injection.tmLanguage.json');

/** As much of markdown as matters here: rules and scopes are shaped as in VS Code's own grammar. */
const MARKDOWN: IRawGrammar = {
  scopeName: 'text.html.markdown',
  patterns: [
    {
      name: 'markup.fenced_code.block.markdown',
      begin: '^\\s*```.*$',
      end: '^\\s*```$',
      patterns: [{ name: 'meta.embedded.block', match: '.+' }],
    },
    { name: 'comment.block.html', begin: '^\\s*<!--', end: '-->' },
    {
      name: 'markup.heading.markdown',
      match: '^#{1,6}\\s.*$',
      captures: { 0: { patterns: [{ include: '#inline' }] } },
    },
    {
      name: 'markup.list.unnumbered.markdown',
      begin: '^\\s*(?:[-*+]|\\d+[.)])\\s',
      end: '$',
      patterns: [{ include: '#paragraph' }],
    },
    { include: '#paragraph' },
  ],
  repository: {
    $self: {},
    $base: {},
    // Begins only at the start of a block: whatever is matched there before it keeps it from beginning at all.
    paragraph: {
      name: 'meta.paragraph.markdown',
      begin: '(?:^|\\G)\\s*(?=\\S)',
      end: '$',
      patterns: [{ include: '#inline' }],
    },
    inline: {
      patterns: [
        { name: 'markup.inline.raw.string.markdown', begin: '`', end: '`' },
        { name: 'markup.bold.markdown', begin: '\\*\\*', end: '\\*\\*' },
        { name: 'markup.italic.markdown', begin: '\\*(?=\\S)', end: '\\*' },
        {
          match: '(\\[)([^\\]]*)(\\])(\\()([^)]*)(\\))',
          captures: {
            2: { name: 'string.other.link.title.markdown' },
            5: { name: 'markup.underline.link.markdown' },
          },
        },
      ],
    },
  },
};

const engine = loadEngine();
const injected = createRegistry(['roadmap.injection']);
const plain = createRegistry([]);

function createRegistry(injections: string[]) {
  return new textmate.Registry({
    onigLib: engine,
    loadGrammar: async (scope) =>
      scope === MARKDOWN.scopeName
        ? MARKDOWN
        : textmate.parseRawGrammar(await readFile(INJECTION, 'utf8'), INJECTION),
    getInjections: (scope) => (scope === MARKDOWN.scopeName ? injections : []),
  });
}

async function loadEngine() {
  const wasm = await readFile(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm);
  return {
    createOnigScanner: (sources: string[]) => new oniguruma.OnigScanner(sources),
    createOnigString: (text: string) => new oniguruma.OnigString(text),
  };
}

interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

async function tokenize(registry: typeof plain, text: string): Promise<Token[]> {
  const grammar = await registry.loadGrammar(MARKDOWN.scopeName);
  if (grammar === null) throw new Error('no grammar');
  let state = textmate.INITIAL;
  return text.split('\n').flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      scopes,
    }));
  });
}

const isOurs = (scope: string) => scope.endsWith('.roadmap');

/** What the injection sets off in a text: the characters, and their scope without its `.roadmap`. */
export async function setOff(text: string): Promise<[string, string][]> {
  const tokens = await tokenize(injected, text);
  return tokens.flatMap(({ text, scopes }): [string, string][] => {
    const scope = scopes.find(isOurs);
    return scope === undefined ? [] : [[text, scope.replace(/\.roadmap$/, '')]];
  });
}

/** The scopes that markdown itself gives, character by character, with and without the injection. */
export async function markdownScopes(text: string): Promise<{ injected: string[]; plain: string[] }> {
  const scopes = async (registry: typeof plain) =>
    (await tokenize(registry, text)).flatMap((token) =>
      Array.from(token.text, (character) =>
        [character, ...token.scopes.filter((scope) => !isOurs(scope))].join(' '),
      ),
    );
  return { injected: await scopes(injected), plain: await scopes(plain) };
}
