import { inspect } from 'node:util';
import { isError, textIn, written } from './written.ts';

const LONGEST = 200;

/** A value as a learner would write it, on one line and not too long; whatever it is, nothing is thrown. */
export function show(value: unknown): string {
  const text = inspectSafely(value).replaceAll('\n', ' ');
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function inspectSafely(value: unknown): string {
  try {
    return inspect(written(value), {
      depth: 4,
      compact: true,
      breakLength: Infinity,
      maxArrayLength: 20,
      maxStringLength: 60,
    });
  } catch {
    // Its class says itself how it is to be shown.
    return 'a value that throws when it is shown';
  }
}

/** What was thrown, in a few words: an error's message, else the value. */
export function say(error: unknown): string {
  if (!isError(error)) return show(error);
  const [name, message] = [textIn(error, 'name'), textIn(error, 'message')];
  if (message === '') return name === 'Error' ? 'an Error without a message' : name;
  return name === 'Error' ? message : `${name}: ${message}`;
}
