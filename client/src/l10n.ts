/**
 * Puts a message into the user's language: `vscode.l10n.t` in the extension. Pure modules are given it, so that they
 * can be tested where there is no `vscode`. Messages stand in `client/l10n/bundle.l10n.json`.
 */
export type Translate = (message: string, ...args: (string | number)[]) => string;
