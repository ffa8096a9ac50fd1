/**
 * One run at a time writes in a folder: `.rubricate.lock` is there while one does, and another waits.
 *
 * Kept true: a lock whose text has not changed while somebody waited for it belongs to no run any more (it was killed),
 * and is taken away; so a run renews its lock at each file. No clock is read, and no process looked for: both would be
 * others' on a disk that machines share. Should two runs hold one lock after all, records may be lost, by which files
 * count as somebody's; nobody's work is.
 */
import { join } from 'node:path';
import { codeOf, isMissing } from './errors.ts';
import type { FilePort } from './port.ts';

export const LOCK_FILE = '.rubricate.lock';

/** Milliseconds: how often a waiting run looks, and how long a lock may stay as it is. */
const STEP = 50;
const ABANDONED = 3000;

export class FolderLock {
  private readonly port: FilePort;
  readonly path: string;
  private renewals = 0;

  /** Takes the folder's lock, waiting for it if need be. The folder is there. */
  constructor(port: FilePort, folder: string) {
    this.port = port;
    this.path = join(folder, LOCK_FILE);
    for (;;) {
      try {
        port.create(this.path, this.text());
        return;
      } catch (thrown) {
        if (codeOf(thrown) !== 'EEXIST') throw thrown;
      }
      this.wait();
    }
  }

  private text(): string {
    return `${process.pid} ${this.renewals}\n`;
  }

  /** Waits until the lock is gone; one that nobody renews is taken away. */
  private wait(): void {
    let seen = this.seen();
    for (let waited = 0; seen !== null; waited += STEP) {
      if (waited >= ABANDONED) {
        this.port.remove(this.path);
        return;
      }
      this.port.pause(STEP);
      const now = this.seen();
      if (now !== seen) waited = 0;
      seen = now;
    }
  }

  private seen(): string | null {
    try {
      return Buffer.from(this.port.read(this.path)).toString();
    } catch (thrown) {
      if (isMissing(thrown)) return null;
      throw thrown;
    }
  }

  /** Says that this run goes on. What the disk refuses is told where a file is written, not here. */
  renew(): void {
    this.renewals++;
    try {
      this.port.write(this.path, this.text());
    } catch (thrown) {
      if (codeOf(thrown) === null) throw thrown;
    }
  }

  release(): void {
    this.port.remove(this.path);
  }
}
