// Loads of different durations under fake timers, and one look at the end.
// Fails: notices that it shows an older answer after the last query has rejected
// Fails: notices that it takes two queries with the same text for one
// Fails: notices that all functions of latest share one number
// Fails: notices that one query waits for the one before
// Fails: notices that it passes on the rejection of an overtaken query
// Fails: notices that it keeps the rejection of the last query to itself
// Fails: notices that it rejects with an error of its own
// Fails: notices that a query fulfils as soon as it is overtaken
// Says: It slipped through: your check resolves, and should have noticed that it shows an older answer
import { expect, vi } from 'vitest';

type Latest = (
  load: (query: string) => Promise<unknown>,
  show: (answer: unknown) => void,
) => (query: string) => Promise<unknown>;

export async function check(latest: Latest): Promise<void> {
  vi.useFakeTimers();
  try {
    for (const durations of [
      [30, 20, 10],
      [10, 20, 30],
      [20, 30, 10],
    ]) {
      const show = vi.fn();
      const done = vi.fn();
      const search = latest(async (query) => {
        await new Promise((resolve) => setTimeout(resolve, durations[Number(query)]));
        return `answer ${query}`;
      }, show);
      for (const query of ['0', '1', '2']) search(query).then(done, done);
      await vi.advanceTimersByTimeAsync(1000);
      expect(show.mock.calls).toEqual([['answer 2']]);
      expect(done).toHaveBeenCalledTimes(3);
    }
  } finally {
    vi.useRealTimers();
  }
}
