/**
 * Small changes that matter to code that waits, beside those that the instrumenter knows: it takes no `await`
 * away, no call and no handler.
 */
import {
  arrow,
  call,
  copy,
  made,
  member,
  methodOf,
  type Node,
  name,
  number,
  type Path,
  withArguments,
} from './nodes.ts';

export interface Mutator {
  readonly name: string;
  /** What the change does, where its text would be long to read. */
  readonly says?: string;
  /** What else could stand in the place of this node. */
  mutate(path: Path): Iterable<Node>;
}

/** What else waits for several promises, the most alike. */
const COMBINATORS: Readonly<Record<string, string>> = {
  all: 'allSettled',
  allSettled: 'all',
  any: 'race',
  race: 'any',
};

const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  '??': ['||'],
  '||': ['??'],
  '??=': ['||=', '='],
  '||=': ['??=', '='],
};

/** The instrumenter changes a condition with one of these itself. */
const COMPARES = /^([!=]==?|[<>]=?)$/;

export const CHANGES: readonly Mutator[] = [
  {
    name: 'Await',
    *mutate({ node }) {
      if (node.type === 'AwaitExpression') yield copy(node.argument as Node);
    },
  },
  {
    name: 'Late',
    says: '1 ms later',
    *mutate({ node }) {
      if (node.type !== 'AwaitExpression') return;
      const pause = made(
        'Promise',
        arrow(call(name('setTimeout'), name('resolve'), number(1)), 'resolve'),
      );
      yield awaiting(node, 'finally', arrow(pause));
    },
  },
  {
    name: 'Rethrown',
    says: 'another error with the same message',
    *mutate({ node, parent }) {
      if (!isRead(node, parent)) return;
      const other = made('Error', member(name('error'), 'message'));
      yield awaiting(node, 'catch', arrow(call(member(name('Promise'), 'reject'), other), 'error'));
    },
  },
  {
    name: 'Falsy',
    *mutate({ node, parent }) {
      if (!isRead(node, parent)) return;
      const right = name('undefined');
      yield { type: 'LogicalExpression', operator: '||', left: copy(node), right };
    },
  },
  {
    name: 'Statement',
    *mutate({ node, parent }) {
      if (node.type !== 'ExpressionStatement') return;
      // The instrumenter empties the block.
      const isAlone = parent?.type === 'BlockStatement' && (parent.body as Node[]).length === 1;
      if (!isAlone) yield { type: 'EmptyStatement' };
    },
  },
  {
    name: 'Throw',
    *mutate({ node }) {
      if (node.type === 'ThrowStatement') yield { type: 'EmptyStatement' };
    },
  },
  {
    name: 'Return',
    *mutate({ node }) {
      const argument = node.type === 'ReturnStatement' && (node.argument as Node | null);
      if (argument && argument.name !== 'undefined') yield { type: 'ReturnStatement' };
    },
  },
  {
    name: 'Argument',
    *mutate({ node }) {
      if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return;
      const given = node.arguments as Node[];
      if (given.length > 0 && !isIdle(node, given))
        yield withArguments(node, ...given.slice(0, -1));
    },
  },
  {
    name: 'Combinator',
    *mutate({ node }) {
      const { object, property } = methodOf(node) ?? {};
      const other = COMBINATORS[String(property?.name)];
      if (object?.name !== 'Promise' || !other) return;
      yield { ...copy(node), callee: member(copy(object), other) };
    },
  },
  {
    name: 'Handler',
    *mutate({ node }) {
      const { object, property } = methodOf(node) ?? {};
      if (!object || !property) return;
      const [onDone, onFailed] = node.arguments as [Node?, Node?];
      const isNone = onDone?.name === 'undefined';
      if (property.name === 'catch' || property.name === 'finally') yield copy(object);
      if (property.name !== 'then' || !onDone || !onFailed) return;
      if (isNone) yield copy(object);
      else {
        yield withArguments(node, onDone);
        yield withArguments(node, name('undefined'), onFailed);
        yield call(member(withArguments(node, onDone), 'catch'), copy(onFailed));
      }
    },
  },
  {
    name: 'Copy',
    *mutate({ node }) {
      const inner = copiedBy(node);
      if (inner) yield copy(inner);
    },
  },
  {
    name: 'Number',
    *mutate({ node, parent }) {
      if (node.type !== 'NumericLiteral' || parent?.key === node) return;
      if (node.value !== 0 || !parent || !isTimer(parent)) yield number((node.value as number) + 1);
    },
  },
  {
    name: 'Otherwise',
    *mutate({ node }) {
      if (node.type !== 'LogicalExpression' && node.type !== 'AssignmentExpression') return;
      for (const operator of OPERATORS[node.operator as string] ?? [])
        yield { ...copy(node), operator };
    },
  },
  {
    name: 'Choice',
    *mutate({ node }) {
      if (node.type !== 'ConditionalExpression') return;
      const { type, operator } = node.test as Node;
      if (type === 'LogicalExpression' || COMPARES.test(String(operator))) return;
      yield copy(node.consequent as Node);
      yield copy(node.alternate as Node);
    },
  },
];

/** An `await` of the same promise with one more handler. */
function awaiting(node: Node, method: string, handler: Node): Node {
  const promise = call(member(name('Promise'), 'resolve'), copy(node.argument as Node));
  return { ...copy(node), argument: call(member(promise, method), handler) };
}

/** Whether it is an `await` of a value that is read, and is no list, object, or answer to a question. */
function isRead({ type, argument }: Node, parent: Node | undefined): boolean {
  if (type !== 'AwaitExpression' || !parent) return false;
  const { object, property } = methodOf(argument as Node) ?? {};
  if (object?.name === 'Promise' && /^all/.test(String(property?.name))) return false;
  if (/Pattern$/.test((parent.id as Node | undefined)?.type ?? '')) return false;
  return !/^(ExpressionStatement|IfStatement|ConditionalExpression)$/.test(parent.type);
}

/** Whether nothing depends on the last argument, or another change is about it. */
function isIdle(node: Node, given: readonly Node[]): boolean {
  const last = given.at(-1) as Node;
  const { name } = node.callee as Node;
  const method = methodOf(node)?.property.name;
  if (last.name === 'undefined' || name === 'Symbol') return true;
  if (/Error$/.test(String(name)) && /^(String|Template)Literal$/.test(last.type)) return true;
  if (isTimer(node) && last.type === 'NumericLiteral' && (last.value as number) <= 1) return true;
  return method === 'catch' || method === 'finally' || (method === 'then' && given.length > 1);
}

/** Of a delay of 0 ms, Node makes 1. */
const isTimer = ({ callee }: Node) =>
  /^set(Timeout|Interval)$/.test(String((callee as Node | undefined)?.name));

/** `xs` of `[...xs]`, `new Set(xs)` and `new Map(xs)`. */
function copiedBy(node: Node): Node | undefined {
  if (node.type === 'ArrayExpression') {
    const [only, ...others] = node.elements as (Node | null)[];
    const isCopy = only?.type === 'SpreadElement' && others.length === 0;
    return isCopy ? (only.argument as Node) : undefined;
  }
  const { name } = (node.callee ?? {}) as Node;
  const isCopy = node.type === 'NewExpression' && (name === 'Set' || name === 'Map');
  return isCopy ? (node.arguments as Node[])[0] : undefined;
}
