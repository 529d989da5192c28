import type { Directive } from '../roadmap/directives.ts';
import type { Roadmap, Span } from '../roadmap/model.ts';
import { nearest } from '../roadmap/nearest.ts';
import type { Finding } from './rule.ts';

/** What a comment, or one rule in it, silences. */
interface Silence {
  /** All rules where missing. */
  readonly rule?: string;
  readonly directive: Directive;
  /** The comment, or the rule's name in it. */
  readonly span: Span;
  readonly from: number;
  to: number;
  isUsed: boolean;
}

/** The comments of a document that silence findings, and which of them have silenced any. */
export class Suppression {
  readonly #silences: Silence[] = [];
  /** Comments that end what hasn't begun. */
  readonly #idle: Silence[] = [];

  constructor({ directives }: Pick<Roadmap, 'directives'>) {
    for (const directive of directives) {
      const { rules } = directive;
      if (rules.length === 0) this.#add(directive, {});
      for (const { name, span } of rules) this.#add(directive, { rule: name, span });
    }
  }

  /** Whether nothing is silenced anywhere. */
  get isEmpty(): boolean {
    return this.#silences.length === 0;
  }

  /** The findings that aren't silenced; the same list where none is. */
  filter<T extends Finding & { readonly rule: string }>(findings: readonly T[]): readonly T[] {
    const kept = findings.filter((finding) => !this.#silences.some((silence) => silences(silence, finding)));
    if (kept.length === findings.length) return findings;
    for (const finding of findings)
      for (const silence of this.#silences) if (silences(silence, finding)) silence.isUsed = true;
    const before = KEPT.get(findings) as readonly T[] | undefined;
    if (before?.length === kept.length && before.every((finding, nth) => finding === kept[nth]))
      return before;
    KEPT.set(findings, kept);
    return kept;
  }

  /**
   * What is to be said of comments that have silenced nothing, once all findings have been filtered.
   *
   * @param rules - those that there are; `true` for those that have been looked for.
   */
  unused(rules: ReadonlyMap<string, boolean>): Finding[] {
    return [...this.#silences, ...this.#idle].flatMap(({ rule, span, directive, isUsed }) => {
      const fix = {
        kind: 'unsuppress',
        comment: directive.span,
        ...(rule === undefined ? {} : { rule }),
      } as const;
      if (rule !== undefined && !rules.has(rule)) {
        const near = nearest(rule, rules.keys());
        const message = `There is no rule "${rule}"${near === undefined ? '.' : `: meant "${near}"?`}`;
        return {
          span,
          message,
          fix: near === undefined ? fix : ({ kind: 'replace', candidates: [near] } as const),
        };
      }
      // Nobody can tell of a rule that is off.
      if (isUsed || (rule !== undefined && rules.get(rule) !== true)) return [];
      const what = rule === undefined ? 'Nothing' : `Nothing of ${rule}`;
      const message =
        directive.kind === 'end'
          ? `${what} has been disabled before.`
          : `${what} is found there to be silenced.`;
      return { span, message, fix };
    });
  }

  #add(directive: Directive, { rule, span = directive.span }: { rule?: string; span?: Span }): void {
    const { kind, covers } = directive;
    const silence = { ...(rule === undefined ? {} : { rule }), directive, span, isUsed: false };
    if (kind === 'end') {
      const open = this.#silences.filter(
        (one) =>
          one.directive.kind === 'begin' && one.to === Infinity && (rule === undefined || one.rule === rule),
      );
      for (const one of open) one.to = covers.start;
      if (open.length === 0) this.#idle.push({ ...silence, from: 0, to: 0 });
      return;
    }
    const [from, to] =
      kind === 'file'
        ? [0, Infinity]
        : kind === 'begin'
          ? [covers.end, Infinity]
          : [covers.start, covers.end];
    this.#silences.push({ ...silence, from, to });
  }
}

/** What was kept of findings, so that those who remember something of it know it again. */
const KEPT = new WeakMap<readonly Finding[], readonly Finding[]>();

const silences = ({ rule, from, to }: Silence, finding: Finding & { readonly rule: string }): boolean =>
  (rule === undefined || rule === finding.rule) && from <= finding.span.start && finding.span.start <= to;
