import type { OptionType } from '../rules/options.ts';
import { RULES } from '../rules/index.ts';
import { DEFAULT_SETTINGS } from '../rules/settings.ts';

/** As much of JSON Schema (draft 7) as is needed here: what editors are given is what is checked. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'boolean';
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: JsonSchema;
  readonly uniqueItems?: boolean;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

export const SEVERITIES = ['error', 'warning', 'information', 'hint', 'off'] as const;
/** In the order of ISO weekdays: Monday is the first. */
export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

const strings = (description: string): JsonSchema => ({
  description,
  type: 'array',
  items: { type: 'string' },
  uniqueItems: true,
});

/** What can be settled of a rule's option. */
export function optionSchema(option: OptionType): JsonSchema {
  const { description, type } = option;
  const shared = { description, default: option.default };
  switch (type) {
    case 'enum':
      return { ...shared, type: 'string', enum: option.values };
    case 'list':
      return { ...shared, type: 'array', items: { type: 'string' }, uniqueItems: true };
    case 'number': {
      const { minimum, maximum } = option;
      return {
        ...shared,
        type,
        ...(minimum === undefined ? {} : { minimum }),
        ...(maximum === undefined ? {} : { maximum }),
      };
    }
    case 'boolean':
    case 'string':
      return { ...shared, type };
  }
}

/** What can be settled of a rule: a severity, or an object with the severity and the rule's options. */
function ruleSchema({ setting, defaultSeverity, options = {} }: (typeof RULES)[number]): JsonSchema {
  return {
    description: plain(setting),
    default: defaultSeverity,
    anyOf: [
      { type: 'string', enum: SEVERITIES },
      {
        type: 'object',
        properties: {
          severity: { description: 'How to report it.', type: 'string', enum: SEVERITIES },
          ...Object.fromEntries(
            Object.entries<OptionType>(options).map(([name, option]) => [name, optionSchema(option)]),
          ),
        },
        additionalProperties: false,
      },
    ],
  };
}

/** References to settings are links only in the settings editor. */
export const plain = (sentence: string): string => sentence.replace(/`#([^#`]+)#`/gu, '`$1`');

/** What a configuration file, the settings and the front matter of a document may say. */
export const CONFIGURATION_SCHEMA: JsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Roadmap Markdown',
  description: 'What a repository agrees on for its roadmaps.',
  type: 'object',
  properties: {
    $schema: { description: 'The address of this schema.', type: 'string' },
    rules: {
      description: 'How the findings of each rule are reported, and what else can be settled of it.',
      type: 'object',
      properties: Object.fromEntries(RULES.map((rule) => [rule.id, ruleSchema(rule)])),
      additionalProperties: false,
    },
    owners: strings('The team: who may own work.'),
    files: {
      description: 'Which markdown files are roadmaps. Only in the file at the top of the workspace folder.',
      type: 'object',
      properties: {
        include: strings('Globs of roadmaps, relative to the workspace folder, without regard to case.'),
        exclude: strings('Globs of files that are none, whatever `include` says.'),
      },
      additionalProperties: false,
    },
    holidays: {
      description: 'Days on which nobody works, such as `2025-12-25`.',
      type: 'array',
      items: {
        type: 'string',
        pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
        description: 'a date such as 2025-12-25',
      },
      uniqueItems: true,
    },
    workingDays: {
      description: 'The days of the week on which people work.',
      type: 'array',
      items: { type: 'string', enum: WEEKDAYS },
      uniqueItems: true,
      default: WEEKDAYS.filter((_, index) => DEFAULT_SETTINGS.workingDays.some((day) => day === index + 1)),
    },
    capacity: {
      description: 'Hours of work in a week: a number for everybody, or one for each owner.',
      default: DEFAULT_SETTINGS.capacity,
      anyOf: [
        { type: 'number', minimum: 0 },
        { type: 'object', additionalProperties: { type: 'number', minimum: 0 } },
      ],
    },
  },
  additionalProperties: false,
};
