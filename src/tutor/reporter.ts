import { resolve } from 'node:path';
import type { UserConsoleLog } from 'vitest';
import type { Reporter, SerializedError, TestModule, Vitest } from 'vitest/node';
import { type Kata, katasOf } from '../course.ts';
import { justComplete } from './chapters.ts';
import {
  renderChapterDone,
  renderCourse,
  renderDone,
  renderKata,
  renderList,
  renderNext,
} from './page.ts';
import { type KataStanding, standingOf } from './standing.ts';
import { terminalStyle } from './style.ts';

/** Tells a learner how far they are. In watch mode it remembers what each run has shown. */
export class CourseReporter implements Reporter {
  readonly #modules = new Map<string, TestModule>();
  #vitest: Vitest | undefined;
  #katas: Kata[] = [];
  readonly #printed = new Map<string, string[]>();
  #isFirstRun = true;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
    this.#katas = katasOf(vitest.config.root);
  }

  onTestRunStart(): void {
    this.#printed.clear();
  }

  onUserConsoleLog({ taskId, content }: UserConsoleLog): void {
    if (taskId) this.#printed.set(taskId, [...(this.#printed.get(taskId) ?? []), content]);
  }

  onTestRunEnd(
    testModules: readonly TestModule[],
    unhandledErrors: readonly SerializedError[],
  ): void {
    for (const module of testModules) this.#modules.set(resolve(module.moduleId), module);
    const ran = new Set(testModules.map((module) => resolve(module.moduleId)));
    const standings = this.#katas.map((kata) => this.#standingOf(kata));
    const touched = standings.filter(({ kata }) => ran.has(kata.spec) || ran.has(kata.reference));
    const isDone = ({ status }: KataStanding) => status === 'done';
    // Another answer to what was done before deserves a word as well.
    const saved = this.#isFirstRun ? [] : touched.filter(isDone);
    if (this.#vitest?.config.watch && process.stdout.isTTY) clearScreen();
    const parts = saved.map((standing) => renderDone(standing, terminalStyle()));
    parts.push(...this.#learnt(), this.#render(standings, touched));
    console.log(`\n${parts.join('\n\n')}\n`);
    for (const error of unhandledErrors) console.log(`  ${error.message}\n`);
    if (this.#isFirstRun) this.#showPage();
    this.#isFirstRun = false;
  }

  /** Where the page of @vitest/ui is, when it is open. */
  #showPage(): void {
    const { ui, uiBase } = this.#vitest?.config ?? {};
    const [home] = this.#vitest?.vite.resolvedUrls?.local ?? [];
    if (ui && home) console.log(`  page     ${new URL(uiBase ?? '/', home)}\n`);
  }

  /** What is known now that a chapter is complete; the references complete none. */
  #learnt(): string[] {
    const own = this.#katas.map((kata) => standingOf(kata, this.#modules.get(kata.spec)));
    const learnt = this.#vitest && justComplete(this.#vitest.config.root, own);
    return learnt ? [renderChapterDone(learnt.chapter, learnt.lines, terminalStyle())] : [];
  }

  /** What the code at hand printed in the test that is shown; each test runs it anew. */
  #withPrinted<S extends KataStanding | undefined>(standing: S): S {
    const tests = standing && this.#modules.get(standing.kata.spec)?.children.allTests();
    const all = tests ? [...tests] : [];
    const shown = all.find((test) => test.result().state === 'failed') ?? all[0];
    const printed = (shown && this.#printed.get(shown.id)?.join('')) || undefined;
    return standing && { ...standing, printed };
  }

  #standingOf(kata: Kata): KataStanding {
    return standingOf(kata, this.#modules.get(kata.spec) ?? this.#modules.get(kata.reference));
  }

  #render(standings: KataStanding[], touched: KataStanding[]): string {
    const style = terminalStyle();
    const isWatching = this.#vitest?.config.watch ?? false;
    const isCourse = standings.every(({ status }) => status !== 'unknown');
    const open = (list: readonly KataStanding[]) => list.find(({ status }) => status !== 'done');
    if (isCourse) {
      const saved = this.#isFirstRun ? undefined : open(touched);
      return renderCourse(
        standings,
        this.#withPrinted(saved ?? open(standings)),
        isWatching,
        style,
      );
    }
    const focus = open(touched) ?? touched[0];
    if (!focus) return '  No kata was run.';
    const parts = [
      renderKata(this.#withPrinted(focus), style),
      renderNext(focus, isWatching, style),
    ];
    return (touched.length > 1 ? [renderList(touched, style), ...parts] : parts).join('\n\n');
  }
}

/** As vitest does between two runs; what was there can still be scrolled to. */
function clearScreen(): void {
  process.stdout.write('\x1b[2J\x1b[H');
}
