import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/edits/edit.ts';
import { proposalsFor } from '../../../server/src/features/codeActions.ts';
import { check, type RuleId } from '../../../server/src/rules/index.ts';
import type { Settings } from '../../../server/src/rules/settings.ts';
import { read } from '../roadmap/read.ts';

/** The whole text after each fix of the rule's first finding, by the fix's title. */
export function fixes(
  rule: RuleId,
  { today = '2025-07-28', owners = ['@ann'], settings }: FixContext,
  ...lines: string[]
): Record<string, string> {
  const roadmap = read(...lines);
  const finding = check(roadmap, { today, ...(settings ? { settings } : {}) }).find(
    (found) => found.rule === rule,
  );
  assert.ok(finding, `a finding of ${rule}`);
  const proposals = proposalsFor(roadmap, finding.fix, finding.span, { today, owners });
  return Object.fromEntries(proposals.map(({ title, edits }) => [title, applyEdits(roadmap.text, edits)]));
}

interface FixContext {
  readonly today?: string;
  readonly owners?: readonly string[];
  readonly settings?: Settings;
}
