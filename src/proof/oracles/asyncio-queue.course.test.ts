/** The reference of `queue` does what CPython's `asyncio.Queue` does: when each item goes in, and when it comes out. */
import { describe, expect, test } from 'vitest';
import { observe } from '../../lab/run/observe.ts';
import { observedIn, type QueueStep, referenceOf, scenariosOf } from './asyncio.ts';

interface Channel {
  put(item: number): Promise<void>;
  get(): Promise<number>;
}

const { Queue } = await referenceOf<{ Queue: new (capacity: number) => Channel }>(
  '09-channels/2-queue',
);

/** A woken task of asyncio goes on in its loop's next round, and code after an `await` in a microtask: so within one ms, the order is JavaScript's own. */
const inOrder = (steps: readonly QueueStep[]) =>
  steps
    .map((step) => JSON.stringify(step))
    .toSorted((a, b) => atOf(a) - atOf(b) || (a < b ? -1 : 1));

const atOf = (step: string) => (JSON.parse(step) as QueueStep).at;

describe('the reference of queue and asyncio.Queue', () => {
  for (const [i, scenario] of scenariosOf('queue').entries()) {
    const { maxsize, produceEvery, consumeEvery, observed } = scenario;
    test(`no. ${i + 1}, with ${maxsize} places: ${produceEvery.join(' ')}, ${consumeEvery.join(' ')}`, async () => {
      const trace = await observe(async ({ now, sleep }) => {
        const queue = new Queue(maxsize);
        const steps: QueueStep[] = [];
        const make = async () => {
          for (const [item, ms] of produceEvery.entries()) {
            await sleep(ms);
            await queue.put(item);
            steps.push({ at: now(), put: item });
          }
        };
        const take = async () => {
          for (const ms of consumeEvery) {
            const got = await queue.get();
            steps.push({ at: now(), got });
            await sleep(ms);
          }
        };
        await Promise.all([make(), take()]);
        return steps;
      });
      const { settledAt, value } = observedIn(trace);
      expect(settledAt).toBe(observed.settledAt);
      expect(inOrder(value as QueueStep[])).toEqual(inOrder(observed.value ?? []));
    });
  }
});
