/**
 * Where V8 makes the objects of a document. Having seen that those of some places in the code live through a collection, it
 * makes them among the objects that live long, where they outlast the document by many others and keep alive all that they
 * name: each collection then copies three documents instead of a half. Off, a run of documents takes a sixth less time, and
 * all else as long as before (bench/, an import of 80,000 records, a check of 2,000 skills).
 */
import { setFlagsFromString } from 'node:v8';

/** The last version of V8 known to have the switch: an unknown one is an error on every run. */
const LAST_KNOWN = 14;

/** Turns it off for this process; to be called first. `v8`: the engine's version. */
export function leavePretenuringOff(v8: string): void {
  if (Number.parseInt(v8, 10) <= LAST_KNOWN) setFlagsFromString('--no-allocation-site-pretenuring');
}
