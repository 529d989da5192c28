import * as vscode from 'vscode';
import type { ItemRow } from '../../server/src/protocol.ts';

/** A range of the protocol as one of VS Code: both count lines from 0 and characters in UTF-16. */
export function toRange({ start, end }: ItemRow['range']): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
