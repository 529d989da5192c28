import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver';
import type { CivilDate } from '../roadmap/dates/civil.ts';
import { ChapterLines } from '../roadmap/chapters/lines.ts';
import type { Lines } from '../roadmap/lines.ts';
import {
  checkDocument,
  checkParts,
  documentationOf,
  RULES,
  type RatedFinding,
  type Severities,
} from '../rules/index.ts';
import type { FixData, RuleId, Severity } from '../rules/rule.ts';
import { chapterwise } from './chapterwise.ts';
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

/** What is said of the document comes first, then what is said of its items, in their order. */
export function diagnostics(
  document: RoadmapDocument,
  today: CivilDate,
  severities: Severities,
): Diagnostic[] {
  const { roadmap, lines, chapters } = document;
  const parts = checkParts(roadmap, { today }, severities);
  return [
    ...checkDocument(roadmap, { today }, severities).map((finding) => toDiagnostic(finding, lines)),
    ...parts.flatMap((findings, index) => {
      const read = chapters?.[index];
      return read ? ofChapter(read, findings) : findings.map((finding) => toDiagnostic(finding, lines));
    }),
  ];
}

const ofChapter = chapterwise(({ chapter }, findings) => {
  const lines = new ChapterLines([chapter]);
  return (findings as readonly RatedFinding[]).map((finding) => toDiagnostic(finding, lines));
});

function toDiagnostic({ rule, span, message, severity, fix }: RatedFinding, lines: Lines): Diagnostic {
  const data: DiagnosticData = { fix, tags: RULES.find(({ id }) => id === rule)?.tags ?? [] };
  const tags = TAGS[rule];
  return {
    source: 'roadmap',
    code: rule,
    codeDescription: { href: documentationOf(rule) },
    severity: SEVERITY[severity],
    range: lines.rangeOf(span),
    message,
    data,
    ...(tags ? { tags } : {}),
  };
}
