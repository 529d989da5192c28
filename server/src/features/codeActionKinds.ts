import { CodeActionKind } from 'vscode-languageserver';

/** Mends all that has a single answer, in one go; what an editor may run on save. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.roadmap`;
export const CODE_ACTION_KINDS = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL];
