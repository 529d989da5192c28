import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import type { RoadmapDocument } from '../workspace/document.ts';
import { NotRead } from '../workspace/pacedReading.ts';
import type { Session } from './context.ts';

/**
 * Answers a request about an open document: at once where it is read, or quickly read; else once it is. Where the request
 * is cancelled meanwhile, or the document changes, the answer is the protocol's error for that.
 */
export function whenRead<T>(
  { workspace }: Session,
  uri: string,
  token: CancellationToken,
  answer: (document: RoadmapDocument | undefined) => T,
): T | Promise<T> {
  const document = workspace.whenOpened(uri, token);
  return document instanceof Promise ? document.then(answer, refuse) : answer(document);
}

function refuse(error: unknown): never {
  if (!(error instanceof NotRead)) throw error;
  const code = error.isSuperseded ? LSPErrorCodes.ContentModified : LSPErrorCodes.RequestCancelled;
  throw new ResponseError(code, error.message);
}
