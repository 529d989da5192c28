import { plainDateISO } from 'temporal-polyfill/fns/Now';
import { toString } from 'temporal-polyfill/fns/PlainDate';
import type { CivilDate } from './roadmap/dates/civil.ts';

/** The user's civil date, by the clock and zone of this machine: the one place that reads the clock. */
export const systemToday = (): CivilDate => toString(plainDateISO());
