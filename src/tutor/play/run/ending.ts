import type { Trace } from '../../../lab/trace/trace.ts';
import type { End } from '../played.ts';
import type { Recorder } from './recorder.ts';

/** How a program came to its end. */
export interface Ending {
  readonly trace?: Trace;
  readonly exitAt?: number;
  readonly exitCode?: number | string | null | undefined;
  readonly stopped?: string;
}

/** What plain Node makes of it. */
export function endLike(
  { trace, exitAt, exitCode = process.exitCode, stopped }: Ending,
  { rows, deaths }: Recorder,
): Omit<End, 'at' | 'deaths'> {
  const reason = trace?.outcome.kind === 'stopped' ? trace.outcome.reason.message : stopped;
  const isUnsettled = rows[0]?.end === undefined && exitAt === undefined && reason === undefined;
  const io = trace?.outcome.kind === 'deadlock' ? trace.outcome.io : [];
  const asked = Number(exitCode ?? 0);
  return {
    exitCode: deaths.length > 0 || reason !== undefined ? 1 : isUnsettled ? 13 : asked,
    ...(exitAt === undefined ? {} : { exitAt }),
    ...(reason === undefined ? {} : { stopped: reason }),
    isUnsettled,
    io,
  };
}
