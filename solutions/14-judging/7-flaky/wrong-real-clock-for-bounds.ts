// Measures with `performance.now()`, which this test has not faked: by that clock, no time passes.
// Fails: accepts one that tries again after 10 ms
// Fails: accepts one that tries again after 50 ms
// Fails: accepts one that waits another time before each second try
// Fails: accepts one that begins 10 ms later
// Fails: accepts one that calls deliver during push
// Fails: notices that two deliveries run at a time
// Fails: notices that the text which was pushed last comes first
// Fails: notices that the next text overtakes one whose delivery has rejected
// Fails: notices that it delivers the first text twice
// Fails: notices that it never tries again
// Fails: notices that it tries three times
// Fails: notices that it tries again after 9 ms
// Fails: notices that it tries again after 51 ms
// Fails: notices that it delivers nothing more when a second try has rejected
// Fails: notices that idle fulfils at once
// Fails: notices that idle does not wait for the second try
// Fails: notices that idle never settles when nothing was pushed
// Fails: notices that idle fulfils when a second try has rejected
// Fails: notices that idle rejects with the reason of the first try
// Fails: takes no real time
// Fails: comes to an end, and leaves nothing behind, whether it resolves or rejects
// Says: Your check rejects for one that tries again after 10 ms, which keeps the contract.
import { expect, vi } from 'vitest';

type CreateOutbox = (deliver: (text: string) => Promise<unknown>) => {
  push(text: string): void;
  idle(): Promise<unknown>;
};

/** How many of its tries reject; those of all other texts fulfil. */
const rejections: Record<string, number> = { 'fails once': 1, 'fails twice': 2 };

export async function check(createOutbox: CreateOutbox): Promise<void> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
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
    if (rejectedAt !== undefined && tries.at(-1) === text)
      waits.push(performance.now() - rejectedAt);
    tries.push(text);
    const n = tries.filter((one) => one === text).length;
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (n > (rejections[text] ?? 0)) {
      log.push(`${text} delivered`);
      return;
    }
    log.push(`${text} rejects`);
    rejectedAt = performance.now();
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
