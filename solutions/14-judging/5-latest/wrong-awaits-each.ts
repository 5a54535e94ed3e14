// Awaits each search before the next one: no query is ever overtaken.
// Fails: notices that it shows every answer
// Fails: notices that it shows the last answer to arrive
// Fails: notices that it shows the first answer to arrive
// Fails: notices that it shows an older answer while no newer one has arrived
// Fails: notices that it shows an older answer after the last query has rejected
// Fails: notices that it takes two queries with the same text for one
// Fails: notices that it passes on the rejection of an overtaken query
// Fails: notices that the promise of an overtaken query stays pending
// Fails: notices that a query fulfils as soon as it is overtaken
// Says: It slipped through: your check resolves, and should have noticed that it shows every answer.
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

const turn = () => new Promise((resolve) => setImmediate(resolve));

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
  for (const i of order) {
    field.ask('a');
    const load = field.loads.at(-1);
    if (i === failing) load?.reject(REASON);
    else load?.fulfil(`answer ${i}`);
    await turn();
    expect(field.states.at(-1)).toBe(i === failing ? 'rejected' : 'fulfilled');
    if (i !== failing) expect(field.shown.at(-1)).toBe(`answer ${i}`);
  }
  expect(field.shown.length).toBe(failing === undefined ? 3 : 2);
  other.loads[0]?.fulfil('another answer');
  await turn();
  expect(other.shown).toEqual(['another answer']);
}
