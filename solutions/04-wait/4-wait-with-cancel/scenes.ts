import { fc, rarely, scenes, work } from '#scenes';

scenes(import.meta.dirname, {
  timers: true,
  input: fc.record({
    jobs: fc.array(
      fc.record({
        work: work({ settled: 'any', stops: true, never: true }),
        isCancelling: rarely,
        /** It has the same 'done' as the job before. */
        isTwin: rarely,
      }),
      { maxLength: 5 },
    ),
    stranger: fc.boolean(),
  }),
  call({ waitWithCancel }: typeof import('../4-wait-with-cancel.ts'), { jobs, stranger }, tools) {
    let before: Promise<unknown> | undefined;
    const made = jobs.map(({ work, isTwin }, i) => {
      const name = tools.name(i);
      const controller = new AbortController();
      const done = (isTwin && before) || tools.op(name, work)(controller.signal);
      before = done;
      const job = {
        done,
        cancel() {
          tools.note(`'${name}' is cancelled${this === job ? '' : ', without its this'}`);
          controller.abort();
        },
      };
      return tools.label(job, `the job '${name}'`);
    });
    const all = new Set(made);
    const cancelling = new Set(made.filter((_, i) => jobs[i]?.isCancelling));
    const cancel = () => tools.note('a job is cancelled that is not in the set');
    if (stranger) cancelling.add(tools.label({ done: Promise.resolve(), cancel }, 'a stranger'));
    tools.keeps(all, 'the set of jobs');
    tools.keeps(cancelling, 'the set of cancelling jobs');
    return tools.settles(() => waitWithCancel(all, cancelling));
  },
});
