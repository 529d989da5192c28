/**
 * Real documents, labelled by hand: which lines are items, and what is said of them. The labels are ours, the documents
 * aren't, so this runs only where a corpus lies beside the project. It guards against a rule that helps one document and
 * harms others; what is optional in a label counts neither way.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { LineIndex } from '../../../server/src/roadmap/lines.ts';
import type { Item } from '../../../server/src/roadmap/model.ts';
import { readRoadmap } from '../../../server/src/roadmap/read.ts';
import { REAL_DOCUMENTS } from '../properties/documents.ts';

interface Said {
  readonly owners?: readonly string[];
  readonly due?: string;
  readonly priority?: string;
  readonly effort?: true;
  /** Fields in which another reading is as good. */
  readonly loose?: readonly string[];
}

interface Label {
  /** The last line that was labelled. */
  readonly through?: number;
  /** Lines that two careful readers would judge differently. */
  readonly optional: readonly number[];
  readonly items: readonly (readonly [line: number, status: string | readonly string[], said?: Said])[];
}

/** By the first 16 digits of the document's SHA-256. */
const LABELS = JSON.parse(readFileSync(new URL('labels.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, Label>
>;
const sha = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
const LABELLED = REAL_DOCUMENTS.flatMap(({ text }) => {
  const label = LABELS[sha(text)];
  return label ? [{ text, label }] : [];
});

/** A little below what was reached, so that a change has to cost something before it is told. */
const LEAST = { f1: 0.94, status: 0.98, fields: 0.99 };

const names = (owners: readonly string[]): string =>
  owners
    .map((owner) => owner.replace(/^@/u, '').toLowerCase())
    .sort()
    .join();

function agrees({ fields }: Item, said: Said): boolean {
  const { owners, due, priority, effort } = fields;
  const period =
    due && (due.value.start === due.value.end ? due.value.start : `${due.value.start}/${due.value.end}`);
  const isRight = {
    owners: names(owners?.value ?? []) === names(said.owners ?? []),
    due: period === said.due || (period !== undefined && `${period}/${period}` === said.due),
    priority: priority?.value === said.priority,
    effort: (effort !== undefined) === (said.effort ?? false),
  };
  return Object.entries(isRight).every(([field, right]) => right || said.loose?.includes(field));
}

describe('documents that were labelled by hand', function () {
  this.timeout(120_000);

  it('are read as a careful reader would', function () {
    if (LABELLED.length === 0) this.skip();
    const sum = { hit: 0, extra: 0, missing: 0, status: 0, fields: 0 };
    for (const { text, label } of LABELLED) {
      const lines = new LineIndex(text);
      const through = label.through ?? Infinity;
      const expected = new Map(label.items.map((item) => [item[0], item]));
      const optional = new Set(label.optional);
      const found = new Map<number, Item>();
      for (const item of readRoadmap(text).items) {
        const line = lines.positionAt(item.own.start).line + 1;
        if (line > through) continue;
        if (expected.has(line) && !found.has(line)) found.set(line, item);
        else if (expected.has(line) || !optional.has(line)) sum.extra++;
      }
      for (const [line, status, said] of expected.values()) {
        if (line > through) continue;
        const item = found.get(line);
        if (!item) {
          sum.missing++;
          continue;
        }
        sum.hit++;
        if ([status].flat().includes(item.status)) sum.status++;
        if (agrees(item, said ?? {})) sum.fields++;
      }
    }
    const { hit, extra, missing, status, fields } = sum;
    const figures = {
      f1: (2 * hit) / (2 * hit + extra + missing),
      status: status / hit,
      fields: fields / hit,
    };
    for (const figure of ['f1', 'status', 'fields'] as const)
      assert.ok(
        figures[figure] >= LEAST[figure],
        `${JSON.stringify(figures)}: ${figure} is ${figures[figure].toFixed(4)} of ${LABELLED.length} documents`,
      );
  });
});
