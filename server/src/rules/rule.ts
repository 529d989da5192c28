import type { CivilDate } from '../roadmap/dates/civil.ts';
import type { Roadmap, RoadmapPart, Span } from '../roadmap/model.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What a rule has to say of a place in a roadmap. */
export interface Finding {
  readonly rule: RuleId;
  readonly span: Span;
  /** Plain text: VS Code shows no markup in diagnostics. */
  readonly message: string;
  /** What the fixes need, so that nothing is worked out twice. */
  readonly fix: FixData;
}

/** The data of a finding's fixes. Items are named by id; all of it survives JSON. */
export type FixData =
  | { readonly kind: 'assign'; readonly items: readonly string[]; readonly section?: Span | undefined }
  | { readonly kind: 'reschedule'; readonly item: string }
  | { readonly kind: 'replace'; readonly candidates: readonly string[] }
  | { readonly kind: 'review' }
  | { readonly kind: 'repair' }
  | { readonly kind: 'none' };

export interface RuleContext {
  readonly today: CivilDate;
}

/** What a chapter is judged by besides itself. */
export interface PartContext extends RuleContext {
  /** What the document says of itself. */
  readonly document: Roadmap['document'];
  /** Whether people name owners on items: on those in sections, and on those in none. */
  readonly namesOwners: { readonly sectioned: boolean; readonly loose: boolean };
}

export interface Rule {
  readonly id: RuleId;
  /** One sentence for lists and documentation. */
  readonly title: string;
  readonly defaultSeverity: Severity;
  /** What the rule is about; to select rules by. */
  readonly tags: readonly RuleTag[];
  /** What is to be said of the document as a whole. */
  checkDocument?(roadmap: Roadmap, context: RuleContext): Finding[];
  /** What is to be said of the items and sections of a chapter; nothing of it may depend on other chapters. */
  checkPart?(part: RoadmapPart, context: PartContext): Finding[];
}

/** The closed set of codes: a rule is added here, in `index.ts`, in `docs/rules/` and in the settings. */
export type RuleId =
  | 'ambiguous-date'
  | 'invalid-date'
  | 'missing-owner'
  | 'mojibake'
  | 'past-due'
  | 'stale-review'
  | 'unreadable';
export type RuleTag = 'dates' | 'document' | 'owners' | 'schedule';
