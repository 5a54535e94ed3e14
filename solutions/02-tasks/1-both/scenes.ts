import { fc, scenes, value, type Work, work } from '#scenes';

const piece = fc.oneof(work({ settled: 'any' }), work({ settled: 'any', rejects: 'rarely' }));
const fails = (it: Work) => it.fails || 'rejects' in it;

scenes(import.meta.dirname, {
  timers: true,
  input: fc.record({
    a: piece,
    b: piece,
    isSame: fc.boolean(),
    /** What both fulfil with, if they do. */
    alike: fc.option(fc.record({ fulfils: value }), { nil: {} }),
  }),
  async call({ both }: typeof import('../1-both.ts'), input, tools) {
    const { isSame, alike } = input;
    const [a, b] = [
      { ...input.a, ...alike },
      { ...input.b, ...alike },
    ];
    const [nameA, nameB] = [tools.name(0), tools.name(1)];
    const opA = tools.op(nameA, a);
    const opB = isSame ? opA : tools.op(nameB, b);
    // Free: which of the two results is from the call of 'a', when 'b' is the same function.
    if (isSame && !fails(a)) return tools.settles(async () => new Set(await both(opA, opB)));
    if (!fails(a) && !fails(b)) return tools.settles(() => both(opA, opB));
    try {
      await both(opA, opB);
      tools.noteAnyTime('the call fulfils');
    } catch (error) {
      // Free: whether it rejects immediately or when both have settled; with which error, when both fail.
      const said = tools.say(error);
      const textOf = (name: string, work: Work) =>
        work.fails ? `the error of '${name}'` : tools.say(work.rejects);
      const second = isSame ? textOf(`${nameA}, start 2`, a) : textOf(nameB, b);
      const isEither = [textOf(nameA, a), second].includes(said);
      const bothFail = fails(a) && (isSame || fails(b));
      tools.noteAnyTime(
        `the call rejects with ${bothFail && isEither ? 'one of the errors' : said}`,
      );
    }
  },
});
