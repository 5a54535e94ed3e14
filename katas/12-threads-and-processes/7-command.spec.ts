import {
  again,
  eachCase,
  eachReason,
  expect,
  forReal,
  type Lab,
  observe,
  type Plan,
  test,
  together,
} from '#lab';
import { type Ending, run } from './7-command.ts';

/** What a process needs to start, and to end when a signal kills it, in ms. */
const START = 60;
const END = 1;

/** When the caller aborts, in most scenes. */
const ABORT = 71;

/** What is left has its own test. */
const mayLeave: ['work', 'timer', 'listener'] = ['work', 'timer', 'listener'];

const AS_THEY_ARE =
  'The program writes down its arguments. `spawn(file, args)` passes each one on as it is in the call. A shell would split and replace. Just after the call, the caller changes the list.';
const BLOCKED =
  'While the thread is blocked, no event can reach it. Return to the event loop, and let an event continue.';
const ITS_CODE =
  'A program may say with its exit code what it has found. Only the caller knows what that means, so it is a result.';
const LIVES_ON =
  'The program closes its outputs, and goes on for 37 ms. It has no exit code before that: wait for its end.';
const ITS_SIGNAL =
  "The program has ended by a signal, so it has no exit code. 'exit' and 'close' have two arguments for that: code and signal.";
const WHOLE =
  'Both streams have to be read at the same time: 64 KiB fit into a pipe, and a program that has more to write waits until there is room.';
const ALL =
  'However much it writes, the caller gets all of it. `exec` and `execFile` have a limit, `maxBuffer`.';
const LETTERS =
  'A letter may have up to 4 bytes, and a chunk may end between them. The rest is in the next chunk of the same stream.';
const UNCHANGED =
  'The caller gets each letter that was written, also blanks, line ends, and what sets a colour.';
const AFTER_EXIT =
  "'exit' says that the program has ended. Another process can still write to its output. 'close' says that nothing more comes.";
const NO_INPUT =
  'The program reads its input to the end, and that is open as long as your side of the pipe is. So nothing happens until it is closed.';
const NOT_STARTED =
  "`spawn` does not throw when there is no such program: the child emits 'error', and no 'exit'. That error is what the promise rejects with.";
const NOT_CALLED = 'A text with a null byte cannot be passed to a program, so `spawn` throws.';
const NO_SENSE = 'setTimeout takes such a number for 1 ms. So look at it first.';
const TOLD =
  'The abort sends the program a SIGTERM. That asks it to end: it may still start, end in its own way, or take its time. The promise rejects when it has ended.';
const ITS_REASON =
  'The caller has aborted with this reason. However the program ends, that is what the promise rejects with.';
const NOT_AT_ALL = 'The signal was aborted before the call, so there is nothing to start.';
const IGNORES =
  "The program ignores SIGTERM. `child.killed` says only that a signal was sent. SIGKILL cannot be ignored, and 'close' says that it has ended.";
const IN_TIME =
  'The program ends in its own way after the SIGTERM, and before `killAfter` is over. So there is no SIGKILL.';
const PATIENT = 'Without `killAfter`, the program may take any time after the SIGTERM.';
const FROM_THE_ABORT = '`killAfter` counts from the abort. Here, the caller never aborts.';
const NO_TIMER = 'The end of a program is an event, and needs no timer. Only `killAfter` does.';
const TOO_LATE =
  'There is no such program. The caller aborts just after the call has rejected. By then, its listener is removed.';
const EACH =
  'Each call starts its own program, and stops that one only. Two of them have the same signal, and two are the same.';
const ONLY_A_PROCESS =
  'The program of this test can only be started by its name: with `spawn` of node:child_process, or with what calls it.';

type Program = Parameters<Lab['command']>[1];

interface Scene {
  /** Another one than is there. */
  file?: string;
  args?: string[];
  /** When the caller aborts, and with what: before the call, or never. */
  abort?: number;
  reason?: unknown;
  killAfter?: number;
  /** When it has ended, and when its output has. */
  ends?: number;
  closes?: number;
}

