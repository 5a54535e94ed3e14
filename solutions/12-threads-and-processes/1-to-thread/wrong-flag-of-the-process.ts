// Wants to give the thread less memory, by a flag that only a process has. Node's own thread does not start with it.
// Fails: does the same for real, on threads of Node
// Says: Initiated Worker with invalid execArgv flags
import { Worker } from 'node:worker_threads';

export async function toThread<T>(file: URL, job: unknown, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  const worker = new Worker(file, { workerData: job, execArgv: ['--max-old-space-size=64'] });
  const stop = () => void worker.terminate();
  signal?.addEventListener('abort', stop);
  return new Promise<T>((resolve, reject) => {
    // What comes last is the end of the thread, however it ends. What came before says how to settle.
    let settle = (code: number) =>
      reject(
        signal?.aborted
          ? signal.reason
          : new Error(`exited with code ${code}, and without an answer`),
      );
    worker.on('message', (answer: T) => {
      settle = () => resolve(answer);
    });
    worker.on('error', (error) => {
      settle = () => reject(error);
    });
    worker.on('exit', (code) => {
      signal?.removeEventListener('abort', stop);
      settle(code);
    });
  });
}
