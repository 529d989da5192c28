/** What a single bullet looks like: its box or sign, and whether its words have the form of something else than work. */
import type { ListItem } from 'mdast';
import { COUNTED_UNIT } from '../dates/words.ts';
import { spanOf } from '../markdown/mask.ts';
import type { Box } from '../model.ts';
import { SIGNS, statusOfMark } from '../notations/status.ts';
import { NUMBERED_WORK } from '../words.ts';

/** A bullet or number, and the box or mark behind it. */
const MARKER =
  /(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|(?=\r?\n|$))(?:\[(?<inner>.)\](?=\s|$)[ \t]*|(?<mark>[☐☑☒✓✔⬜])\ufe0f?[ \t]+)?/uy;
/** A bullet with a sign that may stand for a box; or a line that has nothing but the sign for a bullet. */
const SIGN_MARKER = new RegExp(
  `(?:[-*+][ \\t]+)?(?<mark>${[...SIGNS, '⬜', '☐', '☑', '✔', '✓'].join('|')})\\ufe0f?[ \\t]+`,
  'uy',
);

export interface Marker {
  readonly box?: Box;
  /** Where the words begin. */
  readonly contentStart: number;
}

/** The bullet's box, `[x]` or `☐`. */
export function markerOf(node: ListItem, text: string): Marker {
  const { start } = spanOf(node);
  MARKER.lastIndex = start;
  const match = MARKER.exec(text);
  if (!match) return { contentStart: start };
  const contentStart = start + match[0].length;
  const { inner, mark } = match.groups ?? {};
  const found = inner ?? mark;
  if (found === undefined || statusOfMark(found) === undefined)
    return { contentStart: found === undefined ? contentStart : start + match[0].search(/[[☐-✔⬜]/u) };
  const at =
    start + match[0].indexOf(inner === undefined ? found : `[${found}]`) + (inner === undefined ? 0 : 1);
  return { box: { mark: found, span: { start: at, end: at + found.length } }, contentStart };
}

/** The sign that the bullet or line at this place begins with, taken for a box. */
export function signMarkerAt(start: number, text: string): Marker {
  SIGN_MARKER.lastIndex = start;
  const match = SIGN_MARKER.exec(text);
  const mark = match?.groups?.['mark'];
  if (!match || mark === undefined) return { contentStart: start };
  const at = start + match[0].indexOf(mark);
  return {
    box: { mark, span: { start: at, end: at + mark.length } },
    contentStart: start + match[0].length,
  };
}

/** What a bullet's beginning has to show; longer ones are cut, as they are no labels. */
const BEGINNING = 60;

const beginningOf = (node: ListItem, text: string): string => {
  const { start, end } = spanOf(node);
  return text.slice(start, Math.min(end, start + BEGINNING));
};

const LEGEND =
  /^[-*+]\s+[*_`]*(?:(?:critical|urgent|high|medium|low|P[0-4]|must|should|could|done|in progress|todo|blocked)(?:\s+(?:priority|\([^()]*\)))?|[^\p{L}\p{N}\s[(]{1,4})[*_`]*\s?[:：=]/iu;
/** "**High:** critical for users", "📝: in progress": a key to what is said elsewhere. */
export const isLegend = (node: ListItem, text: string): boolean => LEGEND.test(beginningOf(node, text));

const POINTER = /^[-*+][ \t]+[^*_\ufffc:：\r\n]{2,30}[:：][ \t]*\ufffc/u;
/** "Architecture: `OVERVIEW.md`": where something is. */
export const isPointer = (node: ListItem, masked: string): boolean => POINTER.test(beginningOf(node, masked));

const NAMED_TASK = new RegExp(
  `^(?:[-*+]|\\d+[.)])\\s+(?:\\P{L}{0,4}\\s)?[*_]*(?:task|feature|milestone|block|story|epic|subtask|${NUMBERED_WORK})\\s*#?\\d+[A-Z\\d.]*[*_]*\\s?[*_]*[:：.–—-]`,
  'iu',
);
/** "**Task 1.1:** …" among bullets. */
export const isNamedTask = (node: ListItem, text: string): boolean =>
  NAMED_TASK.test(beginningOf(node, text));

const IDENTIFIED =
  /^(?:[-*+]|\d+[.)])\s+[*_[]*(?!(?:ADR|RFC|SHA|UTF|ISO|CVE)-)(?:#\d{1,6}|[A-Z]{2,9}-\d+|[A-Za-z]{1,5}\d{1,3}(?:\.\d{1,3})+)(?![\p{L}\d.])\S{0,3}\s/u;
/** "**#59** …", "T2.1 …": the bullet has an id of its own. */
export const isIdentified = (node: ListItem, text: string): boolean =>
  IDENTIFIED.test(beginningOf(node, text));

const SCHEDULED = new RegExp(
  `^(?:[-*+]|\\d+[.)])\\s+[*_]*(?:${COUNTED_UNIT})\\s*\\d+(?:\\s?[-–—]\\s?\\d+)?[*_]*\\s?[:：][*_]*\\s+\\S`,
  'iu',
);
/** "**Day 1-2:** Set up the index": what is to be done, by when. */
export const isScheduled = (node: ListItem, text: string): boolean => SCHEDULED.test(beginningOf(node, text));

const LABELLED_BULLET = /^[-*+]\s+[*_]*([^:：*_[\r\n]{2,30})[*_]*[:：]/u;
/** The label that the bullet begins with. */
export const labelOf = (node: ListItem, text: string): string | undefined =>
  LABELLED_BULLET.exec(beginningOf(node, text))?.[1];

const IMPERATIVE =
  /^\P{L}*(?:add|allow|apply|audit|avoid|build|change|check|clean|collect|complete|compose|configure|connect|convert|create|decide|define|deploy|design|document|drop|enable|enforce|ensure|establish|expand|explore|expose|extend|extract|finish|fix|generate|implement|improve|include|integrate|introduce|investigate|launch|limit|make|measure|merge|migrate|monitor|move|never|optimi[sz]e|plan|prepare|prevent|provide|publish|reduce|refactor|release|remove|rename|replace|require|research|resolve|restrict|review|run|send|set|setup|simplify|split|start|store|support|switch|test|track|update|upgrade|use|validate|verify|wire|write)\s/iu;
/** "Enforce limits" is a thing to do; "Limits" is a topic. */
export const isImperative = (title: string): boolean => IMPERATIVE.test(title);

const CODE_BULLET = /^[-*+]\s+\ufffc/u;
/** The bullet begins with code: it names a thing rather than work. */
export const namesCode = (node: ListItem, masked: string): boolean =>
  CODE_BULLET.test(beginningOf(node, masked));

const DEFINITION = /^[-*+]\s+[*_]*\ufffc+[*_]*\s+[-–—]\s+\S/u;
/** "`due` - when it has to be done": says what a piece of code is. */
export const isDefinition = (node: ListItem, masked: string): boolean =>
  DEFINITION.test(beginningOf(node, masked));

/** A link to a place in this document, or to another of the repository, and nothing else. */
export const isReferenceLink = (words: string): boolean =>
  /^\[[^\]]*\]\((?:#[^)]*|[^)]*\.md(?:#[^)]*)?)\)$/u.test(words.trim());

/** "[Migration guide](docs/migration.md) - how to move": a place of the repository, and what is found there. */
export const isReferenceLead = (words: string): boolean =>
  /^\W*\[[^\]]*\]\((?:#|\.{0,2}\/|[^):]*\.md)[^)]*\)[*_]*\s?[-–—:]\s/u.test(words);

const NAME_WORDS = 3;
/** "[Notebooks](https://…)" and nothing else: where something is, as it is hardly named. */
export const isNamedLink = (words: string): boolean => {
  const name = /^[^\p{L}\p{N}[]*\[([^\]]*)\]\([^)]*\)[\s.]*$/u.exec(words)?.[1];
  return name !== undefined && name.trim().split(/\s+/u).length <= NAME_WORDS;
};

/** "99.9 % uptime", "1,000+ stars", "**API** - 25 % coverage", "latency < 200 ms": a figure to reach or reached. */
export const isMeasure = (words: string): boolean =>
  /^[^\p{L}\d]*[<>≥≤~]?\s?\d[\d,.]*(?:\s?%|\+)(?![\p{L}\d])/u.test(words) ||
  /(?:^|\s)[<>≥≤]\s?\d[\d,.]*\s?(?:%|m?s|min|[kmg]b|seconds?|minutes?|hours?)(?!\p{L})[^\p{L}]*$/iu.test(
    words,
  ) ||
  /\s[-–—:]\s~?\d[\d,.]*\s?%\s\p{L}+\s*$/u.test(words) ||
  AMOUNT.test(words) ||
  SCORE.test(words);

/** "Accessibility score: 95/100", "Bundle size: 516 KB → 78 KB": a label, and where it stands. */
const SCORE =
  /^\W*[^:：]{2,40}[:：]\W{0,4}(?:\d[\d.]*\s?\/\s?\d+(?![\d/-])|\d[\d,.]*\s?\p{L}{0,3}%?\s(?:→|->)\s\d)/u;

/** "Hosting: $25 a month", "**Total: ¥0**", "$1M ARR": an amount of money. */
const AMOUNT = /^\W*(?:[^:：]{2,30}[:：]\W{0,3})?[~≈约約]?\s?[¥$€£₩]\s?\d/u;
