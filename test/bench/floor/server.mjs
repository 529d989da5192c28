// @ts-check
// The floor: what a server costs that reads lines and nothing else. It keeps documents, answers with a symbol (and a
// lens) for each line that looks like an item, and finds open items without an owner. No package, no markdown.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** @typedef {{ line: number, length: number, start: number, title: string, depth: number, done: boolean, owned: boolean }} Entry depth 0 for an item */

/** @type {Map<string, { text: string, version: number }>} */
const documents = new Map();
/** @type {string[]} */
let folders = [];

const ITEM = /^(\s*(?:[-*+]|\d+[.)]) +\[([ xX])\] +|\| +(?=[A-Z]+-))(.*)$/;
const HEADING = /^(#{1,6}) +(.*)$/;
const ROADMAP = /(?:roadmap|todo|backlog|milestones|plan)[^/]*\.md$/i;

/**
 * @param {string} text
 * @returns {Generator<Entry>}
 */
function* entries(text) {
  let line = 0;
  for (let from = 0; from < text.length; line++) {
    const newline = text.indexOf('\n', from);
    const end = newline < 0 ? text.length : newline;
    const words = text.slice(from, end);
    from = end + 1;
    const item = ITEM.exec(words);
    if (item) {
      const [, lead = '', mark = ' ', title = ''] = item;
      // The next line may hold the owner.
      const owned = /@\w/.test(words) || text.startsWith('  - Owner', from);
      yield { line, length: words.length, start: lead.length, title, depth: 0, done: mark !== ' ', owned };
      continue;
    }
    const heading = HEADING.exec(words);
    if (heading?.[1] !== undefined)
      yield {
        ...{ line, length: words.length, start: 0, title: heading[2] ?? '', depth: heading[1].length },
        ...{ done: false, owned: true },
      };
  }
}

/** @param {Entry} entry */
const rangeOf = ({ line, length }, start = 0) => ({
  start: { line, character: start },
  end: { line, character: length },
});

/** @param {string} text */
function symbols(text) {
  /** @type {{ depth: number, children: object[] }[]} */
  const around = [{ depth: 0, children: [] }];
  for (const entry of entries(text)) {
    const { title, depth, start, done } = entry;
    /** @type {object[]} */
    const children = [];
    const symbol = {
      name: title,
      detail: done ? 'Done' : 'To do',
      kind: depth > 0 ? 15 : 17,
      range: rangeOf(entry),
      selectionRange: rangeOf(entry, start),
      ...(depth > 0 ? { children } : {}),
    };
    while (depth > 0 && (around.at(-1)?.depth ?? 0) >= depth) around.pop();
    around.at(-1)?.children.push(symbol);
    if (depth > 0) around.push({ depth, children });
  }
  return around[0]?.children;
}

/** @param {string} text */
const items = (text) => [...entries(text)].filter(({ depth }) => depth === 0);

/** @param {string} text */
const diagnostics = (text) =>
  items(text)
    .filter(({ done, owned }) => !done && !owned)
    .map((entry) => ({
      ...{ source: 'floor', code: 'missing-owner', severity: 2, range: rangeOf(entry, entry.start) },
      message: `Nobody owns "${entry.title}"`,
    }));

/**
 * @param {string} uri
 * @param {{ text: string, version: number }} document
 */
const lenses = (uri, { text, version }) =>
  items(text).map((entry) => ({
    range: rangeOf(entry, entry.start),
    command: {
      title: entry.done ? '☑ Done' : '☐ To do',
      command: 'floor.toggle',
      arguments: [{ uri, id: entry.title, version }],
    },
  }));

/**
 * @param {string} folder
 * @returns {Promise<string[]>}
 */
async function roadmaps(folder) {
  const found = await readdir(folder, { withFileTypes: true, recursive: true });
  return found
    .filter((entry) => entry.isFile() && ROADMAP.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

async function allItems() {
  const files = (await Promise.all(folders.map((uri) => roadmaps(fileURLToPath(uri))))).flat();
  return Promise.all(
    files.map(async (file) => ({
      uri: pathToFileURL(file).href,
      items: items(await readFile(file, 'utf8')).map((entry) => ({
        ...{ title: entry.title, done: entry.done, range: rangeOf(entry, entry.start) },
      })),
    })),
  );
}

/**
 * @param {string} text
 * @param {{ line: number, character: number }} position
 */
function offsetAt(text, { line, character }) {
  let offset = 0;
  for (let n = 0; n < line; n++) offset = text.indexOf('\n', offset) + 1;
  return offset + character;
}

/** @type {Record<string, (params: any) => unknown>} */
const methods = {
  initialize: ({ workspaceFolders }) => {
    folders = (workspaceFolders ?? []).map((/** @type {{ uri: string }} */ { uri }) => uri);
    return {
      capabilities: {
        textDocumentSync: { openClose: true, change: 2 },
        documentSymbolProvider: true,
        codeLensProvider: {},
        diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
      },
    };
  },
  'textDocument/didOpen': ({ textDocument: { uri, text, version } }) => {
    documents.set(uri, { text, version });
  },
  'textDocument/didChange': ({ textDocument: { uri, version }, contentChanges }) => {
    let text = documents.get(uri)?.text ?? '';
    for (const { range, text: inserted } of contentChanges)
      text = text.slice(0, offsetAt(text, range.start)) + inserted + text.slice(offsetAt(text, range.end));
    documents.set(uri, { text, version });
  },
  'textDocument/didClose': ({ textDocument: { uri } }) => {
    documents.delete(uri);
  },
  'textDocument/documentSymbol': ({ textDocument: { uri } }) => symbols(documents.get(uri)?.text ?? ''),
  'textDocument/diagnostic': ({ textDocument: { uri } }) => ({
    kind: 'full',
    items: diagnostics(documents.get(uri)?.text ?? ''),
  }),
  'textDocument/codeLens': ({ textDocument: { uri } }) => {
    const document = documents.get(uri);
    return document ? lenses(uri, document) : [];
  },
  'roadmap/items': allItems,
};

/** @param {{ id?: number, method: string, params: unknown }} message */
async function handle({ id, method, params }) {
  const result = await methods[method]?.(params);
  if (id === undefined) return;
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', id, result: result ?? null }));
  process.stdout.write(`Content-Length: ${body.length}\r\n\r\n`);
  process.stdout.write(body);
}

/** @type {Buffer[]} */
let chunks = [];
let held = 0;
/** Bytes without which nothing can be done: a large document comes in many chunks. */
let needed = 0;
process.stdin.on('data', (chunk) => {
  chunks.push(chunk);
  held += chunk.length;
  while (held > 0 && held >= needed) {
    const all = Buffer.concat(chunks);
    const header = all.indexOf('\r\n\r\n');
    const length = Number(/Content-Length: (\d+)/i.exec(all.toString('latin1', 0, Math.max(header, 0)))?.[1]);
    needed = header < 0 ? held + 1 : header + 4 + length;
    if (held < needed) {
      chunks = [all];
      return;
    }
    void handle(JSON.parse(all.toString('utf8', header + 4, needed)));
    chunks = [all.subarray(needed)];
    held -= needed;
    needed = 0;
  }
});
process.stdin.on('end', () => process.exit(0));
