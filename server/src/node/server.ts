/** The server in Node up to `initialize`: a bundle of its own, so that it can be loaded as compiled before. */
import {
  createConnection,
  ProposedFeatures,
  StreamMessageWriter,
  type MessageReader,
} from 'vscode-languageserver/node';
import { Gate } from '../gate.ts';
import { startServer, type StartSession } from '../server.ts';
import { encoder } from './encoder.ts';

export function startNodeServer(loadSession: () => StartSession): void {
  const gate = new Gate();
  const options = { messageStrategy: gate };
  const connection = process.argv.includes('--stdio')
    ? createConnection(
        ProposedFeatures.all,
        // A stream, not a reader: so the server ends with it.
        process.stdin as unknown as MessageReader,
        new StreamMessageWriter(process.stdout, { contentTypeEncoder: encoder }),
        options,
      )
    : createConnection(ProposedFeatures.all, options);
  startServer(connection, gate, loadSession);
}
