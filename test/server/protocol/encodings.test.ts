import assert from 'node:assert/strict';
import {
  CodeActionRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  SemanticTokensRequest,
  type CodeAction,
  type Diagnostic,
  type DocumentSymbol,
  type Position,
  type Range,
  type TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { build } from '../built.ts';
import { Client, endServers, PULL } from './client.ts';

const URI = 'file:///plans/ROADMAP.md';
const LINES = [
  '# Plän 🦀',
  '',
  '## 🌱 Jetzt',
  '- [ ] 🦀🦀 Größe (Due: 2025-02-30) – 🐝 Owner: Zoë',
  '- [ ] Äpfel 🍎 (Due: 2025-07-01)',
  '',
  '🐝 [b](b.md)',
];

/** How each encoding counts the code units before a place in a line; nothing of the server's. */
const COUNTED = {
  'utf-16': (before: string) => before.length,
  'utf-8': (before: string) => Buffer.byteLength(before),
};

for (const [encoding, count] of Object.entries(COUNTED))
  describe(`positions in ${encoding}, through the protocol`, () => {
    let client: Client;
    let lines = [...LINES];
    const textDocument = { uri: URI };
    before(build);
    before(async () => {
      const capabilities = {
        ...PULL,
        general: { positionEncodings: ['utf-32', encoding, 'utf-16'] },
        textDocument: {
          ...PULL.textDocument,
          documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        },
      };
      client = new Client({ capabilities, settings: { today: '2025-07-28' } });
      const { capabilities: able } = await client.initialize();
      assert.equal(able.positionEncoding, encoding);
      await client.connection.sendNotification('initialized', {});
      await client.open(URI, lines.join('\n'));
    });
    endServers();

    /** The code units that a client takes a column for. */
    function unitsAt({ line, character }: Position): number {
      const text = lines[line] ?? '';
      const units = Array.from({ length: text.length + 1 }, (_, at) => at).find(
        (at) => count(text.slice(0, at)) === character && !/[\udc00-\udfff]/.test(text.charAt(at)),
      );
      assert.notEqual(units, undefined, `${line}:${character} is within a character, or beyond the line`);
      return units!;
    }

    function rangeOf(line: number, words: string): Range {
      const start = lines[line]!.indexOf(words);
      assert.ok(start >= 0, words);
      const at = (units: number) => ({ line, character: count(lines[line]!.slice(0, units)) });
      return { start: at(start), end: at(start + words.length) };
    }

    function wordsAt({ start, end }: Range): string {
      assert.equal(start.line, end.line);
      return lines[start.line]!.slice(unitsAt(start), unitsAt(end));
    }

    function apply({ range, newText }: TextEdit): string[] {
      const { start, end } = range;
      const after =
        lines
          .slice(0, start.line + 1)
          .join('\n')
          .slice(0, unitsAt(start) - lines[start.line]!.length || undefined) +
        newText +
        lines[end.line]!.slice(unitsAt(end));
      return [...after.split('\n'), ...lines.slice(end.line + 1)];
    }

    async function findings(): Promise<Diagnostic[]> {
      const report = await client.pull(URI);
      assert.equal(report.kind, 'full');
      return report.items;
    }

    async function told(): Promise<unknown> {
      const symbols = (await client.connection.sendRequest(DocumentSymbolRequest.type, {
        textDocument,
      })) as DocumentSymbol[];
      const flat = (all: readonly DocumentSymbol[]): DocumentSymbol[] =>
        all.flatMap((symbol) => [symbol, ...flat(symbol.children ?? [])]);
      const links = (await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument })) ?? [];
      const tokens = await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
      return {
        findings: (await findings()).map(({ code, range }) => [code, wordsAt(range)]),
        symbols: flat(symbols).map(({ selectionRange }) => wordsAt(selectionRange)),
        links: links.map(({ range }) => wordsAt(range)),
        tokens: words(tokens?.data ?? []),
      };
    }

    function words(data: readonly number[]): string[] {
      let [line, character] = [0, 0];
      return Array.from({ length: data.length / 5 }, (_, index) => {
        const [down = 0, right = 0, length = 0] = data.slice(index * 5);
        [line, character] = [line + down, down > 0 ? right : character + right];
        return wordsAt({ start: { line, character }, end: { line, character: character + length } });
      });
    }

    const TOLD = {
      findings: [
        ['invalid-date', '2025-02-30'],
        ['missing-owner', 'Äpfel 🍎'],
        ['past-due', '2025-07-01'],
      ],
      symbols: ['# Plän 🦀', '## 🌱 Jetzt', '🦀🦀 Größe', 'Äpfel 🍎'],
      links: ['b.md'],
      tokens: ['Owner', 'Zoë', 'Due', '2025-07-01'],
    };

    it('lead to what is meant', async () => assert.deepEqual(await told(), TOLD));

    it('of changes are understood', async () => {
      const version = 2;
      const contentChanges = [
        { range: rangeOf(3, '🦀 Größe'), text: '🐛 Größe' },
        { range: rangeOf(4, '🍎'), text: '🍏🍏' },
      ];
      await client.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: URI, version },
        contentChanges,
      });
      lines = lines.map((line) => line.replace('🦀 Größe', '🐛 Größe').replace('🍎', '🍏🍏'));
      const expected = JSON.stringify(TOLD).replace('🦀 Größe', '🐛 Größe').replaceAll('🍎', '🍏🍏');
      assert.deepEqual(await told(), JSON.parse(expected));
    });

    it('of edits change what they are about', async () => {
      const late = (await findings()).find(({ code }) => code === 'past-due')!;
      const actions = (await client.connection.sendRequest(CodeActionRequest.type, {
        textDocument,
        range: late.range,
        context: { diagnostics: [late], only: ['quickfix'] },
      })) as CodeAction[];
      const done = actions.find(({ title }) => /done/i.test(title))!;
      const change = done.edit?.documentChanges?.[0] as TextDocumentEdit;
      const [edit, ...others] = change.edits as TextEdit[];
      assert.deepEqual(others, []);
      assert.deepEqual(
        apply(edit!),
        lines.map((line) => line.replace('[ ] Äpfel', '[x] Äpfel')),
      );
    });
  });
