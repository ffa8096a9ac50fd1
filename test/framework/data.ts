/** A data folder of texts, as small as can be, for tests to change; and how results are told. */
import type { Framework } from '../../src/framework/framework.ts';
import { loadFramework } from '../../src/framework/load.ts';
import type { Checked } from '../../src/problems/checked.ts';
import type { Named } from '../../src/problems/named.ts';
import { fileSpan, type Span, spanAt } from '../../src/problems/source.ts';
import { fixtureFolder, textFolder } from '../folder.ts';

export const FILES = {
  'framework.yaml':
    'name: F\nlevels: [{ id: a }, { id: b }]\nscale:\n  - { id: low, anchor: previous, means: Less. }\n  - { id: fit, anchor: this }\n  - { id: high, anchor: next, means: More. }\n',
  'roles/baker.yaml': 'name: Baker\n',
  'skills/s.yaml': 'name: S\nroles: all\nexpectations: { a: A, b: B }\n',
};

/** FILES with some changed, or (null) taken away. */
export function load(changed: Readonly<Record<string, string | Uint8Array | null>>): Checked<Framework> {
  const files: Record<string, string | Uint8Array> = {};
  for (const [path, text] of Object.entries({ ...FILES, ...changed })) if (text !== null) files[path] = text;
  return loadFramework(textFolder(files));
}

/** Code and place of each Problem. */
export function told(result: Checked<unknown>): readonly string[] {
  return result.problems.map(
    ({ code, span: { source, line, column } }) => `${code} ${source.path}:${line}:${column}`,
  );
}

/** The value; the test fails with what was said where there is none. */
export function ok<T>(result: Checked<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(told(result)));
  return result.value;
}

/** A framework of test/fixtures/framework. */
export function fixture(name: string): Framework {
  return ok(loadFramework(fixtureFolder(`framework/${name}`)));
}

export const AT: Span = fileSpan({ path: 'command', text: '' });

/** A name as a person wrote it. */
export function named(text: string): Named {
  return { text, span: spanAt({ path: 'command', text }, 0, text.length) };
}
