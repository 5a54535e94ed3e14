// Starvation: each read comes before the last one has ended, so a write that lets reads pass does not get its turn.
import { setTimeout as sleep } from 'node:timers/promises';

let reads = 0;
let whenFree = () => {};

async function read(name: string): Promise<void> {
  reads++;
  console.log(name, 'reads the timetable');
  await sleep(150);
  reads--;
  if (reads === 0) whenFree();
}

async function write(): Promise<void> {
  console.log('a write comes, and waits');
  await new Promise<void>((resolve) => {
    whenFree = resolve;
  });
  console.log('the timetable is written');
}

const all: Promise<void>[] = [];
for (const name of ['Ann', 'Ben', 'Cem', 'Dee', 'Eve']) {
  all.push(read(name));
  if (name === 'Ann') all.push(write());
  await sleep(100);
}
await Promise.all(all);
