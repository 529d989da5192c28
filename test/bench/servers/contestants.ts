/** The servers that are measured: ours, its peers and the floor. Each is driven by the same client. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { CACHES, PEERS, ROOT } from '../places.ts';
import { TODAY } from '../today.ts';
import type { Answerer } from './process.ts';

/** What a client knows that answers a server. */
export interface ClientSide {
  readonly folder: string;
  /** The text of a document, open or on disk. */
  readonly textOf: (uri: string) => string;
}

export interface Contestant {
  /** As in tables and in `--peers`. */
  readonly name: string;
  readonly about: string;
  readonly command: readonly string[];
  /** Asks for lenses after a key stroke, where the server offers them. */
  readonly lenses: boolean;
  /** Gives the items of the whole workspace; the symbols of the workspace where missing. */
  readonly itemsRequest?: string;
  /** It answers before it has read all files: the token of the progress whose end tells that it has. */
  readonly indexProgress?: string;
  readonly initializationOptions?: object;
  readonly settings?: Readonly<Record<string, object>>;
  /** It waits for settings to be sent, and doesn't ask for them. */
  readonly wantsSettings?: boolean;
  /** What the client must answer for this server to work. */
  readonly answers?: (client: ClientSide) => Promise<Readonly<Record<string, Answerer>>>;
  /** The folder that it keeps between starts, where it keeps anything. */
  readonly cache?: string;
}

const installed = (...parts: string[]): string => path.join(PEERS, 'node_modules', ...parts);

/** The version of a package that is installed for the benchmark. */
export function versionOf(name: string): string {
  if (!existsSync(installed(name, 'package.json'))) return 'not installed';
  const { version } = JSON.parse(readFileSync(installed(name, 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

const PLATFORM = `${process.platform}-${process.arch}`;
/** The package of rumdl's binary for this platform; its lock file knows that of Linux only. */
export const RUMDL_PACKAGE = `@rumdl/cli-${PLATFORM}`;
export const RUMDL = installed(RUMDL_PACKAGE, 'rumdl');
export const RIPGREP = installed(`@vscode/ripgrep-${PLATFORM}`, 'bin/rg');
export const MARKDOWNLINT = installed('markdownlint-cli2', 'markdownlint-cli2-bin.mjs');

/** Where our server keeps what it has read, as VS Code gives it a folder for each workspace. */
const KEPT = path.join(CACHES, 'roadmap');

const OURS = {
  command: [process.execPath, path.join(ROOT, 'server/bin/roadmap-language-server.js'), '--stdio'],
  itemsRequest: 'roadmap/items',
  settings: { roadmap: { today: TODAY } },
  initializationOptions: { storage: pathToFileURL(KEPT).href },
  cache: KEPT,
};
const FLOOR = {
  command: [process.execPath, path.join(ROOT, 'test/bench/floor/server.mjs')],
  itemsRequest: 'roadmap/items',
};

export const CONTESTANTS = {
  roadmap: { ...OURS, name: 'roadmap', about: 'this server, as VS Code uses it', lenses: true },
  withoutLenses: {
    ...OURS,
    name: 'roadmap without lenses',
    about: 'this server, asked for what the others answer',
    lenses: false,
  },
  floor: { ...FLOOR, name: 'floor', about: 'a bare line scan (test/bench/floor)', lenses: false },
  floorWithLenses: {
    ...FLOOR,
    name: 'floor with lenses',
    about: 'the same, with a lens for each item',
    lenses: true,
  },
  rumdl: {
    name: 'rumdl',
    about: 'a linter in Rust',
    command: [RUMDL, 'server'],
    indexProgress: 'rumdl-index',
    lenses: false,
  },
  vscodeMarkdown: {
    name: 'vscode-markdown',
    about: "vscode-markdown-languageserver, VS Code's own; its client parses, with markdown-it",
    command: [
      process.execPath,
      installed('vscode-markdown-languageserver/dist/node/workerMain.js'),
      '--stdio',
    ],
    lenses: false,
    initializationOptions: { markdownFileExtensions: ['md'] },
    settings: { markdown: { server: { log: 'off' }, validate: validation() } },
    wantsSettings: true,
    answers: vscodeMarkdownClient,
  },
  remark: {
    name: 'remark',
    about: 'unified-language-server with remark and GFM, versions pinned as ours',
    command: [process.execPath, path.join(PEERS, 'remarkServer.mjs'), '--stdio'],
    lenses: false,
  },
} satisfies Record<string, Contestant>;

function validation(): object {
  const warning = { enabled: 'warning' };
  return {
    enabled: true,
    referenceLinks: warning,
    fragmentLinks: warning,
    fileLinks: { ...warning, markdownFragmentLinks: 'inherit' },
    ignoredLinks: [],
    unusedLinkDefinitions: { enabled: 'hint' },
    duplicateLinkDefinitions: warning,
  };
}

/** What VS Code does for its markdown server: it reads files and parses them. */
async function vscodeMarkdownClient({ folder, textOf }: ClientSide): Promise<Record<string, Answerer>> {
  const { default: MarkdownIt } = (await import(pathToFileURL(installed('markdown-it/index.mjs')).href)) as {
    default: new (options: object) => { parse: (text: string, env: object) => unknown };
  };
  const engine = new MarkdownIt({ html: true });
  return {
    'markdown/parse': ({ uri, text }: { uri: string; text?: string }) =>
      engine.parse(text ?? textOf(uri), {}),
    'markdown/fs/readFile': ({ uri }: { uri: string }) => [...readFileSync(fileURLToPath(uri))],
    'markdown/fs/readDirectory': ({ uri }: { uri: string }) =>
      readdirSync(fileURLToPath(uri), { withFileTypes: true }).map((entry) => [
        entry.name,
        { isDirectory: entry.isDirectory() },
      ]),
    'markdown/fs/stat': ({ uri }: { uri: string }) => {
      const stat = statSync(fileURLToPath(uri), { throwIfNoEntry: false });
      return stat && { isDirectory: stat.isDirectory() };
    },
    'markdown/findMarkdownFilesInWorkspace': () =>
      readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
        .map((entry) => pathToFileURL(path.join(entry.parentPath, entry.name)).href),
  };
}
