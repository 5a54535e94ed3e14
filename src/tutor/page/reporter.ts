import { once } from 'node:events';
import { basename, extname, resolve } from 'node:path';
import type { UserConsoleLog } from 'vitest';
import type { Reporter, SerializedError, TestModule, Vitest } from 'vitest/node';
import { printedBy, startCommand } from '../../command/spawn.ts';
import { type Kata, katasOf } from '../../course/katas.ts';
import { kataAtHand, rememberAtHand } from '../../judging/at-hand.ts';
import { type KataStanding, standingOf } from '../../judging/standing.ts';
import { ownCodeOf } from '../../lab/own-code.ts';
import { show } from '../../text/print.ts';
import { Screen } from '../../text/screen.ts';
import { type Style, terminalStyle } from '../../text/style.ts';
import {
  courseViews,
  doneViews,
  kataViews,
  renderAllOf,
  renderChapterDone,
  renderDone,
  renderList,
} from './course.ts';
import { type Mode, renderSteps, renderStray, WAITING } from './kata.ts';
import { type Learnt, type News, newsIn } from './news.ts';

/** What one run was about. */
interface Ran {
  readonly standings: readonly KataStanding[];
  /** The katas that were run. */
  readonly touched: readonly KataStanding[];
  /** Those that were saved, and are done. */
  readonly saved: readonly KataStanding[];
  readonly learnt: Learnt | undefined;
}

/** Tells a learner how far they are. In watch mode it remembers what each run has shown. */
export class CourseReporter implements Reporter {
  readonly #hasKeys: boolean;
  readonly #old: ReadonlyMap<string, KataStanding>;
  readonly #screen: Screen;
  readonly #modules = new Map<string, TestModule>();
  readonly #printed = new Map<string, string[]>();
  #vitest: Vitest | undefined;
  #katas: Kata[] = [];
  /** The file whose save has begun this run. */
  #saved: string | undefined;
  /** Somebody waits for its page. */
  #wanted: Kata | undefined;
  #inView: Kata | undefined;
  #note: ((style: Style) => string) | undefined;

  /**
   * @param screen of somebody who has the keys of ours
   * @param old katas that are not run until somebody goes to them
   */
  constructor(screen?: Screen, old: readonly KataStanding[] = []) {
    this.#old = new Map(old.map((standing) => [standing.kata.id, standing]));
    this.#hasKeys = screen !== undefined;
    this.#screen = screen ?? new Screen({ isWhole: true });
  }

  /** The kata that the last page was about. */
  get inView(): Kata | undefined {
    return this.#inView;
  }

  /** Whether every test of all these katas passed when it was run. */
  hasPassed(katas: readonly Kata[]): boolean {
    const done = this.#standings().filter(({ status }) => status === 'done');
    return katas.every(({ id }) => done.some(({ kata }) => kata.id === id));
  }

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestRunStart(): void {
    this.#printed.clear();
    // In watch mode a new version of the course may have come.
    this.#katas = katasOf(this.#root);
  }

  /** @param trigger the file that was saved, or is gone; or words, when a key of vitest was pressed */
  onWatcherRerun(files: string[], trigger = ''): void {
    this.#saved = extname(trigger) ? resolve(trigger) : undefined;
    const [name] = files.map((file) => basename(file, '.spec.ts'));
    this.#screen.note(`  running ${files.length === 1 ? name : 'the katas'} …`);
  }

  onUserConsoleLog({ taskId, content }: UserConsoleLog): void {
    if (!taskId) return;
    const printed = this.#printed.get(taskId) ?? [];
    this.#printed.set(taskId, printed);
    printed.push(content);
  }

