import { CodeActionKind } from 'vscode-languageserver';

/** Mends all that has a single answer, in one go; what an editor may run on save. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.roadmap`;
/** Puts open items before those that are done, by priority and due date; what an editor may run on save. */
export const ORGANIZE_ITEMS = `${CodeActionKind.Source}.organizeItems`;
export const CODE_ACTION_KINDS = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorRewrite,
  CodeActionKind.RefactorMove,
  FIX_ALL,
  ORGANIZE_ITEMS,
];
