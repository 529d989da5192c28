import type { SemanticTokensLegend } from 'vscode-languageserver';
import type { FieldName } from '../roadmap/model.ts';

/** The kinds of tokens. The editor's manifest names them too, with the colours of themes that don't know them. */
export const TOKEN_TYPES = [
  'roadmapOwner',
  'roadmapDue',
  'roadmapDate',
  'roadmapPriority',
  'roadmapStatus',
  'roadmapId',
  'roadmapEffort',
  'roadmapLabel',
] as const;
export type TokenType = (typeof TOKEN_TYPES)[number];

/** `handedDown`: said by a section, for all that stands in it. */
export const TOKEN_MODIFIERS = ['done', 'overdue', 'blocked', 'handedDown'] as const;
export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];

/** What a field's value is. */
export const TYPE_OF: Readonly<Record<FieldName, TokenType>> = {
  owners: 'roadmapOwner',
  due: 'roadmapDue',
  start: 'roadmapDate',
  completed: 'roadmapDate',
  priority: 'roadmapPriority',
  status: 'roadmapStatus',
  effort: 'roadmapEffort',
  id: 'roadmapId',
  dependsOn: 'roadmapId',
  progress: 'roadmapStatus',
};

export const TOKENS_LEGEND: SemanticTokensLegend = {
  tokenTypes: [...TOKEN_TYPES],
  tokenModifiers: [...TOKEN_MODIFIERS],
};
