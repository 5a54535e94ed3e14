// Waits for idle and for the clock together, and a flag says whether idle has settled by the end of the move.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { vi } from 'vitest';

type CreateOutbox = (deliver: (text: string) => Promise<unknown>) => {
  push(text: string): void;
  idle(): Promise<unknown>;
};

export async function check(createOutbox: CreateOutbox): Promise<void> {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
  });
  try {
    for (const failing of [[], [1], [2], [1, 2], [3], [3, 4], [1, 3]]) {
      let tries = 0;
      let inFlight = 0;
      const begun: string[] = [];
      const ends: number[] = [];
      const rejections: Error[] = [];
      const pauses: number[] = [];
      const outbox = createOutbox(async (text) => {
        tries++;
        equal(++inFlight, 1);
        if (begun.at(-1) === text) pauses.push(Date.now() - (ends.at(-1) ?? 0));
        begun.push(text);
        const fails = failing.includes(tries);
        await new Promise((resolve) => setTimeout(resolve, 3));
        inFlight--;
        ends.push(Date.now());
        if (!fails) return;
        rejections.push(new Error(`try ${tries}`));
        throw rejections.at(-1);
      });
      let settled = false;
      const [idle] = await Promise.all([
        Promise.race([
          outbox.idle().then(() => 'empty'),
          new Promise((resolve) => setImmediate(() => resolve('pending'))),
        ]),
        vi.advanceTimersByTimeAsync(0),
      ]);
      equal(idle, 'empty');
      const texts = ['p', 'q', 'r', 's'];
      texts.forEach(outbox.push);
      let told: unknown = 'fulfilled';
      let settledAt = 0;
      outbox
        .idle()
        .catch((error) => {
          told = error;
        })
        .finally(() => {
          settled = true;
          settledAt = Date.now();
        });
      await vi.advanceTimersByTimeAsync(600);
      ok(settled);
      const [a, b] = failing;
      const isGivenUp = b !== undefined && b === (a ?? 0) + 1;
      equal(told, isGivenUp ? rejections[1] : 'fulfilled');
      equal(settledAt, ends.at(-1));
      // A text comes again for each of its rejections, and never a third time.
      deepEqual(begun, expectedFor(texts, failing));
      equal(pauses.length, isGivenUp ? 1 : failing.length);
      for (const ms of pauses) ok(ms >= 10 && ms <= 50);
    }
  } finally {
    vi.useRealTimers();
  }
}

function expectedFor(texts: string[], failing: readonly number[]): string[] {
  const all: string[] = [];
  for (const text of texts) {
    all.push(text);
    if (failing.includes(all.length)) all.push(text);
  }
  return all;
}
