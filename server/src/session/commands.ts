import {
  ErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { isItemReference, toggle } from '../features/toggle.ts';
import type { EditSupport } from '../features/workspaceEdits.ts';
import { TOGGLE_STATUS_COMMAND } from '../protocol.ts';
import type { Session } from './context.ts';

export const editSupport = ({ client }: Session): EditSupport => ({
  documentChanges: client.workspace?.workspaceEdit?.documentChanges === true,
  snippets: client.workspace?.workspaceEdit?.snippetEditSupport === true,
});

export function serveCommands(session: Session): void {
  const { connection, workspace } = session;

  connection.onExecuteCommand(async ({ command, arguments: [reference] = [] }) => {
    if (command !== TOGGLE_STATUS_COMMAND || !isItemReference(reference))
      throw new ResponseError(
        ErrorCodes.InvalidParams,
        `${command} needs the item to toggle as its argument.`,
      );
    const result = toggle(workspace.get(reference.uri), reference, session.today(), editSupport(session));
    const refused = 'refused' in result ? result.refused : await apply(result.edit);
    // A notification: the connection's own `showWarningMessage` asks a question, and waits for its answer.
    if (refused !== undefined)
      void connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Warning,
        message: refused,
      });
    return refused === undefined;
  });

  async function apply(edit: WorkspaceEdit): Promise<string | undefined> {
    const { applied, failureReason } = await connection.workspace.applyEdit(edit);
    return applied ? undefined : (failureReason ?? 'The document has changed meanwhile: nothing was done.');
  }
}
