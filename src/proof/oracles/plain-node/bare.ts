/** A bare process: it gets one program after the other, and answers with the lines that it logs. */
import { Performance } from './perform.ts';
import { Punctuality } from './punctuality.ts';
import type { Block } from './step.ts';
import { ENTERING } from './world.ts';

/** What it is asked: the lines of a program that takes so many ms, and has as many lines as that in the lab. */
export interface Question {
  readonly program: Block;
  readonly length: number;
  readonly lines: number;
}

export interface Answer {
  readonly lines: readonly string[];
  /** Nothing came later than it should: the machine did not disturb it. */
  readonly isOnTime: boolean;
}

/** Real ms beside its length for a program to be over, or to show that it has no more lines. */
const REST = { whole: 10, incomplete: 300 };

let log = (_: string) => {};
process.on('uncaughtException', () => log('uncaught'));
process.on('unhandledRejection', () => log('unhandled'));

process.on('message', ({ program, length, lines: expected }: Question) => {
  const lines: string[] = [];
  const punctuality = new Punctuality();
  const burn = (ms: number) => {
    for (const end = performance.now() + ms; performance.now() < end; );
    punctuality.burnt(ms);
  };
  log = (line) => {
    punctuality.happened();
    lines.push(line);
  };
  const show = new Performance({
    log: (line) => log(line),
    burn,
    enter: () => burn(ENTERING),
    port: () => {},
    expect: (ms) => punctuality.expect(ms),
  });
  setTimeout(() => {
    punctuality.begin();
    show.block(program);
  }, 1);
  const end = () => {
    log = () => {};
    show.end();
    // What was closed is to be gone before the next one.
    setTimeout(() => process.send?.({ lines, isOnTime: punctuality.isOnTime }), 2);
  };
  const look = () => {
    if (lines.length >= expected) end();
    else setTimeout(end, REST.incomplete);
  };
  setTimeout(look, Math.ceil(length) + REST.whole);
});
process.on('disconnect', () => process.exit());
process.send?.({ lines: [], isOnTime: true });
