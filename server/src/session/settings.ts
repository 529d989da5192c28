import {
  DidChangeConfigurationNotification,
  type ClientCapabilities,
  type Connection,
  type InitializeParams,
} from 'vscode-languageserver';
import { CONFIGURATION_SECTION, type RoadmapSettings } from '../protocol.ts';
import { globsThatAreOn } from '../workspace/globs.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What the editor hides from people, by section: a glob is on where it says `true`. */
const HIDING_SECTIONS = ['files.exclude', 'search.exclude'];

/** The workspace folders with which a client begins. */
export function foldersOf(params: InitializeParams): string[] {
  // Clients from before workspace folders still send the one root.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const root = params.rootUri;
  return params.workspaceFolders?.map(({ uri }) => uri) ?? (root ? [root] : []);
}

/** The settings and folders of a client, which make the workspace what it is. */
export class Settings {
  readonly #connection: Connection;
  readonly #client: ClientCapabilities;
  readonly #workspace: Workspace;
  #folders: readonly string[];
  /** As they are now; empty before the client has told any. */
  current: RoadmapSettings = {};

  constructor(
    connection: Connection,
    client: ClientCapabilities,
    workspace: Workspace,
    folders: readonly string[],
  ) {
    this.#connection = connection;
    this.#client = client;
    this.#workspace = workspace;
    this.#folders = folders;
  }

  /** Has the client tell of changes. */
  watch(onDidChange: () => void): void {
    this.#connection.onDidChangeConfiguration(async ({ settings: pushed }: { settings: unknown }) => {
      await this.read(pushed);
      onDidChange();
    });
  }

  /** Registers for what a client tells only to those who ask; it may be asked once it is initialized. */
  register(): void {
    const { didChangeConfiguration, workspaceFolders } = this.#client.workspace ?? {};
    if (didChangeConfiguration?.dynamicRegistration)
      void this.#connection.client.register(DidChangeConfigurationNotification.type, {
        section: [CONFIGURATION_SECTION, ...HIDING_SECTIONS],
      });
    if (workspaceFolders)
      this.#connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        this.#folders = [...this.#folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
        void this.read();
      });
  }

  /** Asks for the settings where the client answers such a question; takes what it has sent otherwise. */
  async read(pushed?: unknown): Promise<void> {
    const asked = this.#folders;
    const hidden = asked.flatMap((scopeUri) => HIDING_SECTIONS.map((section) => ({ scopeUri, section })));
    const answers: unknown = this.#client.workspace?.configuration
      ? await this.#connection.workspace
          .getConfiguration([{ section: CONFIGURATION_SECTION }, ...hidden])
          .catch(() => undefined)
      : [(pushed as Record<string, unknown> | undefined)?.[CONFIGURATION_SECTION]];
    const [answer, ...excludes] = Array.isArray(answers) ? (answers as unknown[]) : [];
    // The folders have changed meanwhile, and somebody else has asked for those.
    if (asked !== this.#folders) return;
    this.current = typeof answer === 'object' && answer !== null ? answer : {};
    const { include, exclude, useIgnoreFiles } = this.current.files ?? {};
    this.#workspace.configure(asked, {
      include: listOf(include),
      exclude: listOf(exclude),
      ignoreFiles: useIgnoreFiles !== false,
      hiddenIn: (folder) =>
        hidden.flatMap(({ scopeUri }, index) => (scopeUri === folder ? globsThatAreOn(excludes[index]) : [])),
    });
  }
}

/** What is no list in the settings is as good as not there. */
const listOf = (value: readonly string[] | undefined): readonly string[] | undefined =>
  Array.isArray(value) ? value : undefined;
