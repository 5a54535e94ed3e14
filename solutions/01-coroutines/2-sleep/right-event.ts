// A timer emits an event; a promise waits for the event.
import { EventEmitter, once } from 'node:events';

export async function sleep(ms: number): Promise<void> {
  const kitchen = new EventEmitter();
  const rung = once(kitchen, 'ring');
  setTimeout(() => kitchen.emit('ring'), ms);
  await rung;
}
