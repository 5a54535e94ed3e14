import { expect, test } from 'vitest';
import { observe, type Trace } from '#lab';
import { glyphs } from '../../text/glyphs.ts';
import { drawColumns } from './columns.ts';
import { allPicturesOf, besides, picturesOf } from './picture.ts';
import { drawSvg, drawSvgColumns, drawSvgPage } from './svg.ts';
import { drawText } from './text.ts';

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

                █ computes   ━ waits"
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

                # computes   = waits"
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
  expect(svg.match(/<g><title>/g)).toHaveLength(8);
  expect(svg).toContain('to reach');
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
});

/** film is called off at 20 ms and needs 12 to stop; a caller that gets the error at once gets it too early. */
const calledOff = (waits: boolean) =>
  observe(
    ({ job, at, call }) => {
      const controller = new AbortController();
      at(20, () => controller.abort());
      job('spare', 5);
      return call('watch', () => {
        const film = job('film', 90, { stopsIn: 12 })(controller.signal);
        if (waits) return film;
        film.catch(() => {});
        throw new Error('no patience');
      });
    },
    {
      plan: { watch: [0, 32, { fails: true }], film: [0, 32, { aborted: 20 }] },
      mayLeave: ['work'],
    },
  );

test('draws in a plan what is to be told to stop, and whose call is to fail', async () => {
  const drawn = drawText(picturesOf(await calledOff(false)), glyphs({ LANG: 'C.UTF-8' }, 'linux'));
  expect(drawn).toMatchInlineSnapshot(`
    "  yours     watch ✗
                film  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄╳
                spare never started
                      0                                           32 ms

      to reach  watch ────────────────────────────────────────────✗
                film  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄╳
                      0                                           32 ms"
  `);
});

/** The child fails, and then it ends well; who gives up after the first failure never sees the second run. */
const restarted = (times: number, fails?: boolean) =>
  observe(
    async ({ job }) => {
      for (const child of [job('child', 10, { fails: true }), job('child', 10)].slice(0, times))
        await child().catch(() => {});
      await job('mop', 4)();
    },
    {
      plan: {
        child: [
          [0, 10, { fails: true }],
          [10, 20, fails === undefined ? {} : { fails }],
        ],
        mop: [20, 25],
      },
    },
  );

const toReach = (trace: Trace) =>
  drawText(picturesOf(trace).slice(1), glyphs({ LANG: 'C.UTF-8' }, 'linux'));

test('draws in a plan each run of one name as that run ends', async () => {
  const wanted = toReach(await restarted(2));
  expect(wanted).toMatchInlineSnapshot(`
    "  to reach  child ━━━━━━━━━━━━━━━━━━✗━━━━━━━━━━━━━━━━━
                mop                                      ━━━━━━━━━
                      0                 10               20       25 ms"
  `);
  // What was not started is known from the plan alone.
  expect(toReach(await restarted(1, false))).toBe(wanted);
});

test('draws in a plan what fails by nature, however often it was started', async () => {
  const trace = await observe(({ job }) => job('a', 10, { fails: true })().catch(() => {}), {
    plan: {
      a: [
        [0, 10],
        [10, 20],
      ],
    },
  });
  expect(toReach(trace)).toMatchInlineSnapshot(`
    "  to reach  a ━━━━━━━━━━━━━━━━━━━━━━✗━━━━━━━━━━━━━━━━━━━━━━✗
                  0                     10                    20 ms"
  `);
});

test('draws work that fails while it is stopping as work that has failed', async () => {
  const trace = await observe(
    ({ job, at }) => {
      const controller = new AbortController();
      at(20, () => controller.abort());
      const film = job('film', 90, { stopsIn: 12, stopsWith: new Error('not closed') });
      return film(controller.signal).catch(() => {});
    },
    { plan: { film: [0, 40, { aborted: 20, fails: true }] } },
  );
  expect(drawText(picturesOf(trace), glyphs({ LANG: 'C.UTF-8' }, 'linux'))).toMatchInlineSnapshot(`
    "  yours     film ━━━━━━━━━━━━━━━━━━━━━━┄┄┄┄┄┄┄┄┄┄┄┄┄✗
                     0                                  32 ms

      to reach  film ━━━━━━━━━━━━━━━━━━━━━━┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄✗
                     0                                           40 ms"
  `);
});

