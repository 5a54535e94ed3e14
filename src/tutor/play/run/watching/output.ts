import type { Line } from '../../played.ts';
import type { Recorder } from '../recorder.ts';

/** Lines of a stack that are of no use to the program's author: Node's own, and what fires timers here. */
const OURS =
  /^ +at .*([\\/]tutor-play-run-child\.mjs|[\\/]src[\\/](lab|tutor[\\/]play)[\\/]|@sinonjs[\\/]fake-timers|[( ]node:)/;

/** What a program prints is taken down, whatever it prints with. */
export function captureOutput(recorder: Recorder): void {
  for (const to of ['stdout', 'stderr'] as const) capture(recorder, to);
}

function capture(recorder: Recorder, to: Line['to']): void {
  let rest = '';
  process[to].write = ((
    chunk: string | Uint8Array,
    encoding?: BufferEncoding | (() => void),
    callback?: () => void,
  ) => {
    const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (!OURS.test(line)) recorder.print(line, to);
    const done = typeof encoding === 'function' ? encoding : callback;
    if (done) process.nextTick(done);
    return true;
  }) as typeof process.stdout.write;
  // A last line may have no end.
  recorder.flushes.push(() => {
    if (rest !== '') recorder.print(rest, to);
    rest = '';
  });
}
