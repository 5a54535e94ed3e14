/**
 * Makes a program tell when its async functions run, and what they wait for. Text is put into the source, and
 * none is taken out, so a line keeps its number. No microtask is added, and none is saved: what is put in is
 * called synchronously, and hands on the value that it is given.
 */
import { parseAst } from 'rolldown/parseAst';
import { Edits } from './edits.ts';
import { isFunction, type Node, namedParameters, nameFor, partsOf } from './syntax.ts';
import { whereIs } from './where.ts';

/** Letters of an expression by which a row stands. */
const LONGEST_TEXT = 60;

/** Whose code it is: `call` is the name by which it tells, and sync code does not. */
interface Place {
  readonly call: string;
  readonly isGenerator: boolean;
  readonly isSync: boolean;
}

const PROGRAM: Place = { call: '$play.main', isGenerator: false, isSync: false };
const SYNC: Place = { call: '', isGenerator: false, isSync: true };

/** Where Node does not know it, its own words are to be heard. */
const HAS_USING = knows('{ using it = null; }');

function knows(code: string): boolean {
  try {
    Function(code);
    return true;
  } catch {
    return false;
  }
}

/** These are no promise, so a function that returns one has ended. */
const NO_PROMISE =
  /^(AwaitExpression|Literal|TemplateLiteral|ObjectExpression|ArrayExpression|UnaryExpression|BinaryExpression|UpdateExpression)$/;

/**
 * @param file its name tells its language
 * @param prefix stands before the number of each line, where the file is not the program's own: `part.ts:`
 * @throws {Error} with the place in words, when it cannot be parsed
 */
export function instrument(source: string, file: string, prefix = ''): string {
  return new Instrumenter(source, file, prefix).instrument(parse(source, file));
}

function parse(source: string, file: string): Node {
  const [, ending = 'ts'] = /\.[cm]?([jt]sx?)$/.exec(file) ?? [];
  return parseAst(source, { lang: ending as 'ts', sourceType: 'module' }, file) as never as Node;
}

class Instrumenter {
  readonly #source: string;
  readonly #is: Readonly<Record<string, string>>;
  readonly #prefix: string;
  readonly #edits = new Edits();
  readonly #lineStarts: readonly number[];
  #used = 0;

  constructor(source: string, file: string, prefix: string) {
    this.#is = whereIs(file);
    this.#prefix = prefix;
    this.#source = source;
    this.#lineStarts = [...source.matchAll(/^/gm)].map(({ index }) => index);
  }

  instrument(program: Node): string {
    this.#visitParts(program, PROGRAM);
    return this.#edits.applyTo(this.#source);
  }

