// How far each loop reads: one collects all photos before the first one is small; the other reads when there is room.
import { setTimeout as sleep } from 'node:timers/promises';

function* photos() {
  try {
    for (const name of ['a', 'b', 'c']) {
      console.log(name, 'is read');
      yield name;
    }
  } finally {
    console.log('the folder is closed');
  }
}

async function resize(name: string): Promise<void> {
  await sleep(100);
  console.log(name, 'is small');
}

async function all(): Promise<void> {
  for (const name of [...photos()]) await resize(name);
}

async function whenThereIsRoom(): Promise<void> {
  for (const name of photos()) await resize(name);
}

await all();
await whenThereIsRoom();
