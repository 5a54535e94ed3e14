// Three steps of one budget: each one gets what is left at its start, and the last one is told to stop.
import { setTimeout as sleep } from 'node:timers/promises';

const end = performance.now() + 500;

async function step(name: string, ms: number): Promise<void> {
  const left = end - performance.now();
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new Error('the time is up')), left);
  try {
    await sleep(ms, undefined, { signal: controller.signal });
    console.log(name, 'has ended');
  } catch {
    console.log(name, 'was told to stop:', controller.signal.reason.message);
  } finally {
    clearTimeout(timer);
  }
}

await step('login', 100);
await step('lookup', 200);
await step('page', 400);
