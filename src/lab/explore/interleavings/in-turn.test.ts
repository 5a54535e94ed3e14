import { expect, test } from 'vitest';
import { increments, locks, mutex, tally, unlocks } from '../../../testing/programs/threads.ts';
import { interleaved } from '../../../testing/said-of-interleavings.ts';
import { drawColumns } from '../../picture/columns.ts';
import { inTurn } from './in-turn.ts';

const said = async (program: Parameters<typeof interleaved>[0]) => {
  const [[title, interleaving] = []] = inTurn(await interleaved(program));
  return title && interleaving && `\n${title}\n${drawColumns(interleaving)}\n`;
};

test('a step each, as long as both can take one', async () => {
  expect(await said(tally(increments.exchangeUntilDone, 2, 1))).toMatchInlineSnapshot(`
    "
    one of 6 interleavings: the threads take turns
            A                         B                                    count
                                                                           0
         1  load count: 0                                                  0
         2                            load count: 0                        0
         3  compareExchange count 0 to 1: done                             1
         4                            compareExchange count 0 to 1: was 1  1
         5                            load count: 1                        1
         6                            compareExchange count 1 to 2: done   2
    "
  `);
});

test('a thread that sleeps takes no turn', async () => {
  expect(await said(mutex(locks.twoStates, unlocks.notifies, 2, 1))).toMatchInlineSnapshot(`
    "
    one of 66 interleavings: the threads take turns
            A                         B                                   lock count
                                                                          0    0
         1  compareExchange lock 0 to 1: done                             1    0
         2                            compareExchange lock 0 to 1: was 1  1    0
         3  read count: 0                                                 1    0
         4                            wait lock while 1: sleeps           1    0
         5  write count 1                                                 1    1
         6  store lock 0                                                  0    1
         7  notify lock (1): wakes B                                      0    1
         8                            compareExchange lock 0 to 1: done   1    1
         9                            read count: 1                       1    1
        10                            write count 2                       1    2
        11                            store lock 0                        0    2
        12                            notify lock (1): wakes none         0    2
    "
  `);
});

test('a single thread has no turns to take, nor have threads without a step', async () => {
  expect(await said(tally(increments.add, 1, 1))).toBeUndefined();
  const throws = () => {
    throw new Error('no');
  };
  expect(await said(tally(throws))).toBeUndefined();
});
