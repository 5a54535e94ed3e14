/** As much of Babel's syntax trees as our changes need: plain objects. */

export interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** A node, and where it stands. */
export interface Path {
  readonly node: Node;
  readonly parent: Node | undefined;
}

/** Without its comments: they would be read as a part of the change. */
export function copy(node: Node): Node {
  const text = JSON.stringify(node, (key, value) => (key.endsWith('Comments') ? undefined : value));
  return JSON.parse(text);
}

export const name = (text: string): Node => ({ type: 'Identifier', name: text });

export const number = (value: number): Node => ({ type: 'NumericLiteral', value });

/** `object.property`. */
export const member = (object: Node, property: string): Node => ({
  type: 'MemberExpression',
  object,
  property: name(property),
  computed: false,
});

export const call = (callee: Node, ...args: Node[]): Node => ({
  type: 'CallExpression',
  callee,
  arguments: args,
});

/** `new name(argument)`. */
export const made = (of: string, argument: Node): Node => ({
  type: 'NewExpression',
  callee: name(of),
  arguments: [argument],
});

export const arrow = (body: Node, ...params: string[]): Node => ({
  type: 'ArrowFunctionExpression',
  params: params.map(name),
  body,
});

/** The same call with other arguments. */
export const withArguments = (node: Node, ...args: Node[]): Node => ({
  ...copy(node),
  arguments: args.map(copy),
});

/** Of a call `object.property()`; undefined for any other node. */
export function methodOf(node: Node): { object: Node; property: Node } | undefined {
  const callee = node.callee as Node | undefined;
  if (node.type !== 'CallExpression' || callee?.type !== 'MemberExpression') return undefined;
  return callee.computed
    ? undefined
    : { object: callee.object as Node, property: callee.property as Node };
}
