import * as vscode from 'vscode';
import type { ItemStore } from '../items/store.ts';
import { statusText, type StatusText } from './model.ts';

/** Shows the counts of the document in the editor in the language status, and keeps `roadmap.active` in step. */
export function createStatusItem(store: ItemStore): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('roadmap.status', { language: 'markdown' });
  item.name = vscode.l10n.t('Roadmap');
  const update = () => {
    const document = vscode.window.activeTextEditor?.document;
    const file = document && store.files.get(document.uri.toString());
    void vscode.commands.executeCommand('setContext', 'roadmap.active', file !== undefined);
    if (document?.languageId !== 'markdown') return;
    const { text, detail, severity, busy, command } = statusText(store.state, file, vscode.l10n.t);
    item.text = text;
    item.detail = detail;
    item.severity = SEVERITIES[severity];
    item.busy = busy;
    item.command = {
      command: command.id,
      title: command.title,
      arguments: command.argument === undefined ? [] : [command.argument],
    };
  };
  update();
  return vscode.Disposable.from(
    item,
    store.onDidChange(update),
    vscode.window.onDidChangeActiveTextEditor(update),
  );
}

const SEVERITIES: Readonly<Record<StatusText['severity'], vscode.LanguageStatusSeverity>> = {
  information: vscode.LanguageStatusSeverity.Information,
  warning: vscode.LanguageStatusSeverity.Warning,
  error: vscode.LanguageStatusSeverity.Error,
};
