import { type CliOptions, startVitest, type Vitest } from 'vitest/node';
import { type Project, projectConfig } from './projects.ts';

/**
 * Starts vitest on one project of the course in `root`, without the detour of a config file.
 *
 * @param files absolute paths; all of the project's without any
 */
export function runVitest(
  project: Project,
  root: string,
  files: string[],
  options: CliOptions = {},
): Promise<Vitest> {
  const { test, ...vite } = projectConfig(project);
  const inline = { watch: false, ...options };
  // What is given beside the config decides; vitest takes both for the same thing.
  return startVitest('test', files, { ...inline, root, config: false }, {
    ...vite,
    test: { ...test, ...inline },
  } as never);
}
