import type * as vscode from 'vscode';
import { registerCommands } from './commands/register.ts';
import { ItemStore } from './items/store.ts';
import { ServerSession, type ClientFactory } from './server/session.ts';
import { createStatusItem } from './status/item.ts';
import { createItemsView } from './tree/view.ts';

let session: ServerSession | undefined;

/** Starts the extension: the same in both hosts, but for how the server is started. */
export async function activate(context: vscode.ExtensionContext, createClient: ClientFactory): Promise<void> {
  session = new ServerSession(createClient, context.storageUri);
  const store = new ItemStore(session);
  context.subscriptions.push(
    session,
    store,
    createItemsView(store, context.workspaceState),
    createStatusItem(store),
    registerCommands(session, store, context.extension.id),
  );
  await session.start();
}

export async function deactivate(): Promise<void> {
  await session?.stop();
  session = undefined;
}
