import { url as debuggerUrl } from 'node:inspector';
import { vi } from 'vitest';

// A breakpoint stops a test, and not the real clock: who looks around may take as long as they like.
if (debuggerUrl()) vi.setConfig({ testTimeout: 0 });
