/** The extension in a host of Node: on the desktop and on remotes. */
import * as vscode from 'vscode';
import { LanguageClient, TransportKind, type NodeModule } from 'vscode-languageclient/node';
import { activate as start } from './extension.ts';

export { deactivate } from './extension.ts';

export function activate(context: vscode.ExtensionContext): Promise<void> {
  const run: NodeModule = {
    module: vscode.Uri.joinPath(context.extensionUri, 'server', 'dist', 'node.cjs').fsPath,
    transport: TransportKind.ipc,
  };
  const debug: NodeModule = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  return start(context, (options) => new LanguageClient('roadmap', 'Roadmap', { run, debug }, options));
}
