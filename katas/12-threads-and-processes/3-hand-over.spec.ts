import { once } from 'node:events';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import {
  again,
  eachCase,
  expect,
  forReal,
  type Lab,
  observe,
  ownCopyOf,
  realProgram,
  test,
  together,
} from '#lab';
import * as kata from './3-hand-over.ts';

const { develop } = kata;

/** When a thread has started, in ms. */
const START = 30;

/** What is left has its own test. */
const mayLeave: ['thread', 'port', 'work', 'timer'] = ['thread', 'port', 'work', 'timer'];

const LIST =
  'What is posted is copied, unless it is handed over: name its buffer in the transfer list, the second argument of postMessage(). That goes both ways, and each way needs its own list.';
const MESSAGE =
  'The transfer list only says what is not copied. What is to arrive stands in the message, too. A view on a buffer goes into the message, and its `buffer` into the list: the view itself cannot be handed over. From then on it has no bytes here, and the answer is what comes back.';
const BACK =
  'What is handed back is gone in the thread, too: what the work has got has no bytes there any more. A photo that still has them was not handed back itself. It was copied, or shared.';
const MEANWHILE =
  'The thread has a core of its own. All that your code waits for is a message that comes back.';
const BLOCKED =
  "While your code's own thread is blocked, no message can reach it. Return to the event loop, and let a message continue.";
const ONCE =
  'The work starts when the photo has come. It begins once for each photo, and the call ends in the millisecond in which it ends.';
const STUCK =
  'The thread is up, and waits. `darkroom` has to listen to its port, and to post each photo back; `develop` has to listen to the worker.';
const ENDED =
  'The thread is to wait for the next photo, and a worker lives longer than a call. What keeps a thread there is a listener on its port.';
const GONE =
  'What is handed over is no longer here. The caller looks just after the call: the buffer of the photo goes with postMessage(), in the call.';
const AS_LEFT =
  'The work changes the bytes in place, and returns nothing. Any bytes are a photo: one byte, zeros, or no byte at all.';
const ALONE =
  'The photo is a part of its buffer, and a buffer can only be handed over as a whole. So first make a copy of that part alone. (`slice` of a Buffer makes no copy: it returns another view.)';
const WHOLE =
  'The photo is a part of its buffer, and the rest of the buffer belongs to others. A buffer that is handed over is gone for all of them. (The one that small Buffers share cannot be handed over.)';
const AS_IT_IS =
  'The caller writes into the album just after the call. What is to be in the photo was there in the call.';
const EACH =
  "A worker gets one photo after another. 'a' and 'c' are in flight at the same time, on two workers. Each call fulfils with its own photo.";
const LEFT =
  'A worker lives longer than a call. Each listener that stays there is called for every photo that follows, and other listeners are not yours.';

/** Copies of 20 MB take 20 ms for each thread. */
const LARGE = 20e6;

/** Large ones by their length. */
const bytesIn = (photo: unknown) => {
  if (!(photo instanceof Uint8Array)) return photo;
  if (photo.length > 300) return `${photo.length} bytes`;
  // What has been handed over has no iterator.
  return Array.from({ length: photo.length }, (_, i) => photo[i]);
};

/** The first byte of a photo says how many ms the work takes. It reverses the first 256 bytes. */
const cook = ({ program }: Lab, isTold = false, kept: Uint8Array[] = []) =>
  program('cook', ({ parentPort, burn, log }) => {
    // A thread has its own copy of every module.
    ownCopyOf(kata).darkroom(parentPort as unknown as MessagePort, (photo) => {
      kept.push(photo);
      if (isTold) log(`${photo.byteLength} bytes in a buffer of ${photo.buffer.byteLength}`);
      const [ms = 0] = photo;
      if (ms > 0) burn(ms, 'work');
      photo.subarray(0, 256).reverse();
    });
  });

/** A worker, and what rejects when its thread fails. */
const start = (file: URL) => {
  const worker = new Worker(file);
  const failing = new Promise<never>((_, reject) => worker.on('error', reject));
  failing.catch(() => {});
  return { worker, failing };
};

interface Scene {
  /** What the caller does and sees just after the call. */
  next?: (photo: Uint8Array) => object;
  /** What the caller sees when the call has settled; `kept` is what the work has got. */
  later?: (photo: Uint8Array, kept: readonly Uint8Array[]) => object;
  /** The thread has not started yet. */
  isEarly?: boolean;
  /** It logs what comes to the work. */
  isTold?: boolean;
}

const NOTHING = () => ({});

