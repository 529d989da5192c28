/** What helps while somebody types: completions, hints, colours, lists that go on. */
import { InlayHintRefreshRequest, SemanticTokensRefreshRequest } from 'vscode-languageserver';
import {
  completion,
  completionDocumentation,
  completionSupport,
  isCompletionData,
} from '../features/completion.ts';
import {
  inlayHints,
  inlayHintTooltip,
  isInlayHintData,
  type InlayHintOptions,
} from '../features/inlayHints.ts';
import { onTypeFormatting } from '../features/onTypeFormatting.ts';
import { semanticTokens, TokenHistory } from '../features/semanticTokens.ts';
import type { Session } from './context.ts';
import { ofDocument } from './reading.ts';

export function serveCompletion(session: Session): void {
  const { connection, client, workspace } = session;
  const support = completionSupport(client);
  connection.onCompletion(
    ofDocument(session, null, (document, { position, context }) =>
      completion(document, position, context, {
        today: session.today(),
        owners: workspace.owners(document),
        support,
      }),
    ),
  );
  connection.onCompletionResolve((item) => {
    const data: unknown = item.data;
    const document = isCompletionData(data) ? workspace.opened(data.uri) : undefined;
    if (!document || !isCompletionData(data)) return item;
    const documentation = completionDocumentation(document.roadmap, data, session.today());
    return documentation === undefined ? item : { ...item, documentation };
  });
}

export function serveInlayHints(session: Session): void {
  const { connection, client, workspace } = session;
  const isLazy = client.textDocument?.inlayHint?.resolveSupport?.properties.includes('tooltip') === true;
  const options = (): InlayHintOptions => {
    const { inherited, due } = session.settings().inlayHints ?? {};
    return { today: session.today(), inherited: inherited === true, due: due ?? 'off' };
  };
  connection.languages.inlayHint.on(
    ofDocument(session, [], (document, { range }) =>
      inlayHints(document, range, options()).map((hint) => {
        const tooltip =
          isLazy || !isInlayHintData(hint.data) ? undefined : inlayHintTooltip(document, hint.data);
        return tooltip === undefined ? hint : { ...hint, tooltip };
      }),
    ),
  );
  connection.languages.inlayHint.resolve((hint) => {
    const data: unknown = hint.data;
    const document = isInlayHintData(data) ? workspace.opened(data.uri) : undefined;
    const tooltip = document && isInlayHintData(data) ? inlayHintTooltip(document, data) : undefined;
    return tooltip === undefined ? hint : { ...hint, tooltip };
  });
  if (client.workspace?.inlayHint?.refreshSupport)
    session.onDidRefresh(() => void connection.sendRequest(InlayHintRefreshRequest.type));
}

export function serveSemanticTokens(session: Session): void {
  const { connection, client, documents } = session;
  const { semanticTokens: on } = connection.languages;
  const history = new TokenHistory();
  on.on(
    ofDocument(session, { data: [] }, (document) =>
      history.full(document.uri, semanticTokens(document, session.today())),
    ),
  );
  on.onDelta(
    ofDocument(session, { data: [] }, (document, { previousResultId }) =>
      history.delta(document.uri, previousResultId, semanticTokens(document, session.today())),
    ),
  );
  on.onRange(
    ofDocument(session, { data: [] }, (document, { range }) => ({
      data: semanticTokens(document, session.today(), range),
    })),
  );
  documents.onDidClose(({ document }) => history.forget(document.uri));
  if (client.workspace?.semanticTokens?.refreshSupport)
    session.onDidRefresh(() => void connection.sendRequest(SemanticTokensRefreshRequest.type));
}

export function serveOnTypeFormatting(session: Session): void {
  session.connection.onDocumentOnTypeFormatting(
    ofDocument(session, [], (document, { position }) => onTypeFormatting(document, position)),
  );
}
