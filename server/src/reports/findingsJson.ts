import type { CivilDate } from '../roadmap/dates/civil.ts';
import { LineIndex } from '../roadmap/lines.ts';
import type { RatedFinding } from '../rules/index.ts';

/** A file with what the rules have to say of it. */
export interface CheckedFile {
  readonly file: string;
  readonly text: string;
  readonly findings: readonly RatedFinding[];
}

/** Raised when a key changes its meaning or goes; a new key leaves it as it is. */
const SCHEMA_VERSION = 1;

/** Findings as JSON: what `roadmap check --format json` prints. Lines and columns are from 1, columns in UTF-16 units. */
export function findingsJson(files: readonly CheckedFile[], today: CivilDate): string {
  const findings = files.flatMap(({ file, text, findings: found }) => {
    const lines = new LineIndex(text);
    return found.map(({ rule, severity, span, message }) => {
      const { start, end } = lines.rangeOf(span);
      return {
        rule,
        severity,
        file,
        line: start.line + 1,
        column: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
        message,
      };
    });
  });
  return JSON.stringify({ schemaVersion: SCHEMA_VERSION, today, findings }, null, 2);
}
