import { type Interleavings, interleave } from '../lab/explore/interleavings/interleave.ts';
import { tellInterleavings } from '../lab/explore/interleavings/tell.ts';
import { install } from '../lab/install.ts';
import type { Breach } from '../lab/laws/telling/breach.ts';
import { layOut } from '../lab/laws/telling/tell.ts';
import type { ThreadProgram } from './programs/threads.ts';

install();

/** All that a learner reads of it in a terminal; nothing where the law is kept. */
export function saidOf(_run: Interleavings, breach: Breach | undefined): string | undefined {
  return breach && `\n${layOut(tellInterleavings(breach))}\n`;
}

export const interleaved = ({ kata, scene }: ThreadProgram) => interleave(kata, scene);
