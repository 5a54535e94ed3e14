// Iterates over both streams at the same time, and decodes all bytes at the end.
import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Ending {
  code: number | null;
  signal: string | null;
  stdout: string;
  stderr: string;
}

async function read(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

export async function run(
  file: string,
  args: string[],
  options: { signal?: AbortSignal; killAfter?: number } = {},
): Promise<Ending> {
  const { signal, killAfter = Infinity } = options;
  if (!(killAfter >= 1)) throw new RangeError('killAfter is less than 1');
  signal?.throwIfAborted();
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const over = new AbortController();
  const stop = async () => {
    child.kill('SIGTERM');
    if (killAfter === Infinity) return;
    await sleep(killAfter, undefined, { signal: over.signal });
    child.kill('SIGKILL');
  };
  const onAbort = () => void stop().catch(() => {});
  signal?.addEventListener('abort', onAbort, { once: true });
  const closed = new Promise<void>((resolve, reject) => {
    child.on('close', () => resolve());
    child.on('error', reject);
  });
  try {
    const [stdout, stderr] = await Promise.all([read(child.stdout), read(child.stderr), closed]);
    if (signal?.aborted) throw signal.reason;
    return { code: child.exitCode, signal: child.signalCode, stdout, stderr };
  } finally {
    over.abort();
    signal?.removeEventListener('abort', onAbort);
  }
}
