// Which call ran within which: a field knows who began last, and a store knows who began you.
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

const store = new AsyncLocalStorage<string>();
let field = 'nothing';

async function span(name: string, work: () => Promise<unknown>): Promise<void> {
  console.log(`${name}: within ${field} (field), within ${store.getStore()} (store)`);
  const outer = field;
  field = name;
  await store.run(name, work);
  field = outer;
}

await span('request', async () => {
  await Promise.all([span('user', () => sleep(100)), span('cart', () => sleep(50))]);
  await span('page', () => sleep(60));
});
