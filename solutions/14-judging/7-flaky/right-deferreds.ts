// Each delivery is settled by the test, and between two of them the clock is moved by what the contract allows.
import { expect, vi } from 'vitest';

type CreateOutbox = (deliver: (text: string) => Promise<unknown>) => {
  push(text: string): void;
  idle(): Promise<unknown>;
};

export async function check(createOutbox: CreateOutbox): Promise<void> {
  vi.useFakeTimers();
  try {
    const calls: { text: string; fulfil: () => void; reject: (error: Error) => void }[] = [];
    const outbox = createOutbox(
      (text) =>
        new Promise<void>((fulfil, reject) => {
          calls.push({ text, fulfil, reject });
        }),
    );
    const idle = () => {
      const seen = { state: 'pending', error: undefined as unknown };
      outbox.idle().then(
        () => {
          seen.state = 'fulfilled';
        },
        (error) => {
          Object.assign(seen, { state: 'rejected', error });
        },
      );
      return seen;
    };
    const begun = () => calls.map(({ text }) => text).join();
    const last = () => calls.at(-1);
    const move = (ms: number) => vi.advanceTimersByTimeAsync(ms);

    const empty = idle();
    await move(0);
    expect(empty.state).toBe('fulfilled');

    outbox.push('a');
    outbox.push('b');
    outbox.push('c');
    const all = idle();
    await move(10);
    expect(begun()).toBe('a');
    last()?.fulfil();
    await move(10);
    expect(begun()).toBe('a,b');
    last()?.reject(new Error('first'));
    await move(9);
    expect(begun()).toBe('a,b');
    await move(41);
    expect(begun()).toBe('a,b,b');
    last()?.fulfil();
    await move(10);
    expect(begun()).toBe('a,b,b,c');
    expect(all.state).toBe('pending');
    last()?.fulfil();
    await move(0);
    expect(all.state).toBe('fulfilled');
    await move(200);

    outbox.push('d');
    outbox.push('e');
    const failing = idle();
    await move(10);
    last()?.reject(new Error('first'));
    await move(50);
    const second = new Error('second');
    last()?.reject(second);
    await move(60);
    expect(begun()).toBe('a,b,b,c,d,d,e');
    expect(failing.state).toBe('pending');
    last()?.fulfil();
    await move(0);
    expect(failing).toEqual({ state: 'rejected', error: second });
    expect(failing.error).toBe(second);
  } finally {
    vi.useRealTimers();
  }
}
