import { accept, settled } from '../../../server/src/config/configuration.ts';
import type { Settings } from '../../../server/src/rules/settings.ts';

/** The settings that somebody makes who writes this into a configuration file. */
export function settings(value: object): Settings {
  const { configuration, problems } = accept(value);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return settled(configuration);
}
