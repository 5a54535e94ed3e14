/** Ways in which a program begins, once the clock is ready. */
import type { Recorder as LabRecorder } from '../../../lab/scene/recorder.ts';
import type { Lab } from '../../../lab/scene/scenario.ts';
import { say, show } from '../../../lab/trace/value.ts';
import { Recorder } from './recorder.ts';
import { Scenes } from './scenes.ts';
import { type Teller, teller } from './teller.ts';
import { watchLab } from './watching/lab-work.ts';

/** What the module of a program exports. */
export type Main = (play: Teller & { readonly scenes?: Scenes }) => Promise<void>;

/** Runs it in a run of the lab, to its end. */
export type Begin = (recorder: Recorder, lab: Lab, own: LabRecorder) => Promise<void>;

export type Kind = 'module' | 'script' | 'scene';

/** @returns what begins it; in words, why it cannot be played */
export function prepare(kind: Kind, main: Main): Promise<Begin | string> | Begin {
  return kind === 'scene' ? prepareScene(main) : program(main, kind === 'script');
}

function program(main: Main, isScript: boolean): Begin {
  return async (recorder) => {
    const play = teller(recorder);
    // A module runs in a microtask, so what it gives to nextTick comes behind the first ones.
    const begun = isScript ? main(play) : Promise.resolve().then(() => main(play));
    await begun.catch((error: unknown) => {
      play.main.fail(error);
      play.main.end();
      recorder.die('program', error);
    });
    // Not even its own end ends it: timers go on, as in Node, until nothing is left.
    await new Promise(() => {});
  };
}

const SECRET = 'this kata asks you to predict what is logged, and to play it would tell you.';

/** The spec is loaded as in a test: what it does at its top is no part of the scene. */
async function prepareScene(main: Main): Promise<Begin | string> {
  const scenes = new Scenes();
  let live = teller(new Recorder());
  const told = {
    scenes,
    call: (...call: Parameters<Teller['call']>) => live.call(...call),
    get main() {
      return live.main;
    },
  };
  await main(told);
  const found = await scenes.first();
  if (!found) return 'its first test observes nothing.';
  if (found.isSecret) return SECRET;
  return async (recorder, lab, own) => {
    watchLab(recorder, own);
    live = teller(recorder, '(the scene)');
    const { main: row } = live;
    try {
      const result = found.scene(lab);
      row.wait(result, 'what it returns', 0);
      const value = await result;
      row.back();
      recorder.outcome = `The scene fulfils with ${show(value)} at ${recorder.now()} ms.`;
    } catch (error) {
      row.fail(error);
      recorder.outcome = `The scene rejects at ${recorder.now()} ms: ${say(error)}.`;
    }
    row.end();
  };
}
