// A fake timer has fired, and the test sees nothing of it yet: the handlers of a promise are microtasks.
import { setImmediate as turn } from 'node:timers/promises';

let fire = () => {}; // A fake timer fires when the test says so.
function plain(): Promise<void> {
  return new Promise((resolve) => {
    fire = resolve;
  });
}

async function wrapped(): Promise<void> {
  await plain();
}

async function look(name: string, sleep: () => Promise<void>): Promise<void> {
  let state = 'pending';
  sleep().then(() => {
    state = 'fulfilled';
  });
  fire();
  console.log(`${name}: the timer has fired: ${state}`);
  await null;
  console.log(`${name}: one microtask later: ${state}`);
  await turn();
  console.log(`${name}: one turn later: ${state}`);
}

for (const [name, sleep] of Object.entries({ plain, wrapped })) await look(name, sleep);
