import type { Roadmap, RoadmapPart } from '../roadmap/model.ts';
import { ambiguousDate } from './ambiguousDate.ts';
import { invalidDate } from './invalidDate.ts';
import { missingOwner, namesOwners } from './missingOwner.ts';
import { mojibake } from './mojibake.ts';
import { pastDue } from './pastDue.ts';
import type { Finding, PartContext, Rule, RuleContext, RuleId, Severity } from './rule.ts';
import { staleReview } from './staleReview.ts';
import { unreadable } from './unreadable.ts';

/** The catalogue. The order is that of the documentation. */
export const RULES: readonly Rule[] = [
  missingOwner,
  pastDue,
  invalidDate,
  ambiguousDate,
  staleReview,
  mojibake,
  unreadable,
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
  return inOrder(
    checkDocument(roadmap, context, severities),
    checkParts(roadmap, context, severities).flat(),
  );
}

/** What is said of the document as a whole. */
export function checkDocument(
  roadmap: Roadmap,
  context: RuleContext,
  severities: Severities = {},
): RatedFinding[] {
  return findingsOf(severities, (rule) => rule.checkDocument?.(roadmap, context));
}

/** What is said of each of its parts. What has been said of a part is remembered as long as the part stays. */
export function checkParts(
  roadmap: Roadmap,
  { today }: RuleContext,
  severities: Severities = {},
): (readonly RatedFinding[])[] {
  const { document, parts = [roadmap] } = roadmap;
  const facts = parts.map(factsOf);
  const namesOwners = {
    sectioned: facts.some(({ sectioned }) => sectioned),
    loose: facts.some(({ loose }) => loose),
  };
  // Dates of the document are told by themselves, once.
  const own = [document.lastUpdated, document.nextReview].map(
    (date) => date?.value.ambiguous && date.span.start,
  );
  const key = JSON.stringify([today, severities, namesOwners, own]);
  return parts.map((part) => {
    const known = CHECKED.get(part);
    if (known?.key === key) return known.findings;
    const findings = findingsOf(severities, (rule) =>
      rule.checkPart?.(part, { today, document, namesOwners }),
    );
    CHECKED.set(part, { key, findings });
    return findings;
  });
}

const CHECKED = new WeakMap<RoadmapPart, { key: string; findings: readonly RatedFinding[] }>();
const FACTS = new WeakMap<RoadmapPart, PartContext['namesOwners']>();

function factsOf(part: RoadmapPart): PartContext['namesOwners'] {
  const known = FACTS.get(part);
  if (known) return known;
  const { items } = part;
  const facts = { sectioned: namesOwners(items, true), loose: namesOwners(items, false) };
  FACTS.set(part, facts);
  return facts;
}

function findingsOf(severities: Severities, told: (rule: Rule) => Finding[] | undefined): RatedFinding[] {
  return RULES.flatMap((rule) => {
    const severity = severities[rule.id] ?? rule.defaultSeverity;
    if (severity === 'off') return [];
    return (told(rule) ?? []).map((finding) => ({ ...finding, severity }));
  }).sort(byPlace);
}

const byPlace = (a: Finding, b: Finding): number => a.span.start - b.span.start || a.span.end - b.span.end;

/** Few findings among many that are in their order already. */
export function inOrder<T extends Finding>(few: readonly T[], many: readonly T[]): T[] {
  return few.length === 0 ? [...many] : [...few, ...many].sort(byPlace);
}
