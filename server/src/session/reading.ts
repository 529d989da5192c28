import {
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type TextDocumentIdentifier,
} from 'vscode-languageserver';
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
): T | Promise<Awaited<T>> {
  const document = workspace.whenOpened(uri, token);
  return document instanceof Promise
    ? (document.then(answer, refuse) as Promise<Awaited<T>>)
    : answer(document);
}

/** Answers of an open roadmap; `none` of all other documents. */
export const ofDocument =
  <P extends { readonly textDocument: TextDocumentIdentifier }, T>(
    session: Session,
    none: Awaited<T>,
    answer: (document: RoadmapDocument, params: P) => T,
  ) =>
  (params: P, token: CancellationToken): T | Awaited<T> | Promise<Awaited<T>> =>
    whenRead<T | Awaited<T>>(session, params.textDocument.uri, token, (document) =>
      document ? answer(document, params) : none,
    );

function refuse(error: unknown): never {
  if (!(error instanceof NotRead)) throw error;
  const code = error.isSuperseded ? LSPErrorCodes.ContentModified : LSPErrorCodes.RequestCancelled;
  throw new ResponseError(code, error.message);
}
