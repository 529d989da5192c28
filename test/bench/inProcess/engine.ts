/**
 * The engine as it stands, behind what the benchmark needs of it: a document that is read, edited, and known again
 * after each edit, with its findings. The one file to change when the engine gets another face.
 */
import type { RoadmapReading } from '../../../server/src/roadmap/chapters/roadmapReading.ts';
import { linksOf } from '../../../server/src/roadmap/links.ts';
import type { Roadmap } from '../../../server/src/roadmap/model.ts';
import { readOn } from '../../../server/src/roadmap/read.ts';
import { checkParts } from '../../../server/src/rules/index.ts';
import type { Finding } from '../../../server/src/rules/rule.ts';
import { WorkspaceFacts } from '../../../server/src/rules/workspaceFacts.ts';
import { TODAY } from '../today.ts';

export class Engine {
  #reading: RoadmapReading;
  roadmap: Roadmap;
  /** By chapter. */
  findings: readonly (readonly Finding[])[];
  /** A workspace of this document alone, kept up as the server does. */
  readonly #facts = new WorkspaceFacts();
  #before: readonly object[] = [];

  constructor(text: string) {
    this.#reading = readOn(undefined, text, undefined);
    this.roadmap = this.#reading.roadmap;
    this.findings = this.#check();
  }

  edit(start: number, end: number, inserted: string): void {
    const { markdown } = this.#reading;
    this.#before = markdown.pieces;
    this.#reading = this.#reading.next(markdown.edit([{ start, end, text: inserted }]));
    this.roadmap = this.#reading.roadmap;
    this.findings = this.#check();
  }

  #check(): readonly (readonly Finding[])[] {
    this.#facts.set('', (this.roadmap.parts ?? [this.roadmap]).map(linksOf));
    return checkParts(this.roadmap, { today: TODAY, workspace: { facts: this.#facts, uri: '' } }).parts;
  }

  /** How many pieces of the text were read for the last edit, or at first. */
  get parsed(): number {
    const before = new Set(this.#before);
    return this.#reading.markdown.pieces.filter((piece) => !before.has(piece)).length;
  }
}
