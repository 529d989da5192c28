import * as vscode from 'vscode';
import type { ItemStore } from '../items/store.ts';
import { toRange } from '../ranges.ts';
import {
  groupDescription,
  groupLabel,
  rowDescription,
  rowDetails,
  rowIcon,
  rowSpeech,
  type Icon,
} from './labels.ts';
import { buildTree, type Group, type Row } from './model.ts';

export type Node = Group | Row;

/** Gives the items to VS Code's tree: the model's groups and rows, in its labels. */
export class ItemTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #store: ItemStore;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #subscription: vscode.Disposable;
  #showClosed: boolean;
  #groups: readonly Group[] | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(store: ItemStore, showClosed: boolean) {
    this.#store = store;
    this.#showClosed = showClosed;
    this.#subscription = store.onDidChange(() => this.#refresh());
  }

  /** Made when first asked for after a change, so that a hidden view costs nothing. */
  get groups(): readonly Group[] {
    this.#groups ??= buildTree(this.#store.files.values(), {
      showClosed: this.#showClosed,
      fileName: (uri) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri)),
    });
    return this.#groups;
  }

  set showClosed(show: boolean) {
    this.#showClosed = show;
    this.#refresh();
  }

  getChildren(node?: Node): readonly Node[] & Node[] {
    const children = node === undefined ? this.groups : node.kind === 'group' ? node.rows : [];
    return [...children];
  }

  getParent(node: Node): Node | undefined {
    return node.kind === 'group' ? undefined : this.groups.find((group) => group.rows.includes(node));
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return node.kind === 'group' ? groupItem(node) : rowItem(node);
  }

  dispose(): void {
    vscode.Disposable.from(this.#subscription, this.#changed).dispose();
  }

  #refresh(): void {
    this.#groups = undefined;
    this.#changed.fire(undefined);
  }
}

function groupItem(group: Group): vscode.TreeItem {
  const item = new vscode.TreeItem(
    groupLabel(group, vscode.l10n.t),
    vscode.TreeItemCollapsibleState.Expanded,
  );
  item.id = `priority:${group.priority ?? ''}`;
  item.description = groupDescription(group, vscode.l10n.t);
  item.contextValue = 'group';
  item.accessibilityInformation = { label: `${item.label as string}, ${item.description}` };
  return item;
}

function rowItem(row: Row): vscode.TreeItem {
  const item = new vscode.TreeItem(row.item.title, vscode.TreeItemCollapsibleState.None);
  item.id = row.key;
  item.description = rowDescription(row, vscode.l10n.t);
  item.tooltip = tooltip(row);
  item.iconPath = themeIcon(rowIcon(row));
  item.contextValue = row.item.toggleable ? 'item.toggleable' : 'item';
  item.accessibilityInformation = { label: rowSpeech(row, vscode.l10n.t) };
  // VS Code's own command, as only with it a double click keeps the editor and Ctrl opens it to the side.
  item.command = {
    command: 'vscode.open',
    title: vscode.l10n.t('Go to Item'),
    arguments: openArguments(row),
  };
  return item;
}

/** What `vscode.open` needs in order to select the item's title. */
export function openArguments(row: Row): [vscode.Uri, vscode.TextDocumentShowOptions] {
  return [vscode.Uri.parse(row.uri), { selection: toRange(row.item.selectionRange) }];
}

function themeIcon({ id, color }: Icon): vscode.ThemeIcon {
  return new vscode.ThemeIcon(id, color === undefined ? undefined : new vscode.ThemeColor(color));
}

function tooltip(row: Row): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  // Appended as text throughout: a title may hold whatever markdown, and must not become a link or a picture here.
  text.appendMarkdown('**').appendText(row.item.title).appendMarkdown('**\n\n');
  for (const { label, value } of rowDetails(row, vscode.l10n.t))
    text.appendText(`${label}: `).appendText(value).appendMarkdown('\n\n');
  return text;
}
