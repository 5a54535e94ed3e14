import { expect } from 'vitest';

/** Returns a function that loads the answer to a query and shows it, unless a later query has been asked meanwhile. */
export type Latest = (
  load: (query: string) => Promise<unknown>,
  show: (answer: unknown) => void,
) => (query: string) => Promise<unknown>;

const REASON = new Error('no answer');

/** The loads are settled from outside; what is shown, and how each promise settles, is written down. */
function createField(latest: Latest) {
  const queries: string[] = [];
  const loads: { fulfil: (answer: unknown) => void; reject: (reason: unknown) => void }[] = [];
  const shown: unknown[] = [];
  const states: string[] = [];
  const search = latest(
    (query) => {
      queries.push(query);
      return new Promise((fulfil, reject) => {
        loads.push({ fulfil, reject });
      });
    },
    (answer) => shown.push(answer),
  );
  const ask = (query: string) => {
    const i = states.push('pending') - 1;
    search(query).then(
      () => {
        states[i] = 'fulfilled';
      },
      (reason) => {
        states[i] = reason === REASON ? 'rejected' : 'another reason';
      },
    );
  };
  return { queries, loads, shown, states, ask };
}

/** Everything that is queued by now runs first, however many microtasks that takes. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

const ORDERS = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
];

/**
 * A test of `latest`. It resolves for every implementation that keeps this contract, and rejects, with any error,
 * for every other one:
 *
 * > `latest(load, show)` returns a function `search`. Each call `search(query)` calls `load(query)` once, synchronously, during
 * > the call. It is overtaken as soon as `search` is called again, also with the same text. When its load fulfils, and it has not been
 * > overtaken, it calls `show` once with the answer; an overtaken one never does. It fulfils when its own load has
 * > settled, before any timer can fire, also when it has been overtaken and that load rejects. When the load of one that
 * > has not been overtaken rejects, it rejects with the same reason. Two functions that `latest` has returned know nothing of each other.
 *
 * - Accepts every implementation that keeps the contract, however it is written, and however many microtasks it takes.
 * - Notices each mistake: another answer shown, or at another moment; a promise that settles otherwise, or at another moment.
 * - Takes no real time.
 * - Comes to an end with every implementation, and leaves nothing behind, whether it resolves or rejects.
 *
 * What `search` fulfils with is free, and so is what happens when `load` or `show` throws.
 */
export async function check(latest: Latest): Promise<void> {
  for (const order of ORDERS)
    for (const failing of [undefined, 0, 1, 2]) await checkOrder(latest, order, failing);
}

/** Asks three times. Then the loads settle in this order. */
async function checkOrder(latest: Latest, order: number[], failing?: number): Promise<void> {
  const field = createField(latest);
  const other = createField(latest);
  other.ask('elsewhere');
  // The first one and the last one have the same text.
  for (const query of ['a', 'b', 'a']) field.ask(query);
  expect(field.queries).toEqual(['a', 'b', 'a']);

  const states = ['pending', 'pending', 'pending'];
  const shown: unknown[] = [];
  for (const i of order) {
    if (i === failing) field.loads[i]?.reject(REASON);
    else field.loads[i]?.fulfil(`answer ${i}`);
    await turn();
    states[i] = i === failing && i === 2 ? 'rejected' : 'fulfilled';
    if (i === 2 && i !== failing) shown.push('answer 2');
    expect(field.states).toEqual(states);
    expect(field.shown).toEqual(shown);
  }
  other.loads[0]?.fulfil('another answer');
  await turn();
  expect(other.shown).toEqual(['another answer']);
}
