import type { Roadmap } from '../roadmap/model.ts';
import { ambiguousDate } from './ambiguousDate.ts';
import { invalidDate } from './invalidDate.ts';
import { missingOwner } from './missingOwner.ts';
import { mojibake } from './mojibake.ts';
import { pastDue } from './pastDue.ts';
import type { Finding, Rule, RuleContext, RuleId, Severity } from './rule.ts';
import { staleReview } from './staleReview.ts';

/** The catalogue. The order is that of the documentation. */
export const RULES: readonly Rule[] = [
  missingOwner,
  pastDue,
  invalidDate,
  ambiguousDate,
  staleReview,
  mojibake,
];

const DOCUMENTATION = 'https://github.com/roadmap-markdown/roadmap-markdown/blob/main/docs/rules';

/** The address of the rule's documentation page. */
export const documentationOf = (rule: RuleId): string => `${DOCUMENTATION}/${rule}.md`;

/** What the user wants of a rule; a rule that isn't named keeps its default. */
export type Severities = Readonly<Partial<Record<string, Severity | 'off'>>>;

export interface RatedFinding extends Finding {
  readonly severity: Severity;
}

/** The findings of all rules that aren't switched off, in the order of the text. */
export function check(roadmap: Roadmap, context: RuleContext, severities: Severities = {}): RatedFinding[] {
  return RULES.flatMap((rule) => {
    const severity = severities[rule.id] ?? rule.defaultSeverity;
    return severity === 'off'
      ? []
      : rule.check(roadmap, context).map((finding) => ({ ...finding, severity }));
  }).sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
