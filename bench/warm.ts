/** Warm milliseconds a document for the whole way, view to PDF bytes, beside the floor, interleaved in one run. */

import { leavePretenuringOff } from '../src/commands/pretenuring.ts';
import { loadFramework } from '../src/framework/load.ts';
import { selectInterview, selectStep } from '../src/framework/select.ts';
import { loadFonts } from '../src/layout/fonts.ts';
import { layoutDocument } from '../src/layout/layout.ts';
import { loadTheme, paperNamed } from '../src/layout/theme.ts';
import { parseDocument } from '../src/markdown/parse.ts';
import { mergeDocument } from '../src/merge/merge.ts';
import { loadMessages } from '../src/merge/messages.ts';
import { loadTemplate } from '../src/merge/template.ts';
import { writePdf } from '../src/pdf/write.ts';
import { type Checked, good } from '../src/problems/checked.ts';
import { fileSpan } from '../src/problems/source.ts';
import type { Folder } from '../src/project/folder.ts';
import { openProject } from '../src/project/open.ts';
import { profileView } from '../src/views/profile.ts';
import { stepView } from '../src/views/step.ts';
import { drawFloor, floorOf } from './floor.ts';

// As the command line does.
leavePretenuringOff(process.versions.v8);

function value<T>(result: Checked<T>): T {
  if (!result.ok) throw new Error(result.problems.map((p) => p.message).join('\n'));
  return result.value;
}

const span = fileSpan({ path: 'bench', text: '' });
const named = (text: string) => ({ text, span });
const project = value(openProject({ cwd: process.cwd(), data: undefined }));
const framework = value(loadFramework(withEight(project.data)));
const messages = value(loadMessages(project.templates, framework.language, undefined));
const fonts = loadFonts(project.fonts);
const theme = value(loadTheme(project.templates, named('plain')));
const paper = value(paperNamed(named('A4')));
const look = { paper: 'A4', theme: 'plain', date: '2026-03-17' };
const scorecard = value(loadTemplate(project.templates, named('scorecard')));
const promotion = value(loadTemplate(project.templates, named('promotion')));

/** The shipped data with the two skills of the Data Scientist alone asked of the LLM Engineer too: eight skills. */
function withEight(data: Folder): Folder {
  return {
    ...data,
    list: (under) => data.list(under),
    read: (path) => data.read(path),
    source: (path) => {
      const read = data.source(path);
      if (!read?.ok || !/experiment-design|predictive-modelling/.test(path)) return read;
      const text = read.value.text.replaceAll('data-scientist', 'llm-engineer');
      return good({ ...read.value, text });
    },
  };
}

function set(text: string): ReturnType<typeof layoutDocument> {
  const document = value(parseDocument({ path: 'bench.md', text }));
  return layoutDocument(document, { theme, paper, fonts, picture: () => null });
}

const four = value(
  selectInterview(
    framework,
    {
      role: named('llm-engineer'),
      level: named('senior'),
      skills: ['llm-evaluation', 'llm-fine-tuning', 'model-serving', 'retrieval'].map(named),
    },
    span,
  ),
);
const step = value(selectStep(framework, { role: named('llm-engineer'), to: named('lead') }, span));
const ways = [
  {
    name: `scorecard, ${four.chosen.length} skills`,
    merge: () => value(mergeDocument(scorecard, profileView(four, messages.language), messages, look)).text,
  },
  {
    name: `packet, ${step.changes.length} skills`,
    merge: () => value(mergeDocument(promotion, stepView(step, messages.language), messages, look)).text,
  },
];

const median = (list: readonly number[]): number =>
  [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
const rows = ways.map(({ name, merge }) => {
  const floor = floorOf(value(set(merge())));
  const times: number[][] = [[], [], [], [], [], []];
  for (let i = 0; i < 160; i++) {
    const a = performance.now();
    const text = merge();
    const b = performance.now();
    const layout = value(set(text));
    const c = performance.now();
    writePdf(layout, fonts, { source: { name: 'bench.md', bytes: new TextEncoder().encode(text) } });
    const d = performance.now();
    drawFloor(floor, fonts, true);
    const e = performance.now();
    drawFloor(floor, fonts, false);
    const f = performance.now();
    for (const [k, t] of [b - a, c - b, d - c, d - a, e - d, f - e].entries()) if (i >= 60) times[k]?.push(t);
  }
  const [merging = 0, setting = 0, writing = 0, whole = 0, form = 0, bare = 0] = times.map(median);
  return {
    document: name,
    'view + merge': ms(merging),
    'parse + layout': ms(setting),
    write: ms(writing),
    whole: ms(whole),
    'floor with a form': ms(form),
    ratio: (whole / form).toFixed(2),
    'bare floor': ms(bare),
  };
});
console.table(rows);

function ms(n: number): string {
  return `${n.toFixed(2)} ms`;
}
