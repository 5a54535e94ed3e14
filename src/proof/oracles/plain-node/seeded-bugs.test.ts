/**
 * The mix of random programs shows each of the bugs that are seeded into the lab. Here the lab as it is stands
 * for Node, which takes no time; `npm run oracle -- --trial` asks Node itself.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { install } from '../../../lab/install.ts';
import { inTheLab } from './in-lab.ts';
import { BUGS } from './seeded-bugs.ts';
import { programs } from './step.ts';

install();

/** In the time that `verify` has for it, about so many are run. */
const MANY = 400;

test.each(Object.entries(BUGS))('%s', { timeout: 60_000 }, async (_, seed) => {
  const all = fc.sample(programs, { numRuns: MANY, seed: 1 });
  for (const [i, program] of all.entries()) {
    const right = await inTheLab(program);
    if (!right.isFixed) continue;
    const takeOut = seed();
    const wrong = await inTheLab(program).finally(takeOut);
    if (wrong.lines.join() !== right.lines.join()) return expect(i).toBeLessThan(MANY);
  }
  throw new Error(`None of ${MANY} programs shows it.`);
});
