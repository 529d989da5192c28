/**
 * Lists and reads files for the server where it can't do so itself: so it works on whatever file system a workspace is on,
 * and honours what the user excludes.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { fromBase64, toBase64 } from '../../../server/src/base64.ts';
import {
  FindFilesRequest,
  ReadFileRequest,
  WriteFileRequest,
  type FindFilesParams,
  type FindFilesResult,
  type ReadFileParams,
  type ReadFileResult,
  type WriteFileParams,
} from '../../../server/src/protocol.ts';
import { excludedNames, excludeGlob, type ExcludeSetting } from './excludes.ts';
import { walk } from './walk.ts';

/** How long, in ms, a search may take: on a file system in the browser that nobody can search, it never answers. */
const SEARCH_PATIENCE = 10_000;

/** @param storage - the only folder in which files are written for the server. */
export function answerFileRequests(client: BaseLanguageClient, storage: vscode.Uri | undefined): void {
  client.onRequest(FindFilesRequest, findFiles);
  client.onRequest(ReadFileRequest, readFile);
  client.onRequest(WriteFileRequest, (params: WriteFileParams) => writeFile(params, storage));
}

async function findFiles(params: FindFilesParams, token: vscode.CancellationToken): Promise<FindFilesResult> {
  const folder = vscode.Uri.parse(params.folder, true);
  const search = new vscode.CancellationTokenSource();
  const cancelled = token.onCancellationRequested(() => search.cancel());
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, SEARCH_PATIENCE));
  // `findFiles` honours files.exclude by itself, search.exclude only when it is told.
  const found = await Promise.race([
    vscode.workspace.findFiles(
      new vscode.RelativePattern(folder, params.include),
      excludeGlob(excludesOf('search', folder)),
      undefined,
      search.token,
    ),
    late,
  ]);
  search.cancel();
  cancelled.dispose();
  const files = found ?? (await walkFolder(folder, token));
  return files.map((uri) => uri.toString());
}

const excludesOf = (section: 'files' | 'search', folder: vscode.Uri): ExcludeSetting =>
  vscode.workspace.getConfiguration(section, folder).get<ExcludeSetting>('exclude', {});

async function walkFolder(folder: vscode.Uri, token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const names = excludedNames(excludesOf('files', folder), excludesOf('search', folder));
  const paths = await walk({
    list: async (path) => {
      const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(folder, path));
      return entries.map(([name, type]) => ({
        name,
        isFile: type === vscode.FileType.File,
        isFolder: type === vscode.FileType.Directory,
      }));
    },
    wants: (name) => /\.(?:md|markdown)$/iu.test(name),
    skips: (name) => names.has(name),
    isCancelled: () => token.isCancellationRequested,
  });
  return paths.map((path) => vscode.Uri.joinPath(folder, path));
}

async function readFile({ uri }: ReadFileParams): Promise<ReadFileResult> {
  try {
    return { base64: toBase64(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true))) };
  } catch {
    // Deleted in the meantime, a folder, no permission: all the same to the index.
    return null;
  }
}

async function writeFile({ uri, base64 }: WriteFileParams, storage: vscode.Uri | undefined): Promise<void> {
  const file = vscode.Uri.parse(uri, true);
  const [name = ''] = file.path.split('/').slice(-1);
  if (storage === undefined || vscode.Uri.joinPath(storage, name).toString() !== file.toString())
    throw new Error(`${uri} is outside of the extension's storage.`);
  await vscode.workspace.fs.writeFile(file, fromBase64(base64));
}
