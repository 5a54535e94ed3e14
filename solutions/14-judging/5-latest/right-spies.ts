// Spies, and deferreds in a map by number; the assertions are of node:assert.
import { strict as assert } from 'node:assert';
import { setImmediate as turn } from 'node:timers/promises';
import { vi } from 'vitest';

type Latest = (
  load: (query: string) => Promise<unknown>,
  show: (answer: unknown) => void,
) => (query: string) => Promise<unknown>;

type Settle = [fulfil: (value: unknown) => void, reject: (reason: unknown) => void];

async function play(latest: Latest, order: string, shows: string, ends: string): Promise<void> {
  const settle: Settle[] = [];
  const load = vi.fn(() => new Promise((...both) => void settle.push(both)));
  const show = vi.fn();
  const search = latest(load, show);
  const log: string[] = [];
  for (const [i, text] of ['a', 'a', 'b', 'a'].entries()) {
    search(text).then(
      () => log.push(`${i}`),
      (reason) => log.push(`${i}${reason}`),
    );
    assert.equal(load.mock.calls.length, i + 1);
    assert.deepEqual(load.mock.lastCall, [text]);
  }
  for (const [i, step] of order.split(' ').entries()) {
    const [fulfil, reject] = settle[Number.parseInt(step, 10)] ?? [];
    if (step.endsWith('!')) reject?.('!');
    else fulfil?.(`answer ${step}`);
    await turn();
    assert.equal(log.length, i + 1);
  }
  assert.equal(log.join(' '), ends);
  assert.equal(show.mock.calls.join(' '), shows);
}

export async function check(latest: Latest): Promise<void> {
  await play(latest, '0 1 2 3', 'answer 3', '0 1 2 3');
  await play(latest, '3 2 1 0', 'answer 3', '3 2 1 0');
  await play(latest, '1 3 0! 2', 'answer 3', '1 3 0 2');
  await play(latest, '2! 0 3! 1', '', '2 0 3! 1');
  const [f, g] = [vi.fn(), vi.fn()];
  const searches = [f, g].map((show) => latest(async (query) => query, show));
  for (const search of searches) search('same').catch(() => {});
  await turn();
  assert.deepEqual([f.mock.calls, g.mock.calls], [[['same']], [['same']]]);
  // After an answer, all begins again.
  searches[0]?.('again').catch(() => {});
  await turn();
  assert.deepEqual(f.mock.calls, [['same'], ['again']]);
}
