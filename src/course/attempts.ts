import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn, type Kata } from './katas.ts';

export interface Attempt {
  /** Absolute path. */
  readonly file: string;
  /** `wrong-all.ts`. */
  readonly name: string;
  readonly kind: 'right' | 'wrong';
  /** The comment that it begins with, in one line, which `npm run compare` shows; empty when it begins without one. */
  readonly about: string;
  /** Titles of the tests that it must fail: its `// Fails:` lines. */
  readonly fails: readonly string[];
  /** Words that the first of these failures must show: its `// Says:` line. */
  readonly says: string | undefined;
}

/** Any other file in the folder of the attempts is none, and the proof says so. */
export function isAttempt(name: string): boolean {
  return /^(right|wrong)-[a-z0-9-]+\.ts$/.test(name);
}

export function attemptsOf(kata: Kata): Attempt[] {
  return filesIn(kata.attempts)
    .filter(isAttempt)
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

/** What the first lines of a file say about it; empty when they are no comment. */
function aboutIn(text: string): string {
  const lines = text.split(/\r?\n/);
  const [, only] = /^\/\*\* (.*?)(?: \*\/)?$/.exec(lines[0] ?? '') ?? [];
  if (only !== undefined) return only;
  // The last two are for the proof, and not about the shape.
  const end = lines.findIndex(
    (line) => !line.startsWith('// ') || /^\/\/ (Fails|Says): /.test(line),
  );
  return lines
    .slice(0, Math.max(end, 0))
    .map((line) => line.slice('// '.length).trim())
    .join(' ');
}
