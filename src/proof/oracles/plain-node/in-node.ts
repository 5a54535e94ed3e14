/** Bare processes that are kept for one program after another. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { HOME } from '../../../course/home.ts';
import type { Answer, Question } from './bare.ts';

export interface BareNode {
  ask(question: Question): Promise<Answer>;
  end(): void;
}

/** Resolves when it is ready. */
export async function startBareNode(): Promise<BareNode> {
  const child = fork(join(import.meta.dirname, 'bare.ts'), {
    cwd: HOME,
    execArgv: ['--import', pathToFileURL(join(HOME, 'src/start/typescript.mjs')).href],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  await answerOf(child);
  return {
    ask: (question) => {
      const answer = answerOf(child);
      child.send(question);
      return answer;
    },
    end: () => child.disconnect(),
  };
}

async function answerOf(child: ChildProcess): Promise<Answer> {
  const stop = new AbortController();
  const { signal } = stop;
  const ended = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(`A bare process ended with code ${code}.`);
  });
  const [answer] = await Promise.race([once(child, 'message', { signal }), ended]);
  ended.catch(() => {});
  stop.abort();
  return answer as Answer;
}
