/** The extension in the web worker that hosts extensions in a browser. */
import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activate as start } from './extension.ts';

export { deactivate } from './extension.ts';

export function activate(context: vscode.ExtensionContext): Promise<void> {
  const server = vscode.Uri.joinPath(context.extensionUri, 'server', 'dist', 'browser.js').toString(true);
  return start(context, (options) => {
    let worker: Worker | undefined;
    const startWorker = () => Promise.resolve((worker = new Worker(server)));
    const client = new LanguageClient('roadmap', 'Roadmap', startWorker, options);
    // Unlike a process, a worker doesn't end by itself when its server does.
    const dispose = client.dispose.bind(client);
    client.dispose = (timeout) => dispose(timeout).finally(() => worker?.terminate());
    return client;
  });
}
