/** A thread that reads files, one after the other. */
import { parentPort } from 'node:worker_threads';
import { readBytes } from '../workspace/reading.ts';
import { READY, type ReadingAnswer, type ReadingTask } from './readingPool.ts';

parentPort?.on('message', ({ bytes }: ReadingTask) => {
  let answer: ReadingAnswer;
  try {
    answer = { reading: readBytes(bytes) };
  } catch (error) {
    answer = { error: String(error) };
  }
  const packed = 'reading' in answer ? answer.reading?.packed : undefined;
  parentPort?.postMessage(answer, packed ? [packed.buffer as ArrayBuffer] : []);
});

parentPort?.postMessage(READY);
