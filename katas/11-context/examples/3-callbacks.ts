// Two requests ask on one wire. In whose context does each callback run, as it is, and bound?
import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

const requests = new AsyncLocalStorage<string>();
const callbacks: (() => void)[] = [];

function show(name: string): void {
  console.log(name, 'runs in', requests.getStore() ?? 'no request');
}

async function readWire(): Promise<void> {
  for (let answers = 0; answers < 4; answers++) {
    await sleep(100);
    callbacks.shift()?.();
  }
}

const reading = requests.run('the wire', readWire);

requests.run('r1', () => callbacks.push(() => show('the callback of r1')));
requests.run('r2', () => callbacks.push(() => show('the callback of r2')));
requests.run('r1', () => callbacks.push(AsyncResource.bind(() => show('the bound one of r1'))));
requests.run('r2', () => callbacks.push(AsyncResource.bind(() => show('the bound one of r2'))));

await reading;
