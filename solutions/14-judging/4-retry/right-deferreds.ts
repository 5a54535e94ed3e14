// The test settles each call of op itself, and looks 1 ms before the next one is due, and at that ms.
import { expect, vi } from 'vitest';

type Retry = (op: () => Promise<unknown>) => Promise<unknown>;

interface Settle {
  readonly fulfil: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

function start(retry: Retry) {
  const calls: Settle[] = [];
  let outcome: unknown = 'pending';
  retry(() => new Promise((fulfil, reject) => void calls.push({ fulfil, reject }))).then(
    (value) => {
      outcome = ['fulfilled', value];
    },
    (reason) => {
      outcome = ['rejected', reason];
    },
  );
  return { calls, outcome: () => outcome };
}

const move = (ms: number) => vi.advanceTimersByTimeAsync(ms);

async function isOver(
  { calls, outcome }: ReturnType<typeof start>,
  what: unknown[],
): Promise<void> {
  const before = calls.length;
  await move(0);
  const [how, which] = outcome() as unknown[];
  expect(how).toBe(what[0]);
  expect(which).toBe(what[1]);
  expect(vi.getTimerCount()).toBe(0);
  await move(1000);
  expect(calls.length).toBe(before);
}

export async function check(retry: Retry): Promise<void> {
  vi.useFakeTimers();
  try {
    const [no, still, never] = [new Error('no'), new Error('still no'), undefined];
    for (const end of ['fulfilled', 'rejected', 'final']) {
      const one = start(retry);
      const { calls } = one;
      expect(calls.length).toBe(1);
      await move(70);
      calls[0]?.reject(no);
      await move(99);
      expect(calls.length).toBe(1);
      await move(1);
      expect(calls.length).toBe(2);
      if (end === 'final') {
        const final = { isFinal: true };
        calls[1]?.reject(final);
        await isOver(one, ['rejected', final]);
        continue;
      }
      await move(500);
      calls[1]?.reject(still);
      await move(199);
      expect(calls.length).toBe(2);
      expect(one.outcome()).toBe('pending');
      await move(1);
      expect(calls.length).toBe(3);
      if (end === 'fulfilled') calls[2]?.fulfil(no);
      else calls[2]?.reject(never);
      await isOver(one, [end, end === 'fulfilled' ? no : never]);
    }
    const first = start(retry);
    first.calls[0]?.fulfil(undefined);
    await isOver(first, ['fulfilled', undefined]);
    const second = start(retry);
    const final = Object.assign(new Error('final'), { isFinal: true });
    second.calls[0]?.reject(final);
    await isOver(second, ['rejected', final]);
  } finally {
    vi.useRealTimers();
  }
}
