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

const readers = [withOnce(), withOn()];
await sleep(100);
door.emit('guest', 'Ann');
await sleep(50);
door.emit('guest', 'Ben');
await sleep(200);
door.emit('guest', 'Cem');
await sleep(50);
door.emit('closed');
await Promise.all(readers);
