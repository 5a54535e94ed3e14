import { expect, test } from 'vitest';
import { observe } from '#lab';
import { glyphs } from './glyphs.ts';
import { picturesOf } from './picture.ts';
import { drawSvg } from './picture-svg.ts';
import { drawText } from './picture-text.ts';

/** Every sign there is: done, failed, told to stop, still running, burnt, at once, noted, never started. */
const everything = () =>
  observe(
    async ({ job, at, burn, call, log }) => {
      const controller = new AbortController();
      at(20, () => controller.abort(), 'abort');
      job('unwanted', 5);
      burn(4, 'chop');
      await call('both', () =>
        Promise.allSettled([
          job('page', 30)(),
          job('image', 10, { fails: true })(),
          job('film', 90, { stopsIn: 12 })(controller.signal),
        ]),
      );
      log('done & <dusted>');
      void job('late', 30)();
    },
    { plan: { page: [4, 34], image: [4, 14] }, mayLeave: ['work'] },
  );

test('draws every sign, in Unicode', async () => {
  const drawn = drawText(picturesOf(await everything()), glyphs({ LANG: 'C.UTF-8' }, 'linux'));
  expect(drawn).toMatchInlineSnapshot(`
    "  yours     chop     ███
                both        ────────────────────
                page        ━━━━━━━━━━━━━━━━━━━━
                image       ━━━━━━━✗
                film        ━━━━━━━━━━━┄┄┄┄┄┄┄┄╳
                late                            ━━━━━━━━━━━━━━━━━━━━━
                unwanted never started
                                       ╵abort   ╵done & <dusted>
                         0  4      14  20      32                    64 ms

      to reach  page        ━━━━━━━━━━━━━━━━━━━━
                image       ━━━━━━━✗
                         0  4      14           34 ms

                █ calculates   ━ waits"
  `);
});

test('draws every sign, in ASCII', async () => {
  const drawn = drawText(picturesOf(await everything()), glyphs({ LANG: 'C' }, 'linux'));
  expect(drawn).toMatch(/^[\x20-\x7e\n]*$/);
  expect(drawn).toMatchInlineSnapshot(`
    "  yours     chop     ###
                both        --------------------
                page        ====================
                image       =======x
                film        ===========~~~~~~~~/
                late                            =====================
                unwanted never started
                                       'abort   'done & <dusted>
                         0  4      14  20      32                    64 ms

      to reach  page        ====================
                image       =======x
                         0  4      14           34 ms

                # calculates   = waits"
  `);
});

test('keeps to 80 columns, whatever the names', async () => {
  const trace = await observe(({ job, log }) => {
    log('a line that is much longer than anything that fits below a picture of this width');
    return job('a-name-that-is-much-longer-than-a-label', 123_456)();
  });
  for (const line of drawText(picturesOf(trace)).split('\n')) expect(line.length).toBeLessThan(79);
});

test('draws the same as SVG, with what must be escaped', async () => {
  const svg = drawSvg(picturesOf(await everything()));
  expect(svg).toContain('done &amp; &lt;dusted>');
  expect(svg.match(/<g>/g)).toHaveLength(8);
  expect(svg).toContain('to reach');
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
});

test('draws nothing where nothing happened', async () => {
  const pictures = picturesOf(await observe(() => 42));
  expect([pictures, drawText(pictures)]).toEqual([[], '']);
});