/** One photo, whose work takes 11 ms. */
const one = (
  make: () => Uint8Array,
  { next = NOTHING, later = NOTHING, isEarly, isTold }: Scene = {},
) =>
  observe(
    async (lab) => {
      const kept: Uint8Array[] = [];
      const { worker, failing } = start(cook(lab, isTold, kept));
      if (!isEarly) await once(worker, 'online');
      const photo = make();
      const developing = lab.call('develop', () => develop(worker, photo));
      const seen = next(photo);
      const answer = await Promise.race([developing, failing]);
      const left = later(photo, kept);
      await worker.terminate();
      return { answer: bytesIn(answer), ...seen, ...left };
    },
    {
      mayLeave,
      plan: {
        develop: [isEarly ? 0 : START, START + 11],
        work: [START, START + 11, { computes: true }],
      },
      ifStuck: STUCK,
      ifEnded: ENDED,
    },
  );

const large = () => new Uint8Array(LARGE).fill(11, 0, 1);

/** A part of an album, and the rest of it. */
const album = (from: number, to?: number, isBuffer = false) => {
  const pages = Uint8Array.of(11, 2, 11, 4, 11, 6, 7);
  const all = isBuffer ? Buffer.from(pages.buffer) : pages;
  return { all, photo: all.subarray(from, to) };
};

const PARTS = {
  'When the photo is the beginning of an album:': () => album(0, 6),
  'When the photo is in the middle of an album:': () => album(2, 4),
  'When the photo is the end of an album:': () => album(4),
  'When the photo is a part of a Buffer:': () => album(2, 5, true),
  'When the photo is a small Buffer, beside others in one buffer of Node:': () => {
    const photo = Buffer.from([11, 2, 3]);
    return { all: photo, photo };
  },
};

/** Node's own, by which a worker knows whether there is a listener for messages. */
const OF_NODE: readonly (string | symbol)[] = ['newListener', 'removeListener'];

/** How many listeners a worker has of each other kind. */
const listenersOf = (worker: Worker) => {
  const names = worker.eventNames().filter((name) => !OF_NODE.includes(name));
  return Object.fromEntries(names.map((name) => [name, worker.listenerCount(name)]));
};

/** When the second photo of 'a' and those after it are worked on. */
const NEXT = [[41, 52], ...Array.from({ length: 12 }, (_, i) => [52 + i, 53 + i])] as [
  number,
  number,
][];

/** Two workers. One gets a part of an album twice, and then a dozen photos. */
const several = () =>
  observe(
    async (lab) => {
      const file = cook(lab);
      const workers = [start(file), start(file)] as const;
      const ask = (
        name: string,
        { worker, failing }: (typeof workers)[number],
        ...photos: Uint8Array[]
      ) =>
        Promise.race([
          failing,
          (async () => {
            const answers: Uint8Array[] = [];
            for (const photo of photos)
              answers.push(await lab.call(name, () => develop(worker, photo)));
            return answers;
          })(),
        ]);
      const { photo } = album(2, 4);
      const dozen = Array.from({ length: 12 }, (_, i) => Uint8Array.of(1, i));
      const answers = await Promise.all([
        ask('a', workers[0], photo, photo, ...dozen),
        ask('c', workers[1], Uint8Array.of(17, 5), Uint8Array.of(7, 9, 9)),
      ]);
      for (const { worker } of workers) await worker.terminate();
      return answers.map((each) => each.map(bytesIn));
    },
    {
      mayLeave,
      plan: {
        a: [[0, 41], ...NEXT],
        c: [
          [0, 47],
          [47, 54],
        ],
        work: [[START, 41], [START, 47], [41, 52], [47, 54], ...NEXT.slice(1)],
      },
      ifStuck: STUCK,
      ifEnded: ENDED,
    },
  );

test('hands the photo over to the thread and back, so no thread copies it', async () => {
  expect(await one(() => Uint8Array.of(11, 2, 3))).toGive({ answer: [3, 2, 11] }, MESSAGE);
  const later = (_: Uint8Array, kept: readonly Uint8Array[]) => ({
    'bytes left in the thread': kept[0]?.byteLength,
  });
  const trace = await one(large, { later });
  expect(trace).toCopyNothing(LIST);
  expect(trace).toGive({ answer: `${LARGE} bytes`, 'bytes left in the thread': 0 }, BACK);
  expect(trace).toBeSilentAtMost(0, BLOCKED);
  expect(trace).toRunAsPlanned(ONCE);
  expect(trace).toSetTimers(0, MEANWHILE);
});

