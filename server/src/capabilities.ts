import {
  TextDocumentSyncKind,
  type ClientCapabilities,
  type FileOperationRegistrationOptions,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { CODE_ACTION_KINDS } from './features/codeActionKinds.ts';
import { COMPLETION_TRIGGERS } from './features/completionTriggers.ts';
import { TOKENS_LEGEND } from './features/semanticTokensLegend.ts';
import { POSITION_ENCODINGS, type PositionEncoding } from './roadmap/columns.ts';
import { CHANGE_ITEMS_COMMAND, TOGGLE_STATUS_COMMAND } from './protocol.ts';

/** Renames that links may have to follow. */
const RENAMED_FILES: FileOperationRegistrationOptions['filters'] = [
  { pattern: { glob: '**/*.{md,markdown}', matches: 'file', options: { ignoreCase: true } } },
  { pattern: { glob: '**', matches: 'folder' } },
];

/**
 * What is announced of each feature, by its name. What answers for it stands under the same name in `session/features.ts`,
 * which is loaded later: nothing may be imported here that brings along the reader of roadmaps.
 */
const ANNOUNCED = {
  codeLens: () => ({ codeLensProvider: { resolveProvider: false } }),
  documentSymbol: () => ({ documentSymbolProvider: { label: 'Roadmap' } }),
  hover: () => ({ hoverProvider: true }),
  codeAction: (client) => ({
    codeActionProvider: {
      codeActionKinds: CODE_ACTION_KINDS,
      ...(client.textDocument?.codeAction?.resolveSupport ? { resolveProvider: true } : {}),
    },
  }),
  completion: () => ({
    completionProvider: { triggerCharacters: COMPLETION_TRIGGERS, resolveProvider: true },
  }),
  inlayHint: (client) =>
    client.textDocument?.inlayHint ? { inlayHintProvider: { resolveProvider: true } } : {},
  semanticTokens: (client) =>
    client.textDocument?.semanticTokens
      ? { semanticTokensProvider: { legend: TOKENS_LEGEND, full: { delta: true }, range: true } }
      : {},
  onTypeFormatting: () => ({ documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' } }),
  definition: () => ({ definitionProvider: true }),
  references: () => ({ referencesProvider: true }),
  documentHighlight: () => ({ documentHighlightProvider: true }),
  rename: ({ textDocument }) => ({
    renameProvider: textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
  }),
  workspaceSymbol: () => ({ workspaceSymbolProvider: true }),
  foldingRange: () => ({ foldingRangeProvider: true }),
  selectionRange: () => ({ selectionRangeProvider: true }),
  callHierarchy: ({ textDocument }) => (textDocument?.callHierarchy ? { callHierarchyProvider: true } : {}),
  documentLink: () => ({ documentLinkProvider: { resolveProvider: true } }),
  fileRename: ({ workspace }) =>
    workspace?.fileOperations?.willRename
      ? { workspace: { fileOperations: { willRename: { filters: RENAMED_FILES } } } }
      : {},
  executeCommand: () => ({
    executeCommandProvider: { commands: [TOGGLE_STATUS_COMMAND, CHANGE_ITEMS_COMMAND] },
  }),
  // A client that can pull findings asks when it wants them; to all others they are pushed.
  diagnostics: (client) =>
    client.textDocument?.diagnostic
      ? {
          diagnosticProvider: {
            identifier: 'roadmap',
            interFileDependencies: true,
            workspaceDiagnostics: true,
          },
        }
      : {},
} satisfies Readonly<Record<string, (client: ClientCapabilities) => ServerCapabilities>>;

export type FeatureName = keyof typeof ANNOUNCED;

/** How columns are counted: as the client likes best of what the server can do. */
export const encodingFor = ({ general }: ClientCapabilities): PositionEncoding =>
  general?.positionEncodings?.map((own) => POSITION_ENCODINGS.find((one) => one === own)).find(Boolean) ??
  'utf-16';

/** What the server can do for this client. */
export function capabilitiesFor(client: ClientCapabilities): ServerCapabilities {
  const capabilities: ServerCapabilities = {
    positionEncoding: encodingFor(client),
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
  for (const announce of Object.values<(client: ClientCapabilities) => ServerCapabilities>(ANNOUNCED)) {
    const { workspace, ...others } = announce(client);
    Object.assign(capabilities, others);
    Object.assign(capabilities.workspace ?? {}, workspace);
  }
  return capabilities;
}
