import type { Priority } from '../model.ts';
import type { Notation, ReadResult } from './notation.ts';

/** The first form that matches decides; a word stands before an emoji, because where they disagree the word wins. */
const FORMS: readonly (readonly [RegExp, Priority | ((digits: string) => Priority)])[] = [
  [/(?<![\p{L}\d])P([0-4])(?![\p{L}\d])/iu, (digit) => `P${digit}` as Priority],
  [
    /(?<![\p{L}\d])(?:critical|urgent|blocker|highest|immediate|kritisch|critique|crítica|crítico|критич\p{L}*)(?![\p{L}\d])|最高|紧急|緊急|긴급/iu,
    'P0',
  ],
  [/(?<![\p{L}\d])(?:must(?:[\s-]have)?)(?![\p{L}\d])/iu, 'P0'],
  [
    /(?<![\p{L}\d])(?:medium|med|moderate|normal|mittel|moyenne?|media|médio|média|medel|средн\p{L}*|середн\p{L}*)(?![\p{L}\d])|中(?!\p{L})|중간/iu,
    'P2',
  ],
  [/(?<![\p{L}\d])(?:could(?:[\s-]have)?)(?![\p{L}\d])/iu, 'P2'],
  [
    /(?<![\p{L}\d])(?:high|should(?:[\s-]have)?|hoch|haute?|élevée?|alta|alto|hög|высок\p{L}*|висок\p{L}*)(?![\p{L}\d])|高|높음/iu,
    'P1',
  ],
  [/(?<![\p{L}\d])(?:lowest|trivial)(?![\p{L}\d])/iu, 'P4'],
  [
    /(?<![\p{L}\d])(?:low|minor|nice[\s-]to[\s-]have|niedrig|gering|basse|faible|baja|bajo|baixa|baixo|låg|низк\p{L}*|низьк\p{L}*)(?![\p{L}\d])|低|낮음/iu,
    'P3',
  ],
  [/^\W*([0-4])(?!\d)/u, (digit) => `P${digit}` as Priority],
];

const EMOJI: Readonly<Record<string, Priority>> = {
  '🔺': 'P0',
  '⏫': 'P1',
  '🔼': 'P2',
  '🔽': 'P3',
  '⏬': 'P4',
  '🔴': 'P1',
  '🟠': 'P2',
  '🟡': 'P2',
  '🟢': 'P3',
};

/** Where a value's sentence ends: "High - Critical for SaaS scaling" is High. */
const VALUE_END = /\s[-–—|·]\s|[(,;]|(?<=[\p{L}\d])\s*\p{Extended_Pictographic}/u;

function read(text: string): ReadResult<Priority> {
  const head = VALUE_END.exec(text);
  const value = text.slice(0, head && head.index > 0 ? head.index : text.length).replace(/[\s*_.]+$/u, '');
  for (const [pattern, priority] of FORMS) {
    const match = pattern.exec(value);
    if (match)
      return {
        value: typeof priority === 'string' ? priority : priority(match[1] ?? ''),
        start: 0,
        end: value.length,
      };
  }
  for (const [emoji, priority] of Object.entries(EMOJI))
    if (value.includes(emoji)) return { value: priority, start: 0, end: value.length };
  return undefined;
}

/** How much it matters, on the scale from P0 (critical) to P4. */
export const priority: Notation<'priority'> = {
  field: 'priority',
  labels: {
    en: ['priority', 'prio'],
    de: ['priorität'],
    fr: ['priorité'],
    es: ['prioridad'],
    pt: ['prioridade'],
    sv: ['prioritet'],
    ru: ['приоритет'],
    uk: ['пріоритет'],
    zh: ['优先级', '優先級'],
    ja: ['優先度', '優先順位'],
    ko: ['우선순위'],
  },
  read,
  signs: [
    { pattern: /(?<value>🔺|⏫|🔼|🔽|⏬)\ufe0f?/du, read },
    {
      pattern: /[([](?<value>P[0-4]|critical|high|medium|low|(?:critical|high|medium|low) priority)[)\]]/diu,
      read,
    },
    { pattern: /^[^\p{L}\p{N}]*(?<value>P[0-4])(?:-\d+)?(?:\*\*|__)?(?=\s*[:–—-]|(?<=\d-\d+)\s)/diu, read },
  ],
};

/** The priority that a heading gives to what stands beneath it: `🔴 Priority 1: …`, `P0 – Critical`, `High Priority`. */
export function readHeadingPriority(title: string): Priority | undefined {
  const worded = /priority|prio(?:rität|rité|ridade?|ridad|ritet)|приоритет|пріоритет|优先级|優先/iu.exec(
    title,
  );
  if (worded) {
    const after = read(title.slice(worded.index + worded[0].length).replace(/^[\s:：*_-]+/u, ''));
    if (after && 'value' in after && !/^\s*$/u.test(title.slice(worded.index))) return after.value;
    const before = read(title.slice(0, worded.index));
    if (before && 'value' in before) return before.value;
  }
  const coded = /(?<![\p{L}\d])P([0-4])(?![\p{L}\d.])/u.exec(title);
  if (coded) return `P${coded[1]}` as Priority;
  // "🔴 CRITICAL: Backend tests", "High Impact", "CRÍTICO (Hacer primero)": a word of urgency that the heading begins with.
  const words = title.replace(/^[^\p{L}]+/u, '').replace(/\s*\([^()]*\)\s*$/u, '');
  const lead =
    /^(nice[\s-]to[\s-]have|\p{L}+(?:[\s-]have)?)(?:\s*[:–—-]\s|$|\s+(?:priority|impact|items|issues|tasks))/iu.exec(
      words,
    );
  const urgent = lead && read(lead[1] ?? '');
  return urgent && 'value' in urgent ? urgent.value : undefined;
}
