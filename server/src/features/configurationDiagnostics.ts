import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { readConfiguration, type LoadYaml } from '../config/read.ts';
import type { PositionEncoding } from '../roadmap/columns.ts';
import { LineIndex } from '../roadmap/lines.ts';

/** What is wrong with a configuration file, as it stands in the editor. */
export async function configurationDiagnostics(
  document: TextDocument,
  loadYaml: LoadYaml,
  encoding: PositionEncoding,
): Promise<Diagnostic[]> {
  const text = document.getText();
  const { faults } = await readConfiguration(text, loadYaml);
  const lines = new LineIndex(text, encoding);
  return faults.map(({ span, message }) => ({
    source: 'roadmap',
    code: 'configuration',
    severity: DiagnosticSeverity.Error,
    range: lines.rangeOf(span),
    message,
  }));
}
