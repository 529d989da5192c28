import { readFileSync } from 'node:fs';
import path from 'node:path';
import { decodeText } from '../../server/src/workspace/decode.ts';
import { readRoadmap } from '../../server/src/roadmap/read.ts';
import type { Roadmap } from '../../server/src/roadmap/model.ts';

export const DOCUMENTS = path.join(import.meta.dirname, '../fixtures/documents');

export const fixture = (name: string): string => path.join(DOCUMENTS, name);

export const readFixture = (name: string): Roadmap => readRoadmap(decodeText(readFileSync(fixture(name))));
