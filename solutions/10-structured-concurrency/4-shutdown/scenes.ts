import { fc, rarely, scenes, type Work, work } from '#scenes';

/** Free: what comes first in one ms. So no two pieces of work end together, nor does one end when the grace is over. */
const APART = 64;

const kinds = { rejects: 'sometimes', throws: true } as const;

/** Free: which timers are set. And the grace is never 0, as that may be over now or in the next ms. */
scenes(import.meta.dirname, {
  excuses: {
    'wrong-calls-later':
      'A scene does not compare what happens in the call with what happens just after it.',
    'wrong-leaves-timer': 'What a timer does that is left, when all has ended, is not to be seen.',
    'wrong-map-by-function': 'No function is run twice.',
    'wrong-no-check-of-nan': 'Each grace is a number from 0 on.',
    'wrong-no-grace-of-0': 'The grace is never 0.',
    'wrong-whole-grace': 'Each grace is a whole number.',
    'wrong-unref': 'Work that is in flight keeps the program running.',
  },
  input: fc.record({
    grace: fc.constantFrom(1, 2, 3, 5, 8, 13, Infinity),
    visits: fc.array(
      fc.record({
        work: work(kinds),
        comes: fc.nat(13),
        stopsIn: fc.constantFrom(0, 1, 3, 'deaf' as const),
        /** Most go to the first of two doors. */
        isApart: fc.constantFrom(false, false, false, true),
        /** Its call closes its door. */
        closes: rarely,
      }),
      { maxLength: 7, size: 'max' },
    ),
    closes: fc.array(fc.nat(13), { minLength: 1, maxLength: 3 }),
  }),
  call({ Door }: typeof import('../4-shutdown.ts'), { grace, visits, closes }, tools) {
    return tools.settles(async () => {
      const doors = [0, 1].map(() => ({
        door: new Door(grace * APART),
        signals: [] as AbortSignal[],
        told: [] as number[],
      }));
      const doing: Promise<unknown>[] = [];
      const close = (which: number, name: string) => {
        const { door, told } = doors[which] as (typeof doors)[number];
        const closing = async () => {
          const count = await door.close();
          told.push(count);
          return count;
        };
        doing.push(tools.settles(closing, name));
      };
      const apart = ({ takes, ...one }: Work, i: number): Work => {
        const stopsIn = visits[i]?.stopsIn ?? 0;
        const timed = takes === undefined ? one : { ...one, takes: APART * takes + 2 * i };
        // Free: the reason of the signal.
        return stopsIn === 'deaf'
          ? { ...timed, deaf: true }
          : { ...timed, stopsIn, stopsWith: 'it has stopped' };
      };
      for (const [i, visit] of visits.entries()) {
        const name = tools.name(i);
        const which = visit.isApart ? 1 : 0;
        const op = tools.op(name, apart(visit.work, i));
        const run = () =>
          doors[which]?.door.run((signal) => {
            doors[which]?.signals.push(signal);
            tools.note(`${name} is called`);
            if (visit.closes) close(which, `close of ${name}`);
            return op(signal) as Promise<unknown>;
          });
        const come = () => tools.settles(run, `run of ${name}`);
        doing.push(tools.at(APART * visit.comes + 2 * i + 1, come));
      }
      for (const [i, at] of closes.entries())
        doing.push(tools.at(APART * at + 32 + 2 * i, () => close(0, `close no. ${i + 1}`)));
      doing.push(tools.at(APART * 40, () => close(1, 'close of the other')));
      for (const it of doing) await it;
      // Free: the signal of work that has ended, when other work was told to stop.
      for (const { signals, told } of doors)
        if (told.every((count) => count === 0))
          tools.note(`${signals.filter((signal) => signal.aborted).length} signals are aborted`);
    });
  },
});
