import { foldName, namesOf, type Name } from '../roadmap/names.ts';
import { partsOf, type Roadmap, type Span, type Stated } from '../roadmap/model.ts';
import { isSameValue, readLine, readValue } from '../roadmap/notations/index.ts';
import { applyEdits, type Edit } from './edit.ts';

export type Renaming = { readonly edits: readonly Edit[] } | { readonly refused: string };

/** The characters that a rename replaces: the sign of a handle stays. */
export const renamedSpan = ({ span, text }: Pick<Name, 'span' | 'text'>): Span =>
  text.startsWith('@') ? { start: span.start + 1, end: span.end } : span;

/** Ids and dependencies are names of the same things. */
const kindOf = ({ role }: Pick<Name, 'role'>): string => (role === 'owners' ? 'owner' : 'id');

/** Only what is spelled the same, but for the case: `@ann` is a handle, and `Ann` isn't. */
const isSameName = (one: Name, other: Pick<Name, 'role' | 'text'>): boolean =>
  kindOf(one) === kindOf(other) && foldName(one.text) === foldName(other.text);

/**
 * Gives an owner or an id another name wherever the document names it. Refused where the document would say something else
 * with it: a name with a comma is two.
 */
export function rename(roadmap: Roadmap, name: Pick<Name, 'role' | 'text'>, to: string): Renaming {
  const text = name.text.startsWith('@') ? to.trim().replace(/^@/u, '') : to.trim();
  const names = namesOf(roadmap).filter((other) => isSameName(other, name));
  const misread = names.find((other) => !isReadAs(roadmap, other, text));
  if (misread)
    return {
      refused:
        kindOf(name) === 'owner'
          ? `"${to}" can't be read as one owner.`
          : `"${to}" can't be read as an id in "${misread.stated.text}".`,
    };
  // What is written the same twice in one place (a heading that is an item) is changed once.
  const starts = new Set<number>();
  const edits = names.flatMap((other): Edit[] => {
    const span = renamedSpan(other);
    if (starts.has(span.start)) return [];
    starts.add(span.start);
    return [{ span, text }];
  });
  return { edits };
}

/** Whether the field will say the same, with the other name in it. */
function isReadAs({ text }: Roadmap, { role, stated, text: before, span }: Name, name: string): boolean {
  const isHandle = before.startsWith('@');
  if (isHandle && /\s/u.test(name)) return false;
  const after = isHandle ? `@${name}` : name;
  if (!isSameValue(readValue(role, after, {}), role === 'id' ? after : [after])) return false;
  // In a cell or a list the value is all that there is; elsewhere the notation decides.
  const isLine =
    stated.placement !== 'cell' && !/[\r\n]/u.test(text.slice(stated.whole.start, stated.whole.end));
  if (!isLine) return true;
  const field = (whole: string): unknown =>
    readLine({ text: whole, sourceOffset: (offset) => offset }, {}, 'inline').fields.find(
      (found) => found.field === role,
    )?.stated.value;
  const { start, end } = { start: stated.whole.start, end: Math.max(stated.whole.end, stated.span.end) };
  const whole = text.slice(start, end).trimStart();
  const base = end - whole.length;
  // What can't be told by itself (a name that is a link) isn't asked.
  if (!isSameValue(field(whole), stated.value)) return true;
  const changed = applyEdits(whole, [
    { span: { start: span.start - base, end: span.end - base }, text: after },
  ]);
  const spans = typeof stated.value === 'string' ? [stated.span] : partsOf(stated as Stated<string[]>);
  const values = typeof stated.value === 'string' ? [stated.value] : stated.value;
  const expected = values.map((value, index) => (spans[index]?.start === span.start ? after : value));
  return isSameValue(field(changed), typeof stated.value === 'string' ? expected[0] : expected);
}
