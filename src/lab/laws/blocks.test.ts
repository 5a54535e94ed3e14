import { expect, test } from 'vitest';
import { observe } from '#lab';
import { glyphs } from '../../text/glyphs.ts';
import { picturesOf } from '../picture/picture.ts';
import { drawSvg } from '../picture/svg.ts';
import { drawText } from '../picture/text.ts';
import { toOutliveNoBlock } from './blocks.ts';

/** A block in a block, and work in both; `b` is not awaited where it is told so. */
const nesting = (awaits: boolean) =>
  observe(
    async ({ block, job }) => {
      const after = job('after', 5);
      await block('outer', async () => {
        const a = job('a', 30)();
        await block('inner', async () => {
          await job('c', 10)();
          const b = job('b', 15)();
          if (awaits) await b;
        });
        await a;
      });
      await after();
    },
    { mayLeave: ['work'], plan: { outer: [0, 30], a: [0, 30], inner: [0, 25], c: [0, 10] } },
  );

test('what was begun within a block has ended when the block ends', async () => {
  expect(toOutliveNoBlock(await nesting(true))).toBeUndefined();
  expect(toOutliveNoBlock(await nesting(false), 'Wait for it.')).toMatchInlineSnapshot(`
    {
      "fact": "The block 'inner' ended at 10 ms, while 'b' (until 25 ms) was still running within it.",
      "possible": "Wait for it.",
    }
  `);
});

test('work stands below its block, further in', async () => {
  const drawn = drawText(picturesOf(await nesting(true)), glyphs({ LANG: 'C.UTF-8' }, 'linux'));
  expect(drawn).toMatchInlineSnapshot(`
    "  yours     outer   ──────────────────────────────────────
                  a     ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
                  inner ───────────────────────────────
                    c   ━━━━━━━━━━━━━
                    b                ━━━━━━━━━━━━━━━━━━
                after                                         ━━━━━━
                        0            10                25     30    35 ms

      to reach  outer   ──────────────────────────────────────
                  a     ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
                  inner ───────────────────────────────
                    c   ━━━━━━━━━━━━━
                        0            10                25     30 ms"
  `);
});

test('on the page, too', async () => {
  const drawn = drawSvg(picturesOf(await nesting(true)));
  const placeOf = (name: string) =>
    Number(new RegExp(`<text x="([^"]+)"[^>]*>${name}<`).exec(drawn)?.[1]);
  expect(['outer', 'inner', 'c'].map(placeOf)).toEqual([12, 26, 40]);
});

test('what the scene notes stands in no block, and is no difference from the plan', async () => {
  const trace = await observe(
    async ({ block, job, level }) => {
      await block('outer', async () => {
        level('sink', 2);
        await job('a', 7)();
      });
    },
    { plan: { outer: [0, 7], a: [0, 7] } },
  );
  const [yours, ...others] = picturesOf(trace);
  expect(yours?.[1].rows.map(({ label }) => label)).toEqual(['outer', '  a', 'sink']);
  expect(others).toEqual([]);
});
