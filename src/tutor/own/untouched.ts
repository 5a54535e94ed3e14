/** What tells a stub from what a learner has made of it: it is the reference without the answer. */
import { existsSync, readFileSync } from 'node:fs';
import type { Kata } from '../../course/katas.ts';

export interface Measured {
  /** Lines that the reference lacks. */
  readonly foreign: number;
  /** Lines that are no comment. */
  readonly code: number;
}

export function referenceOf({ reference }: Kata): string {
  return existsSync(reference) ? readFileSync(reference, 'utf8') : '';
}

/** How far a text is from the reference without the answer: the less, the nearer. */
export function measure(text: string, reference: string): Measured {
  const known = new Set(linesOf(reference));
  const lines = linesOf(text).filter((line) => line !== '' && !line.includes('TODO'));
  return {
    foreign: lines.filter((line) => !known.has(line)).length,
    code: lines.filter((line) => !/^(\/\/|\/\*|\*)/.test(line)).length,
  };
}

/** Whether nobody has written anything in it. */
export function isUntouched(text: string, kata: Kata): boolean {
  return text.includes('TODO') && measure(text, referenceOf(kata)).foreign === 0;
}

function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.trim());
}
