/** The reference of `semaphore` does what CPython's `asyncio.Semaphore` does: who gets a permit, and when. */
import { describe, expect, test } from 'vitest';
import { observe } from '../../lab/run/observe.ts';
import { entryOf, observedIn, referenceOf, scenariosOf, workIn } from './asyncio.ts';

interface Permits {
  acquire(): Promise<() => void>;
}

const { Semaphore } = await referenceOf<{ Semaphore: new (n: number) => Permits }>(
  '08-synchronisation/4-semaphore',
);

describe('the reference of semaphore and asyncio.Semaphore', () => {
  for (const [i, scenario] of scenariosOf('semaphore').entries()) {
    const { permits, jobs } = scenario;
    test(`no. ${i + 1}, with ${permits} permits: ${workIn(scenario)}`, async () => {
      const trace = await observe(async ({ job }) => {
        const semaphore = new Semaphore(permits);
        const visits = jobs.map(async ({ name, takes, fails }) => {
          const release = await semaphore.acquire();
          return job(name, takes, { fails: fails && new Error(name) })().finally(release);
        });
        return (await Promise.allSettled(visits)).map(entryOf);
      });
      expect(observedIn(trace)).toEqual(scenario.observed);
    });
  }
});
