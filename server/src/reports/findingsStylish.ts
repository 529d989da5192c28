import { LineIndex } from '../roadmap/lines.ts';
import { count } from '../roadmap/wording.ts';
import type { Severity } from '../rules/rule.ts';
import type { CheckedFile } from './findingsJson.ts';
import { columns } from './table.ts';

/** SGR parameters: red, yellow, blue, dim. The word stands there too, so that colour is never alone. */
const COLOURS: Readonly<Record<Severity, string>> = {
  error: '31',
  warning: '33',
  information: '34',
  hint: '2',
};

/** Findings by file, a line each, as linters print them; nothing at all where there are none. */
export function findingsStylish(files: readonly CheckedFile[], colours: boolean): string {
  const paint = (text: string, code: string): string => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);
  const blocks = files
    .filter(({ findings }) => findings.length > 0)
    .map(({ file, text, findings }) => {
      const lines = new LineIndex(text);
      const rows = findings.map(({ rule, severity, span, message }) => {
        const { line, character } = lines.positionAt(span.start);
        return [`  ${line + 1}:${character + 1}`, severity, message, rule];
      });
      const painted = columns(rows).map((row, index) => {
        const severity = findings[index]?.severity ?? 'hint';
        return row.replace(severity, paint(severity, COLOURS[severity]));
      });
      return [paint(file, '4'), ...painted, ''].join('\n');
    });
  if (blocks.length === 0) return '';
  const all = files.flatMap(({ findings }) => findings);
  const of = (severity: Severity): number => all.filter((finding) => finding.severity === severity).length;
  const summary = `${count(all.length, 'problem')} (${count(of('error'), 'error')}, ${count(of('warning'), 'warning')})`;
  return `${blocks.join('\n')}\n${summary}\n`;
}
