/** doctor: what a run would use and why, for people or as JSON; what is wrong on the way is told like everywhere. */
import { type Diagnosis, diagnose, type Fact, type OwnFile } from '../generate/doctor.ts';
import { jsonProblems } from '../problems/reporters/json.ts';
import type { CommandLine } from './command-line.ts';
import type { Host } from './host.ts';
import { conclude, exitCode } from './report.ts';

/** Prints on standard output. Exit code 1 with errors. */
export async function doctor(line: CommandLine, host: Host): Promise<number> {
  const found = await diagnose({
    ...{ cwd: host.cwd, data: line.one('data'), epoch: host.env['SOURCE_DATE_EPOCH'] },
    versions: { rubricate: host.version, node: host.node },
  });
  if (line.has('json')) {
    host.stdout.write(`${JSON.stringify({ ...found, problems: jsonProblems(found.problems) }, null, 2)}\n`);
    return exitCode(found.problems);
  }
  host.stdout.write(asText(found));
  return conclude(found.problems, host);
}

function asText(found: Diagnosis): string {
  const { versions, project, settings, data, fonts } = found;
  const sections: readonly (readonly [string, readonly Fact[]])[] = [
    ['Versions', versions],
    ['Project', project],
    ['Data', data],
    ['Settings', settings],
    ['Templates', filesAsFacts(found)],
    ['Fonts', fonts],
  ];
  const shown = sections.filter(([, facts]) => facts.length > 0);
  const all = shown.flatMap(([, facts]) => facts);
  const keys = Math.max(...all.map(({ key }) => key.length));
  const text = shown.map(([title, facts]) => {
    const values = Math.max(...facts.map(({ value }) => (value ?? '-').length));
    const lines = facts.map(({ key, value, why }) =>
      `  ${key.padEnd(keys)}  ${(value ?? '-').padEnd(values)}  ${why}`.trimEnd(),
    );
    return `${title}\n${lines.join('\n')}\n`;
  });
  return text.join('\n');
}

const WINS: Readonly<Record<OwnFile['wins'], string>> = {
  'in-place': 'in place of ours',
  'key-by-key': 'over ours, key by key',
  alone: 'there is none of ours',
};

function filesAsFacts({ files, ours }: Diagnosis): readonly Fact[] {
  const own = files.map(({ id, path, wins, copiedFrom, stale }): Fact => {
    const copied = copiedFrom === null ? '' : `; copied from ${copiedFrom}`;
    return {
      key: id,
      value: path,
      why: `${WINS[wins]}${copied}${stale ? ', and ours has changed since' : ''}`,
    };
  });
  return ours === 0 ? own : [...own, { key: 'all others', value: `${ours} of ours`, why: 'as they are' }];
}
