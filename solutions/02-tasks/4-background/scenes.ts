import { fc, items, rarely, scenes } from '#scenes';

/** Neither a failure nor a promise. */
const STRANGE = [
  { error: 'a property' },
  { catch: (handler: (error: unknown) => void) => handler('called') },
  [new Error('in a list')],
];
/** Thrown, it is an error like any other. */
const NEVER = { then: () => {} };

scenes(import.meta.dirname, {
  duringCall: true,
  input: fc.record({
    list: items({
      settled: 'any',
      // Free: what a thenable means that passes on another thenable.
      thenables: ['object', 'function'],
      throws: true,
      plain: true,
      rejects: 'often',
      most: 3,
    }),
    strange: fc.option(fc.constantFrom(...STRANGE), { nil: undefined }),
    /** The 'then' of a thenable comes from its class. */
    inherits: rarely,
    throwsThenable: rarely,
    /** Each 'f' but the last one calls background for the next one. */
    nested: rarely,
  }),
  async call({ background }: typeof import('../4-background.ts'), input, tools) {
    const { list, strange, inherits, throwsThenable, nested } = input;
    const begin = (i: number) => {
      const item = list[i];
      if (!item) return;
      const name = tools.name(i);
      const start = tools.op(name, item);
      const f = () => {
        tools.note(`'${name}' is called${isInCall ? ', during the call' : ''}`);
        if (nested) begin(i + 1);
        if (throwsThenable && item.throws) throw NEVER;
        if ('plain' in item) return strange ?? item.plain;
        if (!item.thenable) return start();
        const [thenable] = tools.inputs([item]) as [Promise<unknown>];
        const then = thenable.then.bind(thenable);
        const noted: typeof then = (...handlers) => {
          tools.note(`the 'then' of '${name}' is called`);
          return then(...handlers);
        };
        Object.assign(thenable, { then: noted });
        return inherits ? Object.create(thenable) : thenable;
      };
      const onError = (error: unknown) => {
        tools.note(`onError of '${name}' gets ${tools.say(error)}`);
        return 'of no interest';
      };
      let isInCall = true;
      try {
        const result: unknown = background(f, onError);
        if (result !== undefined) tools.note(`background no. ${i} returns something`);
      } catch (error) {
        tools.note(`background no. ${i} throws ${tools.say(error)}`);
      }
      isInCall = false;
      if (!nested) begin(i + 1);
    };
    begin(0);
    // Nothing awaits the work, so its end is awaited here.
    await tools.lab.sleep(200);
  },
});