test('says where both pictures are the same, and draws the second only for a page', async () => {
  const trace = await calledOff(true);
  expect(picturesOf(trace).map(([title]) => title)).toEqual(['yours']);
  expect(allPicturesOf(trace).map(([title]) => title)).toEqual(['yours', 'to reach: the same']);
  expect(allPicturesOf(await calledOff(false)).map(([title]) => title)).toEqual([
    'yours',
    'to reach',
  ]);
});

test('draws as SVG whatever code logs: no control character, and no half of a letter', async () => {
  const trace = await observe(({ log }) => log(`\x1b[31m ${'\u{1f372}'.repeat(40)} \ud83c`));
  const short = await observe(({ log }) => log('half \ud83c'));
  const svg = drawSvg(picturesOf(trace)) + drawSvg(picturesOf(short));
  expect(svg).toContain('\ufffd[31m \u{1f372}');
  expect(svg).toContain('half \ufffd');
  expect(() => encodeURIComponent(svg)).not.toThrow();
});

test('draws many runs as one SVG, each below its heading, and no wider than a page', async () => {
  const pictures = picturesOf(await everything());
  const svg = drawSvgPage([
    { heading: '✓ first', pictures },
    { heading: '✗ second', pictures },
  ]);
  expect(svg).toMatch(/✓ first.*to reach.*✗ second.*to reach/);
  expect(svg).toContain('viewBox="0 0 600 ');
  const below = Number(/translate\(0 (\d+)\)">.*translate\(0 (\d+)\)">/.exec(svg)?.[2]);
  const high = Number(/class="card"[^>]* height="(\d+)"/.exec(svg)?.[1]);
  expect(below).toBeGreaterThan(high);
  const long = await observe(({ job, log }) => {
    log('a line that is much longer than anything that fits below a picture of this width');
    for (let i = 0; i < 70; i++) job(`a-name-that-is-much-longer-than-a-label-${i}`, i + 1)();
  });
  expect(drawSvg(picturesOf(long))).toContain('viewBox="0 0 600 ');
  expect(drawSvg(picturesOf(long))).toContain('(and 10 more)');
});

test('draws steps of threads as SVG, each line as it stands in a terminal, and no more than a page has room for', () => {
  const steps = Array.from({ length: 70 }, (_, i) => ({
    thread: i % 2,
    text: `add <i> 1: was ${i}`,
    memory: [i + 1],
  }));
  const threads = { threads: ['A', 'B'], cells: ['<i>'], initial: [0], steps, next: [] };
  const svg = drawSvgColumns([['so many', threads]]);
  const lines = [...svg.matchAll(/<text xml:space="preserve"[^>]*>([^<]*)</g)];
  const words = lines.map(([, line]) => line?.replaceAll('&lt;', '<'));
  expect(words.join('\n')).toBe(drawColumns(threads, 80, 60));
  expect(words.filter((line) => line?.trim() === '(and 10 more steps)')).toHaveLength(1);
  expect(svg).toContain('viewBox="0 0 600 ');
});

/** Two contexts and none, and more in one ms than a line has room for. */
const inContexts = () =>
  observe(async ({ block, runs, job }) => {
    runs('begin', undefined);
    await block('serve', async () => {
      runs('ask a', 'r1');
      runs('ask b', 'r1');
      await job('a', 20)();
      runs('got a', 'the <wire>');
    });
    runs('got b', 'r1');
  });

test('draws a row for each context, below the work, and in it what ran there', async () => {
  const drawn = drawText(picturesOf(await inContexts()), glyphs({ LANG: 'C.UTF-8' }, 'linux'));
  expect(drawn).toMatchInlineSnapshot(`
    "  yours  serve          ────────────────────────────────────────────
               a            ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
             in no context  ╵begin
             in 'r1'        ╵ask a                                      ╵got b
                            ╵ask b
             in 'the <wire…                                             ╵got a
                            0                                           20 ms"
  `);
});

test('draws a context as SVG in one colour, and the next one in another, and none in grey', async () => {
  const svg = drawSvg(picturesOf(await inContexts()));
  expect(svg.match(/<g><title>at .*?<\/g>/g)).toMatchInlineSnapshot(`
    [
      "<g><title>at 0 ms</title><circle class="outside" cx="129" cy="89" r="4"/><text x="136" y="93" text-anchor="start">begin</text></g>",
      "<g><title>at 0 ms</title><circle class="context0" cx="129" cy="111" r="4"/><text x="136" y="115" text-anchor="start">ask a</text></g>",
      "<g><title>at 20 ms</title><circle class="context0" cx="552" cy="111" r="4"/><text x="545" y="115" text-anchor="end">got b</text></g>",
      "<g><title>at 0 ms</title><circle class="context0" cx="129" cy="133" r="4"/><text x="136" y="137" text-anchor="start">ask b</text></g>",
      "<g><title>at 20 ms</title><circle class="context1" cx="552" cy="155" r="4"/><text x="545" y="159" text-anchor="end">got a</text></g>",
    ]
  `);
  expect(svg).toContain('in no context');
  expect(svg).not.toMatch(/never started|NaN|undefined/);
});

