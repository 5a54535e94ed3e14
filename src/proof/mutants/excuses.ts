/** Mutants that no test can notice, each with the reason: `solutions/<chapter>/<kata>/mutants.json`. */
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Kata } from '../../course/katas.ts';

/** In the folder of a kata's attempts. */
export const EXCUSES = 'mutants.json';

export interface Excuse {
  /** `3-in-order.ts` for the reference, `right-reduce.ts` for an attempt. */
  readonly file: string;
  /** The line in which the mutants begin, without the space around it. */
  readonly line: string;
  /** What they change, as the list of survivors shows it: `!winner → true`. */
  readonly mutants: readonly string[];
  /** Why no test can notice them. */
  readonly why: string;
}

/** @param problems gets a sentence when the file says something else */
export function excusesOf(root: string, kata: Kata, problems: string[]): Excuse[] {
  const file = join(kata.attempts, EXCUSES);
  if (!existsSync(file)) return [];
  const excuses = parsed(readFileSync(file, 'utf8'));
  if (Array.isArray(excuses) && excuses.every(isExcuse)) return excuses;
  problems.push(
    `${relative(root, file).replaceAll('\\', '/')} is not a list of excuses, each with file, line, mutants and why, and nothing else.`,
  );
  return [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isExcuse(value: unknown): value is Excuse {
  const { file, line, mutants, why, ...others } = Object(value) as Record<string, unknown>;
  const isText = (it: unknown) => typeof it === 'string' && it.trim() !== '';
  const areTexts = Array.isArray(mutants) && mutants.length > 0 && mutants.every(isText);
  if (Object.keys(others).length > 0) return false;
  return isText(file) && isText(line) && areTexts && isText(why);
}
