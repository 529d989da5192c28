import type { CancellationToken } from 'vscode-languageserver';
import { fileItems, itemAt } from '../features/itemRows.ts';
import {
  ItemAtRequest,
  ItemsChangedNotification,
  ItemsRequest,
  RefreshRequest,
  type FileItems,
  type ItemAtParams,
  type ItemAtResult,
  type ItemsParams,
  type ItemsResult,
} from '../protocol.ts';
import type { Session } from './context.ts';
import { whenRead } from './reading.ts';

/** What trees and lists of items ask for, beyond the Language Server Protocol. */
export function serveItems(session: Session): void {
  const { connection, workspace } = session;

  connection.onRequest(ItemsRequest, async ({ uris }: ItemsParams): Promise<ItemsResult> => {
    const files: FileItems[] = [];
    for await (const document of workspace.documents(uris && new Set(uris)))
      files.push(fileItems(document, session.today()));
    return files;
  });

  connection.onRequest(RefreshRequest, () => workspace.reindex());

  connection.onRequest(ItemAtRequest, ({ uri, position }: ItemAtParams, token: CancellationToken) =>
    whenRead(session, uri, token, (document): ItemAtResult => {
      const item = document && itemAt(document, document.lines.offsetAt(position));
      return item ? { uri, id: item.id, version: document.version } : null;
    }),
  );

  session.onDidSettle((uris) => void connection.sendNotification(ItemsChangedNotification, { uris }));
}
