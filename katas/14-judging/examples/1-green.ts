// A test is green because no code awaits its expectation. The failure comes while the next test is running.
import assert from 'node:assert';
import { setTimeout as sleep } from 'node:timers/promises';

async function priceOf(_name: string): Promise<number> {
  await sleep(100);
  return 3;
}

async function test(name: string, body: () => unknown): Promise<void> {
  try {
    await body();
    console.log('passed:', name);
  } catch (error) {
    console.log('failed:', name, `(${(error as Error).message})`);
  }
}

process.on('unhandledRejection', (error: Error) => console.log('in no test:', error.message));

await test('tea costs 4', () => {
  priceOf('tea').then((price) => assert.equal(price, 4, 'tea has another price'));
});
await test('milk costs 5', async () => {
  await sleep(50);
  assert.equal(await priceOf('milk'), 5, 'milk has another price');
});
