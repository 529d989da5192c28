/**
 * The forms in which a label and its value are written: one row each, which tells the form by its marks and writes it.
 * The words of the labels are the fields' own: a form works for every label of every field.
 */
import type { NotationId } from '../model.ts';

/** What stands around a label and its value. */
export interface LabelShape {
  /** The bracket or mark that opens the field. */
  readonly opener: '' | '(' | '[' | '{' | '@' | '<!--';
  readonly colon: ':' | '::' | '：' | '';
  /** Emphasis of the label alone (`**Owner:** Ann`) or of the whole field (`*Owner: Ann*`). */
  readonly emphasis: 'none' | 'label' | 'field';
  /** No space behind the colon. */
  readonly tight: boolean;
  /** Something stands before it in the line. */
  readonly follows: boolean;
}

export interface LabelForm {
  readonly id: NotationId;
  /** For the documentation: where the form comes from, or how it looks. */
  readonly about: string;
  readonly example: string;
  readonly shape: Partial<LabelShape>;
  write(label: string, value: string): string;
}

const capitalize = (label: string): string => label.charAt(0).toUpperCase() + label.slice(1);
const key = (label: string): string => label.toLowerCase().replace(/\s+/gu, '-');

/** The first row whose marks are all there is the form. */
export const LABEL_FORMS: readonly LabelForm[] = [
  {
    id: 'comment',
    about: 'in an HTML comment, which no reader of the rendered page sees',
    example: 'Ship the gateway <!-- owner: @ann -->',
    shape: { opener: '<!--' },
    write: (label, value) => `<!-- ${key(label)}: ${value} -->`,
  },
  {
    id: 'inline-field',
    about: 'inline fields of Dataview and its kin; in parentheses, the label is hidden when rendered',
    example: 'Ship the gateway [due:: 2025-08-05]',
    shape: { colon: '::' },
    write: (label, value) => `[${key(label)}:: ${value}]`,
  },
  {
    id: 'tag',
    about: 'tags of TaskPaper and Todo+',
    example: 'Ship the gateway @due(2025-08-05)',
    shape: { opener: '@' },
    write: (label, value) => `@${key(label)}(${value})`,
  },
  {
    id: 'braces',
    about: 'in braces',
    example: 'Ship the gateway {due: 2025-08-05}',
    shape: { opener: '{' },
    write: (label, value) => `{${key(label)}: ${value}}`,
  },
  {
    id: 'brackets',
    about: 'in brackets',
    example: 'Ship the gateway [Owner: Ann]',
    shape: { opener: '[' },
    write: (label, value) => `[${capitalize(label)}: ${value}]`,
  },
  {
    id: 'parentheses',
    about: 'in parentheses, one field or several',
    example: 'Ship the gateway (Target: Q1 2026)',
    shape: { opener: '(' },
    write: (label, value) => `(${capitalize(label)}: ${value})`,
  },
  {
    id: 'full-width',
    about: 'with a full-width colon',
    example: '负责人：李雷',
    shape: { colon: '：' },
    write: (label, value) => `${label}：${value}`,
  },
  {
    id: 'bold-label',
    about: 'a bold label',
    example: '**Owner:** Ann',
    shape: { emphasis: 'label' },
    write: (label, value) => `**${capitalize(label)}:** ${value}`,
  },
  {
    id: 'emphasised',
    about: 'label and value bold or italic',
    example: 'Ship the gateway - *Due: 2025-08-05*',
    shape: { emphasis: 'field' },
    write: (label, value) => `*${capitalize(label)}: ${value}*`,
  },
  {
    id: 'key-value',
    about: 'key and value of todo.txt and its kin',
    example: 'Ship the gateway due:2025-08-05',
    shape: { tight: true, colon: ':' },
    write: (label, value) => `${key(label)}:${value}`,
  },
  {
    id: 'chain',
    about: 'behind a bar, dot, dash or comma, one after the other',
    example: 'Owner: Ann | Due: 2025-08-05',
    shape: { follows: true },
    write: (label, value) => `| ${capitalize(label)}: ${value}`,
  },
  {
    id: 'label',
    about: 'a plain label, on a line or bullet of its own',
    example: 'Owner: Ann',
    shape: {},
    write: (label, value) => `${capitalize(label)}: ${value}`,
  },
];

/** The form that these marks make. */
export function formOf(shape: LabelShape): LabelForm {
  const found = LABEL_FORMS.find(({ shape: marks }) =>
    (Object.keys(marks) as (keyof LabelShape)[]).every((mark) => marks[mark] === shape[mark]),
  );
  // This row asks for no marks.
  return found ?? labelForm('label');
}

/** The form of that id; an id that isn't in the table is a mistake of the caller's. */
export function labelForm(id: NotationId): LabelForm {
  const form = LABEL_FORMS.find((candidate) => candidate.id === id);
  if (!form) throw new Error(`There is no form "${id}".`);
  return form;
}
