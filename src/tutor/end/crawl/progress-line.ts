/** One line of a terminal that is written again and again. Anything but a terminal gets nothing of it. */
import { pageFor } from '../../../text/print.ts';

const CLEARED = '\r\x1b[K';

export class ProgressLine {
  readonly #isShown: boolean;
  #text = '';

  constructor(isWanted: boolean) {
    this.#isShown = isWanted && process.stdout.isTTY === true && process.env.TERM !== 'dumb';
  }

  draw(text: string): void {
    if (!this.#isShown) return;
    // A line that is too long would be two, of which only one is cleared.
    this.#text = text.slice(0, (process.stdout.columns || 80) - 1);
    process.stdout.write(CLEARED + pageFor(this.#text, process.stdout));
  }

  /** Something else, above it. */
  print(text: string): void {
    this.#clear();
    process.stdout.write(pageFor(text, process.stdout));
    if (this.#text !== '' && text.endsWith('\n')) this.draw(this.#text);
  }

  end(): void {
    this.#clear();
    this.#text = '';
  }

  #clear(): void {
    if (this.#isShown && this.#text !== '') process.stdout.write(CLEARED);
  }
}
