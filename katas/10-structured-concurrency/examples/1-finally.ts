// Two failures, and one is lost: what is thrown in `finally` replaces what was thrown in `try`.
import { setTimeout as sleep } from 'node:timers/promises';

async function write(): Promise<void> {
  await sleep(100);
  throw new Error('the disk is full');
}

async function rollBack(): Promise<void> {
  await sleep(200);
  throw new Error('no transaction');
}

async function disconnect(): Promise<void> {
  await sleep(100);
  console.log('disconnected');
}

async function report(): Promise<void> {
  try {
    await write();
  } finally {
    await rollBack();
    await disconnect();
  }
}

await report().catch(({ message, cause }) => console.log('only:', message, '- cause:', cause));
