// Gives it one microtask between an answer and the look.
// Fails: accepts one that numbers the queries
// Fails: accepts one that compares a token
// Fails: accepts one with an AbortController whose signal is not passed on
// Fails: accepts one with callbacks
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
// Fails: takes no real time
// Fails: comes to an end, and leaves nothing behind, whether it resolves or rejects
// Says: Your check rejects for one that numbers the queries, which keeps the contract.
import { expect } from 'vitest';

type Latest = (
  load: (query: string) => Promise<unknown>,
  show: (answer: unknown) => void,
) => (query: string) => Promise<unknown>;

const REASON = new Error('no answer');

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

const turn = () => Promise.resolve();

const ORDERS = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
];

export async function check(latest: Latest): Promise<void> {
  for (const order of ORDERS)
    for (const failing of [undefined, 0, 1, 2]) await checkOrder(latest, order, failing);
}

async function checkOrder(latest: Latest, order: number[], failing?: number): Promise<void> {
  const field = createField(latest);
  const other = createField(latest);
  other.ask('elsewhere');
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
