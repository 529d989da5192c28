/** What the generated plans are about: a port that renews its quays, its offices and its software. */
import type { Random } from './random.ts';

const VERBS = [
  'Renew',
  'Move',
  'Repair',
  'Measure',
  'Replace',
  'Automate',
  'Document',
  'Review',
  'Paint',
  'Split',
];
const THINGS = [
  'the berth map',
  'crane telemetry',
  'the tide gauge',
  'night shift rosters',
  'the customs gateway',
  'pilot bookings',
  'the quay lighting',
  'cold store alarms',
  'invoice exports',
  'the weather feed',
  'gate cameras',
  'the ferry timetable',
];
const ENDS = [
  '',
  '',
  ' on phones',
  ' for the north quay',
  ' before winter',
  ' at the old lock',
  ' in `harbour.toml`',
];
const RISKS = [
  'Ships wait outside the bar',
  'Wrong tonnage on the invoice',
  'Nobody sees the alarm at night',
  'The old lock stays closed in fog',
];
const AREAS = [
  'Moorings',
  'Cargo & Cranes',
  'Harbour Office',
  'Tides and Weather',
  'Ferries',
  'Gates',
  'Accounts',
];
const OWNERS = ['@mina', '@jonas', '@quay-team', '@office', '@cranes', '@it-team'];

export const title = (random: Random): string =>
  `${random.pick(VERBS)} ${random.pick(THINGS)}${random.pick(ENDS)}`;
export const risk = (random: Random): string => random.pick(RISKS);
export const area = (random: Random): string => random.pick(AREAS);
export const owner = (random: Random): string => random.pick(OWNERS);

/** A day of 2025 or 2026. */
export function day(random: Random): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${2025 + random.below(2)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`;
}

/** A few sentences that plan nothing. */
export function prose(random: Random, sentences: number): string {
  return Array.from(
    { length: sentences },
    () => `${random.pick(RISKS)}, as the log of ${random.pick(AREAS)} shows for *${random.pick(THINGS)}*.`,
  ).join(' ');
}