  async onTestRunEnd(
    testModules: readonly TestModule[],
    unhandledErrors: readonly SerializedError[],
  ): Promise<void> {
    // The spec of what was saved is gone: what came in its place is run next.
    if (testModules.length === 0 && this.#modules.size > 0) return;
    for (const module of testModules) this.#modules.set(resolve(module.moduleId), module);
    const names = new Set(testModules.map((module) => resolve(module.moduleId)));
    const standings = this.#standings();
    const touched = standings.filter(
      ({ kata }) => names.has(kata.spec) || names.has(kata.reference),
    );
    const wanted = touched.find(({ kata }) => kata.id === this.#wanted?.id);
    this.#wanted = undefined;
    if (wanted) return this.showKata(wanted.kata);
    // vitest takes a run without any test for a success.
    if (this.#mode === 'once' && touched.every(({ status }) => status === 'unknown'))
      process.exitCode = 1;
    // Another answer to what was done before deserves a word as well.
    const saved = this.#saved
      ? touched.filter((it) => it.status === 'done' && !this.#importedBy(it.kata))
      : [];
    const [only, ...others] = touched;
    // Where others were not run again, nobody has asked for this one.
    const isAlone = others.length === 0 && (this.#saved || this.#old.size === 0);
    if (only && isAlone && !only.isReference) rememberAtHand(this.#root, only.kata);
    const { learnt, isEnd } = this.#news();
    const view = this.#viewOf({ standings, touched, saved, learnt });
    const note = this.#note;
    this.#note = undefined;
    this.#turnTo((style) =>
      view(style).map((page) =>
        [
          ...(note ? [note(style)] : []),
          page,
          ...new Set(unhandledErrors.map((error) => renderStray(error, style))),
        ].join('\n\n'),
      ),
    );
    if (isEnd) await this.#end();
  }

  /** Said above the next page. */
  announce(note: (style: Style) => string): void {
    this.#note = note;
  }

  /** Forgets which file was saved, as everything runs again. */
  beginAgain(): void {
    this.#saved = undefined;
    this.#screen.note('  running the katas …');
  }

  /** Before it was run at all, a kata has no page: it has to be run first. */
  isToRun(kata: Kata): boolean {
    return this.#standings().some((it) => it.kata.id === kata.id && it.isFromBefore);
  }

  /** The page of a kata, after the run that begins now. */
  showAfterRun(kata: Kata): void {
    this.#saved = undefined;
    this.#wanted = kata;
    this.#screen.note(`  running ${kata.name} …`);
  }

  /** A page about one kata, as it stood when it was last run. */
  showKata(kata: Kata | undefined): void {
    const standings = this.#standings();
    const standing = standings.find((it) => it.kata.id === kata?.id);
    this.#inView = standing?.kata;
    this.#turnTo((style) =>
      standing
        ? kataViews(this.#withPrinted(standing), this.#mode, style)
        : courseViews(standings, undefined, this.#mode, style),
    );
  }

  /** Whether every kata of the course was run. */
  get isWhole(): boolean {
    return this.#katas.every(
      ({ id, spec, reference }) =>
        this.#modules.has(spec) || this.#modules.has(reference) || this.#old.has(id),
    );
  }

  /** The next kata that is not done, behind the one in view; after the last, the first. */
  get next(): Kata | undefined {
    return this.#nextAfter(this.#inView)?.kata;
  }

  /** The kata before the one in view. */
  get previous(): Kata | undefined {
    const at = this.#katas.findIndex(({ id }) => id === this.#inView?.id);
    return this.#katas[Math.max(0, at - 1)];
  }

  #nextAfter(kata: Kata | undefined): KataStanding | undefined {
    const open = this.#standings().filter(
      ({ status }) => status === 'failing' || status === 'untouched',
    );
    const at = this.#katas.findIndex(({ id }) => id === kata?.id);
    return open.find((standing) => this.#katas.indexOf(standing.kata) > at) ?? open[0];
  }

  /** The other kata that was saved, if it was run because its answer imports that. */
  #importedBy({ id, stub }: Kata): Kata | undefined {
    const saved = this.#katas.find((kata) => kata.stub === this.#saved);
    const isImported = saved && saved.id !== id && ownCodeOf(stub).files.includes(saved.stub);
    return isImported ? saved : undefined;
  }

  /** The page of a run, and the kata that it is about. */
  #viewOf({ standings, touched, saved, learnt }: Ran): (style: Style) => string[] {
    const isCourse = this.isWhole;
    const open = touched.find(({ status }) => status !== 'done');
    const last = saved.at(-1);
    const chapter = (style: Style) =>
      learnt ? [renderChapterDone(learnt.chapter, learnt.lines, style)] : [];
    if (this.#mode === 'keys' && last && !open) {
      this.#inView = last.kata;
      const next = this.#nextAfter(last.kata);
      const all = isCourse ? standings : [];
      return (style) => doneViews(saved, chapter(style), all, next, style);
    }
    const focus = isCourse
      ? ((this.#saved ? open : undefined) ?? kataAtHand(this.#root, standings))
      : (open ?? touched[0]);
    this.#inView = focus?.kata;
    const printed = focus && this.#withPrinted(focus);
    const imported = focus && this.#importedBy(focus.kata);
    const why = imported && `  ${focus.kata.name} imports ${imported.name}, which was saved:`;
    return (style) => {
      const news = [
        ...saved.map((standing) => renderDone(standing, style)),
        ...chapter(style),
        ...(why ? [why] : []),
      ];
      return this.#pages(standings, touched, isCourse, printed, style).map((page) =>
        [...news, page].join('\n\n'),
      );
    };
  }

  #pages(
    standings: readonly KataStanding[],
    touched: readonly KataStanding[],
    isCourse: boolean,
    focus: KataStanding | undefined,
    style: Style,
  ): string[] {
    if (isCourse) return courseViews(standings, focus, this.#mode, style);
    if (!focus) return ['  No kata was run.'];
    const isNoneOpen = touched.every(({ status }) => status === 'done');
    if (isNoneOpen && touched.length > 1 && this.#mode === 'once')
      return [renderAllOf(touched, style)];
    const pages = kataViews(focus, this.#mode, style);
    const list = `${renderList(touched, style)}\n\n${pages[0]}`;
    return touched.length > 1 ? [list, ...pages] : pages;
  }

  #turnTo(view: (style: Style) => string[]): void {
    const address = this.#address();
    const page = (style: Style) => (address ? `\n${renderSteps([['page', address]], style)}` : '');
    if (this.#mode === 'once') show(`\n${view(terminalStyle())[0]}\n`);
    else this.#screen.turnTo((style) => view(style).map((text) => `${text}${page(style)}\n`));
  }

  /** Where the page of @vitest/ui is, when it is open. */
  #address(): string | undefined {
    const { ui, uiBase } = this.#vitest?.config ?? {};
    const [home] = this.#vitest?.vite.resolvedUrls?.local ?? [];
    if (!ui || !home) return undefined;
    const page = new URL(uiBase ?? '/', home);
    const token = tokenOf(this.#vitest?.config);
    if (token) page.searchParams.set('token', token);
    return page.href;
  }

  get #root(): string {
    return this.#vitest?.config.root ?? '';
  }

  get #mode(): Mode {
    if (!this.#vitest?.config.watch) return 'once';
    return this.#hasKeys ? 'keys' : 'watch';
  }

  /** What is complete now; the references complete nothing. */
  #news(): News {
    return newsIn(
      this.#root,
      this.#katas.map((kata) => this.#standingOf(kata)),
    );
  }

  async #end(): Promise<void> {
    if (this.#mode === 'keys') {
      this.#screen.say('  All katas are done. Every spec runs once more …');
      const page = await printedBy(this.#root, 'end/run', []);
      return this.#turnTo((style) => [
        `${page.trimEnd()}\n\n${renderSteps([WAITING.watch], style)}`,
      ]);
    }
    const end = startCommand(this.#root, 'end/run', []);
    const [code] = await once(end, 'close');
    if (code !== 0) process.exitCode = 1;
  }

  /** What the code at hand printed in the test that is shown; each test runs it again. */
  #withPrinted(standing: KataStanding): KataStanding {
    const tests = this.#modules.get(standing.kata.spec)?.children.allTests();
    const all = tests ? [...tests] : [];
    const shown = all.find((test) => test.result().state === 'failed') ?? all[0];
    const printed = (shown && this.#printed.get(shown.id)?.join('')) || undefined;
    return { ...standing, printed };
  }

  #standings(): KataStanding[] {
    return this.#katas.map((kata) => this.#standingOf(kata, this.#modules.get(kata.reference)));
  }

  /** @param otherwise what stands for its spec where that was not run */
  #standingOf(kata: Kata, otherwise?: TestModule): KataStanding {
    const module = this.#modules.get(kata.spec) ?? otherwise;
    const old = this.#old.get(kata.id);
    return old && !module ? { ...old, kata } : standingOf(kata, module);
  }
}

/** vitest 5 shows its page only to a browser that knows this. */
function tokenOf(config: object | undefined): string | undefined {
  const { api } = (config ?? {}) as { api?: { token?: string } };
  return api?.token;
}
