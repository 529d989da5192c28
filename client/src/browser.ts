/** The extension in the web worker that hosts extensions in a browser. */
import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import type { RoadmapInitializationOptions } from '../../server/src/protocol.ts';
import { activate as start } from './extension.ts';

export { deactivate } from './extension.ts';

export function activate(context: vscode.ExtensionContext): Promise<void> {
  const dist = vscode.Uri.joinPath(context.extensionUri, 'server', 'dist');
  const session = vscode.Uri.joinPath(dist, 'session.js');
  return start(context, (options) => {
    let worker: Worker | undefined;
    // Transports rather than the worker itself, which the client may fail to recognize: VS Code wraps the class.
    const server = async (): Promise<MessageTransports> => {
      worker = await startWorker(vscode.Uri.joinPath(dist, 'browser.js'), [
        session,
        vscode.Uri.joinPath(dist, 'yaml.js'),
      ]);
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    };
    const client = new LanguageClient('roadmap', 'Roadmap', server, {
      ...options,
      initializationOptions: {
        ...(options.initializationOptions as RoadmapInitializationOptions),
        session: session.toString(true),
      } satisfies RoadmapInitializationOptions,
    });
    // Unlike a process, a worker doesn't end by itself when its server does.
    const dispose = client.dispose.bind(client);
    client.dispose = (timeout) => dispose(timeout).finally(() => worker?.terminate());
    return client;
  });
}

async function startWorker(script: vscode.Uri, others: readonly vscode.Uri[]): Promise<Worker> {
  try {
    return new Worker(script.toString(true));
  } catch {
    // VS Code refuses to start one from an extension that a remote serves, but lets its script be read.
    const scripts = await Promise.all([script, ...others].map((uri) => vscode.workspace.fs.readFile(uri)));
    // Copies, as Blob takes no bytes of a shared buffer. Its URL has to stay: the worker loads it in its own time.
    const parts = scripts.flatMap((bytes) => [Uint8Array.from(bytes), '\n']);
    return new Worker(URL.createObjectURL(new Blob(parts, { type: 'text/javascript' })));
  }
}
