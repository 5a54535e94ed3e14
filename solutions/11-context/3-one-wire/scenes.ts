import { AsyncLocalStorage } from 'node:async_hooks';
import { fc, scenes } from '#scenes';
import type { Wire } from '../3-one-wire.ts';

const requests = new AsyncLocalStorage<unknown>();

const REQUEST = fc.constantFrom('r1', 'r2', 'r3', undefined);
const TEXT = fc.constantFrom('', 'a', 'b', '0', '1', '__proto__');

/** Free: the order of callbacks within a ms. So no two questions are asked in one, and no two answers come in one. */
scenes(import.meta.dirname, {
  timers: true,
  excuses: {
    'wrong-queued-while-answering': 'No callback asks.',
    'wrong-inner-questions-are-the-clients': 'No callback asks.',
    'wrong-sends-first': 'No answer comes during `send`.',
    'wrong-sends-later': 'What is sent is looked at when the ms is over.',
    'wrong-stays-after-a-throw': 'No callback throws.',
    'wrong-awaits-the-callback': 'No callback returns a promise.',
    'wrong-chain': 'No callback throws.',
    'wrong-chunk-in-one-context': 'No two answers come in one ms.',
    'wrong-bound-once': 'Each question has a callback of its own.',
    'wrong-set-of-callbacks': 'Each question has a callback of its own.',
    'wrong-ten-at-most': 'There are no more than six questions.',
    'wrong-a-hundred-in-flight': 'There are no more than six questions.',
    'wrong-immediate-while-sending': 'No answer comes during `send`.',
    'wrong-takes-it-off-afterwards': 'No callback asks.',
    'wrong-reads-lines': 'Each text is one line.',
    'wrong-sends-trimmed': 'What is sent has no blanks around it.',
  },
  input: fc.record({
    madeIn: REQUEST,
    questions: fc.array(fc.record({ of: REQUEST, text: TEXT, answer: TEXT, waits: fc.nat(40) }), {
      minLength: 1,
      maxLength: 6,
    }),
  }),
  async call({ Client }: typeof import('../3-one-wire.ts'), { madeIn, questions }, tools) {
    const within = <T>(of: unknown, f: () => T): T =>
      of === undefined ? f() : requests.run(of, f);
    let open = 0;
    const wire: Wire = {
      send(text) {
        tools.note(`sent ${text}`);
        open++;
      },
      onAnswer() {},
    };
    const client = within(madeIn, () => new Client(wire));
    let last = 0;
    for (const [i, { of, text, answer, waits }] of questions.entries()) {
      const asked = 2 * i + 1;
      last = Math.max(last + 2, asked + 1 + 2 * waits);
      within(of, () =>
        tools.lab.at(asked, () =>
          client.ask(text, (given) =>
            tools.note(`${i} was given ${given} in ${requests.getStore()}`),
          ),
        ),
      );
      // It answers only what it was sent.
      const read = () => open-- > 0 && wire.onAnswer(answer);
      requests.run('the wire', () => tools.lab.at(last, read));
    }
    await new Promise<void>((resolve) => {
      tools.lab.at(last + 1, resolve);
    });
  },
});
