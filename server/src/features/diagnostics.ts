import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver';
import type { CivilDate } from '../roadmap/dates/civil.ts';
import { check, documentationOf, RULES, type Severities } from '../rules/index.ts';
import type { FixData, RuleId, Severity } from '../rules/rule.ts';
import type { RoadmapDocument } from '../workspace/document.ts';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Editors strike through what is obsolete: the date of a review that should have happened is. */
const TAGS: Readonly<Partial<Record<RuleId, DiagnosticTag[]>>> = {
  'stale-review': [DiagnosticTag.Deprecated],
};

/** What travels with a diagnostic and comes back with a code action request. */
export interface DiagnosticData {
  readonly fix: FixData;
  /** The rule's tags: `owners`, `dates` … */
  readonly tags: readonly string[];
}

export function diagnostics(
  document: RoadmapDocument,
  today: CivilDate,
  severities: Severities,
): Diagnostic[] {
  return check(document.roadmap, { today }, severities).map(({ rule, span, message, severity, fix }) => {
    const data: DiagnosticData = { fix, tags: RULES.find(({ id }) => id === rule)?.tags ?? [] };
    const tags = TAGS[rule];
    return {
      source: 'roadmap',
      code: rule,
      codeDescription: { href: documentationOf(rule) },
      severity: SEVERITY[severity],
      range: document.lines.rangeOf(span),
      message,
      data,
      ...(tags ? { tags } : {}),
    };
  });
}
