/**
 * What the tests share. Only the `vscode` API here and in the tests: they run in the web worker extension host too,
 * which has none of Node's modules.
 */
import * as vscode from 'vscode';

export const EXTENSION = 'roadmap-markdown.roadmap-markdown';

/** How long something may take that VS Code or the server does on its own; a busy machine needs seconds. */
const PATIENCE = 10_000;

/** In which extension host this is. */
export const host: 'node' | 'web' = 'importScripts' in globalThis ? 'web' : 'node';

/** The folder that the tests work on: a copy of test/fixtures/sample. */
export function workspaceFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('VS Code has no folder open');
  return folder.uri;
}

/** Opens a file of the workspace in an editor. */
export async function open(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(workspaceFolder(), name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Writes a file of the workspace past the editors, as another program would. */
export async function writeFile(name: string, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(workspaceFolder(), name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** What stands in a file on disk. */
export async function readFile(uri: vscode.Uri): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(uri));
}

/**
 * Asks again until the answer is what was waited for, and gives that answer. VS Code's commands may answer with
 * nothing while an extension is still at work.
 */
export async function until<T>(
  what: string,
  ask: () => T | Thenable<T>,
  isIt: (answer: NonNullable<T>) => boolean = Boolean,
): Promise<NonNullable<T>> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && isIt(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}; last: ${show(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What the extension reports of a document, by line, once it is what was waited for. */
export function diagnostics(
  document: vscode.TextDocument,
  isIt: (all: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  return until(
    'other diagnostics',
    () =>
      vscode.languages
        .getDiagnostics(document.uri)
        .filter(({ source }) => source === 'roadmap')
        .sort((a, b) => a.range.start.compareTo(b.range.start)),
    isIt,
  );
}

/** The lenses of a document, resolved, as soon as there are any. */
export function lenses(document: vscode.TextDocument): Promise<readonly vscode.CodeLens[]> {
  return until(
    'code lenses',
    () => allLenses(document),
    (all) => all.length > 0,
  );
}

/** The lenses of a document as they are now, resolved. */
export function allLenses(document: vscode.TextDocument): Thenable<readonly vscode.CodeLens[]> {
  return vscode.commands.executeCommand('vscode.executeCodeLensProvider', document.uri, 100);
}

/** The quick fixes for what is reported of a text, as soon as there are any. */
export function fixes(document: vscode.TextDocument, text: string): Promise<readonly vscode.CodeAction[]> {
  return until(
    `fixes for ${text}`,
    () =>
      vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        find(document, text),
        vscode.CodeActionKind.QuickFix.value,
      ),
    (all) => all.length > 0,
  );
}

/** Fails where two values, as JSON, differ. */
export function equal(actual: unknown, expected: unknown, what = 'value'): void {
  const [is, should] = [show(actual), show(expected)];
  if (is !== should) throw new Error(`${what}: ${is}\ninstead of: ${should}`);
}

/** Fails where something isn't so. */
export function ok(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

/** The place of a text in a document; it has to be there once. */
export function find(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  ok(start >= 0, `no "${text}" in ${document.uri.path}`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

const show = (value: unknown): string => (value === undefined ? 'undefined' : JSON.stringify(value));
