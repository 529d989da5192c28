import {
  DidChangeWatchedFilesNotification,
  Emitter,
  WatchKind,
  type Connection,
  type Event,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { CODE_OWNERS_NAME, isCodeOwnersFile } from '../config/codeowners.ts';
import { CONFIGURATION_NAMES, isConfigurationFile } from '../config/files.ts';
import { MARKDOWN_FILES } from '../workspace/globs.ts';
import { IGNORE_FILE } from '../workspace/ignoreRules.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Session } from './context.ts';

/** Typing settles for this long, in ms, before findings are pushed and trees are told: each costs a message. */
const SETTLE = 100;

/** Tells the workspace what the editor does with documents, and what happens to files. */
export function followDocuments(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  workspace: Workspace,
  onConfigurationFile: () => Promise<void>,
): void {
  documents.onDidChangeContent(({ document }) => workspace.documentChanged(document.uri));
  documents.onDidClose(({ document }) => void workspace.documentClosed(document.uri));
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    const uris = changes.map(({ uri }) => uri);
    const configuring = uris.filter((uri) => isConfigurationFile(uri) || isCodeOwnersFile(uri));
    if (configuring.length > 0) await onConfigurationFile();
    await workspace.filesChanged(uris.filter((uri) => !configuring.includes(uri)));
  });
}

/** Has the client watch files; it may be asked once it is initialized. */
export function watchFiles({ connection, client }: Session): void {
  if (!client.workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
  void connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [
      { globPattern: MARKDOWN_FILES },
      { globPattern: `**/${IGNORE_FILE}` },
      ...[...CONFIGURATION_NAMES, CODE_OWNERS_NAME].map((name) => ({ globPattern: `**/${name}` })),
      // When a folder is deleted, nothing is said of the files in it.
      { globPattern: '**/*', kind: WatchKind.Delete },
    ],
  });
}

/** Gathers what has changed until typing has settled. */
export class Settling {
  readonly #settled = new Emitter<readonly string[]>();
  readonly #pending = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  readonly onDidSettle: Event<readonly string[]> = this.#settled.event;

  add(uris: readonly string[]): void {
    for (const uri of uris) this.#pending.add(uri);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const changed = [...this.#pending];
      this.#pending.clear();
      this.#settled.fire(changed);
    }, SETTLE);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}