/** What is long is told by its length. */
const short = (text: string) => (text.length > 99 ? `${text.length} letters` : text);

const shown = (ending: Ending) => {
  const [stdout, stderr] = [ending.stdout, ending.stderr].map(short);
  return { ...ending, stdout, stderr };
};

/** Without a time of its end, no program is to start. */
const planOf = ({ abort = Infinity, ends = 0, closes = ends }: Scene): Plan => ({
  run: [0, closes, { fails: abort < Infinity || ends === 0 }],
  ...(ends > 0 && { convert: [0, ends, abort < Infinity ? { aborted: abort } : {}] }),
});

/** Fulfils with what it rejects with. The TODO of the stub gets out. */
const quietly = (asked: Promise<unknown>) =>
  asked.catch((reason) => {
    if (reason instanceof Error && reason.message.startsWith('TODO')) throw reason;
    return reason;
  });

/** One call. `settle` is what its caller does just after. */
const asking = (
  program: Program,
  scene: Scene = {},
  settle = (asked: Promise<unknown>, _leave: () => void): Promise<unknown> => asked,
) =>
  observe(
    (lab) => {
      const { args = [], abort, reason, killAfter } = scene;
      const known = lab.command('convert', program);
      const file = scene.file ?? known;
      const controller = lab.controller();
      const leave = () => controller.abort(reason);
      if (abort === -1) leave();
      else if (abort !== undefined && abort < Infinity) lab.at(abort, leave, 'abort');
      const signal = abort === undefined ? {} : { signal: controller.signal };
      const options = { ...signal, ...(killAfter !== undefined && { killAfter }) };
      const isPlain = Object.keys(options).length === 0;
      const asked = lab.call('run', () => (isPlain ? run(file, args) : run(file, args, options)));
      return settle(asked.then(shown), leave);
    },
    { mayLeave, plan: planOf(scene) },
  );

const gives = (end: Partial<Ending>) =>
  shown({ code: 0, signal: null, stdout: '', stderr: '', ...end });

/** Does nothing for so many ms, and ends with this code. */
const waits =
  (ms: number, code = 0): Program =>
  ({ sleep }) =>
    sleep(ms).then(() => code);

/** Ends so many ms after a SIGTERM, with this code; without a number, it ignores that. A second one ends it at once. */
const heeds = (ms?: number, code = 0): Program => {
  return async ({ on, sleep }) => {
    const told = new Promise<void>((resolve) => {
      on('SIGTERM', () => void resolve(on('SIGTERM', () => END)));
    });
    if (ms === undefined) await sleep(9973);
    else await told.then(() => sleep(ms));
    return code;
  };
};

const ARGS = ['-o', 'a b', ' c ', '', '-o', '$HOME', '*.jpg', `"it's"`, 'x; y', 'a\\b', 'e\u0301'];

/** Writes each byte by itself, of one text and then of the other. */
const inBytes = (text: string, other: string): Program => {
  return async ({ out, err, sleep }) => {
    const [bytes, others] = [Buffer.from(text), Buffer.from(other)];
    for (let i = 0; i < Math.max(bytes.length, others.length); i++) {
      await out(bytes.subarray(i, i + 1));
      await err(others.subarray(i, i + 1));
      await sleep(1);
    }
  };
};

const writes =
  (stdout: string, stderr = ''): Program =>
  async ({ out, err, sleep }) => {
    await err(stderr);
    await out(stdout);
    await sleep(17);
  };

const many = (letters: number) => 'x'.repeat(letters);
const MUCH = 10_800_000;

/** What it writes, and why all of it is expected. */
const OUTPUTS: Record<string, [stdout: string, stderr: string, because: string]> = {
  'When it writes 200,000 letters to stderr, and then to stdout:': ['ok', many(200_000), WHOLE],
  'When it writes blanks, line ends and a colour:': [' \t a \r\n\r\n', '\0\x1b[1m\n\n', UNCHANGED],
};