  #visitParts(node: Node, place: Place): void {
    for (const [key, part] of partsOf(node)) this.#visit(part, place, nameFor(node, key));
  }

  #visit(node: Node, place: Place, name: string): void {
    this.#where(node);
    if (isFunction(node)) this.#function(node, name);
    else if (place.isSync) this.#visitParts(node, place);
    else this.#tellers[node.type]?.(node, place) ?? this.#visitParts(node, place);
  }

  /** What is told of in async code, by the type of its node. Each says that it has done all. */
  readonly #tellers: Readonly<Record<string, (node: Node, place: Place) => true | undefined>> = {
    AwaitExpression: (node, place) => {
      this.#wrap(node, place, 'on', node.argument as Node, 'wait');
      return true;
    },
    YieldExpression: (node, place) => {
      // In an async generator alone: a sync one is sync code.
      const inner = node.delegate ? 'delegates' : 'yields';
      if (node.argument) this.#wrap(node, place, 'asked', node.argument as Node, inner);
      else {
        this.#edits.open(node.start, `${place.call}.asked(`);
        this.#edits.close(node.end, ` ${place.call}.yields(undefined, '', ${this.#lineOf(node)}))`);
      }
      return true;
    },
    ReturnStatement: (node, place) => {
      const argument = node.argument as Node | null;
      if (!argument || place.isGenerator || NO_PROMISE.test(argument.type)) return undefined;
      this.#hand(argument, place, 'give');
      return true;
    },
    CatchClause: (node, place) => this.#back(node.body as Node, place),
    TryStatement: (node, place) =>
      node.finalizer ? this.#back(node.finalizer as Node, place) : undefined,
    LabeledStatement: (node, place) => this.#loop(node, place),
    ForOfStatement: (node, place) => this.#loop(node, place),
    VariableDeclaration: (node, place) => this.#declaration(node, place),
  };

  /** `import.meta.url` where it does not run: its value is put behind it. */
  #where({ type, start, end, object, property }: Node): void {
    if (type !== 'MemberExpression' || (object as Node).type !== 'MetaProperty') return;
    const value = this.#is[(property as { name?: string }).name ?? ''];
    if (value === undefined) return;
    this.#edits.open(start, '(');
    this.#edits.close(end, `, ${JSON.stringify(value)})`);
  }

  /** Where a rejection leads to. */
  #back(block: Node, place: Place): undefined {
    this.#edits.open(block.start + 1, ` ${place.call}.back();`);
  }

  #function(node: Node, given: string): void {
    const body = node.body as Node;
    for (const parameter of node.params as Node[]) this.#visit(parameter, SYNC, '');
    if (node.async === true) this.#asyncFunction(node, body, given);
    else this.#visit(body, SYNC, '');
  }

  #asyncFunction(node: Node, body: Node, given: string): void {
    const name = (node.id as { name?: string } | null)?.name ?? given;
    const place = { call: '$c', isGenerator: node.generator === true, isSync: false };
    const label = JSON.stringify(name);
    const enter = ` const $c = $play.call(${label}, ${this.#lineOf(node)}, [${namedParameters(node)}]); try {`;
    const leave = '} catch ($e) { throw $c.fail($e); } finally { $c.end(); } ';
    if (body.type === 'BlockStatement' && body.start + 2 === body.end) {
      this.#edits.open(body.start + 1, enter + leave);
    } else if (body.type === 'BlockStatement') {
      this.#edits.open(body.start + 1, enter);
      this.#visitParts(body, place);
      this.#edits.close(body.end - 1, leave);
    } else {
      this.#edits.open(this.#behindArrow(node), ` {${enter} return (`);
      if (NO_PROMISE.test(body.type)) this.#visit(body, place, '');
      else this.#hand(body, place, 'give');
      this.#edits.close(node.end, `); ${leave}}`);
    }
  }

  /** `(a) => b`, where b may be in parentheses, which are in no node. */
  #behindArrow({ start, params, returnType, typeParameters }: Node): number {
    const before = [typeParameters, ...(params as Node[]), returnType] as (Node | null)[];
    const from = Math.max(start, ...before.map((part) => part?.end ?? 0));
    return this.#source.indexOf('=>', from) + 2;
  }

  /** `outer(await inner(argument))`. */
  #wrap(node: Node, place: Place, outer: string, argument: Node, inner: string): void {
    this.#edits.open(node.start, `${place.call}.${outer}(`);
    this.#hand(argument, place, inner);
    this.#edits.close(node.end, ')');
  }

  /** What is handed to us with its text and its line is handed on. In parentheses of its own, a comma is no second argument. */
  #hand(argument: Node, place: Place, inner: string): void {
    this.#edits.open(argument.start, `${place.call}.${inner}((`);
    this.#visit(argument, place, '');
    this.#edits.close(argument.end, `), ${this.#textOf(argument)}, ${this.#lineOf(argument)})`);
  }

  /** In `for await`, the waiting is written nowhere: before each round, and once behind the last one. */
  #loop(node: Node, place: Place): true | undefined {
    let loop = node;
    while (loop.type === 'LabeledStatement') loop = loop.body as Node;
    if (loop.type !== 'ForOfStatement' || loop.await !== true) return undefined;
    const { left, right, body } = loop as Node & { left: Node; right: Node; body: Node };
    const text = JSON.stringify(`for await … of ${this.#cut(right)}`);
    const told = `${text}, ${this.#lineOf(loop)}`;
    this.#edits.open(node.start, '{ ');
    this.#visit(left, SYNC, '');
    this.#edits.open(right.start, `${place.call}.each((`);
    this.#visit(right, place, '');
    this.#edits.close(right.end, `), ${told})`);
    this.#edits.open(body.start, `{ ${place.call}.back(); try { `);
    this.#visit(body, place, '');
    this.#edits.close(body.end, ` } finally { ${place.call}.stands(${told}); } }`);
    this.#edits.close(node.end, ` ${place.call}.back(); }`);
    return true;
  }

  /** `await using` waits where its block ends, which no text can be put behind: what is disposed of before and after it can tell. */
  #declaration(node: Node, place: Place): true | undefined {
    if (node.kind !== 'await using' || !HAS_USING) return undefined;
    const id = this.#used++;
    this.#edits.open(node.start, `using $after${id} = ${place.call}.disposed(); `);
    this.#visitParts(node, place);
    const told = `${JSON.stringify(this.#cut(node))}, ${this.#lineOf(node)}`;
    this.#edits.close(node.end, `; using $before${id} = ${place.call}.disposes(${told});`);
    return true;
  }

  #textOf(node: Node): string {
    return JSON.stringify(this.#cut(node));
  }

  #cut({ start, end }: Node): string {
    const text = this.#source.slice(start, end).replace(/\s+/g, ' ').replace(/;$/, '');
    return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
  }

  /** As it is written in the code that tells. */
  #lineOf({ start }: Node): string {
    const line =
      Math.max(
        0,
        this.#lineStarts.findLastIndex((from) => from <= start),
      ) + 1;
    return this.#prefix === '' ? `${line}` : JSON.stringify(this.#prefix + line);
  }
}
