import path from 'node:path';
import { systemToday } from '../clock.ts';
import type { Host } from '../host.ts';
import { nodeFileSystem } from './fileSystem.ts';
import { ReadingPool } from './readingPool.ts';
import { nodeStorage } from './storage.ts';

/** This machine. */
export const nodeHost: Host = {
  fileSystem: nodeFileSystem,
  // A bundle of its own, beside the server's.
  reader: new ReadingPool(path.join(__dirname, 'worker.cjs')),
  storage: nodeStorage,
  loadYaml: async () => (await import('../config/yaml.ts')).parseYaml,
  writesText: true,
  today: systemToday,
};
