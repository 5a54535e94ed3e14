/**
 * The command that was started. There is one for the whole process, however often this file has been copied into the
 * file of a command.
 */
const KEY = Symbol.for('learn-async.started');

globalThis[KEY] ??= { entry: undefined, hasRun: false };

/** @type {{ entry: string | undefined, hasRun: boolean }} below `src`, such as `tutor/test`; and whether it was one */
export const started = globalThis[KEY];
