import { Worker } from 'node:worker_threads';

/**
 * Keeps so many cores busy until it is told to stop. They are threads and no processes: whatever ends
 * ours, and however suddenly, they end with it.
 *
 * @returns ends them
 */
export function keepBusy(cores: number): () => Promise<void> {
  const threads = Array.from({ length: cores }, () => new Worker('for (;;);', { eval: true }));
  return async () => {
    for (const thread of threads) await thread.terminate();
  };
}
