import { DiagnosticSeverity, DiagnosticTag, type Diagnostic, type Location } from 'vscode-languageserver';
import type { Lines } from '../roadmap/lines.ts';
import {
  type CheckContext,
  checkParts,
  documentationOf,
  RULES,
  type RatedFinding,
  type RuleId,
} from '../rules/index.ts';
import type { FixData, RelatedItem, Severity } from '../rules/rule.ts';
import { chapterwise } from './chapterwise.ts';
import { PartedList } from './parted.ts';
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

/** Where an item of any roadmap stands now; `undefined` where that isn't known. */
export type Locate = (item: RelatedItem) => Location | undefined;

/**
 * What is said of the document comes first, then what is said of its items, in their order.
 * @param locate - given for clients that show other places with a finding
 */
export function diagnostics(
  document: RoadmapDocument,
  context: CheckContext,
  locate?: Locate,
): PartedList<Diagnostic> {
  const { roadmap, lines, chapters } = document;
  const checked = checkParts(roadmap, context);
  const told = (findings: readonly RatedFinding[]): Diagnostic[] =>
    findings.map((finding) => toDiagnostic(finding, lines));
  return new PartedList(
    [
      told(checked.document),
      ...checked.parts.map((findings, index) => {
        const read = chapters?.[index];
        const known = read ? ofChapter(read, document, findings) : told(findings);
        // Other places move by themselves; few findings have any.
        if (locate && findings.some(({ related }) => related)) return withPlaces(known, findings, locate);
        // Offsets move with any key stroke before them, and so can't stand ready as text.
        const hasOffsets = findings.some(({ fix }) => 'section' in fix && fix.section);
        return hasOffsets ? [...known] : known;
      }),
    ].map((values) => ({ values })),
  );
}

const withPlaces = (
  told: readonly Diagnostic[],
  findings: readonly RatedFinding[],
  locate: Locate,
): Diagnostic[] =>
  told.map((diagnostic, index) => {
    const related = findings[index]?.related?.flatMap((item) => {
      const location = locate(item);
      return location ? [{ location, message: item.message }] : [];
    });
    return related && related.length > 0 ? { ...diagnostic, relatedInformation: related } : diagnostic;
  });

const ofChapter = chapterwise((_, lines, findings) => {
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
