import { expect, vi } from 'vitest';

/** Makes an outbox, which delivers with `deliver`. */
export type CreateOutbox = (deliver: (text: string) => Promise<unknown>) => {
  push(text: string): void;
  idle(): Promise<unknown>;
};

/** How many of its tries reject; those of all other texts fulfil. */
const rejections: Record<string, number> = { 'fails once': 1, 'fails twice': 2 };

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
  vi.useFakeTimers();
  try {
    const none = await deliverAll(createOutbox, []);
    expect(none.log).toEqual(['idle fulfils']);

    const good = await deliverAll(createOutbox, ['a', 'fails once', 'b']);
    expect(good.log).toEqual([
      ...['a begins', 'a delivered'],
      ...['fails once begins', 'fails once rejects', 'fails once begins', 'fails once delivered'],
      ...['b begins', 'b delivered'],
      'idle fulfils',
    ]);

    const bad = await deliverAll(createOutbox, ['fails twice', 'a']);
    expect(bad.log).toEqual([
      ...['fails twice begins', 'fails twice rejects', 'fails twice begins', 'fails twice rejects'],
      ...['a begins', 'a delivered'],
      'idle rejects with try 2 of fails twice',
    ]);

    for (const ms of [...good.waits, ...bad.waits]) {
      expect(ms).toBeGreaterThanOrEqual(10);
      expect(ms).toBeLessThanOrEqual(50);
    }
  } finally {
    vi.useRealTimers();
  }
}

/** What one outbox does with these texts: its log, and the ms from each rejection to the next try. */
async function deliverAll(createOutbox: CreateOutbox, texts: readonly string[]) {
  const log: string[] = [];
  const waits: number[] = [];
  const tries: string[] = [];
  let rejectedAt: number | undefined;
  const outbox = createOutbox(async (text) => {
    log.push(`${text} begins`);
    if (rejectedAt !== undefined && tries.at(-1) === text) waits.push(Date.now() - rejectedAt);
    tries.push(text);
    const n = tries.filter((one) => one === text).length;
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (n > (rejections[text] ?? 0)) {
      log.push(`${text} delivered`);
      return;
    }
    log.push(`${text} rejects`);
    rejectedAt = Date.now();
    throw new Error(`try ${n} of ${text}`);
  });
  for (const text of texts) outbox.push(text);
  outbox.idle().then(
    () => log.push('idle fulfils'),
    (error) => log.push(`idle rejects with ${error.message}`),
  );
  // Longer than all of it can take.
  await vi.advanceTimersByTimeAsync(1000);
  return { log, waits };
}
