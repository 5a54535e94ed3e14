import { emitKeypressEvents } from 'node:readline';
import type { ReadStream } from 'node:tty';

interface Pressed {
  readonly name?: string;
  readonly ctrl?: boolean;
  readonly meta?: boolean;
}

/** Single keys of a terminal, as they are pressed. */
export class Keyboard {
  readonly #input: Pick<ReadStream, 'on' | 'resume' | 'pause' | 'setRawMode'>;
  #isAway = false;

  /** @param press gets the name of each key: `n`, `space`, `return`, `ctrl-c` */
  constructor(input: ReadStream, press: (key: string) => void) {
    this.#input = input;
    emitKeypressEvents(input);
    input.on('keypress', (_, key: Pressed | undefined) => {
      if (!this.#isAway && key?.name && !key.meta) press(key.ctrl ? `ctrl-${key.name}` : key.name);
    });
    this.#listen(true);
  }

  /** While somebody else reads what is typed: an editor, a question, the shell. */
  async lend<T>(run: () => T | Promise<T>): Promise<T> {
    this.#isAway = true;
    this.#listen(false);
    try {
      return await run();
    } finally {
      this.#listen(true);
      this.#isAway = false;
    }
  }

  /** Leaves the terminal as it was. */
  close(): void {
    this.#isAway = true;
    this.#listen(false);
  }

  #listen(isOn: boolean): void {
    this.#input.setRawMode(isOn);
    if (isOn) this.#input.resume();
    else this.#input.pause();
  }
}
