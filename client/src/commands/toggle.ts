import * as vscode from 'vscode';
import { ItemAtRequest, TOGGLE_STATUS_COMMAND, type ItemReference } from '../../../server/src/protocol.ts';
import type { ServerSession } from '../server/session.ts';
import type { Row } from '../tree/model.ts';

/** Toggles the item at each cursor of the active editor. */
export async function toggleAtCursor(session: ServerSession): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'markdown') return;
  const toggled = new Set<string>();
  // From the last cursor upwards: an edit may move what is below it.
  const cursors = editor.selections.map((selection) => selection.active).sort((a, b) => b.compareTo(a));
  for (const { line, character } of cursors) {
    const uri = editor.document.uri.toString();
    const item = await session.request(ItemAtRequest, { uri, position: { line, character } });
    if (item === null || toggled.has(item.id)) continue;
    toggled.add(item.id);
    await toggle(item);
  }
  if (toggled.size === 0)
    vscode.window.setStatusBarMessage(vscode.l10n.t('There is no roadmap item at the cursor.'), 4000);
}

/**
 * Toggles the item of a row. Its file is saved unless it was open: nobody asked for an editor with unsaved changes.
 */
export async function toggleRow({ uri, version, item }: Row): Promise<void> {
  const wasOpen = vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri);
  await toggle({ uri, version, id: item.id });
  if (wasOpen) return;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  if (document.isDirty) await document.save();
}

/** The command is the server's own, which the client registers once the server is up. */
async function toggle(item: ItemReference): Promise<void> {
  await vscode.commands.executeCommand(TOGGLE_STATUS_COMMAND, item);
}
