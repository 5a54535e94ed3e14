// Two outboxes on one clock, with the same text twice, one that is pushed later, and idle asked in the midst.
import { expect, vi } from 'vitest';

type CreateOutbox = (deliver: (text: string) => Promise<unknown>) => {
  push(text: string): void;
  idle(): Promise<unknown>;
};

export async function check(createOutbox: CreateOutbox): Promise<void> {
  vi.useFakeTimers();
  try {
    const seen = [0, 1].map((number) => {
      const log: string[] = [];
      const times: number[] = [];
      const second = new Error('second');
      // The one rejects at its first try, the other one at its second and third.
      const rejects = number === 0 ? [0] : [1, 2];
      let tries = 0;
      const outbox = createOutbox(async (text) => {
        const n = tries++;
        log.push(`+${text}`);
        times.push(Date.now());
        await new Promise((resolve) => setTimeout(resolve, 5));
        times.push(Date.now());
        log.push(rejects.includes(n) ? `!${text}` : `-${text}`);
        if (rejects.includes(n)) throw n === 2 ? second : new Error('first');
      });
      const idle = (name: string) =>
        outbox.idle().then(
          () => log.push(name),
          (error) => log.push(error === second ? `${name} rejects` : 'another reason'),
        );
      void idle('none');
      setTimeout(() => {
        outbox.push('a');
        outbox.push('a');
        void idle('idle');
        outbox.push('b');
      }, 1);
      setTimeout(() => {
        outbox.push('c');
        void idle('later');
      }, 500);
      return { log, times };
    });
    await vi.advanceTimersByTimeAsync(1000);
    const [first, other] = seen;
    expect(first?.log.join(' ')).toBe('none +a !a +a -a +a -a idle +b -b +c -c later');
    expect(other?.log.join(' ')).toMatch(
      /^none \+a -a \+a !a \+a !a idle rejects \+b -b \+c -c later/,
    );
    const between = ({ times }: { times: number[] }, n: number) =>
      (times[2 * n] ?? 0) - (times[2 * n - 1] ?? 0);
    for (const pause of [first && between(first, 1), other && between(other, 2)]) {
      expect(pause).toBeGreaterThan(9);
      expect(pause).toBeLessThan(51);
    }
  } finally {
    vi.useRealTimers();
  }
}