test('hands the photo over in the call, also while the thread starts', async () => {
  const next = (photo: Uint8Array) => ({ 'bytes of the photo after the call': photo.byteLength });
  const photos = {
    'When the photo is a Uint8Array:': () => Uint8Array.of(11, 2, 3),
    'When the photo is a Buffer that has a buffer of its own:': () =>
      Buffer.from(Uint8Array.of(11, 2, 3).buffer),
  };
  await eachCase(photos, async (make) => {
    for (const isEarly of [false, true]) {
      const trace = await one(make, { next, isEarly });
      expect(trace).toGive({ answer: [3, 2, 11], 'bytes of the photo after the call': 0 }, GONE);
      expect(trace).toRunAsPlanned(ONCE);
      expect(trace).toSetTimers(0, MEANWHILE);
    }
  });
});

test('fulfils with the bytes as the work has left them, however many they are', async () => {
  const every = Array.from({ length: 256 }, (_, byte) => byte);
  for (const bytes of [[11, 2, 3], [11], [0, 0], [11, 0, 255], every, []]) {
    const trace = await one(() => Uint8Array.from(bytes), { isTold: true });
    expect(trace).toGive({ answer: bytes.toReversed() }, AS_LEFT);
    expect(trace).toLog([START, `${bytes.length} bytes in a buffer of ${bytes.length}`], AS_LEFT);
  }
});

test('hands over a copy of a part of a buffer, and leaves the buffer whole', async () => {
  await eachCase(PARTS, async (make) => {
    const { photo } = make();
    const [bytes, { length }] = [[...photo], photo];
    const made = make();
    const later = () => ({ photo: bytesIn(made.photo), album: bytesIn(made.all) });
    const trace = await one(() => made.photo, { later, isTold: true });
    const whole = { photo: bytes, album: [...make().all] };
    expect(trace).toGive({ answer: bytes.toReversed(), ...whole }, WHOLE);
    expect(trace).toLog([START, `${length} bytes in a buffer of ${length}`], ALONE);
    expect(trace).toRunAsPlanned(ONCE);
  });
  const { all, photo } = album(2, 5);
  const next = () => ({ album: [...all.fill(0)] });
  const expected = { answer: [11, 4, 11], album: [0, 0, 0, 0, 0, 0, 0] };
  expect(await one(() => photo, { next })).toGive(expected, AS_IT_IS);
  expect(await one(() => new Uint8Array(3e6).fill(11, 0, 1).subarray(0, 2e6))).toCopyNothing(LIST);
});

test('does the same for each further photo, and for each worker', async () => {
  const dozen = Array.from({ length: 12 }, (_, i) => [i, 1]);
  const answers = [
    [[4, 11], [4, 11], ...dozen],
    [
      [5, 17],
      [9, 9, 7],
    ],
  ];
  for (const repeat of [again, together])
    await repeat(several, (trace) => {
      expect(trace).toGive(answers, EACH);
      expect(trace).toRunAsPlanned(EACH);
    });
});

test('leaves no listener on the worker, and no open port', async () => {
  const trace = await observe(
    async (lab) => {
      const { worker, failing } = start(cook(lab));
      worker.on('message', () => {});
      const before = listenersOf(worker);
      await Promise.race([failing, lab.call('develop', () => develop(worker, Uint8Array.of(11)))]);
      const after = listenersOf(worker);
      await worker.terminate();
      return { before, after };
    },
    { ifStuck: STUCK, ifEnded: ENDED },
  );
  const before = { error: 1, message: 1 };
  expect(trace).toGive({ before, after: before }, LEFT);
  expect(trace).toLeaveNothing();
});

test('does the same for real, on threads of Node', async ({ task, skip }) => {
  // It hands on all that comes, from `develop` to `darkroom` and back.
  const relay = realProgram(({ parentPort, workerData }) => {
    const { port } = workerData as { port: MessagePort };
    const partsOf = (value: unknown): (ArrayBuffer | MessagePort)[] => {
      if (typeof value !== 'object' || value === null) return [];
      if (ArrayBuffer.isView(value)) return [value.buffer as ArrayBuffer];
      const isPart = value instanceof ArrayBuffer || 'postMessage' in value;
      return isPart ? [value as ArrayBuffer] : Object.values(value).flatMap(partsOf);
    };
    parentPort.on('message', (value) => port.postMessage(value, partsOf(value)));
    port.on('message', (value) => parentPort.postMessage(value, partsOf(value)));
  });
  await forReal({ task, skip }, async () => {
    const { port1, port2 } = new MessageChannel();
    kata.darkroom(port1, (photo) => void photo.reverse());
    const worker = new Worker(relay, { workerData: { port: port2 }, transferList: [port2] });
    const photo = Uint8Array.of(11, 2, 3);
    const developing = develop(worker, photo);
    expect(photo.byteLength).toBe(0);
    expect([...(await developing)]).toEqual([3, 2, 11]);
    port1.close();
    await worker.terminate();
  });
});
