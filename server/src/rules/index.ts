import type { CivilDate } from '../roadmap/dates/civil.ts';
import { linksOf } from '../roadmap/links.ts';
import type { Roadmap, RoadmapPart } from '../roadmap/model.ts';
import { teamOf } from '../roadmap/team.ts';
import { RULES, type RuleId } from './catalogue.ts';
import { optionValues } from './options.ts';
import type { Fault, Finding, Rule, RuleContext, Severity } from './rule.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';
import { Suppression } from './suppression.ts';
import { unusedSuppression } from './unusedSuppression.ts';
import { WorkspaceFacts } from './workspaceFacts.ts';
import { usageKey, usageOfAll } from './usage.ts';

export { documentationOf, RULES, type RuleId } from './catalogue.ts';

/** What a document is checked with. */
export interface CheckContext {
  readonly today: CivilDate;
  /** The defaults where missing. */
  readonly settings?: Settings;
  /** What is wrong with the document's own configuration; nothing where missing. */
  readonly faults?: readonly Fault[];
  /** The workspace that the document is a part of; where missing, it is all that there is. */
  readonly workspace?: CheckedWorkspace;
}

export interface CheckedWorkspace {
  readonly facts: WorkspaceFacts;
  readonly uri: string;
}

export interface RatedFinding extends Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
}

/** What is said of a document as a whole, and of each of its parts, in their order. */
export interface Checked {
  readonly document: readonly RatedFinding[];
  /** The same lists as before where nothing has changed. */
  readonly parts: readonly (readonly RatedFinding[])[];
}

/** The findings of all rules that aren't switched off, in the order of the text. */
export function check(roadmap: Roadmap, context: CheckContext): RatedFinding[] {
  const { document, parts } = checkParts(roadmap, context);
  return inOrder(document, parts.flat());
}

/** The same, by parts. What has been said of a part is remembered as long as the part stays. */
export function checkParts(
  roadmap: Roadmap,
  { today, settings = DEFAULT_SETTINGS, faults = [], workspace = aloneIn(roadmap) }: CheckContext,
): Checked {
  const context = { today, settings, faults };
  const document = findingsOf(settings, (rule, options) =>
    rule.checkDocument?.(roadmap, { ...context, options }),
  );
  const parts = findingsOfParts(roadmap, context, workspace);
  const suppression = new Suppression(roadmap);
  const told = suppression.isEmpty
    ? { document, parts }
    : { document: suppression.filter(document), parts: parts.map((part) => suppression.filter(part)) };
  const unused = rated(unusedSuppression, settings, () => suppression.unused(rulesIn(settings)));
  return { ...told, document: inOrder(unused, told.document) };
}

/** A workspace in which there is nothing else. */
function aloneIn({ parts, items }: Roadmap): CheckedWorkspace {
  const facts = new WorkspaceFacts();
  facts.set('', (parts ?? [{ items }]).map(linksOf));
  return { facts, uri: '' };
}

type SharedContext = Omit<RuleContext, 'options'>;

function findingsOfParts(
  roadmap: Roadmap,
  context: SharedContext,
  { facts, uri }: CheckedWorkspace,
): (readonly RatedFinding[])[] {
  const { document, parts = [roadmap] } = roadmap;
  const usage = usageOfAll(parts);
  const team = teamOf(roadmap);
  // Dates of the document are told by themselves, once.
  const own = [document.lastUpdated, document.nextReview].map(
    (date) => date?.value.ambiguous && date.span.start,
  );
  const key = JSON.stringify([context.today, settingsKey(context.settings), usageKey(usage), own, team]);
  const { revision } = facts;
  return parts.map((part) => {
    const known = CHECKED.get(part);
    const isSame = known?.key === key;
    if (isSame && known.facts === facts && !facts.hasChanged(known.asked, known.revision)) {
      known.revision = revision;
      return known.findings;
    }
    const partContext = { ...context, document, usage, team };
    const inPart = isSame
      ? known.inPart
      : findingsOf(context.settings, (rule, options) => rule.checkPart?.(part, { ...partContext, options }));
    const asked = new Set<string>();
    const workspace = facts.view(asked);
    const linked = facts.isComplete
      ? findingsOf(context.settings, (rule, options) =>
          rule.checkLinks?.(part, { ...partContext, options, workspace, uri }),
        )
      : [];
    const findings = linked.length === 0 ? inPart : inOrder(linked, inPart);
    CHECKED.set(part, { key, facts, asked, revision, inPart, findings });
    return findings;
  });
}

