// Loads of different durations under fake timers, and a log compared whole.
import { expect, vi } from 'vitest';

type Latest = (
  load: (query: string) => Promise<unknown>,
  show: (answer: unknown) => void,
) => (query: string) => Promise<unknown>;

const reason = new Error('no answer');

/** Asks three times; a negative duration rejects. */
async function log(latest: Latest, durations: number[]): Promise<string[]> {
  const lines: string[] = [];
  const start = Date.now();
  const note = (line: string) => lines.push(`${Date.now() - start} ${line}`);
  const left = [...durations];
  const search = latest(
    async (query) => {
      note(`load ${query}`);
      const own = lines.length;
      const ms = Number(left.shift());
      await new Promise((resolve) => setTimeout(resolve, Math.abs(ms)));
      if (ms < 0) throw reason;
      return `${query} ${own}`;
    },
    (answer) => note(`show ${answer}`),
  );
  for (const [i, query] of ['x', 'x', 'y'].entries()) {
    const before = lines.length;
    search(query).then(
      () => note(`${i} fulfils`),
      (error) => note(`${i} rejects ${error === reason}`),
    );
    expect(lines.length).toBe(before + 1);
  }
  await vi.advanceTimersByTimeAsync(100);
  // Which comes first, the answer or the handler of the promise, is free.
  return lines.slice(3).sort();
}

export async function check(latest: Latest): Promise<void> {
  vi.useFakeTimers();
  try {
    expect(await log(latest, [10, 20, 30])).toEqual([
      '10 0 fulfils',
      '20 1 fulfils',
      '30 2 fulfils',
      '30 show y 3',
    ]);
    expect(await log(latest, [30, 20, 10])).toEqual([
      '10 2 fulfils',
      '10 show y 3',
      '20 1 fulfils',
      '30 0 fulfils',
    ]);
    expect(await log(latest, [10, 30, 20])).toEqual([
      '10 0 fulfils',
      '20 2 fulfils',
      '20 show y 3',
      '30 1 fulfils',
    ]);
    expect(await log(latest, [-10, 30, -20])).toEqual([
      '10 0 fulfils',
      '20 2 rejects true',
      '30 1 fulfils',
    ]);
    expect(await log(latest, [20, -30, 10])).toEqual([
      '10 2 fulfils',
      '10 show y 3',
      '20 0 fulfils',
      '30 1 fulfils',
    ]);
    const shown: unknown[] = [];
    const [f, g] = ['f', 'g'].map((name) =>
      latest(
        async (query) => {
          await new Promise((resolve) => setTimeout(resolve, 10));
          return query === name;
        },
        (answer) => shown.push(name, answer),
      ),
    );
    void f?.('f');
    void g?.('other');
    // The same text, and an answer to the first of both that is late.
    await vi.advanceTimersByTimeAsync(5);
    void g?.('g');
    await vi.advanceTimersByTimeAsync(5);
    expect(shown).toEqual(['f', true]);
    await vi.advanceTimersByTimeAsync(5);
    expect(shown).toEqual(['f', true, 'g', true]);
    await sameText(latest);
  } finally {
    vi.useRealTimers();
  }
}

async function sameText(latest: Latest): Promise<void> {
  const durations = [20, 10];
  const shown: unknown[] = [];
  const search = latest(
    async () => {
      const ms = durations.shift();
      await new Promise((resolve) => setTimeout(resolve, ms));
      return ms;
    },
    (answer) => shown.push(answer),
  );
  void search('same');
  void search('same');
  await vi.advanceTimersByTimeAsync(50);
  expect(shown).toEqual([10]);
}
