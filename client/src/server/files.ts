/**
 * Lists and reads files for the server, which does no I/O of its own here: so it works on whatever file system a
 * workspace is on, and honours what the user excludes.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  FindFilesRequest,
  ReadFileRequest,
  type FindFilesParams,
  type FindFilesResult,
  type ReadFileParams,
  type ReadFileResult,
} from '../../../server/src/protocol.ts';
import { toBase64 } from './base64.ts';
import { excludeGlob, type ExcludeSetting } from './excludes.ts';

export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest(FindFilesRequest, findFiles);
  client.onRequest(ReadFileRequest, readFile);
}

async function findFiles(params: FindFilesParams, token: vscode.CancellationToken): Promise<FindFilesResult> {
  const folder = vscode.Uri.parse(params.folder, true);
  // `findFiles` honours files.exclude by itself, search.exclude only when it is told.
  const exclude = vscode.workspace.getConfiguration('search', folder).get<ExcludeSetting>('exclude', {});
  const files = await vscode.workspace.findFiles(
    new vscode.RelativePattern(folder, params.include),
    excludeGlob(exclude),
    undefined,
    token,
  );
  return files.map((uri) => uri.toString());
}

async function readFile({ uri }: ReadFileParams): Promise<ReadFileResult> {
  try {
    return { base64: toBase64(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true))) };
  } catch {
    // Deleted in the meantime, a folder, no permission: all the same to the index.
    return null;
  }
}