/** What the caller aborts, in which ms, and in which it has ended. */
const ABORTED: Record<string, readonly [Program, abort: number, ends: number]> = {
  'When it is still starting:': [waits(997), 31, 32],
  'When it waits:': [waits(997), ABORT, 72],
  'When it ends with code 0, 13 ms after a SIGTERM:': [heeds(13), ABORT, 84],
  'When it ends with code 4, 13 ms after a SIGTERM:': [heeds(13, 4), ABORT, 84],
};

/** The same, when it is killed or why not. */
const KILLED: Record<string, readonly [Program, killAfter: number, ends: number, string]> = {
  'When it ignores SIGTERM, and `killAfter` is 23:': [heeds(), 23, 95, IGNORES],
  'When it ignores SIGTERM, and `killAfter` is 1:': [heeds(), 1, 73, IGNORES],
  'When it ends 41 ms after the SIGTERM, and `killAfter` is 23:': [heeds(41), 23, 95, IGNORES],
  'When it ends 13 ms after the SIGTERM, and `killAfter` is 23:': [heeds(13), 23, 84, IN_TIME],
  'When it ignores SIGTERM, and `killAfter` is 7919:': [heeds(), 7919, 7991, IGNORES],
  'When it ignores SIGTERM, and `killAfter` is Infinity:': [heeds(), Infinity, 10_033, PATIENT],
};

/** Of the two that are aborted, and then of the others. */
const times = (how: { fails: true } | { aborted: number }): Plan[string] => {
  const others = [101, 67, 67].map((end) => [0, end] as const);
  return [[0, 88, how], [0, 95, how], ...others, [101, 202]];
};

/** Five calls at the same time, and one afterwards. */
const several = () =>
  observe(
    async (lab) => {
      const file = lab.command('convert', async ({ args: [ms, how], on, out, sleep }) => {
        on('SIGTERM', () => (how === 'deaf' ? undefined : 5));
        const [first, ...rest] = Buffer.from(`é, ${how}`);
        await out(Uint8Array.of(Number(first)));
        await sleep(Number(ms));
        await out(Uint8Array.from(rest));
        return 3;
      });
      const [left, stays] = [lab.controller(), lab.controller()];
      lab.at(83, () => left.abort('left'));
      const ask = (how: string, ms: number, { signal } = stays) => {
        const options = { signal, killAfter: 11 };
        const asked = lab.call('run', () => run(file, [String(ms), how], options));
        return quietly(asked.then(shown));
      };
      const asked = [ask('heeds', 997, left), ask('deaf', 997, left), ask('deaf', 41)];
      const same = [1, 2].map(() => lab.call('run', () => run(file, ['7', 'same']).then(shown)));
      return [...(await Promise.all([...asked, ...same])), await ask('deaf', 41)];
    },
    { mayLeave, plan: { run: times({ fails: true }), convert: times({ aborted: 83 }) } },
  );

test('starts the program once, with its arguments as they are, and is not blocked meanwhile', async () => {
  const killed = await asking(heeds(), { abort: ABORT, killAfter: 23, ends: 95 }, quietly);
  const args = [...ARGS];
  const lists: Program = ({ args, out }) => out(JSON.stringify(args));
  const trace = await asking(lists, { args, ends: START }, (asked) => {
    args[0] = 'changed';
    return asked.then((ending) => [(ending as Ending).stdout, args.length]);
  });
  for (const one of [killed, trace]) expect(one).toStart('convert', 1, ONLY_A_PROCESS);
  expect(trace).toGive([JSON.stringify(ARGS), ARGS.length], AS_THEY_ARE);
  expect(trace).toBeSilentAtMost(0, BLOCKED);
});

test('fulfils with the exit code when the program has ended, whatever it is', async () => {
  for (const code of [0, 1, 3, 143, 255]) {
    const trace = await asking(waits(37, code), { ends: 97 });
    expect(trace).toGive(gives({ code }), ITS_CODE);
    expect(trace).toRunAsPlanned();
  }
  const told = await asking(waits(211, 3), { ends: 271, killAfter: 23 });
  expect(told).toGive(gives({ code: 3 }), FROM_THE_ABORT);
  const closes: Program = async ({ out, close, sleep }) => {
    await out('ok');
    close();
    await sleep(37);
    return 3;
  };
  const quiet = await asking(closes, { ends: 97 });
  expect(quiet).toGive(gives({ code: 3, stdout: 'ok' }), LIVES_ON);
  expect(quiet).toRunAsPlanned(LIVES_ON);
});

