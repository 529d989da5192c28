import type { CivilDate } from '../roadmap/dates/civil.ts';
import type { Severity } from '../rules/rule.ts';
import { DEFAULT_SETTINGS, type RuleSetting, type Settings, type Weekday } from '../rules/settings.ts';
import { CONFIGURATION_SCHEMA, WEEKDAYS } from './schema.ts';
import { validate, type Path, type Problem } from './validate.ts';

/** What one place says: the settings, a file, the front matter of a document. What it leaves open, others decide. */
export interface Configuration {
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly owners?: readonly string[];
  readonly files?: { readonly include?: readonly string[]; readonly exclude?: readonly string[] };
  readonly holidays?: readonly CivilDate[];
  readonly workingDays?: readonly Weekday[];
  readonly capacity?: Settings['capacity'];
}

/** What of a value from outside can be used, and what is wrong with the rest. */
export function accept(value: unknown): { configuration: Configuration; problems: readonly Problem[] } {
  // An empty file says nothing.
  if (value === undefined || value === null) return { configuration: {}, problems: [] };
  const problems = validate(value, CONFIGURATION_SCHEMA);
  const { rules, workingDays, ...others } = without(
    value,
    problems.map(({ path }) => path),
  ) as Accepted;
  return {
    problems,
    configuration: {
      ...others,
      ...(rules
        ? { rules: Object.fromEntries(Object.entries(rules).map(([id, rule]) => [id, ruleOf(rule)])) }
        : {}),
      ...(workingDays
        ? { workingDays: workingDays.map((day) => (WEEKDAYS.indexOf(day) + 1) as Weekday) }
        : {}),
    },
  };
}

/** As people write it. */
type Accepted = Omit<Configuration, 'rules' | 'workingDays'> & {
  readonly rules?: Readonly<Record<string, Severity | 'off' | RuleObject>>;
  readonly workingDays?: readonly (typeof WEEKDAYS)[number][];
};
type RuleObject = { readonly severity?: Severity | 'off' } & Readonly<Record<string, unknown>>;

function ruleOf(rule: Severity | 'off' | RuleObject): RuleSetting {
  if (typeof rule === 'string') return { severity: rule };
  const { severity, ...options } = rule;
  return { options, ...(severity === undefined ? {} : { severity }) };
}

/** The value without what stands at these places: the rest of it still counts. */
function without(value: unknown, paths: readonly Path[]): unknown {
  if (paths.some((path) => path.length === 0)) return {};
  if (paths.length === 0 || typeof value !== 'object' || value === null) return value;
  const inside = (key: string | number): Path[] =>
    paths.filter(([first]) => first === key).map((path) => path.slice(1));
  const keeps = (key: string | number): boolean => inside(key).every((path) => path.length > 0);
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) => (keeps(index) ? [without(item, inside(index))] : []));
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (keeps(key) ? [[key, without(item, inside(key))]] : [])),
  );
}

/** What all say together, key by key: later ones win. */
export function merged(layers: readonly Configuration[]): Configuration {
  const all: Configuration = Object.assign({}, ...layers) as Configuration;
  const rules: Record<string, RuleSetting> = {};
  for (const layer of layers)
    for (const [id, { severity, options }] of Object.entries(layer.rules ?? {})) {
      const before = rules[id] ?? {};
      rules[id] = {
        ...before,
        ...(severity === undefined ? {} : { severity }),
        ...(options ? { options: { ...before.options, ...options } } : {}),
      };
    }
  const files = Object.assign({}, ...layers.map((layer) => layer.files)) as NonNullable<
    Configuration['files']
  >;
  return { ...all, rules, files };
}

/** What holds where these have said what they want, in a repository whose code has these owners; the defaults for the rest. */
export function settled(
  { rules, owners, holidays, workingDays, capacity }: Configuration,
  codeOwners = DEFAULT_SETTINGS.codeOwners,
): Settings {
  return {
    rules: rules ?? DEFAULT_SETTINGS.rules,
    owners: owners ?? DEFAULT_SETTINGS.owners,
    codeOwners,
    holidays: holidays ?? DEFAULT_SETTINGS.holidays,
    workingDays: workingDays ?? DEFAULT_SETTINGS.workingDays,
    capacity: capacity ?? DEFAULT_SETTINGS.capacity,
  };
}
