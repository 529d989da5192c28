import * as vscode from 'vscode';
import { civilDate, SAMPLE_NAME, sampleText } from '../sample.ts';

/**
 * Creates a roadmap in the workspace folder and opens it. One that is there already is opened as it is; where nothing
 * can be written, or no folder is open, the sample is left for the user to save.
 */
export async function createSample(): Promise<void> {
  const folder = await chooseFolder();
  if (folder === 'cancelled') return;
  const uri = folder === undefined ? undefined : vscode.Uri.joinPath(folder.uri, SAMPLE_NAME);
  if (uri !== undefined && ((await exists(uri)) || (await write(uri)))) {
    await vscode.window.showTextDocument(uri);
    return;
  }
  const editor = await vscode.window.showTextDocument(
    vscode.Uri.from({ scheme: 'untitled', path: SAMPLE_NAME }),
  );
  if (editor.document.getText() === '')
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), text()));
}

async function chooseFolder(): Promise<vscode.WorkspaceFolder | 'cancelled' | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length < 2) return folders[0];
  return (await vscode.window.showWorkspaceFolderPick()) ?? 'cancelled';
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

async function write(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text()));
    return true;
  } catch {
    return false;
  }
}

function text(): string {
  const now = new Date();
  return sampleText((days) => civilDate(now.getFullYear(), now.getMonth(), now.getDate() + days));
}
