import type { Message, MessageStrategy } from 'vscode-languageserver';

type Next = (message: Message) => void | Promise<void>;

/** Before the first message that comes behind an answer, loads what answers it: the answer needn't wait for that. */
export class Gate implements MessageStrategy {
  #load: (() => void) | undefined;

  /** From the next message on. */
  closeUntil(load: () => void): void {
    this.#load = load;
  }

  handleMessage(message: Message, next: Next): void | Promise<void> {
    this.#load?.();
    this.#load = undefined;
    return next(message);
  }
}
