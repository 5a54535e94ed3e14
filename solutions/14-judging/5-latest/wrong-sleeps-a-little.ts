// Sleeps for 5 ms between an answer and the look, to be sure.
// Fails: takes no real time
// Says: A real timer was set at 0 ms, due at 5 ms: it was not a fake timer.
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

const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

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
