import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn, type Kata } from './katas.ts';

export interface Attempt {
  /** Absolute path. */
  readonly file: string;
  /** `wrong-all.ts`. */
  readonly name: string;
  readonly kind: 'right' | 'wrong';
  /** Its first line of comment, which `npm run compare` shows; empty when it begins without one. */
  readonly about: string;
  /** Titles of the tests that it must fail: its `// Fails:` lines. */
  readonly fails: readonly string[];
  /** Words that the first of these failures must show: its `// Says:` line. */
  readonly says: string | undefined;
}

export function attemptsOf(kata: Kata): Attempt[] {
  return filesIn(kata.attempts)
    .filter((name) => /^(right|wrong)-.+\.ts$/.test(name))
    .map((name) => readAttempt(join(kata.attempts, name), name));
}

function readAttempt(file: string, name: string): Attempt {
  const text = readFileSync(file, 'utf8');
  const lines = text.split(/\r?\n/);
  const all = (label: string) =>
    lines
      .filter((line) => line.startsWith(`// ${label}: `))
      .map((line) => line.slice(label.length + 5).trim());
  return {
    file,
    name,
    kind: name.startsWith('right-') ? 'right' : 'wrong',
    about: aboutIn(text),
    fails: all('Fails'),
    says: all('Says')[0],
  };
}

/** What the first line of a file says about it; empty when that is no comment. */
function aboutIn(text: string): string {
  const [first = ''] = text.split(/\r?\n/);
  // These two are for the proof, and not about the shape.
  if (/^\/\/ (Fails|Says): /.test(first)) return '';
  return /^(?:\/\/|\/\*\*) (?<about>.*?)(?: \*\/)?$/.exec(first)?.groups?.about ?? '';
}