test('fulfils with the name of the signal that has ended it', async () => {
  for (const signal of ['SIGTERM', 'SIGKILL', 'SIGINT']) {
    const dies: Program = async ({ out, sleep, kill }) => {
      await out('half');
      await sleep(17);
      await kill(signal);
    };
    const trace = await asking(dies, { ends: START + 17 + END });
    expect(trace).toGive(gives({ code: null, signal, stdout: 'half' }), ITS_SIGNAL);
    expect(trace).toRunAsPlanned();
  }
});

test('fulfils with all that was written, as text', async () => {
  await eachCase(OUTPUTS, async ([stdout, stderr, because]) => {
    const trace = await asking(writes(stdout, stderr), { ends: START + 17 });
    expect(trace).toGive(gives({ stdout, stderr }), because);
  });
  const much = await asking(writes(many(MUCH), many(MUCH / 9)), { ends: START + 17 });
  expect(much).toGive(gives({ stdout: `${MUCH} letters`, stderr: `${MUCH / 9} letters` }), ALL);
  const [text, other] = ['é, €, 𝄞', '𝄞𝄞 àé€'];
  for (const [stdout, stderr] of [
    [text, other],
    [other, text],
    [other, ''],
  ] as const) {
    const trace = await asking(inBytes(stdout, stderr), { ends: START + 16 });
    expect(trace).toGive(gives({ stdout, stderr }), LETTERS);
  }
});

test('waits for what is written after the end of the program', async () => {
  for (const closed of [undefined, 'out', 'err'] as const) {
    const leaves: Program = async ({ close, out, err, leave, sleep }) => {
      leave(41, (late) => Promise.all([late.err(', late'), late.out(', late')]));
      await Promise.all([out('ok'), err('ok')]);
      if (closed) close(closed);
      await sleep(11);
      return 3;
    };
    const trace = await asking(leaves, { ends: 71, closes: 112 });
    const [stdout, stderr] = ['out', 'err'].map((one) => (one === closed ? 'ok' : 'ok, late'));
    expect(trace).toGive(gives({ code: 3, stdout, stderr }), AFTER_EXIT);
    expect(trace).toRunAsPlanned(AFTER_EXIT);
  }
});

test('starts the program without input', async () => {
  const reads: Program = async ({ stdin, out, sleep }) => {
    let length = 0;
    for await (const chunk of stdin) length += chunk.length;
    await sleep(17);
    await out(`${length} bytes`);
  };
  const trace = await asking(reads, { ends: 77 });
  expect(trace).toGive(gives({ stdout: '0 bytes' }), NO_INPUT);
});

test('rejects when the program cannot be started, or when `killAfter` makes no sense', async () => {
  const unknown = await asking(waits(17), { file: 'no-such-program' });
  expect(unknown).toFailWith('spawn no-such-program ENOENT', 0, NOT_STARTED);
  const refused = await asking(waits(17), { args: ['a\0b'] });
  expect(refused).toFailWith({ name: 'TypeError' }, 0, NOT_CALLED);
  for (const killAfter of [0, 0.5, -23, -Infinity, Number.NaN]) {
    const trace = await asking(waits(17), { killAfter });
    expect(trace).toFailWith(
      { name: 'RangeError' },
      0,
      `\`killAfter\` is ${killAfter}. ${NO_SENSE}`,
    );
    expect(await asking(waits(17), { killAfter }, quietly)).toStart('convert', 0, NO_SENSE);
  }
});

