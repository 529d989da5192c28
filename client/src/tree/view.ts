import * as vscode from 'vscode';
import { countFiles, type Counts } from '../items/count.ts';
import type { ItemStore } from '../items/store.ts';
import { badgeTooltip, countWords } from '../items/words.ts';
import { emptyReason } from './empty.ts';
import { ItemTree } from './provider.ts';

/** The id of the view, as `package.json` declares it. */
export const ITEMS_VIEW = 'roadmap.items';

/** Where the choice whether done items are listed is kept, workspace by workspace. */
const SHOW_DONE_KEY = 'showDone';

/** The view of the items: the tree with its badge, its counts, and what it says when there is nothing in it. */
export function createItemsView(store: ItemStore, state: vscode.Memento): vscode.Disposable {
  const tree = new ItemTree(store, state.get(SHOW_DONE_KEY, false));
  const view = vscode.window.createTreeView(ITEMS_VIEW, { treeDataProvider: tree, showCollapseAll: true });

  const update = () => {
    const counts = countFiles(store.files.values());
    view.badge = badge(counts);
    view.description = store.files.size === 0 ? '' : countWords(counts, vscode.l10n.t);
    setContext('roadmap.empty', emptyReason(store.state, store.files.size, counts));
  };
  const showDone = async (show: boolean) => {
    tree.showClosed = show;
    setContext('roadmap.showDone', show);
    await state.update(SHOW_DONE_KEY, show);
  };
  setContext('roadmap.showDone', state.get(SHOW_DONE_KEY, false));
  update();
  return vscode.Disposable.from(
    tree,
    view,
    store.onDidChange(update),
    showLoading(store),
    vscode.commands.registerCommand('roadmap.showDone', () => showDone(true)),
    vscode.commands.registerCommand('roadmap.hideDone', () => showDone(false)),
  );
}

/** The number of what remains to be done; its tooltip tells how much of that is overdue. */
function badge(counts: Counts): vscode.ViewBadge | undefined {
  return counts.open === 0 ? undefined : { value: counts.open, tooltip: badgeTooltip(counts, vscode.l10n.t) };
}

/** A progress bar over the view for as long as the items are on their way. */
function showLoading(store: ItemStore): vscode.Disposable {
  let finish: (() => void) | undefined;
  const update = () => {
    if (store.state !== 'loading') {
      finish?.();
      finish = undefined;
    } else if (finish === undefined) {
      const loaded = new Promise<void>((resolve) => (finish = resolve));
      void vscode.window.withProgress({ location: { viewId: ITEMS_VIEW } }, () => loaded);
    }
  };
  update();
  return vscode.Disposable.from(store.onDidChange(update), { dispose: () => finish?.() });
}

function setContext(key: string, value: unknown): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
