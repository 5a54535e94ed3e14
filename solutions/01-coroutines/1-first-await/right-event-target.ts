// An event tells that the sleep is over; a promise waits for the event.
import { EventEmitter, once } from 'node:events';

export async function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  log('calculating');
  const machine = new EventEmitter();
  const answered = once(machine, 'answer');
  sleep(500).then(
    () => machine.emit('answer', 42),
    (reason) => machine.emit('error', reason),
  );
  const [number] = await answered;
  log('done');
  return number;
}
