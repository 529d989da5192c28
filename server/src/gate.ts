import type { Message, MessageStrategy } from 'vscode-languageserver';

type Next = (message: Message) => void | Promise<void>;

/**
 * Holds messages back, in their order, until what answers them is there: so the first answer needn't wait for the loading of
 * what only later ones need.
 */
export class Gate implements MessageStrategy {
  #load: (() => Promise<void>) | undefined;
  #loading: Promise<void> | undefined;

  /** From the next message on: loads at the first one. */
  closeUntil(load: () => Promise<void>): void {
    this.#load = load;
  }

  handleMessage(message: Message, next: Next): void | Promise<void> {
    if (this.#load) {
      this.#loading = this.#load().then(() => {
        this.#loading = undefined;
      });
      this.#load = undefined;
    }
    return this.#loading ? this.#loading.then(() => next(message)) : next(message);
  }
}
