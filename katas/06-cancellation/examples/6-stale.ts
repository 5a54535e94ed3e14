// A late answer: the page shows the list for 'ro', and the box says 'rom'. The abort came, and this search ignores it.
import { setTimeout as sleep } from 'node:timers/promises';

const takes: Record<string, number> = { ro: 300, rom: 100 };

async function search(query: string): Promise<string> {
  await sleep(takes[query]);
  return `the list for ${query}`;
}

let controller = new AbortController();

async function type(query: string): Promise<void> {
  controller.abort();
  controller = new AbortController();
  const { signal } = controller;
  const found = await search(query);
  console.log(found, 'is shown;', signal.aborted ? 'a later call came' : 'it is the latest');
}

const first = type('ro');
await sleep(50);
await Promise.all([first, type('rom')]);
