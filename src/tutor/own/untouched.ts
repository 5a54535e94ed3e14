/** What tells a stub from what a learner has made of it: it is the reference without the answer. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kata } from '../../course/katas.ts';

export interface Measured {
  /** Lines that the reference lacks. */
  readonly foreign: number;
  /** Lines that are no comment. */
  readonly code: number;
}

/** A wrong answer that stands in the stub, to be mended. */
const GIVEN = 'wrong-given.ts';

/** The reference, and what else the stub may have of the author's. */
export function referenceOf({ reference, attempts }: Kata): string {
  return [reference, join(attempts, GIVEN)]
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
}

/** How far a text is from the reference without the answer: the less, the nearer. */
export function measure(text: string, reference: string): Measured {
  const known = new Set(linesOf(reference));
  const sources = new Set(linesOf(reference).map(sourceOf));
  const isKnown = (line: string) => {
    const source = sourceOf(line);
    return known.has(line) || (source !== undefined && sources.has(source));
  };
  const lines = linesOf(text).filter((line) => line !== '' && !line.includes('TODO'));
  return {
    foreign: lines.filter((line) => !isKnown(line)).length,
    code: lines.filter((line) => !/^(\/\/|\/\*|\*)/.test(line)).length,
  };
}

/** Whether nobody has written anything in it. */
export function isUntouched(text: string, kata: Kata): boolean {
  return text.includes('TODO') && measure(text, referenceOf(kata)).foreign === 0;
}

/** What a line imports from: an answer may need more of it than a stub. */
const sourceOf = (line: string) => /^import .* from ('.*');$/.exec(line)?.[1];

function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.trim());
}
