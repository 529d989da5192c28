import {
  DidChangeConfigurationNotification,
  type ClientCapabilities,
  type Connection,
  type InitializeParams,
} from 'vscode-languageserver';
import type { Configuration } from '../config/configuration.ts';
import { CONFIGURATION_SECTION, type RoadmapSettings } from '../protocol.ts';
import { globsThatAreOn } from '../workspace/globs.ts';
import type { ScopeOptions } from '../workspace/scope.ts';
import type { Configurations } from './configuration.ts';
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
  readonly #configurations: Configurations;
  #folders: readonly string[];
  /** What a client has sent that can't be asked. */
  #pushed: unknown;
  /** As they are now; empty before the client has told any. */
  current: RoadmapSettings = {};
  /** By folder, with a slash at its end; the innermost first. */
  #byFolder: readonly (readonly [folder: string, settings: RoadmapSettings])[] = [];

  constructor(
    connection: Connection,
    client: ClientCapabilities,
    workspace: Workspace,
    configurations: Configurations,
    folders: readonly string[],
  ) {
    this.#connection = connection;
    this.#client = client;
    this.#workspace = workspace;
    this.#configurations = configurations;
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
        this.#workspace.expectConfiguration();
        void this.read();
      });
  }

  /** Asks for the settings where the client answers such a question; takes what it has sent otherwise. */
  async read(pushed?: unknown): Promise<void> {
    this.#pushed = pushed ?? this.#pushed;
    const asked = this.#folders;
    const hidden = asked.flatMap((scopeUri) => HIDING_SECTIONS.map((section) => ({ scopeUri, section })));
    const answers: unknown = this.#client.workspace?.configuration
      ? await this.#connection.workspace
          .getConfiguration([
            { section: CONFIGURATION_SECTION },
            ...asked.map((scopeUri) => ({ scopeUri, section: CONFIGURATION_SECTION })),
            ...hidden,
          ])
          .catch(() => undefined)
      : [(this.#pushed as Record<string, unknown> | undefined)?.[CONFIGURATION_SECTION]];
    const [answer, ...others] = Array.isArray(answers) ? (answers as unknown[]) : [];
    const excludes = others.slice(asked.length);
    // The folders have changed meanwhile, and somebody else has asked for those.
    if (asked !== this.#folders) return;
    this.current = objectOf(answer) ?? {};
    this.#byFolder = asked
      .map((folder, index) => [withSlash(folder), objectOf(others[index]) ?? this.current] as const)
      .sort(([a], [b]) => b.length - a.length);
    const agreed = await this.#agreedIn(asked);
    if (asked !== this.#folders) return;
    this.#workspace.configure(asked, {
      ...scopeOptions(this.current),
      inFolder: (folder) => ({
        ...scopeOptions(this.of(withSlash(folder)).settings),
        ...agreed.get(folder),
        hidden: hidden.flatMap(({ scopeUri }, index) =>
          scopeUri === folder ? globsThatAreOn(excludes[index]) : [],
        ),
      }),
    });
  }

  /** What holds for a document, and the workspace folder that it is in. */
  of(uri: string): { readonly settings: RoadmapSettings; readonly folder: string | undefined } {
    const [folder, settings] = this.#byFolder.find(([own]) => uri.startsWith(own)) ?? [
      undefined,
      this.current,
    ];
    return { settings, folder };
  }

  /** Which files are roadmaps, as a file at the top of each folder says. */
  async #agreedIn(
    folders: readonly string[],
  ): Promise<ReadonlyMap<string, NonNullable<Configuration['files']>>> {
    const found = await Promise.all(
      folders.map(
        async (folder) => [folder, await this.#configurations.files.in(withSlash(folder))] as const,
      ),
    );
    return new Map(found.map(([folder, file]) => [folder, file?.configuration.files ?? {}]));
  }
}

const withSlash = (folder: string): string => (folder.endsWith('/') ? folder : `${folder}/`);

const objectOf = (value: unknown): RoadmapSettings | undefined =>
  typeof value === 'object' && value !== null ? value : undefined;

const scopeOptions = ({
  files: { include, exclude, useIgnoreFiles } = {},
}: RoadmapSettings): ScopeOptions => ({
  include: listOf(include),
  exclude: listOf(exclude),
  ignoreFiles: useIgnoreFiles !== false,
});

/** What is no list in the settings is as good as not there. */
const listOf = (value: readonly string[] | undefined): readonly string[] | undefined =>
  Array.isArray(value) ? value : undefined;
