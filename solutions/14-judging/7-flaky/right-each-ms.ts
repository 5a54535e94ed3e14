// Moves the clock of install() by 1 ms at a time, and compares strings of what has happened, with spans of time for what is free.
import { match } from 'node:assert/strict';
import { install } from '@sinonjs/fake-timers';

type CreateOutbox = (deliver: (text: string) => Promise<unknown>) => {
  push(text: string): void;
  idle(): Promise<unknown>;
};

const scenes: readonly (readonly [texts: string[], expected: RegExp])[] = [
  [[], /^idle ok$/],
  [['a', 'b'], /^a0 =a b0 =b idle ok$/],
  [['x1', 'b', 'y1'], /^x0 !x x(1\d|[2-4]\d|50) =x b0 =b y0 !y y(1\d|[2-4]\d|50) =y idle ok$/],
  [['a', 'x2', 'b'], /^a0 =a x0 !x x(1\d|[2-4]\d|50) !x b0 =b idle second x$/],
  [['x2', 'y2'], /^x0 !x x(1\d|[2-4]\d|50) !x y0 !y y(1\d|[2-4]\d|50) !y idle second x$/],
];

export async function check(createOutbox: CreateOutbox): Promise<void> {
  const clock = install();
  try {
    for (const [texts, expected] of scenes) {
      const log: string[] = [];
      const rejectedAt = new Map<string, number>();
      const count = new Map<string, number>();
      const { push, idle } = createOutbox(async (text) => {
        const name = text.charAt(0);
        const n = (count.get(text) ?? 0) + 1;
        count.set(text, n);
        log.push(`${name}${n === 1 ? 0 : clock.now - (rejectedAt.get(text) ?? 0)}`);
        await new Promise((resolve) => setTimeout(resolve, 7));
        if (n > Number(text.charAt(1))) return log.push(`=${name}`);
        rejectedAt.set(text, clock.now);
        log.push(`!${name}`);
        throw new Error(`${n === 1 ? 'first' : 'second'} ${name}`);
      });
      texts.forEach(push);
      idle().then(
        () => log.push('idle ok'),
        (error) => log.push(`idle ${error.message}`),
      );
      for (let ms = 0; ms < 300; ms++) await clock.tickAsync(1);
      match(log.join(' '), expected);
    }
  } finally {
    clock.uninstall();
  }
}