/** Each asks whether all files are known. */
const NOTHING_ASKED = 1;

/** Whether what was said of a document depends on other files, or may. */
export function asksOthers(roadmap: Roadmap, { facts }: CheckedWorkspace): boolean {
  const { parts = [roadmap] } = roadmap;
  return parts.some((part) => {
    const known = CHECKED.get(part);
    return known?.facts === facts && known.asked.size > NOTHING_ASKED;
  });
}

/** Whether something else is to be said of a document that was checked before, as other parts of the workspace have changed. */
export function isOutdated(roadmap: Roadmap, { facts }: CheckedWorkspace): boolean {
  const { parts = [roadmap] } = roadmap;
  return parts.some((part) => {
    const known = CHECKED.get(part);
    return known?.facts === facts && facts.hasChanged(known.asked, known.revision);
  });
}

/** What was asked of the workspace when the document was checked. */
export function askedBy(roadmap: Roadmap, { facts }: CheckedWorkspace): ReadonlySet<string> {
  const { parts = [roadmap] } = roadmap;
  const asked = new Set<string>();
  for (const part of parts) {
    const known = CHECKED.get(part);
    if (known?.facts === facts) for (const key of known.asked) asked.add(key);
  }
  return asked;
}

/** The same as long as the workspace answers all questions about a checked document as before. */
export function linksKey(roadmap: Roadmap, { facts }: CheckedWorkspace): number {
  const { parts = [roadmap] } = roadmap;
  return parts.reduce((latest, part) => {
    const known = CHECKED.get(part);
    return Math.max(latest, known?.facts === facts ? facts.changedIn(known.asked) : Infinity);
  }, 0);
}

/** What was said of a part, and what that depends on. */
interface CheckedPart {
  readonly key: string;
  readonly facts: WorkspaceFacts;
  /** What was asked of the workspace, and in which revision. */
  readonly asked: ReadonlySet<string>;
  revision: number;
  readonly inPart: readonly RatedFinding[];
  readonly findings: readonly RatedFinding[];
}

const CHECKED = new WeakMap<RoadmapPart, CheckedPart>();
const KEYS = new WeakMap<Settings, string>();

/** The same for settings that say the same. */
export function settingsKey(settings: Settings): string {
  const known = KEYS.get(settings) ?? JSON.stringify(settings);
  KEYS.set(settings, known);
  return known;
}

const severityOf = (rule: Rule, { rules }: Settings): Severity | 'off' =>
  rules[rule.id]?.severity ?? rule.defaultSeverity;

/** Which rules there are, and which of them are on. */
const rulesIn = (settings: Settings): Map<string, boolean> =>
  new Map(RULES.map((rule) => [rule.id, severityOf(rule, settings) !== 'off']));

function findingsOf(
  settings: Settings,
  told: (rule: Rule, options: Readonly<Record<string, unknown>>) => Finding[] | undefined,
): RatedFinding[] {
  return RULES.flatMap((rule) =>
    rated(
      rule,
      settings,
      () => told(rule, optionValues(rule.options, settings.rules[rule.id]?.options)) ?? [],
    ),
  ).sort(byPlace);
}

/** What a rule says, rated as was settled; nothing where it is off. */
function rated(rule: (typeof RULES)[number], settings: Settings, told: () => Finding[]): RatedFinding[] {
  const severity = severityOf(rule, settings);
  return severity === 'off' ? [] : told().map((finding) => ({ ...finding, rule: rule.id, severity }));
}

const byPlace = (a: Finding, b: Finding): number => a.span.start - b.span.start || a.span.end - b.span.end;

/** Few findings among many that are in their order already. */
export function inOrder<T extends Finding>(few: readonly T[], many: readonly T[]): T[] {
  return few.length === 0 ? [...many] : [...few, ...many].sort(byPlace);
}
