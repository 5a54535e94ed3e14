// A lock does not know who has it: its holder asks for it again, and waits for its own end. A time limit shows it.
import { setTimeout as sleep } from 'node:timers/promises';

let last: Promise<unknown> = Promise.resolve();

function locked<T>(f: () => Promise<T>): Promise<T> {
  const result = last.then(f);
  last = result.catch(() => {});
  return result;
}

async function write(line: string): Promise<void> {
  await sleep(100);
  console.log('has written', line);
}

async function save(line: string): Promise<void> {
  console.log('wants the lock to save', line);
  await locked(() => write(line));
}

async function order(customer: string): Promise<void> {
  console.log('has the lock to sell to', customer);
  await save(customer);
}

await locked(() => write('Ann'));
const both = Promise.all([locked(() => order('Ben')), locked(() => write('Cem'))]);
console.log(await Promise.race([both, sleep(500, 'after 500 ms both are still waiting')]));
