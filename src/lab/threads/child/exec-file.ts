import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { getSystemErrorName, promisify } from 'node:util';
import type { VirtualChild } from './child.ts';
import type { SpawnOptions } from './options.ts';

type Callback = (error: Error | null, stdout: unknown, stderr: unknown) => void;
type Spawn = (file: string, args: readonly string[], options: SpawnOptions) => VirtualChild;

interface Options extends SpawnOptions {
  readonly encoding?: BufferEncoding | 'buffer' | null;
  readonly maxBuffer?: number;
}

const MEGABYTE = 1024 * 1024;

/** As Node's, over a `spawn` of ours. */
export function execFile(spawn: Spawn, file: string, ...given: unknown[]): VirtualChild {
  const args = Array.isArray(given[0]) ? (given.shift() as string[]) : [];
  const done = given.find((one) => typeof one === 'function') as Callback | undefined;
  const options = (given.find((one) => typeof one === 'object' && one !== null) ?? {}) as Options;
  const { encoding = 'utf8', maxBuffer = MEGABYTE, killSignal } = options;
  const child = spawn(file, args, options);
  let failure: Error | undefined;
  let isKilled = false;
  let isOver = false;
  const streams = [child.stdout, child.stderr];
  const fail = (error: Error) => {
    failure = error;
    for (const stream of streams) stream?.destroy();
  };
  const outputs = streams.map((stream, i) =>
    collect(stream, encoding, maxBuffer, () => {
      const name = ['stdout', 'stderr'][i];
      const code = 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER';
      fail(Object.assign(new RangeError(`${name} maxBuffer length exceeded`), { code }));
      isKilled = true;
      child.kill(killSignal);
    }),
  );
  const settle = (code: number | null, signal: string | null) => {
    if (isOver) return;
    isOver = true;
    const [stdout, stderr] = outputs.map((read) => read());
    const cmd = [file, ...args].join(' ');
    if (!failure && (code !== 0 || signal !== null))
      failure = Object.assign(new Error(`Command failed: ${cmd}\n${stderr}`), {
        code: code !== null && code < 0 ? getSystemErrorName(code) : code,
        killed: child.killed || isKilled,
        signal,
      });
    done?.(failure ? Object.assign(failure, { cmd }) : null, stdout, stderr);
  };
  child.on('close', settle);
  child.on('error', (error) => {
    fail(error);
    settle(null, null);
  });
  return child;
}

/** @returns what has come so far */
function collect(
  stream: Readable | null,
  encoding: Options['encoding'],
  most: number,
  onTooMuch: () => void,
): () => unknown {
  const isText = encoding !== null && encoding !== undefined && Buffer.isEncoding(encoding);
  const decoder = new StringDecoder(isText ? encoding : 'utf8');
  const chunks: Buffer[] = [];
  let text = '';
  let length = 0;
  stream?.on('data', (chunk: Buffer) => {
    const part = isText ? decoder.write(chunk) : chunk;
    const room = most - length;
    length += part.length;
    if (typeof part === 'string') text += part.slice(0, room);
    else chunks.push(part.subarray(0, room));
    if (length > most && part.length > 0 && room >= 0) onTooMuch();
  });
  return () => (isText ? text + (length > most ? '' : decoder.end()) : Buffer.concat(chunks));
}

/** `promisify` makes of it what has both outputs. */
export function withPromise<F extends (...given: never[]) => VirtualChild>(execute: F): F {
  const asPromise = (...given: unknown[]) => {
    let done: Callback = () => {};
    const promise = new Promise((resolve, reject) => {
      done = (error, stdout, stderr) =>
        error ? reject(Object.assign(error, { stdout, stderr })) : resolve({ stdout, stderr });
    });
    // Where it throws, so does this.
    return Object.assign(promise, { child: execute(...([...given, done] as never[])) });
  };
  return Object.defineProperty(execute, promisify.custom, { value: asPromise });
}
