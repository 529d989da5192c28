/**
 * The engine as it stands, behind what the benchmark needs of it: a document that is read, edited, and known again
 * after each edit, with its findings. The one file to change when the engine gets another face.
 */
import { readRoadmap } from '../../../server/src/roadmap/read.ts';
import type { Roadmap } from '../../../server/src/roadmap/model.ts';
import { check } from '../../../server/src/rules/index.ts';
import type { Finding } from '../../../server/src/rules/rule.ts';
import { TODAY } from '../today.ts';

export class Engine {
  #text: string;
  roadmap: Roadmap;
  findings: readonly Finding[];
  /** Pieces of the text that the last reading or edit gave to the parser. */
  parsed = 1;

  constructor(text: string) {
    this.#text = text;
    this.roadmap = readRoadmap(text);
    this.findings = check(this.roadmap, { today: TODAY });
  }

  edit(start: number, end: number, inserted: string): void {
    this.#text = this.#text.slice(0, start) + inserted + this.#text.slice(end);
    this.roadmap = readRoadmap(this.#text);
    this.findings = check(this.roadmap, { today: TODAY });
  }
}
