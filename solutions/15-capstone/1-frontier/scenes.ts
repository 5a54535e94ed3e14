import { delay, fc, rarely, scenes, time } from '#scenes';

/** All hosts and pages; a page is loaded in a time of its own, so that no two end in the same ms. */
const URLS = ['a/1', 'a/b', 'a/B', 'b/1', 'b/2', 'c/1'].map(
  (name) => `http://${name.replace('/', '.test/')}`,
);

/** Free: what comes first in one ms. So an event has ms of its own in a step, and so has each chain of pages after it. */
const EVENTS = 32;
const STEP = EVENTS * 2 ** URLS.length;

scenes(import.meta.dirname, {
  excuses: {
    'wrong-clears-it-later':
      'It gives the same pages at the same time, and timers are not compared.',
    'wrong-leaves-the-timer':
      'It gives the same pages at the same time, and timers are not compared.',
    'wrong-looks-again': 'It shows only if a call comes in the ms in which another one is served.',
    'wrong-serves-in-an-immediate':
      'An immediate is called in the same ms, and timers are not compared.',
  },
  input: fc.record({
    maxDepth: fc.constantFrom(2, 1, 0, 2, 1, Infinity, 1.5),
    delay: fc.oneof({ weight: 12, arbitrary: delay }, fc.constantFrom(-1, 0.5, Infinity)),
    takes: fc.tuple(...URLS.map(() => time)),
    adds: fc.array(
      fc.record({
        at: delay,
        page: fc.nat(URLS.length - 1),
        depth: fc.nat(2),
        /** Written in another way, or no page. */
        as: fc.constantFrom(
          '',
          '',
          '',
          '#top',
          '#',
          '/',
          '?',
          'HTTP:',
          'mailto:',
          'https:',
          'http2:',
          'no',
        ),
        hasPort: rarely,
      }),
      { maxLength: 12, size: 'max' },
    ),
    calls: fc.array(fc.record({ at: delay, isWorker: fc.boolean() }), {
      maxLength: 9,
      size: 'max',
    }),
    doneAgain: fc.option(time, { nil: undefined }),
    closes: fc.option(time, { nil: undefined, freq: 2 }),
  }),
  call(
    { Frontier }: typeof import('../1-frontier.ts'),
    { maxDepth, delay, takes, adds, calls, doneAgain, closes },
    tools,
  ) {
    return tools.settles(async () => {
      const isRight = maxDepth >= 0 && maxDepth !== 1.5 && Number.isInteger(delay) && delay >= 0;
      if (!isRight) {
        // Free: the text of the error.
        try {
          new Frontier({ maxDepth, delay });
        } catch (error) {
          return error instanceof RangeError && 'a RangeError';
        }
      }
      const frontier = new Frontier({ maxDepth, delay: delay * STEP });
      const ask = async (who: number): Promise<void> => {
        const page = await frontier.next();
        tools.note(`call no. ${who}: ${page === undefined ? page : `${page?.url} ${page?.depth}`}`);
        if (!page) return;
        const index = URLS.findIndex((url) => page.url.replace(':81', '').includes(url.slice(4)));
        const ms = STEP * (takes[index] ?? 1) + EVENTS * 2 ** Math.max(index, 0);
        await tools.at(ms, () => frontier.done(page));
        if (doneAgain) tools.lab.at(STEP * doneAgain, () => frontier.done(page));
        if (calls[who]?.isWorker) await ask(who);
      };
      const all = [
        ...adds.map(({ at, page, depth, as, hasPort }, i) => {
          const url = (URLS[page] ?? '').replace('.test', hasPort ? '.test:81' : '.test');
          const text = /^\W?$|#/.test(as) ? url + as : url.replace('http:', as);
          const add = () => tools.note(`add no. ${i}: ${frontier.add(text, depth)}`);
          return tools.at(STEP * at + i, add);
        }),
        ...calls.map(({ at }, i) => tools.at(STEP * at + 12 + i, () => ask(i))),
        closes && tools.at(STEP * closes + 30, () => frontier.close()),
        // In the end, all go home.
        tools.at(STEP * 5000, () => frontier.close()),
      ];
      for (const one of all) await one;
    });
  },
});
