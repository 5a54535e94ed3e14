// `once` in a loop loses what is emitted between two waits. `on` listens all the time, and keeps it.
import { EventEmitter, on, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

const door = new EventEmitter();

async function withOnce(): Promise<void> {
  for (let i = 0; i < 2; i++) {
    const [guest] = await once(door, 'guest');
    console.log('once:', guest);
    await sleep(100);
  }
}

async function withOn(): Promise<void> {
  for await (const [guest] of on(door, 'guest', { close: ['closed'] })) {
    console.log('on:', guest);
    await sleep(100);
  }
}

setTimeout(() => door.emit('guest', 'Ann'), 100);
setTimeout(() => door.emit('guest', 'Ben'), 150);
setTimeout(() => door.emit('guest', 'Cem'), 350);
setTimeout(() => door.emit('closed'), 400);
await Promise.all([withOnce(), withOn()]);
