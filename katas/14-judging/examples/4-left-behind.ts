// The first test fails before it puts the real timer back. The second test is right, and never ends.
import assert from 'node:assert';

const kept = globalThis.setTimeout;

async function test(name: string, body: () => Promise<void>): Promise<void> {
  console.log(name, 'begins');
  await body().catch((error) => console.log(name, 'fails:', error.message));
  console.log(name, 'has ended');
}

await test('the first test', async () => {
  const fakes: (() => void)[] = [];
  globalThis.setTimeout = ((f: () => void) => fakes.push(f)) as unknown as typeof setTimeout;
  let hasFired = false;
  setTimeout(() => {
    hasFired = true;
  }, 100);
  assert(hasFired, 'the timer has not fired');
  globalThis.setTimeout = kept; // This belongs in a `finally`.
});

await test('the second test', async () => {
  await new Promise((resolve) => setTimeout(resolve, 100));
});
