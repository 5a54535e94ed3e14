// Two tasks at the same time. Each of them runs in a context, and both contexts have the same Map.
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

const tasks = new AsyncLocalStorage<Map<string, string>>();

async function visit(who: string, language: string, ms: number): Promise<void> {
  await sleep(ms);
  tasks.getStore()?.set('language', language);
  console.log(who, 'has set', language);
  await sleep(200);
  console.log(who, 'reads', tasks.getStore()?.get('language'));
}

const server = new Map([['language', 'en']]);
await Promise.all([
  tasks.run(server, () => visit('Ada', 'fr', 100)),
  tasks.run(server, () => visit('Ben', 'cs', 200)),
]);
console.log('the server reads', server.get('language'));
