// In the order of the list, or in the order of arrival: the same work, handled differently.
import { setTimeout as sleep } from 'node:timers/promises';

async function part(name: string, ms: number): Promise<string> {
  await sleep(ms);
  return name;
}

async function inOrder(): Promise<void> {
  for await (const name of [part('a', 300), part('b', 100), part('c', 200)])
    console.log(`in order: ${name}`);
}

async function asTheyCome(): Promise<void> {
  const write = (name: string) => console.log(`as they come: ${name}`);
  await Promise.all([
    part('a', 350).then(write),
    part('b', 150).then(write),
    part('c', 250).then(write),
  ]);
}

await Promise.all([inOrder(), asTheyCome()]);
