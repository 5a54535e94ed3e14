// A race handles the rejection that comes after its end, and passes it on to no code: a second handler gets it.
import { setTimeout as sleep } from 'node:timers/promises';

async function pay(order: string): Promise<string> {
  await sleep(300);
  throw new Error(`the bank has refused ${order}`);
}

async function leave(): Promise<never> {
  await sleep(100);
  throw new Error('the user has left');
}

async function page(payment: Promise<string>): Promise<void> {
  try {
    console.log(await Promise.race([payment, leave()]));
  } catch (error) {
    console.log('no page:', (error as Error).message);
  }
}

const silent = pay('order 1');
const told = pay('order 2');
await Promise.all([page(silent), page(told)]);
told.catch((error) => console.log('lost:', error.message));
