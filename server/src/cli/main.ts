/** The command line: `roadmap list`, `roadmap check` and `roadmap explain`, a second host of the same core. */
import { systemToday } from '../clock.ts';
import { run } from './run.ts';

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', () => process.exit());

void run(process.argv.slice(2), {
  today: systemToday,
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  colours: process.stdout.isTTY && !process.env['NO_COLOR'],
}).then((exitCode) => {
  process.exitCode = exitCode;
});
