import { check, type RuleId } from '../../../server/src/rules/index.ts';
import { at, read } from '../roadmap/read.ts';

/** What a rule has to say of a document: `[what the finding stands on, message]`. */
export function findings(rule: RuleId, today: string, ...lines: string[]): [string, string][] {
  const roadmap = read(...lines);
  return check(roadmap, { today })
    .filter((finding) => finding.rule === rule)
    .map(({ span, message }) => [at(roadmap, span), message]);
}
