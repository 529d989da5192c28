import type { CivilDate } from '../roadmap/dates/civil.ts';
import type { FieldName, Priority, Roadmap, RoadmapPart, Span } from '../roadmap/model.ts';
import type { OptionTypes, OptionValues } from './options.ts';
import type { Settings } from './settings.ts';
import type { WorkspaceView } from './workspaceFacts.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What a rule has to say of a place in a roadmap. */
export interface Finding {
  readonly span: Span;
  /** Plain text: VS Code shows no markup in diagnostics. */
  readonly message: string;
  /** What the fixes need, so that nothing is worked out twice. */
  readonly fix: FixData;
  /** Other items that it is about, in this file or another. */
  readonly related?: readonly RelatedItem[];
}

export interface RelatedItem {
  readonly uri: string;
  readonly item: string;
  /** What it is to the finding, as a sentence. */
  readonly message: string;
}

/** The data of a finding's fixes. Items are named by id; all of it survives JSON. */
export type FixData =
  | { readonly kind: 'assign'; readonly items: readonly string[]; readonly section?: Span | undefined }
  | { readonly kind: 'reschedule'; readonly item: string }
  | { readonly kind: 'prioritise'; readonly item: string }
  | { readonly kind: 'move-due'; readonly item: string; readonly to: CivilDate }
  /** The box like the words, or the words like the box; `done`: only the way to done, as all around it is. */
  | { readonly kind: 'agree'; readonly item: string; readonly done: boolean }
  /** Several ways to say how far items are. */
  | { readonly kind: 'mark'; readonly choices: readonly MarkChoice[] }
  | { readonly kind: 'date-completed'; readonly item: string }
  | { readonly kind: 'set-priority'; readonly item: string; readonly to: Priority }
  | { readonly kind: 'replace'; readonly candidates: readonly string[] }
  | { readonly kind: 'review' }
  | { readonly kind: 'repair' }
  /** Removes a comment, or one rule from it. */
  | { readonly kind: 'unsuppress'; readonly comment: Span; readonly rule?: string }
  | { readonly kind: 'none' };

export interface MarkChoice {
  readonly items: readonly string[];
  /** Done, or open again. */
  readonly done: boolean;
}

/** What a document is judged by besides itself. */
export interface RuleContext<O = unknown> {
  readonly today: CivilDate;
  /** The rule's own options, as they hold for the document. */
  readonly options: O;
  /** What the user and the repository have settled: the team, holidays … */
  readonly settings: Settings;
  /** What is wrong with the document's own configuration. */
  readonly faults: readonly Fault[];
}

/** Something in a configuration that can't be used. */
export interface Fault {
  readonly span: Span;
  readonly message: string;
}

/** What a chapter is judged by besides itself. */
export interface PartContext<O = unknown> extends RuleContext<O> {
  /** What the document says of itself. */
  readonly document: Roadmap['document'];
  readonly usage: Usage;
  /** Whom the document lists as its team, in a section for that. */
  readonly team: readonly string[];
}

/** What a chapter is judged by where it says something of other chapters or files. */
export interface LinkContext<O = unknown> extends PartContext<O> {
  readonly workspace: WorkspaceView;
  /** Of the document itself, among those of the workspace. */
  readonly uri: string;
}

/** Which fields people state of items: of those in sections, and of those in none. A placeholder is no owner. */
export interface Usage {
  readonly sectioned: ReadonlySet<FieldName>;
  readonly loose: ReadonlySet<FieldName>;
}

/** A document in an explanation, as lines. */
export type Example = readonly string[];

/** What the rule's page says of it, in markdown. Only the documentation is made of it: no bundle contains it. */
export interface Explanation {
  /** Why it matters, in a paragraph. */
  readonly why: string;
  /** What counts and what doesn't: a bullet each. */
  readonly counts: readonly string[];
  /** A document of which the rule speaks, and one of which it doesn't; for both, today is 2025-07-28. */
  readonly bad: Example;
  readonly good: Example;
  /** What its fixes do; missing where there are none. */
  readonly fixes?: string;
}

interface Definition<Id extends string, O extends OptionTypes> {
  readonly id: Id;
  /** A few words for lists and documentation, as a sentence without its full stop. */
  readonly title: string;
  /** What its setting decides, as a sentence: "How to report …". */
  readonly setting: string;
  readonly explanation: Explanation;
  readonly defaultSeverity: Severity | 'off';
  /** What the rule is about; to select rules by. */
  readonly tags: readonly RuleTag[];
  /** What can be settled besides the severity. */
  readonly options?: O;
  /** What is to be said of the document as a whole. */
  checkDocument?(roadmap: Roadmap, context: RuleContext<OptionValues<O>>): Finding[];
  /** What is to be said of the items and sections of a chapter; nothing of it may depend on other chapters. */
  checkPart?(part: RoadmapPart, context: PartContext<OptionValues<O>>): Finding[];
  /** What is to be said of them in the light of other chapters and files, as far as the workspace is asked for it. */
  checkLinks?(part: RoadmapPart, context: LinkContext<OptionValues<O>>): Finding[];
}

export type RuleTag = 'dates' | 'dependencies' | 'document' | 'owners' | 'priority' | 'schedule' | 'status';

/** A rule as the catalogue holds it: its options are those that its own definition names. */
export interface Rule<Id extends string = string> extends Omit<
  Definition<Id, OptionTypes>,
  'checkDocument' | 'checkPart' | 'checkLinks'
> {
  checkDocument?(roadmap: Roadmap, context: RuleContext): Finding[];
  checkPart?(part: RoadmapPart, context: PartContext): Finding[];
  checkLinks?(part: RoadmapPart, context: LinkContext): Finding[];
}

/** Defines a rule; the types of its options are those of the values that its checks are given. */
export const defineRule = <
  const Id extends string,
  const O extends OptionTypes = Readonly<Record<string, never>>,
>(
  rule: Definition<Id, O>,
): Rule<Id> => rule;
