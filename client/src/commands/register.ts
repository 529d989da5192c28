import * as vscode from 'vscode';
import type { ItemStore } from '../items/store.ts';
import type { ServerSession } from '../server/session.ts';
import type { Row } from '../tree/model.ts';
import { openArguments } from '../tree/provider.ts';
import { createSample } from './sample.ts';
import { toggleAtCursor, toggleRow } from './toggle.ts';

async function refresh(session: ServerSession, store: ItemStore): Promise<void> {
  await session.refresh();
  await store.reload();
}

/** The extension's commands, as `package.json` declares them. Those on rows are given the row that they are for. */
export function registerCommands(
  session: ServerSession,
  store: ItemStore,
  extensionId: string,
): vscode.Disposable {
  const handlers: Readonly<Record<string, (...args: never[]) => unknown>> = {
    'roadmap.toggleItem': () => toggleAtCursor(session),
    'roadmap.toggleRow': (row: Row) => toggleRow(row),
    'roadmap.revealItem': (row: Row) => vscode.commands.executeCommand('vscode.open', ...openArguments(row)),
    'roadmap.copyTitle': (row: Row) => vscode.env.clipboard.writeText(row.item.title),
    'roadmap.refresh': () => refresh(session, store),
    'roadmap.createSample': () => createSample(),
    'roadmap.openSettings': (setting?: string) =>
      vscode.commands.executeCommand('workbench.action.openSettings', setting ?? `@ext:${extensionId}`),
    'roadmap.restartServer': () => session.restart(),
    'roadmap.showOutput': () => session.output.show(),
  };
  return vscode.Disposable.from(
    ...Object.entries(handlers).map(([command, handler]) =>
      vscode.commands.registerCommand(command, handler),
    ),
  );
}
