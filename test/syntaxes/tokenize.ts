/** Tokens as VS Code would have them: its TextMate engine, our injection, and a markdown grammar of a few lines. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IRawGrammar } from 'vscode-textmate';

const require = createRequire(import.meta.url);
const INJECTION = path.join(import.meta.dirname, '../../syntaxes/roadmap.injection.tmLanguage.json');

/** As much of markdown as matters here: the scopes are those of VS Code's own grammar. */
const MARKDOWN: IRawGrammar = {
  scopeName: 'text.html.markdown',
  repository: { $self: {}, $base: {} },
  patterns: [
    {
      name: 'markup.fenced_code.block.markdown',
      begin: '^\\s*```.*$',
      end: '^\\s*```$',
      patterns: [{ name: 'meta.embedded.block', match: '.+' }],
    },
    { name: 'comment.block.html', begin: '<!--', end: '-->' },
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
    { name: 'markup.underline.link.markdown', match: '\\b[\\w.+-]+@[\\w.-]+\\.\\w+\\b|https?://\\S+' },
  ],
};

const registry = new textmate.Registry({
  onigLib: loadEngine(),
  loadGrammar: async (scope) =>
    scope === MARKDOWN.scopeName
      ? MARKDOWN
      : textmate.parseRawGrammar(await readFile(INJECTION, 'utf8'), INJECTION),
  getInjections: (scope) => (scope === MARKDOWN.scopeName ? ['roadmap.injection'] : []),
});

async function loadEngine() {
  const wasm = await readFile(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm);
  return {
    createOnigScanner: (sources: string[]) => new oniguruma.OnigScanner(sources),
    createOnigString: (text: string) => new oniguruma.OnigString(text),
  };
}

/** What the injection sets off in a text: the characters, and their scope without its `.roadmap`. */
export async function setOff(text: string): Promise<[string, string][]> {
  const grammar = await registry.loadGrammar(MARKDOWN.scopeName);
  if (grammar === null) throw new Error('no grammar');
  let state = textmate.INITIAL;
  return text.split('\n').flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.flatMap(({ startIndex, endIndex, scopes }): [string, string][] => {
      const scope = scopes.find((name) => name.endsWith('.roadmap'));
      return scope === undefined ? [] : [[line.slice(startIndex, endIndex), scope.replace(/\.roadmap$/, '')]];
    });
  });
}
