/** What can be settled of a rule besides its severity: names, types and defaults. */
interface Described {
  /** A sentence for the settings editor and the documentation. */
  readonly description: string;
}

export type OptionType = Described &
  (
    | { readonly type: 'boolean'; readonly default: boolean }
    | {
        readonly type: 'number';
        readonly default: number;
        readonly minimum?: number;
        readonly maximum?: number;
      }
    | { readonly type: 'string'; readonly default: string }
    | { readonly type: 'enum'; readonly values: readonly string[]; readonly default: string }
    | { readonly type: 'list'; readonly default: readonly string[] }
  );
export type OptionTypes = Readonly<Record<string, OptionType>>;

type ValueOf<T extends OptionType> = T extends { type: 'boolean' }
  ? boolean
  : T extends { type: 'number' }
    ? number
    : T extends { type: 'enum'; values: readonly (infer V)[] }
      ? V
      : T extends { type: 'list' }
        ? readonly string[]
        : string;

/** What a rule is given: a value for each of its options. */
export type OptionValues<O extends OptionTypes> = { readonly [K in keyof O]: ValueOf<O[K]> };

/** The values that were settled, and the default of each that wasn't. */
export function optionValues(
  types: OptionTypes = {},
  settled: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(types).map(([name, type]) => [name, settled[name] ?? type.default]),
  );
}
