/** Text put into a source, at places of the source as it was. */
export class Edits {
  readonly #opening: Edit[] = [];
  readonly #closing: Edit[] = [];

  /** Before what begins there. Of two at one place, the first one that is asked for comes first. */
  open(at: number, text: string): void {
    this.#opening.push({ at, text });
  }

  /** Behind what ends there: before whatever opens at the same place, in the order in which it is asked for. */
  close(at: number, text: string): void {
    this.#closing.push({ at, text });
  }

  applyTo(source: string): string {
    const all = [...this.#closing, ...this.#opening].sort((a, b) => a.at - b.at);
    let result = '';
    let from = 0;
    for (const { at, text } of all) {
      result += source.slice(from, at) + text;
      from = at;
    }
    return result + source.slice(from);
  }
}

interface Edit {
  readonly at: number;
  readonly text: string;
}
