import { MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { codeActions } from '../features/codeActions.ts';
import { isRefactoringData, refactoringEdit, refactorings, resolvesEdits } from '../features/refactorings.ts';
import { editSupport } from './commands.ts';
import type { Session } from './context.ts';
import { ofDocument } from './reading.ts';
import { checkContext } from './diagnostics.ts';

/** Fixes, with their edits; refactorings, whose edits are made when one is chosen. */
export function serveCodeActions(session: Session): void {
  const { connection, client, workspace } = session;
  const isLazy = resolvesEdits(client);
  connection.onCodeAction(
    ofDocument(session, [], (document, params) => [
      ...codeActions(document, params, {
        ...checkContext(session, document),
        owners: workspace.owners(document),
        support: editSupport(session),
      }),
      ...refactorings(document, params, editSupport(session), isLazy),
    ]),
  );
  connection.onCodeActionResolve((action) => {
    const data: unknown = action.data;
    if (!isRefactoringData(data)) return action;
    const document = workspace.opened(data.uri);
    const edit =
      document?.version === data.version ? refactoringEdit(document, data, editSupport(session)) : undefined;
    if (edit) return { ...action, edit };
    void connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Info,
      message: `${action.title}: nothing was changed, as items would be read otherwise afterwards, or the document has changed meanwhile.`,
    });
    return action;
  });
}
