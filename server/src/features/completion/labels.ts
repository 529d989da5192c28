/** Fields to add to an item, as the document writes them. */
import { addField, surround, templateFor } from '../../edits/example.ts';
import { FIELD_NAMES } from '../../roadmap/facts.ts';
import type { FieldName, Roadmap, Span } from '../../roadmap/model.ts';
import { choicesFor, type Choice, type Known } from './values.ts';
import type { BelowPlace, WordsPlace } from './place.ts';

/** In the order in which people miss them. */
const FIELDS: readonly FieldName[] = [
  'owners',
  'due',
  'priority',
  'status',
  'start',
  'effort',
  'dependsOn',
  'completed',
];
/** So many values fit a menu in the middle of a line. */
const MAX_VALUES = 9;
const VALUE = '\0';

/** A field that may be added: what stands before and behind its value. */
export interface FieldChoice {
  readonly field: FieldName;
  readonly label: string;
  readonly before: string;
  readonly after: string;
  /** Values to choose from, where there are few. */
  readonly values: readonly Choice[];
  /** What stands in its way. */
  readonly removes?: Span;
}

export function fieldChoices(roadmap: Roadmap, place: WordsPlace | BelowPlace, known: Known): FieldChoice[] {
  const { item } = place;
  return FIELDS.filter((field) => item.fields[field] === undefined).flatMap((field) => {
    const written = place.kind === 'below' ? below(roadmap, place, field) : behind(roadmap, place, field);
    if (!written) return [];
    const [before = '', after = ''] = written.text.split(VALUE);
    return {
      field,
      label: labelIn(before) ?? FIELD_NAMES[field],
      before,
      after,
      values: few(roadmap, place, field, known),
      ...(written.removes ? { removes: written.removes } : {}),
    };
  });
}

/** The words of a label, without what stands around them. */
const labelIn = (before: string): string | undefined => /\p{L}[\p{L}\p{N} _-]*\p{L}/u.exec(before)?.[0];

interface Written {
  readonly text: string;
  readonly removes?: Span;
}

/** On a line of its own, which has been begun. */
function below(roadmap: Roadmap, { item, hasBullet }: BelowPlace, field: FieldName): Written | undefined {
  const template = templateFor(roadmap, field, item);
  if (template.placement !== 'below') return undefined;
  const text = surround(template, VALUE);
  return { text: hasBullet ? text.replace(/^(?:[-*+]|\d+[.)])[ \t]+/u, '') : text };
}

/** Where the field would be added to the item anyway, with what has been typed in its way. */
function behind(
  roadmap: Roadmap,
  { item, start, offset }: WordsPlace,
  field: FieldName,
): Written | undefined {
  const { text: source } = roadmap;
  const kept = source.slice(0, start).trimEnd().length;
  const { span, text } = addField(roadmap, item, templateFor(roadmap, field, item), VALUE);
  if (span.start < kept || span.start > offset) return undefined;
  // Behind a space, there is one already.
  if (/^[ \t]/u.test(text)) return { text: start > kept ? text.replace(/^[ \t]+/u, '') : text };
  return { text, ...(start > kept ? { removes: { start: kept, end: start } } : {}) };
}

function few(
  roadmap: Roadmap,
  { item, offset }: WordsPlace | BelowPlace,
  field: FieldName,
  known: Known,
): readonly Choice[] {
  if (field !== 'owners' && field !== 'priority' && field !== 'status') return [];
  const place = {
    kind: 'value',
    item,
    field,
    typed: '',
    start: offset,
    offset,
    end: offset,
    others: [],
  } as const;
  return choicesFor(roadmap, place, known).slice(0, MAX_VALUES);
}
