import { Worker } from 'node:worker_threads';
import { delay, fc, rarely, scenes, time } from '#scenes';

/**
 * Free: what two calls on one worker do at the same time, and a photo that was handed over before. So each worker gets
 * one photo after another, and each photo is made anew.
 */
const photo = fc.record({
  /** Of the whole buffer. */
  bytes: fc.uint8Array({ minLength: 0, maxLength: 12 }),
  /** Where the photo begins, and how many bytes follow it. */
  before: fc.oneof(fc.constant(0), fc.nat(3)),
  behind: fc.oneof(fc.constant(0), fc.nat(3)),
  isBuffer: fc.boolean(),
  /** A small Buffer, beside others in the pool of Node. */
  isPooled: rarely,
  /** It has so many zeros more, which makes a copy cost something. */
  megabytes: fc.oneof({ weight: 12, arbitrary: fc.constant(0) }, fc.constant(2)),
  takes: fc.oneof(fc.constant(0), time),
  pause: fc.oneof(fc.constant(0), delay),
  /** The caller writes into the buffer just after the call. */
  writes: fc.boolean(),
  /** The one before it once more, if that is still whole. */
  isAgain: rarely,
});

type Photo = typeof photo extends fc.Arbitrary<infer One> ? One : never;

const made = ({ bytes, before, behind, isBuffer, isPooled, megabytes }: Photo): Uint8Array => {
  if (isPooled) return Buffer.from(bytes);
  const all = new Uint8Array(bytes.length + megabytes * 1e6);
  all.set(bytes);
  const view = isBuffer ? Buffer.from(all.buffer) : all;
  return view.subarray(Math.min(before, bytes.length), Math.max(0, all.length - behind));
};

const written = (bytes: Uint8Array) =>
  `${bytes.length} bytes: ${[...Array.from({ length: Math.min(bytes.length, 12) }, (_, i) => bytes[i])]}`;

scenes(import.meta.dirname, {
  timers: true,
  calls: 1,
  input: fc.record({
    workers: fc.array(fc.array(photo, { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 2,
    }),
    isEarly: fc.boolean(),
  }),
  call({ develop, darkroom }: typeof import('../3-hand-over.ts'), input, tools) {
    const { workers, isEarly } = input;
    const run = async (photos: readonly Photo[], number: number) => {
      const name = `${number + 1}`;
      let work = 0;
      const kept: Uint8Array[] = [];
      const file = tools.lab.program(`cook ${name}`, ({ parentPort, burn }) => {
        darkroom(parentPort as never, (bytes) => {
          kept.push(bytes);
          tools.note(
            `work no. ${++work} of ${name}: ${written(bytes)} of ${bytes.buffer.byteLength}`,
          );
          const takes = photos[work - 1]?.takes ?? 0;
          if (takes > 0) burn(takes, `work ${name}`);
          for (const i of bytes.keys()) if (i < 12) bytes[i] = (bytes[i] as number) ^ 255;
        });
      });
      const worker = new Worker(file);
      worker.on('error', (error) => tools.note(`thread ${name} fails with ${error}`));
      worker.on('message', () => {});
      if (!isEarly) await new Promise((resolve) => worker.once('online', resolve));
      let last: Uint8Array | undefined;
      for (const [i, one] of photos.entries()) {
        if (one.pause > 0) await tools.lab.sleep(one.pause);
        const again = one.isAgain && last && last.length > 0 ? last : made(one);
        last = again;
        let answer: Uint8Array | undefined;
        const ask = async () => {
          const asked = develop(worker, again);
          tools.note(`after call ${name}.${i}: ${written(again)} of ${again.buffer.byteLength}`);
          if (one.writes && again.length > 0) again.fill(77, 0, 1);
          answer = await asked;
          return `${answer instanceof Uint8Array} ${written(answer)}`;
        };
        await tools.settles(ask, `call ${name}.${i}`);
        tools.note(`then the photo has ${written(again)} of ${again.buffer.byteLength}`);
        const kinds = ['message', 'error', 'exit', 'online', 'messageerror'];
        tools.note(`listeners: ${kinds.map((kind) => worker.listenerCount(kind))}`);
      }
      tools.note(`left in thread ${name}: ${kept.map((bytes) => bytes.byteLength)}`);
      await worker.terminate();
    };
    return Promise.all(workers.map(run));
  },
});
