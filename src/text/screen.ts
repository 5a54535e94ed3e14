import { pageFor } from './print.ts';
import { type Style, terminalStyle } from './style.ts';

/** The same page from its fullest to its leanest: a screen shows the first that fits. */
export type View = (style: Style) => readonly string[];

interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
  write(text: string): unknown;
}

const CLEARED = '\x1b[2J\x1b[H';

/**
 * The terminal in watch mode: one page at a time, from its top. What does not fit comes at a key, and what
 * was there before can still be scrolled to. Anything but a terminal gets page after page, each one whole.
 */
export class Screen {
  readonly #isWhole: boolean;
  readonly #terminal: Terminal;
  #view: View = () => [''];
  #rest: readonly string[] = [];
  /** The parts of this page that were shown before, and the one that is. */
  #shown: (readonly string[])[] = [];
  #isClosed = false;
  #isLent = false;

  /** @param isWhole shows every page whole, for somebody who has no key to go on */
  constructor({ isWhole = false, terminal = process.stdout as Terminal } = {}) {
    this.#isWhole = isWhole;
    this.#terminal = terminal;
  }

  /** Lines that a page may have. */
  get #room(): number {
    const { isTTY, rows } = this.#terminal;
    // The line below the last one has the cursor.
    return isTTY && rows && !this.#isWhole ? Math.max(rows - 1, 2) : Number.POSITIVE_INFINITY;
  }

  turnTo(view: View): void {
    this.#view = view;
    this.redraw();
  }

  /** While somebody else has the terminal, as a question does: a page that comes meanwhile is drawn afterwards. */
  async lend<T>(run: () => Promise<T>): Promise<T> {
    const before = this.#view;
    this.#isLent = true;
    try {
      return await run();
    } finally {
      this.#isLent = false;
      if (this.#view !== before) this.redraw();
    }
  }

  /** The page again, for a terminal of another size, or one that somebody else has written on. */
  redraw(): void {
    if (this.#isLent) return;
    const pages = this.#view(terminalStyle(process.env, this.#terminal));
    const all = pages.map((page) => this.#linesOf(page));
    this.#shown = [];
    this.#begin(all.find(({ length }) => length <= this.#room) ?? all.at(-1) ?? []);
  }

  /** Goes on with a page that did not fit. @returns whether there was more of it */
  more(): boolean {
    if (this.#rest.length === 0) return false;
    this.#begin(this.#rest);
    return true;
  }

  /** The part before, of a page that did not fit. @returns whether there was one */
  less(): boolean {
    if (this.#shown.length < 2) return false;
    this.#shown.pop();
    this.#begin(this.#shown.pop() ?? []);
    return true;
  }

  /** Below the page; gone with the next one. */
  say(words: string): void {
    if (this.#isLent) return;
    this.redraw();
    this.#write(this.#linesOf(words).slice(1));
  }

  /** On the last line, which no page needs; gone with the next page. */
  note(words: string): void {
    const { isTTY, rows } = this.#terminal;
    if (!isTTY || !rows || this.#isWhole || this.#isClosed || this.#isLent) return;
    const [, line = ''] = this.#linesOf(words);
    this.#terminal.write(`\x1b7\x1b[${rows};1H\x1b[2K${line}\x1b8`);
  }

  /** Nothing more is shown. */
  close(): void {
    this.#isClosed = true;
  }

  #begin(lines: readonly string[]): void {
    const room = this.#room;
    const isMore = lines.length > room;
    this.#shown.push(lines);
    this.#rest = isMore ? lines.slice(room - 1) : [];
    // As vitest does between two runs; what was there can still be scrolled to.
    if (this.#terminal.isTTY && process.env.TERM !== 'dumb' && !this.#isClosed)
      this.#terminal.write(CLEARED);
    this.#write(isMore ? lines.slice(0, room - 1) : lines);
    const before = this.#shown.length > 1;
    // The last part need not have a line to spare.
    if (!isMore && (!before || lines.length === room)) return;
    const { dim } = terminalStyle(process.env, this.#terminal);
    const words = isMore ? 'press space for the rest' : 'press up for what is above';
    this.#write(
      this.#linesOf(dim(`  … ${words}${isMore && before ? ', up for what is above' : ''}`)).slice(
        1,
      ),
    );
  }

  /** A blank line comes first. */
  #linesOf(page: string): string[] {
    return pageFor(`\n${page}`, this.#terminal).split('\n');
  }

  #write(lines: readonly string[]): void {
    if (this.#isClosed) return;
    this.#terminal.write(lines.map((line) => `${line}\n`).join(''));
  }
}
