import { fc, scenes, value, work } from '#scenes';

const item = fc.record({
  item: fc.oneof(fc.constantFrom('x', 'y', 10, 9), value),
  answer: fc.boolean(),
  // Free: whether 'keep' is called for the rest when an answer has rejected already.
  work: work({ rejects: 'rarely' }),
});

scenes(import.meta.dirname, {
  timers: true,
  input: fc.array(item, { maxLength: 15, size: 'max' }),
  call({ filterAsync }: typeof import('../5-filter.ts'), input, tools) {
    const items = input.map(({ item }) => item);
    const asked = tools.voice('keep');
    let calls = 0;
    const keep = (item: unknown) => {
      const i = calls++;
      asked(tools.say(item));
      const { work, answer } = input[i] ?? {};
      return tools.op(tools.name(i), { ...work, fulfils: answer })() as Promise<boolean>;
    };
    tools.keeps(items);
    return tools.settles(async () => {
      const kept = await filterAsync(items, keep);
      if ((kept as unknown) === items) tools.note('it fulfils with the input itself');
      return kept;
    });
  },
});
