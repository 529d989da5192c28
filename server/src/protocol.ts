/**
 * What client and server say to each other beyond the Language Server Protocol: the one file that both sides
 * import. Other editors need none of it: a client that doesn't announce {@link RoadmapInitializationOptions.fileSystem}
 * gets a server that reads files itself, and the requests below are there for whoever wants a tree.
 */
import type { Position, Range } from 'vscode-languageserver-protocol';

/** The settings section, as in `workspace/configuration`. */
export const CONFIGURATION_SECTION = 'roadmap';

/** Values of the `roadmap` settings section. Every key may be missing: the server fills in the defaults. */
export interface RoadmapSettings {
  readonly files?: {
    /** Globs, relative to the workspace folder and case-insensitive: which markdown files are roadmaps. */
    readonly include?: readonly string[];
    /** Globs of files that are none, whatever `include` says. */
    readonly exclude?: readonly string[];
    /** Whether what `.gitignore` files leave out is left out here too; it is where missing. */
    readonly useIgnoreFiles?: boolean;
  };
  readonly codeLens?: { readonly enabled?: boolean };
  readonly diagnostics?: {
    /** Of which roadmaps findings are told to a client that asks for those of the workspace: of all where missing. */
    readonly scope?: 'workspace' | 'openFiles';
  };
  readonly inlayHints?: {
    /** Whether to show beside an item what it has from its section or parent; it isn't where missing. */
    readonly inherited?: boolean;
    /** Of which due dates to show how far off they are: `off` where missing, as lenses tell the same. */
    readonly due?: 'off' | 'near' | 'all';
  };
  readonly links?: LinkSettings;
  /** By rule id: a severity, or an object with it and the rule's options. Checked against `CONFIGURATION_SCHEMA`. */
  readonly rules?: Readonly<Record<string, unknown>>;
  /** As in configuration files. */
  readonly owners?: unknown;
  readonly holidays?: unknown;
  readonly workingDays?: unknown;
  readonly capacity?: unknown;
  /** A civil date (`2025-07-28`) to take for today; empty or missing: the user's own date. */
  readonly today?: string;
}

/** Whither references lead: addresses in which `{id}` stands for what is referred to; none where missing or empty. */
export interface LinkSettings {
  /** Of `#123`. */
  readonly issues?: string;
  /** Of hashes of commits. */
  readonly commits?: string;
  /** Of `ABC-1`, by what stands before the number. */
  readonly tickets?: Readonly<Record<string, string>>;
}

export interface RoadmapInitializationOptions {
  /** `client`: files that aren't on the server's machine are listed and read through the requests below. */
  readonly fileSystem?: 'client';
  /** The URI of a folder in which the server may keep what it has read, for the next start. It need not exist. */
  readonly storage?: string;
  /** Of a server in a web worker: the address of the script `session.js`. */
  readonly session?: string;
}

/** Server → client: all markdown files of a workspace folder, the client's excludes honoured. */
export const FindFilesRequest = 'roadmap/findFiles';
export interface FindFilesParams {
  /** The URI of a workspace folder. */
  readonly folder: string;
  /** A glob relative to it. */
  readonly include: string;
}
export type FindFilesResult = readonly string[];

/** Server → client: a file's bytes in base64; `null` where it can't be read. */
export const ReadFileRequest = 'roadmap/readFile';
export interface ReadFileParams {
  readonly uri: string;
}
export type ReadFileResult = { readonly base64: string } | null;

/** Server → client: writes a file in {@link RoadmapInitializationOptions.storage}, and nowhere else. */
export const WriteFileRequest = 'roadmap/writeFile';
export interface WriteFileParams {
  readonly uri: string;
  readonly base64: string;
}

/** Server → client: the items of these files have changed (or the files came or went). Sent at most every 100 ms. */
export const ItemsChangedNotification = 'roadmap/itemsChanged';
export interface ItemsChangedParams {
  readonly uris: readonly string[];
}