test('draws a row for each value that was read, whether or not something ran in a context of that name', async () => {
  const trace = await observe(({ runs, reads }) => {
    reads('page', 'fr');
    runs('page', 'fr');
    reads('log', undefined);
  });
  const rows = picturesOf(trace).flatMap(([, picture]) => picture.rows.map(({ label }) => label));
  expect(rows).toEqual(["in 'fr'", "read 'fr'", 'read undefined']);
});

test('draws the tree that was given, and not the one of the scene', async () => {
  const span = (name: string, start: unknown, end: unknown, ...children: unknown[]) => {
    return { name, start, end, failed: name === 'cart', children };
  };
  const trace = await observe(async ({ block, job, tree, runs }) => {
    await block('request', async () => {
      await job('cart', 7)();
      runs('log', 'r1');
      await job('query', 13)();
    });
    const query = span('query', 7, null);
    const late = span('late', 1_700_000_000_000, 1_700_000_000_007);
    return tree([
      span('request', 0, 20, span('cart', 0, 7, query), late, span('log', 7, undefined)),
    ]);
  });
  const drawn = drawText(picturesOf(trace), glyphs({ LANG: 'C.UTF-8' }, 'linux'));
  expect(drawn).toMatchInlineSnapshot(`
    "  yours  request   ────────────────────────────────────────────
               cart    ───────────────✗
                 query                ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━▸
               late    ╵1700000000000–1700000000007
               log     ╵7–undefined
             in 'r1'                  ╵log
                       0              7                            20 ms"
  `);
  expect(drawSvg(picturesOf(trace))).not.toMatch(/never started|NaN/);
  const none = await observe(({ job, tree }) => job('cart', 7)().then(() => tree(undefined)));
  expect(picturesOf(none)).toEqual([]);
});

test('keeps a context to its lines, however much runs in it', async () => {
  const trace = await observe(({ runs }) => {
    for (let i = 0; i < 1000; i++) runs(`${i}`, i % 100);
    for (let i = 0; i < 100; i++) runs(`${i}`, 'r1');
  });
  expect(drawText(picturesOf(trace)).split('\n').length).toBeLessThan(200);
  expect(drawSvg(picturesOf(trace)).length).toBeLessThan(300_000);
});

test('draws nothing where nothing happened', async () => {
  const pictures = picturesOf(await observe(() => 42));
  expect([pictures, drawText(pictures)]).toEqual([[], '']);
});

test('the rows to reach stand in the order of the run, whatever order the plan has', async () => {
  const trace = await observe(
    ({ job, call }) => call('both', () => job('a', 20)().then(() => job('b', 5)())),
    {
      plan: { b: [10, 15], c: [0, 3], a: [0, 10], both: [0, 15] },
    },
  );
  const rows = allPicturesOf(trace).map(([, picture]) => picture.rows.map(({ label }) => label));
  expect(rows).toEqual([
    ['both', 'a', 'b'],
    ['both', 'a', 'c', 'b'],
  ]);
});

test('what was never begun is drawn as what has the same first word', async () => {
  const trace = await observe(({ call }) => call('send a', async () => {}), {
    plan: { 'send a': [0, 3], 'send b': [0, 3], 'read b': [0, 3], work: [0, 3] },
  });
  const [, [, toReach] = []] = picturesOf(trace);
  expect(toReach?.rows.map(({ label, bars }) => [label, bars[0]?.kind])).toEqual([
    ['send a', 'call'],
    ['send b', 'call'],
    ['read b', 'wait'],
    ['work', 'wait'],
  ]);
});

test('where a plan says nothing of what is wrong, and where it is empty, only the run is drawn', async () => {
  const trace = await observe(({ job }) => job('a', 5)(), { plan: { a: [0, 3] } });
  expect(picturesOf(trace).map(([title]) => title)).toEqual(['yours', 'to reach']);
  expect(picturesOf(trace, { isAlone: true }).map(([title]) => title)).toEqual(['yours']);
  const empty = await observe(({ job }) => job('a', 5)(), { plan: {} });
  expect(picturesOf(empty).map(([title]) => title)).toEqual(['yours']);
});

