/** A law about failures within failures: each of them is there, in its place. */
import type { Trace } from '../trace/trace.ts';
import { show } from '../trace/value.ts';
import { isError } from '../trace/written.ts';
import { asShipped, endsWell, expecting } from './ending.ts';
import { threwInstead } from './failure.ts';
import type { Breach } from './telling/breach.ts';

/**
 * A reason itself; `{ errors }`, an AggregateError of these, or one of a class that extends it; or `{ suppressed }`,
 * several that came one after the other, the latest first, in Errors whose `error` came later than what stands in their
 * `suppressed`. `cause` is that of the outermost one, where it is named at all.
 */
export type Failures =
  | { readonly errors: readonly unknown[]; readonly cause?: unknown }
  | { readonly suppressed: readonly unknown[] };

/**
 * Rejects with failures within failures. Reasons are compared by identity; at this ms where one is given.
 *
 * @param because says why to a learner, where the run itself proves nothing
 */
export function toRejectWithAll(
  trace: Trace,
  expected: Failures,
  at?: number,
  because?: string,
): Breach | undefined {
  const { outcome } = trace;
  const rejection = `a rejection with ${tell(expected)}`;
  if (outcome.kind === 'returned') {
    const fact = `It fulfilled with ${show(outcome.value)} at ${outcome.at} ms; expected ${rejection}.`;
    return { fact, possible: because };
  }
  const stub = asShipped(trace);
  if (stub) return stub;
  if (outcome.kind !== 'failed') return expecting(trace, endsWell(trace) as Breach, rejection);
  if (outcome.thrown) return threwInstead(trace, rejection);
  if (!isTree(outcome.error, expected)) {
    const fact = `It rejected with ${tellReal(outcome.error)} at ${outcome.at} ms; expected ${tell(expected)}.`;
    const isCopy = tellReal(outcome.error) === tell(expected);
    const possible = isCircle(outcome.error) ? CIRCLE : isCopy ? COPY : because;
    return { fact, possible };
  }
  const wrongCause = 'cause' in expected && hasAnotherCause(outcome.error, expected.cause, because);
  if (wrongCause) return wrongCause;
  if (at === undefined || outcome.at === at) return undefined;
  const fact = `It rejected at ${outcome.at} ms with ${tell(expected)}; expected at ${at} ms.`;
  return { fact, possible: because };
}

function hasAnotherCause(real: unknown, cause: unknown, because?: string): Breach | undefined {
  const got = (real as Error).cause;
  if (Object.is(got, cause)) return undefined;
  const fact = `It rejected with an AggregateError whose \`cause\` is ${show(got)}; expected ${show(cause)}.`;
  return { fact, possible: show(got) === show(cause) ? COPY : because };
}

const COPY =
  'It looks the same, and is another object. Pass on each reason as your code caught it.';

const CIRCLE =
  'This Error is to be found within itself: it is a reason, and several were written into it. Make a new Error for them.';

/** Stands for an Error in a place within itself. */
class Itself {
  readonly error: unknown;

  constructor(error: unknown) {
    this.error = error;
  }
}

function isFailures(node: unknown): node is Failures {
  return (
    typeof node === 'object' &&
    node !== null &&
    !isError(node) &&
    ('errors' in node || 'suppressed' in node)
  );
}

function isTree(real: unknown, expected: unknown): boolean {
  if (!isFailures(expected)) return Object.is(real, expected);
  const [all, wanted] =
    'errors' in expected
      ? [errorsIn(real), expected.errors]
      : [suppressedIn(real), expected.suppressed];
  return all?.length === wanted.length && wanted.every((one, i) => isTree(all[i], one));
}

function errorsIn(real: unknown): readonly unknown[] | undefined {
  const errors: unknown = isError(real) && real instanceof AggregateError && real.errors;
  return Array.isArray(errors) ? errors : undefined;
}

/** The latest first. What is suppressed may itself have suppressed something, on either side. */
function suppressedIn(real: unknown, outer: readonly unknown[] = []): unknown[] {
  if (outer.includes(real)) return [new Itself(real)];
  if (!isError(real) || !('suppressed' in real) || !('error' in real)) return [real];
  const path = [...outer, real];
  return [...suppressedIn(real.error, path), ...suppressedIn(real.suppressed, path)];
}

function isCircle(real: unknown): boolean {
  return suppressedIn(real).some((one) => one instanceof Itself);
}

function tell(expected: unknown): string {
  if (!isFailures(expected)) return show(expected);
  return 'errors' in expected
    ? `an AggregateError of [${expected.errors.map(tell).join(', ')}]`
    : `${expected.suppressed.map(tell).join(', which suppressed ')}`;
}

function tellReal(real: unknown, outer: readonly unknown[] = []): string {
  if (real instanceof Itself) return `${show(real.error)} within itself`;
  if (outer.includes(real)) return tellReal(new Itself(real));
  const path = [...outer, real];
  const tellPart = (part: unknown) => tellReal(part, path);
  const errors = errorsIn(real);
  if (errors) return `an AggregateError of [${errors.map(tellPart).join(', ')}]`;
  const all = suppressedIn(real);
  return all.length > 1 ? all.map(tellPart).join(', which suppressed ') : show(real);
}
