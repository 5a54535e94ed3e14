import { delay, fc, reason, scenes, time } from '#scenes';
import type { Ending } from '../7-command.ts';

/**
 * Free: which end it is when the abort comes in the ms in which a program ends, or when only its output is open. Programs
 * do everything in steps of 4 ms, and an abort comes 1 ms after such a step.
 */
const step = (ms: number) => 4 * ms;
const beside = (ms: number) => 4 * ms + 1;

/** A number is for a text of so many letters: as they are, they would fill the memory, and a page with a scene on it. */
const text = fc.constantFrom(
  '',
  'x',
  'é',
  '𝄞€',
  '𝄞',
  ' \n',
  'ok\n',
  '\x1b[1m\r\n',
  70_000,
  1_100_000,
);

const whole = (text: string | number) => (typeof text === 'number' ? 'x'.repeat(text) : text);

/** A piece of output; in bytes, each of them is written by itself. */
const piece = fc.record({
  to: fc.constantFrom('out', 'err'),
  text,
  inBytes: fc.constantFrom(true, true, false),
});

const program = fc.record({
  pieces: fc.array(piece, { maxLength: 4 }),
  takes: fc.oneof(fc.constant(0), time, time, fc.constant(2003)).map(step),
  readsInput: fc.boolean(),
  end: fc.oneof(
    fc.constantFrom(0, 0, 1, 3, 143, 255),
    fc.constantFrom('SIGTERM', 'SIGKILL', 'SIGINT'),
  ),
  /** When it dies of a SIGTERM, in ms; never, without one. */
  heeds: fc.option(
    delay.map((ms) => step(ms) + 2),
    { nil: undefined, freq: 1 },
  ),
  /** It leaves a process behind that writes this. */
  leaves: fc.option(text, { nil: undefined }),
});

const asker = fc.record({
  at: delay.map(step),
  program: fc.constantFrom(0, 0, 1, 1, 'none', ''),
  args: fc.array(fc.constantFrom('', 'a b', '$HOME', ' x\n'), { maxLength: 2 }),
  under: fc.constantFrom('no signal', 'first', 'second'),
  killAfter: fc.oneof(
    fc.constant(undefined),
    delay.map(beside),
    delay.map(beside),
    fc.constantFrom(Infinity, 4001, 4001, 0, 0.5, -1, Number.NaN),
  ),
});

const abort = fc.record({
  when: fc.oneof(fc.constantFrom('before', 'never'), delay.map(beside)),
  reason,
});

/** What is long is told by its length. */
const short = ({ stdout, stderr, ...end }: Ending) => ({
  ...end,
  outputs: [stdout, stderr].map((text) => (text.length > 999 ? text.length : text)),
});

scenes(import.meta.dirname, {
  timers: true,
  excuses: { 'wrong-ten-megabytes': 'No program writes as much.' },
  input: fc.record({
    programs: fc.tuple(program, program),
    askers: fc.array(asker, { minLength: 1, maxLength: 4, size: 'max' }),
    first: abort,
    second: abort,
  }),
  call({ run }: typeof import('../7-command.ts'), { programs, askers, first, second }, tools) {
    const files = programs.map((own, i) =>
      tools.lab.command(tools.name(i), async (lab) => {
        lab.on('SIGTERM', () => {
          // It does not live on after a second one.
          lab.on('SIGTERM', () => 2);
          return own.heeds;
        });
        if (own.readsInput) for await (const _ of lab.stdin);
        await lab.out(JSON.stringify(lab.args));
        for (const { to, text, inBytes } of own.pieces) {
          const write = to === 'out' ? lab.out : lab.err;
          const bytes = Buffer.from(whole(text));
          if (!inBytes || bytes.length > 10) await write(bytes);
          // Both streams get letters in parts, one after the other.
          else
            for (const [i, byte] of bytes.entries()) {
              await write(Uint8Array.of(byte));
              // Another program may write meanwhile, when this letter is not complete.
              if (i === 0) await lab.sleep(4);
              const other = Buffer.from('é')[i % 2] as number;
              if (bytes.length % 2 === 0)
                await (to === 'out' ? lab.err : lab.out)(Uint8Array.of(other));
            }
          await lab.sleep(4);
        }
        await lab.sleep(own.takes);
        const late = whole(own.leaves ?? '');
        if (own.leaves !== undefined && lab.args[0] === 'leaves')
          lab.leave(12, ({ out, err }) => Promise.all([out(late), err(late)]));
        return typeof own.end === 'string' ? lab.kill(own.end) : own.end;
      }),
    );
    const signalOf = ({ when, reason }: typeof first) => {
      const controller = tools.lab.controller();
      const happen = () => {
        controller.abort(reason);
        if (reason === undefined) tools.label(controller.signal.reason, 'the reason of a signal');
      };
      if (when === 'before') happen();
      else if (typeof when === 'number') tools.at(when, happen);
      return controller.signal;
    };
    const signals = { first: signalOf(first), second: signalOf(second), 'no signal': undefined };
    const calls = askers.map(({ at, program, args, under, killAfter }, i) => {
      const signal = signals[under as keyof typeof signals];
      const file = typeof program === 'string' ? program : (files[program] as string);
      const ask = () => {
        const given = signal ? [...args] : ['leaves', ...args];
        const options = {
          ...(signal && { signal }),
          ...(killAfter !== undefined && { killAfter }),
        };
        const asked = run(file, given, options);
        given.push('changed');
        tools.finally(() => tools.noteAnyTime(`arguments no. ${i + 1}: ${tools.say(given)}`));
        return asked.then(short, (error) => {
          if (error?.code === 'ENOENT') throw error.message;
          // Which error says so is free, where `spawn` would throw.
          if (file !== '' || !(error instanceof TypeError)) throw error;
          throw 'a TypeError';
        });
      };
      return tools.at(at, () => tools.settles(ask, `call no. ${i + 1}`));
    });
    return Promise.all(calls);
  },
});
