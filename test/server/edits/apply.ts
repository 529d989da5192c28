/** Edits under test: what the document looks like afterwards, as a whole. */
import assert from 'node:assert/strict';
import { applyEdits, type Edit } from '../../../server/src/edits/edit.ts';
import type { Item, Roadmap } from '../../../server/src/roadmap/model.ts';
import { readRoadmap } from '../../../server/src/roadmap/read.ts';
import { item } from '../roadmap/read.ts';

type EditOf = (roadmap: Roadmap, item: Item) => Edit[] | undefined;

/** The text after an edit of the item called so; it must be read again without harm to that item. */
export function edited(source: string, title: string, edit: EditOf): string {
  const roadmap = readRoadmap(source);
  const before = item(roadmap, title);
  const edits = edit(roadmap, before);
  assert.ok(edits, 'there is an edit');
  const result = applyEdits(source, edits);
  assert.equal(item(readRoadmap(result), title).title, before.title);
  return result;
}
