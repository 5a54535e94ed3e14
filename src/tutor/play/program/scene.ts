/** The first scene of a spec as a program: the learner's own function tells what it does in it. */
import type { Plugin } from 'rolldown';
import { type Built, bundle, functionOf, telling } from './build.ts';

/** Takes the place of the lab in the spec: it runs no test, and hands over what they observe. */
export const DOOR = `
export const test = $play.scenes.test;
export const observe = $play.scenes.observe;
export const again = (scene) => scene();
export const eachCase = (cases, check) => check(Object.values(cases)[0]);
const never = () => new Promise(() => {});
export const explore = never;
export const together = never;
export const eachValue = never;
export const eachReason = never;
export const eachMoment = never;
export const interleave = never;
export const forReal = never;
const nothing = new Proxy(function () {}, { get: () => nothing, apply: () => nothing });
export const expect = nothing;
export const realProgram = nothing;
export const realProgramOf = nothing;
export const ownCopyOf = (kata) => kata;
export const judging = () => ({ accepts: never, notices: never, andInItself: never });
export const attemptsIn = () => nothing;
`;

const door: Plugin = {
  name: 'door',
  resolveId: (id) => (id === '#lab' ? '\0lab' : undefined),
  load: (id) => (id === '\0lab' ? DOOR : undefined),
};

/**
 * @param spec absolute path, as that of the stub
 * @throws {UnreadableError}
 */
export async function buildScene(spec: string, stub: string): Promise<Built> {
  const stubTells = telling(stub, (id) => id !== spec && id !== '\0lab');
  const { chunk, files } = await bundle(spec, [door, stubTells]);
  return { code: await functionOf(chunk), files };
}
