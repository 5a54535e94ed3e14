import { items, scenes } from '#scenes';

scenes(import.meta.dirname, {
  timers: true,
  duringCall: true,
  input: items({
    settled: 'any',
    // Free: what a thenable means that passes on another thenable.
    thenables: ['object', 'function'],
    throws: true,
    plain: true,
    rejects: 'often',
    most: 3,
  }),
  async call({ background }: typeof import('../4-background.ts'), list, tools) {
    for (const [i, item] of list.entries()) {
      const name = tools.name(i);
      const start = tools.op(name, item);
      const f = () => {
        if (item.throws || !item.thenable) tools.note(`'${name}' is called`);
        if ('plain' in item) return item.plain;
        return item.thenable ? tools.inputs([item])[0] : start();
      };
      const onError = (error: unknown) =>
        tools.note(`onError of '${name}' gets ${tools.say(error)}`);
      try {
        const result: unknown = tools.during(() => background(f, onError));
        tools.note(`background no. ${i} returns ${tools.say(result)}`);
      } catch (error) {
        tools.note(`background no. ${i} throws ${tools.say(error)}`);
      }
    }
    // Nothing awaits the work, so its end is awaited here.
    await tools.lab.sleep(200);
  },
});
