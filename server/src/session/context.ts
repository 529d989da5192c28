import type { ClientCapabilities, Connection, Event, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { RoadmapSettings } from '../protocol.ts';
import type { PositionEncoding } from '../roadmap/columns.ts';
import type { CivilDate } from '../roadmap/dates/civil.ts';
import type { Configurations } from './configuration.ts';
import type { WorkspaceLinks } from './links.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What is shared by all that answers a client. */
export interface Session {
  readonly connection: Connection;
  /** What the client can do: nothing else is asked of it. */
  readonly client: ClientCapabilities;
  /** How columns of positions are counted. */
  readonly encoding: PositionEncoding;
  readonly workspace: Workspace;
  readonly documents: TextDocuments<TextDocument>;
  /** As they are now, of the folder that a document is in; empty before the client has told any. */
  settings(uri?: string): RoadmapSettings;
  today(): CivilDate;
  /** What is settled for each document. */
  readonly configurations: Configurations;
  /** What roadmaps say of each other. */
  readonly links: WorkspaceLinks;
  /** See `Host.writesText`. */
  readonly writesText: boolean;
  /**
   * Fires when the settings or the day have changed: what depends on them is asked for again. Never after a key stroke:
   * the client does that itself.
   */
  readonly onDidRefresh: Event<void>;
  /** Fires with the URIs of roadmaps that have changed, once typing has settled. */
  readonly onDidSettle: Event<readonly string[]>;
}
