import { fc, scenes, value } from '#scenes';

/**
 * Free: what comes first in one ms. So each thing has a ms of its own in a step, and each loop comes back from a value in
 * another one: the last six bits say what has begun, and six bits for each loop say how many values it has had.
 */
const STEP = 2 ** 24;

/** When the last loops come, and take what still waits. */
const LATER = 60 * STEP;

const step = fc.nat(12);

scenes(import.meta.dirname, {
  excuses: {
    ...Object.fromEntries(
      [
        'wrong-closes-in-a-microtask',
        'wrong-joins-late',
        'wrong-place-is-free-again',
        'wrong-wakes-and-looks',
      ].map((name) => [
        name,
        'It shows only if something else happens in the same ms, and these scenes keep such things apart.',
      ]),
    ),
    'wrong-value-says-done': 'No value of these scenes has a property `done`.',
    'wrong-hands-over-in-an-immediate':
      'It is right but for its immediates. These scenes count none, since ts-chan sets some.',
  },
  input: fc.record({
    value,
    sends: fc.array(
      fc.record({
        at: step,
        /** So many values one after another, each when the one before is taken. */
        count: fc.constantFrom(1, 1, 2, 3),
        isValue: fc.constantFrom(false, false, true),
        /** Most use the first of two channels. */
        isApart: fc.constantFrom(false, false, false, true),
      }),
      { maxLength: 14, size: 'max' },
    ),
    loops: fc.array(
      fc.record({
        at: step,
        takes: fc.constantFrom(1, 2, 5),
        most: fc.constantFrom(1, 2, 3, 99, 99),
        isApart: fc.constantFrom(false, false, false, true),
      }),
      { maxLength: 3, size: 'max' },
    ),
    closes: fc.array(step, { maxLength: 3 }),
  }),
  call({ Channel }: typeof import('../3-channel.ts'), { value, sends, loops, closes }, tools) {
    return tools.settles(async () => {
      const [channel, other] = [new Channel<unknown>(), new Channel<unknown>()];
      const doing: Promise<unknown>[] = [];
      // Each of them has a ms of its own in a step.
      const at = (step: number, kind: number, act: () => unknown) =>
        doing.push(tools.at(1 + step * STEP + kind, act));
      for (const [i, { at: step, count, isValue, isApart }] of sends.entries()) {
        const it = isApart ? other : channel;
        at(step, i, async () => {
          for (let n = 1; n <= count; n++) {
            const name = `value ${i + 1}.${n}`;
            const send = () => it.send(isValue ? value : name).then(() => {});
            await tools.settles(send, `send of ${name}`);
          }
        });
      }
      const read = async (it: typeof channel, name: string, takes: number, most: number) => {
        let count = 0;
        for await (const got of it) {
          tools.note(`${name} gets ${tools.say(got)}`);
          if (++count === most) break;
          await tools.at(takes, () => {});
        }
      };
      for (const [i, { at: step, takes, most, isApart }] of loops.entries())
        at(step, 20 + i, () =>
          tools.settles(
            () =>
              read(isApart ? other : channel, `loop ${i + 1}`, takes * STEP + 64 ** (i + 1), most),
            `loop ${i + 1}`,
          ),
        );
      for (const [i, step] of closes.entries())
        at(step, 30 + i, () => {
          channel.close();
          tools.note('closed');
        });
      for (const [name, it] of Object.entries({ channel, other })) {
        doing.push(tools.at(LATER, () => it.close()));
        doing.push(
          tools.at(LATER + 1, () =>
            tools.settles(
              () => read(it, `the last loop of ${name}`, 1, 99),
              `the last loop of ${name}`,
            ),
          ),
        );
      }
      for (const one of doing) await one;
    });
  },
});
