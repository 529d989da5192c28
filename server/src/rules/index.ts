import type { CivilDate } from '../roadmap/dates/civil.ts';
import type { Roadmap, RoadmapPart } from '../roadmap/model.ts';
import { RULES, type RuleId } from './catalogue.ts';
import { optionValues } from './options.ts';
import type { Finding, Rule, Severity } from './rule.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';
import { usageKey, usageOfAll } from './usage.ts';

export { documentationOf, RULES, type RuleId } from './catalogue.ts';

/** What a document is checked with. */
export interface CheckContext {
  readonly today: CivilDate;
  /** The defaults where missing. */
  readonly settings?: Settings;
}

export interface RatedFinding extends Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
}

/** The findings of all rules that aren't switched off, in the order of the text. */
export function check(roadmap: Roadmap, context: CheckContext): RatedFinding[] {
  return inOrder(checkDocument(roadmap, context), checkParts(roadmap, context).flat());
}

/** What is said of the document as a whole. */
export function checkDocument(
  roadmap: Roadmap,
  { today, settings = DEFAULT_SETTINGS }: CheckContext,
): RatedFinding[] {
  return findingsOf(settings, (rule, options) => rule.checkDocument?.(roadmap, { today, options, settings }));
}

/** What is said of each of its parts. What has been said of a part is remembered as long as the part stays. */
export function checkParts(
  roadmap: Roadmap,
  { today, settings = DEFAULT_SETTINGS }: CheckContext,
): (readonly RatedFinding[])[] {
  const { document, parts = [roadmap] } = roadmap;
  const usage = usageOfAll(parts);
  // Dates of the document are told by themselves, once.
  const own = [document.lastUpdated, document.nextReview].map(
    (date) => date?.value.ambiguous && date.span.start,
  );
  const key = JSON.stringify([today, settingsKey(settings), usageKey(usage), own]);
  return parts.map((part) => {
    const known = CHECKED.get(part);
    if (known?.key === key) return known.findings;
    const findings = findingsOf(settings, (rule, options) =>
      rule.checkPart?.(part, { today, options, settings, document, usage }),
    );
    CHECKED.set(part, { key, findings });
    return findings;
  });
}

const CHECKED = new WeakMap<RoadmapPart, { key: string; findings: readonly RatedFinding[] }>();
const KEYS = new WeakMap<Settings, string>();

/** The same for settings that say the same. */
export function settingsKey(settings: Settings): string {
  const known = KEYS.get(settings) ?? JSON.stringify(settings);
  KEYS.set(settings, known);
  return known;
}

function findingsOf(
  { rules }: Settings,
  told: (rule: Rule, options: Readonly<Record<string, unknown>>) => Finding[] | undefined,
): RatedFinding[] {
  return RULES.flatMap((rule) => {
    const { severity = rule.defaultSeverity, options } = rules[rule.id] ?? {};
    if (severity === 'off') return [];
    return (told(rule, optionValues(rule.options, options)) ?? []).map((finding) => ({
      ...finding,
      rule: rule.id,
      severity,
    }));
  }).sort(byPlace);
}

const byPlace = (a: Finding, b: Finding): number => a.span.start - b.span.start || a.span.end - b.span.end;

/** Few findings among many that are in their order already. */
export function inOrder<T extends Finding>(few: readonly T[], many: readonly T[]): T[] {
  return few.length === 0 ? [...many] : [...few, ...many].sort(byPlace);
}
