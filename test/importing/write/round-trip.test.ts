/** Framework -> YAML -> Framework, for any framework that can be loaded. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Framework } from '../../../src/framework/framework.ts';
import { loadFramework } from '../../../src/framework/load.ts';
import { frameworkFiles } from '../../../src/importing/write/file.ts';
import { textFolder } from '../../folder.ts';
import { frameworks } from './frameworks.ts';

/** Without places: they are those of the new files. */
function bare(framework: Framework): unknown {
  const plain = (value: unknown): unknown => {
    if (value instanceof Map) return Object.fromEntries([...value].map(([k, v]) => [k, plain(v)]));
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => key !== 'span' && key !== 'spans')
        .map(([key, inner]) => [key, plain(inner)]),
    );
  };
  return plain(framework);
}

function reload(framework: Framework): Framework {
  const files = frameworkFiles(framework);
  const loaded = loadFramework(textFolder(Object.fromEntries(files.map(({ path, text }) => [path, text]))));
  const told = loaded.problems.map(
    ({ code, message, span }) => `${code} ${message} ${span.source.path}\n${span.source.text}`,
  );
  if (!loaded.ok) throw new Error(told.join('\n'));
  return loaded.value;
}

describe('a framework that is written', () => {
  it('loads again to the same', () => {
    fc.assert(
      fc.property(frameworks, (framework) => {
        expect(bare(reload(framework))).toEqual(bare(framework));
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('is written the same way the second time', () => {
    fc.assert(
      fc.property(frameworks, (framework) => {
        expect(frameworkFiles(reload(framework))).toEqual(frameworkFiles(framework));
      }),
      { numRuns: 50 },
    );
  }, 60_000);
});