/** Client → server: the items of the workspace's roadmaps, by file. Waits for a first index that is under way. */
export const ItemsRequest = 'roadmap/items';
export interface ItemsParams {
  /** Only these files; all where missing. A file that is no roadmap (any more) is left out of the answer. */
  readonly uris?: readonly string[];
}
export type ItemsResult = readonly FileItems[];

/** Client → server: list and read all files anew, as after a change that no watcher has seen. Answers when told to. */
export const RefreshRequest = 'roadmap/refresh';

export interface FileItems {
  readonly uri: string;
  /** The version of the open document that the rows were read from; `null` for a file on disk. */
  readonly version: number | null;
  readonly items: readonly ItemRow[];
}

export type ItemStatus = 'todo' | 'in-progress' | 'done' | 'blocked' | 'cancelled' | 'deferred';
export type ItemPriority = 'P0' | 'P1' | 'P2' | 'P3' | 'P4';

/** One item as a view shows it: effective values, with what is inherited said so. */
export interface ItemRow {
  /** Stable within its file while the item's title and section stay. */
  readonly id: string;
  readonly title: string;
  readonly status: ItemStatus;
  readonly owners: readonly string[];
  readonly ownersInherited: boolean;
  readonly priority: ItemPriority | null;
  readonly priorityInherited: boolean;
  /** Civil dates; `text` is what the document says. */
  readonly due: { readonly start: string; readonly end: string; readonly text: string } | null;
  readonly dueInherited: boolean;
  /** Days from today to the due period's last day: 0 today, negative once it is over; `null` without a due. */
  readonly daysLeft: number | null;
  /** Open, dated, and its last day has passed. */
  readonly overdue: boolean;
  /** Whether {@link TOGGLE_STATUS_COMMAND} can change it: not an item that is done by its section alone. */
  readonly toggleable: boolean;
  /** Headings from the outermost to the innermost, cleaned for display. */
  readonly section: readonly string[];
  /** The whole item. */
  readonly range: Range;
  /** What to select when the item is revealed: its title. */
  readonly selectionRange: Range;
}

/**
 * `workspace/executeCommand`: flips an item between to do and done, in its own notation, through
 * `workspace/applyEdit`. One argument: {@link ItemReference}. Refused with a message where the document has moved on.
 */
export const TOGGLE_STATUS_COMMAND = 'roadmap.toggleStatus';

/**
 * `workspace/executeCommand`: says something else of items, each in its own notation, through one `workspace/applyEdit`.
 * One argument: {@link ChangeItemsParams}. All or nothing: refused with a message where a document has moved on, or where
 * one of the items has no place for it (a table without that column). The result tells whether it was done.
 */
export const CHANGE_ITEMS_COMMAND = 'roadmap.changeItems';

export interface ChangeItemsParams {
  readonly items: readonly ItemReference[];
  /** What is to be said of each of them. */
  readonly changes: readonly ItemChange[];
}

/** A field and its new value. */
export type ItemChange =
  /** Civil dates; a period where they differ. */
  | { readonly field: 'due' | 'start'; readonly value: { readonly start: string; readonly end: string } }
  | { readonly field: 'owners'; readonly value: readonly string[] }
  | { readonly field: 'priority'; readonly value: ItemPriority }
  | { readonly field: 'status'; readonly value: ItemStatus };

/** Points at an item; what a lens or a tree row passes on. */
export interface ItemReference {
  readonly uri: string;
  readonly id: string;
  /** The version that the reference was made from; `null` for a file that isn't open. */
  readonly version: number | null;
}

/**
 * Client → server: where the items of a document stand, for a command at the cursor. `null` where the position is
 * in no item.
 */
export const ItemAtRequest = 'roadmap/itemAt';
export interface ItemAtParams {
  readonly uri: string;
  readonly position: Position;
}
export type ItemAtResult = ItemReference | null;
