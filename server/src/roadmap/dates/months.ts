/** How months are called, by language: data, so that another language is a line. */

interface MonthNames {
  readonly full: readonly string[];
  readonly short: readonly string[];
  /** Written with a capital letter: always, or at least by most people. Other languages don't. */
  readonly capital?: 'always' | 'any';
}

const list = (names: string): string[] => names.split(' ');

/** English first: where languages share a name, it is read and written as the first one has it. */
const MONTH_NAMES: readonly MonthNames[] = [
  // en
  {
    full: list('january february march april may june july august september october november december'),
    short: list('jan feb mar apr may jun jul aug sep oct nov dec'),
    capital: 'any',
  },
  { full: [], short: list('jan feb mar apr may jun jul aug sept oct nov dec'), capital: 'any' },
  // de
  {
    full: list('januar februar märz april mai juni juli august september oktober november dezember'),
    short: list('jan feb mär apr mai jun jul aug sep okt nov dez'),
    capital: 'always',
  },
  // fr
  {
    full: list('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
    short: list('janv févr mars avr mai juin juil août sept oct nov déc'),
  },
  // fr, typed without accents
  {
    full: list('janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'),
    short: [],
  },
  // es
  {
    full: list('enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'),
    short: list('ene feb mar abr may jun jul ago sep oct nov dic'),
  },
  // pt
  {
    full: list('janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'),
    short: list('jan fev mar abr mai jun jul ago set out nov dez'),
  },
  // sv
  {
    full: list('januari februari mars april maj juni juli augusti september oktober november december'),
    short: list('jan feb mar apr maj jun jul aug sep okt nov dec'),
  },
  // ru: of a date, and alone
  {
    full: list('января февраля марта апреля мая июня июля августа сентября октября ноября декабря'),
    short: list('янв фев мар апр май июн июл авг сен окт ноя дек'),
  },
  { full: [], short: list('янв февр марта апр мая июня июля авг сент окт нояб дек') },
  {
    full: list('январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'),
    short: [],
  },
  // uk: of a date, and alone
  {
    full: list('січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня'),
    short: list('січ лют бер кві тра чер лип сер вер жов лис гру'),
  },
  {
    full: list(
      'січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень',
    ),
    short: [],
  },
];

const NAMES = [...new Set(MONTH_NAMES.flatMap(({ full, short }) => [...full, ...short]))].sort(
  (a, b) => b.length - a.length,
);

/** A pattern with a group of that name for any month's name, abbreviated or not. */
export const monthPattern = (group: string): string => `(?<${group}>${NAMES.join('|')})(?!\\p{L})\\.?`;

/** Whether a text holds the name of a month at all. */
export const namesMonth = (text: string): boolean =>
  text.match(/\p{L}{3,}/gu)?.some((word) => KEYS.has(keyOf(word))) ?? false;

/** Words that a pattern without regard to case takes for the same have the same key. */
const keyOf = (word: string): string => word.toLowerCase().toUpperCase();
const KEYS: ReadonlySet<string> = new Set(NAMES.map(keyOf));

/** The month of that name, from 1; 0 for none. */
export function monthNumber(name: string): number {
  const wanted = name.toLowerCase();
  for (const { full, short } of MONTH_NAMES) {
    const index = Math.max(full.indexOf(wanted), short.indexOf(wanted));
    if (index >= 0) return index + 1;
  }
  return 0;
}

/** Too common as words, or as other names, to be a month by themselves. */
const NO_NAMES: ReadonlySet<string> = new Set(list('mars set out lis tra gru вер сер'));

/** Whether a name that stands for itself, without day or year, means the month: "July" and "May", but not "may". */
export function isMonthAlone(name: string): boolean {
  const lower = name.toLowerCase();
  if (NO_NAMES.has(lower)) return false;
  return name !== lower || (lower.length > 3 && lower !== 'march' && lower !== 'sept');
}

/** The month's name in the language and case of a sample, and as long. */
export function monthName(month: number, sample: string): string {
  const wanted = sample.toLowerCase();
  const capital = sample !== wanted;
  const named = (names: readonly string[]): string | undefined =>
    names.includes(wanted) ? names[month - 1] : undefined;
  const candidates = MONTH_NAMES.flatMap(({ full, short, capital: custom }) => {
    const name = named(full) ?? named(short);
    return name === undefined ? [] : [{ name, custom }];
  });
  // What English knows is English; "mai" is French, "Mai" German.
  const fitting = candidates.find(({ custom }) => custom === 'any' || (custom === 'always') === capital);
  const written = (fitting ?? candidates[0])?.name ?? MONTH_NAMES[0]?.short[month - 1] ?? '';
  if (capital && sample.length > 1 && sample === sample.toUpperCase()) return written.toUpperCase();
  return capital ? written.charAt(0).toUpperCase() + written.slice(1) : written;
}
