// What it expects stands in a handler that no one awaits.
// Fails: notices that it shows every answer
// Fails: notices that it shows the last answer to arrive
// Fails: notices that it shows the first answer to arrive
// Fails: notices that it shows an older answer while no newer one has arrived
// Fails: notices that it shows nothing once it has been called again
// Fails: notices that it shows an older answer after the last query has rejected
// Fails: notices that it takes two queries with the same text for one
// Fails: notices that all functions of latest share one number
// Fails: notices that one query waits for the one before
// Fails: notices that it passes on the rejection of an overtaken query
// Fails: notices that it keeps the rejection of the last query to itself
// Fails: notices that it rejects with an error of its own
// Fails: notices that the promise of an overtaken query stays pending
// Fails: notices that a query fulfils as soon as it is overtaken
// Says: An expectation failed in it, in a promise that no code awaits, so that it does not count:
import { expect } from 'vitest';

type Latest = (
  load: (query: string) => Promise<unknown>,
  show: (answer: unknown) => void,
) => (query: string) => Promise<unknown>;

export async function check(latest: Latest): Promise<void> {
  const shown: unknown[] = [];
  const search = latest(
    async (query) => query,
    (answer) => shown.push(answer),
  );
  void Promise.all([search('a'), search('b')]).then(() => {
    expect(shown).toEqual(['b']);
  });
}
