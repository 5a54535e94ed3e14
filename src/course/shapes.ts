/** What else people write: the other right shapes of a kata, and the mistakes with their names. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn, type Kata } from './katas.ts';

export interface Shape {
  /** `right-reduce.ts`. */
  readonly file: string;
  /** `reduce`. */
  readonly name: string;
  /** Its first line of comment; empty when it begins without one. */
  readonly about: string;
}

export function shapesOf(kata: Kata, kind: 'right' | 'wrong'): Shape[] {
  return filesIn(kata.attempts)
    .filter((file) => file.startsWith(`${kind}-`) && file.endsWith('.ts'))
    .map((file) => ({
      file,
      name: file.slice(kind.length + 1, -'.ts'.length).replaceAll('-', ' '),
      about: aboutIn(readFileSync(join(kata.attempts, file), 'utf8')),
    }));
}

/** What the first line of a file says about it; empty when that is no comment. */
export function aboutIn(text: string): string {
  const [first = ''] = text.split(/\r?\n/);
  // These two are for the proof, and not about the shape.
  if (/^\/\/ (Fails|Says): /.test(first)) return '';
  return /^(?:\/\/|\/\*\*) (?<about>.*?)(?: \*\/)?$/.exec(first)?.groups?.about ?? '';
}
