/** Lists of names: what stands between them, and where each of them stands. */
import type { Span } from '../model.ts';
import type { ReadValue } from './notation.ts';

/** A name, and its place in the text. */
export interface Named extends Span {
  readonly name: string;
}

/** The names of a list, without white space around them; empty ones are left out. */
export function splitNames(text: string, separator: RegExp): Named[] {
  const names: Named[] = [];
  let from = 0;
  const add = (to: number): void => {
    const name = trimmed({ name: text.slice(from, to), start: from, end: to }, /^\s+|\s+$/gu);
    if (name.name !== '') names.push(name);
  };
  for (const { index, 0: between } of text.matchAll(new RegExp(separator, 'giu'))) {
    add(index);
    from = index + between.length;
  }
  add(text.length);
  return names;
}

/** The name without what the pattern takes away at its ends. */
export function trimmed({ name, start }: Named, ends: RegExp): Named {
  let before = 0;
  const kept = name.replace(ends, (away: string, at: number) => {
    if (at === 0) before = away.length;
    return '';
  });
  return { name: kept, start: start + before, end: start + before + kept.length };
}

/** The names as a value of the stretch of text that they were read from. */
export function readNames(names: readonly Named[], { start, end }: Span): ReadValue<readonly string[]> {
  const isWhole = names.length === 1 && names[0]?.start === start && names[0].end === end;
  return {
    value: names.map(({ name }) => name),
    start,
    end,
    ...(isWhole || names.length === 0
      ? {}
      : { parts: names.map((name) => ({ start: name.start, end: name.end })) }),
  };
}

/** What stands between the names of a list, as the text has it. */
export function separatorIn(text: string, separator: RegExp): string {
  return separator.exec(text)?.[0] ?? ', ';
}
