/** What was thrown, told: what the system refused is a Problem, everything else is a bug of ours and keeps its stack. */
import { refusalOf } from '../project/refusal.ts';
import type { Host } from './host.ts';
import { BUG, conclude } from './report.ts';

/** Tells on stderr what was thrown, and returns the exit code that it means. Problem: `system`. */
export function concludeThrown(thrown: unknown, host: Host): number {
  const refusal = refusalOf(thrown, host.cwd);
  if (refusal) return conclude([refusal], host);
  const stack = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  host.stderr.write(
    `This is a mistake of rubricate ${host.version}, not of your files. Please report it, with what follows.\n\n${stack}\n`,
  );
  return BUG;
}
