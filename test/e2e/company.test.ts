/**
 * A company's own document, partial, words and look, over the whole way: the files are those that templates/README.md
 * walks its reader through.
 */
import { describe, expect, it } from 'vitest';
import { generate, requestOf } from '../../src/generate.ts';
import { openProject } from '../../src/project/open.ts';
import { imagesOf, readPdf } from '../pdf/readback.ts';
import { png } from '../pictures/png.ts';
import { OWN_DOCUMENT } from '../reference.ts';
import { type Workspace, workspace } from './harness.ts';

const KIND = 'templates/documents/onboarding.md.hbs';
const PARTIAL = 'templates/partials/goal.md.hbs';
const RENDER = 'render onboarding --role baker --level middle';

function company(): Workspace {
  const space = workspace('small');
  for (const [path, text] of OWN_DOCUMENT) space.write(path, text);
  return space;
}

describe('a company’s own document', () => {
  it('is four files', () => {
    expect(OWN_DOCUMENT.map(([path]) => path)).toEqual([
      KIND,
      PARTIAL,
      'templates/messages/en.yaml',
      'templates/themes/plain.yaml',
    ]);
  });

  it('is made as ours are, with its own words and parts, and ours where it has none', async () => {
    const space = company();
    (await space.run(`${RENDER} --set person=Ada@Byron`)).exits(0);
    const made = space.list('out').filter((name) => name.startsWith('onboarding'));
    expect(made).toEqual(['onboarding-baker-middle-ada-byron.md', 'onboarding-baker-middle-ada-byron.pdf']);
    const text = space.read(`out/${made[0]}`);
    expect(text).toContain('name: First ninety days\n');
    expect(text).toMatch(/^\d skills, one goal each\.$/m);
    expect(text).toContain('- Name: Ada Byron <!-- field person required=yes -->');
    expect(text).toMatch(/^\*\*Middle asks:\*\* /m);
    expect(text).toMatch(/^<!-- notes goal\/kneading "Kneading[^"]*: what will be different"/m);
    const { texts } = await readPdf(space.bytes(`out/${made[1]}`));
    expect(texts.some(({ text: word }) => word.includes('ninety'))).toBe(true);
    expect(texts.some(({ text: word }) => word.includes('Middle asks'))).toBe(true);
  });

  it('is listed with the file it comes from, and checked', async () => {
    const space = company();
    const { json } = (await space.run('list documents --json')).exits(0);
    expect(json).toContainEqual({ id: 'onboarding', name: 'First ninety days', view: 'profile', from: KIND });
    expect(json).toContainEqual(expect.objectContaining({ id: 'scorecard', from: 'ours' }));
    expect((await space.run('list documents')).exits(0).text).toMatch(
      new RegExp(`^onboarding .*${KIND}$`, 'm'),
    );
    const before = await workspace('small').run('check');
    const files = (result: { stderr: string }) => Number(/(\d+) files read/.exec(result.stderr)?.[1]);
    const checked = (await space.run('check --strict')).fails(0);
    expect(files(checked)).toBe(files(before) + 4);
  });

  it('takes the look key by key', async () => {
    const size = async (space: Workspace) => {
      (await space.run('scorecard --role baker --level middle --out card.pdf')).exits(0);
      const { texts } = await readPdf(space.bytes('card.pdf'));
      return texts.find(({ text }) => text.startsWith('One interviewer') || text.includes('minutes'))?.size;
    };
    const [plain, larger] = [await size(workspace('small')), await size(company())];
    expect(larger).toBeGreaterThan((plain ?? 0) + 1);
  });

  it('takes words key by key, in ours too, and of a new language what there is of it', async () => {
    const space = company().write(
      'templates/messages/fr.yaml',
      'onboarding: { name: Les quatre-vingt-dix premiers jours }\nfoot: { page: page }\n',
    );
    (await space.run(`${RENDER} --lang fr --format md`)).exits(0);
    const text = space.read('out/onboarding-baker-middle.fr.md');
    expect(text).toContain('title: "Les quatre-vingt-dix premiers jours: ');
    expect(text).toContain('- Name: ____________');
    space.write('templates/messages/en.yaml', 'scorecard: { say: Ask }\n').remove(KIND);
    const card = await space.run('scorecard --role baker --level middle --out -');
    expect(card.exits(0).text).toMatch(/^### \*\*1\*\* Ask$/m);
    expect(card.text).toContain('**3** Write');
  });
});

describe('its logo', () => {
  const THEME = 'templates/themes/house.yaml';
  const CARD = 'scorecard --role baker --level middle --theme house --out card.pdf';
  const svg = (inner: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10">${inner}</svg>`;

  function withLogo(name: string, logo: string | Uint8Array): Workspace {
    return workspace('small')
      .write(THEME, `size: 9\nmargin: 12\nline: 7\nbox: 5\nlogo: pictures/${name}\nlogo_alt: Northwind\n`)
      .write(`templates/pictures/${name}`, logo);
  }

  it('may be an SVG: at the head of page 1, 600 dots an inch, the same bytes each time', async () => {
    const space = withLogo('logo.svg', svg('<path fill="#1a4f8b" d="M0 0h40l-9 10H0z"/>'));
    (await space.run('check --strict')).fails(0);
    (await space.run(CARD)).exits(0);
    const first = space.bytes('card.pdf');
    const images = await imagesOf(first);
    // 48 mm wide, 12 high.
    expect(images).toEqual([{ page: 1, width: 1134, height: 284 }]);
    (await space.run(CARD)).exits(0);
    expect(space.bytes('card.pdf').equals(first)).toBe(true);
  });

  it('may be a PNG that is see-through and interlaced', async () => {
    const pixel = (x: number, y: number) => [0, 80, 160, 40 * x + y];
    const logo = png({ width: 5, height: 3, color: 6, depth: 8, interlaced: true, pixel });
    const space = withLogo('logo.png', logo);
    (await space.run(CARD)).exits(0);
    expect(await imagesOf(space.bytes('card.pdf'))).toEqual([{ page: 1, width: 5, height: 3 }]);
  });

  it('is told at its name in the theme where it cannot be drawn, and nothing is written', async () => {
    const space = withLogo('logo.svg', svg('<text>Northwind</text><script/>'));
    const told = (await space.run(CARD)).exits(1);
    expect(told.problems).toEqual([`unknown-image ${THEME}:5:7`, `unknown-image ${THEME}:5:7`]);
    expect(told.stderr).toContain('turn its text into paths');
    expect(space.has('card.pdf')).toBe(false);
    // Whether it can be drawn is seen when it is.
    expect((await space.run('check')).exits(0).codes).toEqual([]);
  });
});

describe('a copy of ours', () => {
  it('has the name of ours, by which neither is taken in silence', async () => {
    const space = workspace('small');
    (await space.run('eject promotion')).exits(0);
    const ours = space.read('templates/documents/promotion.md.hbs');
    space.remove('templates').write('templates/documents/rise.md.hbs', ours);
    const words = ['--role', 'baker', '--to', 'senior', '--out', '-'];
    const result = await space.run(['render', 'promotion packet', ...words]);
    expect(result.fails(1, 'ambiguous-name').stderr).toContain('say which: promotion, rise');
  });

  it('under another name is a document beside ours; under its own it stands for ours', async () => {
    const space = workspace('small');
    (await space.run('eject scorecard')).exits(0);
    const ours = space.read('templates/documents/scorecard.md.hbs');
    space
      .remove('templates/documents')
      .write('templates/documents/phone-screen.md.hbs', ours)
      .change('templates/documents/phone-screen.md.hbs', 'file: scorecard-', 'file: phone-screen-')
      .change('templates/documents/phone-screen.md.hbs', '# {{title}}', '# By phone: {{title}}');
    (await space.run('render phone-screen --role baker --level middle --format md')).exits(0);
    (await space.run('scorecard --role baker --level middle --format md')).exits(0);
    expect(space.read('out/phone-screen-baker-middle.md')).toContain('# By phone: ');
    expect(space.read('out/phone-screen-baker-middle.md')).toContain('form: PHONE-SCREEN-BAKER-MIDDLE-');
    expect(space.read('out/scorecard-baker-middle.md')).not.toContain('By phone');
    expect((await space.run('list documents')).text).toMatch(/^phone-screen .*\nphone|^scorecard /m);
    expect((await space.run('check')).exits(0).codes).toEqual([]);
  });

  it('of a partial stands for ours in our documents', async () => {
    const space = workspace('small');
    (await space.run('eject script')).exits(0);
    space.change('templates/partials/script.md.hbs', '> {{#if', '> Say: {{#if');
    const { text } = (await space.run('scorecard --role baker --level middle --out -')).exits(0);
    expect(text).toContain('> Say: ');
  });
});

describe('its file', () => {
  it('stands in the folder that was asked for, whatever the template says', async () => {
    const space = company().change(KIND, 'file: ', 'file: ../../x/');
    (await space.run(`${RENDER} --out deep/in --format md`)).exits(0);
    expect(space.list()).toEqual(['data', 'deep', 'templates']);
    expect(space.list('deep')).toEqual(['in']);
    expect(space.list('deep/in')).toEqual(['.rubricate.json', 'x-onboarding-baker-middle.md']);
  });
});

describe('its name', () => {
  it('is none that Windows takes for a device', async () => {
    const space = company().change(KIND, /^file: .*/m, 'file: "CON"');
    (await space.run(`${RENDER} --format md`)).exits(0);
    (await space.run(`${RENDER} --format md --set person=Ada`)).exits(0);
    expect(space.list('out')).toEqual(['.rubricate.json', '_CON-ada.md', '_CON.md']);
  });

  it('is one for two documents of a run whose names differ in case alone: some disks have one file for both', async () => {
    const space = company().change(KIND, /^file: .*/m, 'file: "Card-{{skills.length}}"');
    space.write(
      'templates/documents/other.md.hbs',
      space.read(KIND).replace(/^file: .*/m, 'file: "card-{{skills.length}}"'),
    );
    const project = openProject({ cwd: space.root });
    const wanted = ['onboarding', 'other'].map((kind) =>
      requestOf({ kind, role: 'baker', level: 'middle', formats: ['md'] }),
    );
    const made = project.ok ? await generate(project.value, wanted) : project;
    expect(made.problems.map(({ code }) => code)).toEqual(['same-file']);
  });
});

describe('what nobody reads is told by check', () => {
  it('a message that no template names, with the nearest, under its key', async () => {
    const space = company();
    space.write(
      'templates/messages/de.yaml',
      'scorecard:\n  candidat: Person\n  say: Sagen\nonboarding: { lead: Ziele }\n',
    );
    const result = (await space.run('check')).exits(0);
    expect(result.problems).toEqual(['unused-message templates/messages/de.yaml:2:3']);
    expect(result.stderr).toContain('did you mean "scorecard.candidate"?');
    space.change(KIND, '{{title}}', '{{titel}}');
    expect((await space.run('check')).codes).toEqual(['unknown-path']);
  });

  it('files that look like templates and are not', async () => {
    const space = company()
      .write('templates/documents/scorecard.hbs', '')
      .write('templates/documents/foo.txt', '')
      .write('templates/documents/README.md', '')
      .write('templates/partials/asked.md.hbs.bak', '')
      .write('templates/messages/english.yaml', '')
      .write('templates/notes.txt', '')
      .write('templates/skill.md.hbs', '');
    const result = (await space.run('check')).exits(0);
    expect([...result.problems].sort()).toEqual(
      ['documents/foo.txt', 'documents/scorecard.hbs', 'messages/english.yaml', 'skill.md.hbs'].map(
        (path) => `file-not-read templates/${path}:1:1`,
      ),
    );
  });
});

describe('a mistake in it is told with file, line, column and the nearest name', () => {
  it.each([
    ['a name', KIND, '# {{title}}', '# {{titel}}', `unknown-path ${KIND}:10:5`, '"title"'],
    ['a name in its head', KIND, '-{{level.id}}', '-{{levl.id}}', `unknown-path ${KIND}:3:32`, '"level"'],
    [
      'a helper',
      KIND,
      '{{t "onboarding.person"}}',
      '{{tt "onboarding.person"}}',
      `unknown-helper ${KIND}:16:5`,
      '"t"',
    ],
    [
      'a message',
      KIND,
      'onboarding.lead',
      'onboarding.laed',
      `unknown-message ${KIND}:12:5`,
      '"onboarding.lead"',
    ],
    ['a partial', KIND, '{{> goal}}', '{{> gaol}}', `unknown-partial ${KIND}:20:5`, '"goal"'],
    [
      'what a block is given',
      KIND,
      '{{#each skills}}',
      '{{#each skils}}',
      `unknown-path ${KIND}:19:9`,
      '"skills"',
    ],
    [
      'a block',
      KIND,
      /\{\{#each skills\}\}([\s\S]*)\{\{\/each\}\}/,
      '{{#eech skills}}$1{{/eech}}',
      `unknown-helper ${KIND}:19:4`,
      '"each"',
    ],
    ['a view', KIND, 'view: profile', 'view: profil', `unknown-view ${KIND}:2:7`, '"profile"'],
    ['a name in its partial', PARTIAL, '{{name}}', '{{nam}}', `unknown-path ${PARTIAL}:4:21`, '"name"'],
    ['what a partial is given', PARTIAL, 'asked asks', 'asked aks', `unknown-path ${PARTIAL}:6:11`, '"asks"'],
  ] as const)('%s', async (_, path, from, to, problem, near) => {
    const space = company().change(path, from, to);
    const result = await space.run(RENDER);
    expect(result.problems).toContain(problem);
    expect(result.exits(1).stderr).toContain(`did you mean ${near}?`);
    expect(space.has('out')).toBe(false);
    expect((await space.run('check')).exits(1).problems).toEqual(result.problems);
  });

  it('also in words and look', async () => {
    const words = company().change('templates/messages/en.yaml', 'person: Name', 'person: "{nam}"');
    const place = 'unknown-placeholder templates/messages/en.yaml:4:11';
    expect((await words.run(RENDER)).exits(1).problems).toEqual([place]);
    expect((await words.run('check')).exits(1).problems).toEqual([place]);
    const look = company().write('templates/themes/plain.yaml', 'siez: 10\n');
    const large = company().write('templates/themes/large.yaml', 'size: 400\nmargin: 12\nline: 7\nbox: 5\n');
    expect((await large.run('check')).exits(1).problems).toEqual([
      'out-of-range templates/themes/large.yaml:1:7',
    ]);
    const told = (await look.run(RENDER)).fails(1, 'unknown-key');
    expect(told.problems).toEqual(['unknown-key templates/themes/plain.yaml:1:1']);
    expect(told.stderr).toContain('did you mean "size"?');
  });
});
