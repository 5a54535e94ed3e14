// `once` waits for the next event, and an emitter keeps none that has been. A promise remembers. A time limit shows it.
import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

const database = new EventEmitter();
const connected = once(database, 'connect');

async function connect(): Promise<void> {
  await sleep(100);
  database.emit('connect');
}

async function byEmitter(name: string): Promise<void> {
  await Promise.race([once(database, 'connect'), sleep(300)]);
  console.log(name, 'has waited for the emitter');
}

async function byPromise(name: string): Promise<void> {
  await connected;
  console.log(name, 'has waited for the promise');
}

const early = [connect(), byEmitter('Ann'), byPromise('Ben')];
await sleep(200);
await Promise.all([byEmitter('Cem'), byPromise('Dee'), ...early]);
