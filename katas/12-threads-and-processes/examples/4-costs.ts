// What a thread, a copy and a process cost on your machine: the best of five, beside the figures of the tests.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

const THREAD = `require('node:worker_threads').parentPort.on('message', () => {})`;
const PROCESS = `console.log('here'); setInterval(() => {}, 1000)`;
const BYTES = new Uint8Array(20 * 2 ** 20).fill(1);
const best: Record<string, number> = {};

async function time(what: string, does: () => unknown): Promise<void> {
  const begin = performance.now();
  await does();
  best[what] = Math.min(best[what] ?? Infinity, performance.now() - begin);
}

for (let i = 0; i < 5; i++) {
  const worker = new Worker(THREAD, { eval: true });
  await time('a thread starts    (30)', () => once(worker, 'online'));
  await time('20 MiB are copied  (20)', () => worker.postMessage(BYTES));
  await time('a thread ends       (1)', () => worker.terminate());
  const child = spawn(process.execPath, ['-e', PROCESS]);
  await time('a process starts   (60)', () => once(child.stdout, 'data'));
  child.kill();
  await time('a process ends      (1)', () => once(child, 'exit'));
}

for (const [what, ms] of Object.entries(best))
  console.log(`${what}  ${ms.toFixed(1).padStart(6)} ms here`);
