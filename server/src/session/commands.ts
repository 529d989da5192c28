import {
  ErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { changeItems, isChangeItemsParams } from '../features/changeItems.ts';
import { isItemReference, type CommandResult } from '../features/itemReferences.ts';
import { toggle } from '../features/toggle.ts';
import type { EditSupport } from '../features/workspaceEdits.ts';
import { CHANGE_ITEMS_COMMAND, TOGGLE_STATUS_COMMAND } from '../protocol.ts';
import type { Session } from './context.ts';

export const editSupport = ({ client }: Session): EditSupport => ({
  documentChanges: client.workspace?.workspaceEdit?.documentChanges === true,
  snippets: client.workspace?.workspaceEdit?.snippetEditSupport === true,
  annotations: client.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
});

/** What each command does with its argument; `undefined` for an argument that it can't be given. */
const COMMANDS: Readonly<Record<string, (session: Session, argument: unknown) => CommandResult | undefined>> =
  {
    [TOGGLE_STATUS_COMMAND]: (session, argument) =>
      isItemReference(argument)
        ? toggle(session.workspace.get(argument.uri), argument, session.today(), editSupport(session))
        : undefined,
    [CHANGE_ITEMS_COMMAND]: (session, argument) =>
      isChangeItemsParams(argument)
        ? changeItems((uri) => session.workspace.get(uri), argument, session.today(), editSupport(session))
        : undefined,
  };

export function serveCommands(session: Session): void {
  const { connection } = session;

  connection.onExecuteCommand(async ({ command, arguments: [argument] = [] }) => {
    const run = COMMANDS[command];
    if (!run) throw new ResponseError(ErrorCodes.InvalidParams, `There is no command ${command}.`);
    const result = run(session, argument);
    if (!result)
      throw new ResponseError(ErrorCodes.InvalidParams, `${command} was given ${JSON.stringify(argument)}.`);
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
