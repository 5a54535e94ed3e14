import { expect } from 'vitest';

/** Makes an outbox, which delivers with `deliver`. */
export type CreateOutbox = (deliver: (text: string) => Promise<unknown>) => {
  push(text: string): void;
  idle(): Promise<unknown>;
};

const delivered: string[] = [];

/**
 * A test of an outbox. It resolves for every implementation that keeps this contract, and rejects, with any error, for
 * every other one:
 *
 * > An outbox calls `deliver(text)` for each text that was pushed, one after another, in the order of pushing: the first one at
 * > most 10 ms after it was pushed, and each further one at most 10 ms after the one before it is over. When a delivery
 * > rejects, it is tried once more, 10 to 50 ms later. A text is over when it has been delivered, or when its second try has
 * > rejected. `idle()` settles as soon as all texts pushed before that call are over, before the next timer fires: it fulfils, also if there
 * > were none; if second tries have rejected, it rejects with the reason of the first of these.
 *
 * - Accepts every implementation that keeps the contract, whichever of the allowed times it takes.
 * - Notices each mistake: too many deliveries, too few, another order, too early, too late, or wrong in what idle says.
 * - Takes no real time.
 * - Comes to an end with every implementation, and leaves nothing behind, whether it resolves or rejects.
 *
 * The check below passes most of the time, for what is right and for what is wrong. Make it say the same every time.
 */
export async function check(createOutbox: CreateOutbox): Promise<void> {
  // TODO: take the next line away, run the tests, and find out what this check leaves to luck.
  await Promise.reject(new Error('TODO: mend check() in katas/14-judging/7-flaky.ts'));
  let isFirst = true;
  const outbox = createOutbox(async (text) => {
    const fails = isFirst;
    isFirst = false;
    if (fails) throw new Error('no network');
    delivered.push(text);
  });
  const text = `hello ${Date.now()}`;
  outbox.push(text);
  await new Promise((resolve) => setTimeout(resolve, 25));
  expect(delivered).toEqual([text]);
  await outbox.idle();
}