test('sends SIGTERM when its signal is aborted, and rejects when the program has ended', async () => {
  const reason = new Error('the caller has left');
  await eachCase(ABORTED, async ([program, abort, ends]) => {
    const scene = { abort, reason, ends };
    const trace = await asking(program, scene, quietly);
    expect(trace).toAbort({ convert: abort }, TOLD);
    expect(trace).toRunAsPlanned(TOLD);
    expect(await asking(program, scene)).toRejectWith(reason, ends, ITS_REASON);
  });
  await eachReason(
    ['the caller'],
    async ({ 'the caller': reason }) => {
      for (const abort of [ABORT, -1]) {
        const ends = Math.max(0, abort + END);
        const trace = await asking(waits(997), { abort, reason, ends });
        const because = abort === ABORT ? ITS_REASON : NOT_AT_ALL;
        if (reason === undefined) expect(trace).toFailWith({ name: 'AbortError' }, ends, because);
        else expect(trace).toRejectWith(reason, ends, because);
      }
    },
    'aborts with',
  );
  expect(await asking(waits(997), { abort: -1 }, quietly)).toStart('convert', 0, NOT_AT_ALL);
});

test('sends SIGKILL `killAfter` ms later, if it has not ended', async () => {
  await eachCase(KILLED, async ([program, killAfter, ends, because]) => {
    const scene = { abort: ABORT, reason: 'left', killAfter, ends };
    expect(await asking(program, scene, quietly)).toRunAsPlanned(because);
    expect(await asking(program, scene)).toRejectWith('left', ends, because);
  });
  const patient = await asking(heeds(), { abort: ABORT, reason: 'left', ends: 10_033 });
  expect(patient).toRejectWith('left', 10_033, PATIENT);
});

test('leaves no timer, no listener and no process', async () => {
  const scenes: Record<string, [Program, Scene]> = {
    'When nobody aborts:': [waits(211), { abort: Infinity, killAfter: 23, ends: 271 }],
    'When there is no such program:': [waits(17), { abort: Infinity, file: 'no-such-program' }],
    'When `spawn` throws:': [waits(17), { abort: Infinity, args: ['a\0b'] }],
  };
  for (const [words, [program, abort, ends]] of Object.entries(ABORTED))
    scenes[words] = [program, { abort, ends }];
  for (const [words, [program, killAfter, ends]] of Object.entries(KILLED))
    scenes[words] = [program, { abort: ABORT, killAfter, ends }];
  await eachCase(scenes, async ([program, scene]) => {
    const trace = await asking(program, scene, quietly);
    expect(trace).toLeaveNothing();
    const isTimed = scene.killAfter !== Infinity && scene.killAfter && scene.abort === ABORT;
    expect(trace).toSetTimers(isTimed ? 1 : 0, NO_TIMER);
    expect(trace).toFireTimersOnce();
  });
  const scene = { abort: Infinity, file: 'no-such-program', killAfter: 23 };
  const late = await asking(waits(17), scene, (asked, leave) => quietly(asked).then(leave));
  expect(late).toSetTimers(0, TOO_LATE);
});

test('has a program, a signal and a time of its own for each call', async () => {
  for (const repeat of [again, together]) {
    await repeat(several, (trace) => {
      const deaf = gives({ code: 3, stdout: 'é, deaf' });
      const same = gives({ code: 3, stdout: 'é, same' });
      expect(trace).toGive(['left', 'left', deaf, same, same, deaf], EACH);
      expect(trace).toRunAsPlanned(EACH);
    });
  }
});

/** What `code` comes to, in a process of Node. */
const node = (code: string, options = {}) => run(process.execPath, ['-e', code], options);

test('does the same for real, with processes of Node', async ({ task, skip }) => {
  const ends = `process.stdout.write('é'); process.stderr.write('b'); process.exitCode = 3`;
  const idles = 'setTimeout(() => {}, 60_000)';
  await forReal({ task, skip }, async () => {
    const left = new AbortController();
    const ended = node(ends);
    // On Windows, which has no signals, it is ended at once.
    const waiting = node(idles, { signal: left.signal, killAfter: 997 });
    left.abort('left');
    const [ending, code] = await Promise.all([
      ended,
      run('no-such-program-of-yours', []).catch((error) => error.code),
      expect(waiting).rejects.toBe('left'),
    ]);
    expect(ending).toEqual({ code: 3, signal: null, stdout: 'é', stderr: 'b' });
    expect(code).toBe('ENOENT');
  });
});
