/** Which katas a crawl is made of, and whether they are written. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const CHAPTER = '15-capstone';

const NAMES = ['1-frontier', '2-load', '3-crawl', '4-stop', '5-progress'] as const;
const PROGRESS = '5-progress';

/** As every stub has it, and no comment. */
const TODO = /^(?!\s*(\/\/|\*)).*throw new Error\(\s*['"`]TODO/m;

export interface Open {
  readonly name: string;
  readonly isMissing: boolean;
}

/** The first of the katas that is still to do. */
export function firstOpen(folder: string, hasProgress: boolean): Open | undefined {
  for (const name of NAMES) {
    const file = join(folder, `${name}.ts`);
    if (name === PROGRESS && !hasProgress) continue;
    if (!existsSync(file)) return { name, isMissing: true };
    if (TODO.test(readFileSync(file, 'utf8'))) return { name, isMissing: false };
  }
  return undefined;
}