/** How much there is in a buffer, from each of these times on. */
const levels = (...steps: [at: number, amount: number][]) =>
  observe(async ({ at, level, job }) => {
    for (const [ms, amount] of steps) at(ms, () => level('buffer', amount));
    await job('write', 40)();
  });

const BUFFER: [number, number][] = [
  [0, 3],
  [7, 2],
  [18, 1],
  [27, 0],
  [31, 3],
  [36, 2],
];

test('draws a level as its number, and as high as it is, up to the next one', async () => {
  const drawn = picturesOf(await levels(...BUFFER));
  expect(drawText(drawn, glyphs({ LANG: 'C.UTF-8' }, 'linux'))).toMatchInlineSnapshot(`
    "  yours  write  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
             buffer  3▇▇▇▇▇▇2▅▅▅▅▅▅▅▅▅▅▅1▃▃▃▃▃▃▃▃▃0   3▇▇▇▇▇2▅▅▅
                    0                                           40 ms"
  `);
  expect(drawText(drawn, glyphs({ LANG: 'C' }, 'linux'))).toMatchInlineSnapshot(`
    "  yours  write  ============================================
             buffer  3******2+++++++++++1:::::::::0   3*****2+++
                    0                                           40 ms"
  `);
});

test('leaves out the number of a level where it would run into the one before, and not its height', async () => {
  const crowd = Array.from({ length: 40 }, (_, i): [number, number] => [i, 12 - (i % 13)]);
  const drawn = picturesOf(await levels(...crowd));
  expect(drawText(drawn, glyphs({ LANG: 'C.UTF-8' }, 'linux'), 60)).toMatchInlineSnapshot(`
    "  yours  write  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
             buffer  11▆8▄5▃3▂1 12▆8▅6▃4▂2▁0▇10▅7▄5▃3▁0▇
                    0                                   40 ms"
  `);
});

test('beside what is right, rows stand in the order of the right one', async () => {
  const run = (first: string, second: string) =>
    observe(async ({ job }) => {
      await job(first, 10)();
      await job(second, 10)();
    });
  const pictures = besides(await run('b', 'a'), await run('a', 'b'));
  expect(pictures.map(([, { rows }]) => rows.map(({ label }) => label))).toEqual([
    ['a', 'b'],
    ['a', 'b'],
  ]);
  const inOneMs = (...names: string[]) =>
    observe(({ job }) => Promise.all(names.map((name) => job(name, 10)())));
  const [[, { rows }] = ['', { rows: [] }]] = besides(
    await inOneMs('b', 'a'),
    await inOneMs('a', 'b'),
  );
  expect(rows.map(({ label }) => label)).toEqual(['b', 'a']);
});

test('a note is cut only where there is no room for it, to the right or to the left', () => {
  const text = 'it says more than twenty-four letters';
  const draw = (at: number) => drawText([['', { total: 40, rows: [], notes: [{ at, text }] }]]);
  expect(draw(0)).toContain(text);
  expect(draw(20)).toContain('it says more than twenty-fou…');
  expect(draw(40)).toContain(text);
});

test('beside what is right, an unhandled rejection is drawn: no law tells of it', async () => {
  const run = (isHandled: boolean) =>
    observe(
      async ({ job }) => {
        const page = job('page', 10, { fails: true })();
        if (isHandled) page.catch(() => {});
      },
      { mayLeave: ['work', 'rejection'] },
    );
  const pictures = besides(await run(false), await run(true));
  expect(pictures.map(([title, { notes }]) => [title, notes])).toEqual([
    ['this one', [{ at: 10, text: 'unhandled rejection: page failed' }]],
    ['right', []],
  ]);
});

test('what computes does so in the plan as well, also where it was never started', async () => {
  const plan = { chop: [0, 30, { computes: true }], page: [0, 30] } as const;
  const drawn = drawText(
    picturesOf(await observe(({ sleep }) => sleep(10), { plan })),
    glyphs({ LANG: 'C.UTF-8' }, 'linux'),
  );
  expect(drawn).toMatchInlineSnapshot(`
    "  yours     sleep ━━━━━━━━━━━━━━━
                      0              10 ms

      to reach  chop  ████████████████████████████████████████████
                page  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
                      0                                           30 ms

                █ computes   ━ waits"
  `);
});
