// Two calls share one load, which has the signal of 'ada'. When 'ada' leaves, 'bob' loses its load, too.
import { setTimeout as sleep } from 'node:timers/promises';

async function load(signal: AbortSignal): Promise<string> {
  await sleep(300, undefined, { signal });
  return 'the prices';
}

let loading: Promise<string> | undefined;

async function prices(name: string, signal: AbortSignal): Promise<void> {
  loading ??= load(signal);
  try {
    console.log(name, 'gets', await loading);
  } catch {
    console.log(name, 'gets no prices; its own signal is aborted:', signal.aborted);
  }
}

const ada = new AbortController();
const bob = new AbortController();
const both = [prices('ada', ada.signal), prices('bob', bob.signal)];
await sleep(100);
ada.abort();
await Promise.all(both);
