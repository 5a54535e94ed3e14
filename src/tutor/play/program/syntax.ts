/** What is needed of a parsed program. Places are offsets in its source. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

export function isNode(value: unknown): value is Node {
  return typeof (value as Node | null)?.type === 'string';
}

/** The parts of a node, each with the key under which it stands, in the order of the source. */
export function partsOf(node: Node): [key: string, part: Node][] {
  return Object.entries(node).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter(isNode)
      .map((part): [string, Node] => [key, part]),
  );
}

export function isFunction(node: Node): boolean {
  return /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type);
}

/** What a part is called by what it stands in: `const name = …`, `name: …`, `name() {}`. */
export function nameFor(node: Node, key: string): string {
  if (node.type === 'VariableDeclarator' && key === 'init') return nameOf(node.id);
  if (node.type === 'AssignmentExpression' && key === 'right') return nameOf(node.left);
  if (/Property|MethodDefinition/.test(node.type) && key === 'value') return nameOf(node.key);
  // `(url) => …` in `urls.map(…)` has no name of its own.
  if (node.type === 'CallExpression' && key === 'arguments') return `${nameOf(node.callee)}:`;
  return '';
}

function nameOf(node: unknown): string {
  const { name, property, value } = node as { name?: string; property?: Node; value?: unknown };
  return name ?? (property ? nameOf(property) : typeof value === 'string' ? value : '');
}

/** Parameters that have a name of their own, as they are written in a list of arguments. */
export function namedParameters(node: Node): string[] {
  return (node.params as Node[]).flatMap((parameter) => {
    const { type, argument, left } = parameter as Node & { argument?: Node; left?: Node };
    const target =
      type === 'RestElement' ? argument : type === 'AssignmentPattern' ? left : parameter;
    const name = target?.type === 'Identifier' ? (target.name as string) : 'this';
    // By an underscore they say that they are of no interest.
    return name === 'this' || name.startsWith('_')
      ? []
      : [type === 'RestElement' ? `...${name}` : name];
  });
}
