/** CLI.md: what renders; names, dates, --out, --set, whose work is whose. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { workspace } from './harness.ts';

const CARD = 'scorecard --role baker --level middle';

describe('scorecard', () => {
  it('writes Markdown and PDF into out/, and says one line a file on stderr', async () => {
    const space = workspace('small');
    const result = (await space.run(CARD)).exits(0);
    expect(space.list('out')).toEqual([
      '.rubricate.json',
      'scorecard-baker-middle.md',
      'scorecard-baker-middle.pdf',
    ]);
    expect(result.text).toBe('');
    expect(result.stderr).toMatch(
      /^out\/scorecard-baker-middle\.md {2}\d+ K?B\nout\/scorecard-baker-middle\.pdf {2}\d+ pages {2}\d+ KB\n$/,
    );
    expect(space.bytes('out/scorecard-baker-middle.pdf').subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('says nothing with --quiet', async () => {
    expect((await workspace('small').run(`${CARD} --quiet`)).exits(0).stderr).toBe('');
  });

  it('takes names by id or by name, whatever the case', async () => {
    const space = workspace('small');
    (await space.run('scorecard --role BAKER --level Middle --format md --skill heat@&@oven')).exits(0);
    expect(space.list('out')).toContain('scorecard-baker-middle-heat.md');
  });

  it('takes documents and themes by any of their names, and writes the same file', async () => {
    const out = async (words: string) => (await workspace('small').run(`${words} --out -`)).exits(0).text;
    const step = 'baker --to senior --theme';
    const plain = await out(`promotion --role ${step} plain`);
    expect(await out(`render PROMOTION@packet --role ${step} PLAIN`)).toBe(plain);
  });

  it('takes --from for the level below, and no other', async () => {
    const space = workspace('small');
    (await space.run(`${CARD} --from middle`)).fails(1, 'not-below');
    (await space.run(`${CARD} --from senior`)).fails(1, 'not-below');
    (await space.run(`${CARD} --from junior --format md`)).exits(0);
  });

  it('takes neither of two roles with one name, and lists their ids', async () => {
    const space = workspace('small').change('data/roles/miller.yaml', 'Miller', 'hobby baker');
    space.change('data/roles/baker.yaml', 'name: Baker', 'name: Hobby Baker');
    const result = await space.run('scorecard --role HOBBY@baker --level middle');
    expect(result.fails(1, 'ambiguous-name').problems).toEqual(['ambiguous-name command-line:1:29']);
    expect(result.stderr).toContain('baker, miller');
    (await space.run('scorecard --role baker --level middle --format md')).exits(0);
    expect((await space.run('check')).exits(0).problems).toContain(
      'ambiguous-name data/roles/miller.yaml:1:7',
    );
  });

  it('answers an unknown name with the nearest, under the word', async () => {
    const space = workspace('small');
    const result = (await space.run('scorecard --role baker --level mdidle')).fails(1, 'unknown-level');
    expect(result.problems).toEqual(['unknown-level command-line:1:42']);
    expect(result.stderr).toContain('"middle"');
    (await space.run('scorecard --role bakr --level middle')).fails(1, 'unknown-role');
    (await space.run(`${CARD} --interview dogh`)).fails(1, 'unknown-interview');
    (await space.run(`${CARD} --skill head --skill kneding`)).fails(1, 'unknown-skill', 'unknown-skill');
    expect(space.list()).toEqual(['data']);
  });

  it('reports everything that is wrong with the options at once', async () => {
    const result = await workspace('small').run(`${CARD} --paper A9 --theme plan --lang xx`);
    expect([...result.exits(1).codes].sort()).toEqual(['unknown-language', 'unknown-paper', 'unknown-theme']);
  });

  it('gives the same bytes twice', async () => {
    const [one, two] = [workspace('small'), workspace('small')];
    await one.run(CARD);
    await two.run(CARD);
    for (const name of one.list('out'))
      expect(two.bytes(`out/${name}`).equals(one.bytes(`out/${name}`)), name).toBe(true);
  });

  it('opens the PDF when asked to', async () => {
    const space = workspace('small');
    expect((await space.run(`${CARD} --open`)).opened).toEqual([
      space.path('out/scorecard-baker-middle.pdf'),
    ]);
    expect((await space.run(CARD)).opened).toEqual([]);
  });

  it('writes nothing where the data is broken', async () => {
    const space = workspace('small').change('data/roles/baker.yaml', 'middle:', 'mdidle:');
    expect((await space.run(CARD)).exits(1).problems.join()).toContain('data/roles/baker.yaml:4:3');
    expect(space.list()).toEqual(['data']);
  });

  it('works with the data that ships where there is none', async () => {
    const space = workspace();
    (await space.run('scorecard --role llm-engineer --level senior --format md')).exits(0);
    expect(space.list('out')).toContain('scorecard-llm-engineer-senior.md');
  });
});

describe('file names', () => {
  it.each([
    [`${CARD} --interview dough`, 'scorecard-baker-middle-dough.md'],
    [`${CARD} --skill heat --skill kneading`, 'scorecard-baker-middle-heat+kneading.md'],
    [`${CARD} --set candidate=Ada@Lovelace`, 'scorecard-baker-middle-ada-lovelace.md'],
    [`${CARD} --set candidate=???`, 'scorecard-baker-middle.md'],
    [`${CARD} --lang de`, 'scorecard-baker-middle.de.md'],
    [`${CARD} --lang de --set candidate=José`, 'scorecard-baker-middle-josé.de.md'],
    [`${CARD} --lang en --paper Letter`, 'scorecard-baker-middle.md'],
    ['render scorecard --role baker --level middle', 'scorecard-baker-middle.md'],
    ['promotion --role baker --to senior', 'promotion-baker-middle-to-senior.md'],
    ['promotion --role baker --to senior --set person=Bo', 'promotion-baker-middle-to-senior-bo.md'],
    [
      'promotion --role baker --from senior --to-role miller --to junior',
      'promotion-baker-senior-to-miller-junior.md',
    ],
  ])('%s -> %s', async (words, name) => {
    const space = workspace('small').write('templates/messages/de.yaml', 'continued: Fortsetzung\n');
    (await space.run(`${words} --format md`)).exits(0);
    expect(space.list('out').filter((file) => file.endsWith('.md'))).toEqual([name]);
  });
});

describe('a long file name', () => {
  it('is cut to what a disk takes, the candidate kept, two choices apart', async () => {
    const space = workspace('small');
    const ids = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `skill-with-quite-a-long-name-${n}`);
    for (const id of ids)
      space.write(`data/skills/${id}.yaml`, `name: ${id}\nroles: all\nexpectations: { middle: Does it. }\n`);
    const card = (skills: readonly string[]) =>
      space.run(`${CARD} ${skills.map((id) => `--skill ${id}`).join(' ')} --set candidate=Ada --format md`);
    (await card(ids.slice(0, 8))).exits(0);
    (await card(ids.slice(1))).exits(0);
    const names = space.list('out').filter((name) => name.endsWith('.md'));
    expect(names).toHaveLength(2);
    for (const name of names)
      expect(name).toMatch(/^scorecard-baker-middle-skill-.{120,170}-[0-9a-f]{8}-ada\.md$/);
  });
});

describe('--out', () => {
  it.each([
    [`${CARD} --out made/here`, 'made/here', ['scorecard-baker-middle.md', 'scorecard-baker-middle.pdf']],
    [`${CARD} -o x/card.md`, 'x', ['card.md']],
    [`${CARD} --out=card.pdf`, '.', ['card.pdf', 'data']],
    [`${CARD} --out card.PDF --format pdf`, '.', ['card.PDF', 'data']],
    [`${CARD} --format pdf`, 'out', ['scorecard-baker-middle.pdf']],
  ])('%s', async (words, folder, names) => {
    const space = workspace('small');
    (await space.run(words)).exits(0);
    expect(space.list(folder).filter((name) => name !== '.rubricate.json')).toEqual(names);
  });

  it('- is standard output: Markdown, or PDF where that alone is asked for', async () => {
    const space = workspace('small');
    const markdown = (await space.run(`${CARD} --out -`)).exits(0);
    expect(markdown.text.startsWith('---\nrubricate: 1\n')).toBe(true);
    expect(markdown.stderr).toBe('');
    expect((await space.run(`${CARD} --out - --format pdf`)).exits(0).text.slice(0, 5)).toBe('%PDF-');
    expect(space.list()).toEqual(['data']);
  });
});

describe('date', () => {
  const date = async (words: string, env: Record<string, string> = {}) =>
    /^date: "?([\d-]+)"?$/m.exec(
      (await workspace('small').run(`${CARD} ${words} --out -`, { env })).exits(0).text,
    )?.[1];

  it('is --date, else SOURCE_DATE_EPOCH, else the newest of the data used', async () => {
    expect(await date('--date 2025-01-02', { SOURCE_DATE_EPOCH: '1700000000' })).toBe('2025-01-02');
    expect(await date('', { SOURCE_DATE_EPOCH: '1700000000' })).toBe('2023-11-14');
    expect(await date('')).toBe('2026-03-17');
    expect(await date('--skill kneading')).toBe('2026-02-01');
  });

  it('never fills in the interview’s date', async () => {
    const { text } = await workspace('small').run(`${CARD} --date 2025-01-02 --out -`);
    expect(text).toMatch(/_{4,} <!-- field date\b/);
  });
});

describe('--set', () => {
  const set = async (...settings: readonly string[]) => {
    const words = settings.flatMap((setting) => ['--set', setting]);
    return workspace('small').run([...CARD.split(' '), '--out', '-', ...words]);
  };

  it('fills in what was set and nothing else', async () => {
    const blank = (await workspace('small').run(`${CARD} --out -`)).text.split('\n');
    const filled = (await set('candidate=Ada Lovelace', 'date=2026-05-01')).exits(0).text.split('\n');
    const changed = filled.filter((line, i) => line !== blank[i]);
    expect(filled.length).toBe(blank.length);
    expect(changed.length).toBe(2);
    expect(changed.join('\n')).toContain('Ada Lovelace');
  });

  it('keeps the form id of the blank form', async () => {
    const id = (text: string) => /^form: "?([A-Z0-9-]+)"?$/m.exec(text)?.[1];
    const blank = id((await workspace('small').run(`${CARD} --out -`)).text);
    expect(blank).toMatch(/^SCORECARD-BAKER-MIDDLE-[0-9A-F]{4}$/);
    expect(id((await set('candidate=Ada')).text)).toBe(blank);
  });

  it('answers an id that the document lacks with the nearest', async () => {
    const result = (await set('candidat=Ada')).exits(1);
    expect(result.problems).toHaveLength(1);
    expect(result.stderr).toContain('"candidate"');
    expect(result.stderr).toContain('-o -');
    expect(result.stderr).toMatch(/\n +\^{8}\n/);
  });
});

describe('--set of a choice', () => {
  it('answers an option that it lacks with the nearest, under the value', async () => {
    const result = await workspace('small').run(`${CARD} --set rating/kneading=meet`);
    expect(result.fails(1, 'unknown-choice-option').problems).toEqual([
      'unknown-choice-option command-line:1:71',
    ]);
    expect(result.stderr).toContain('did you mean "meets"?');
    expect(result.stderr).toMatch(/\n +\^{4}\n/);
  });
});

describe('nobody’s work is overwritten', () => {
  it('writes again what nobody touched', async () => {
    const space = workspace('small');
    await space.run(CARD);
    space.change('data/skills/engineering/kneading.yaml', 'Kneads by feel.', 'Kneads by heart.');
    (await space.run(CARD)).exits(0);
    expect(space.read('out/scorecard-baker-middle.md')).toContain('Kneads by heart.');
  });

  it('stops before the first write, lists all, says the ways out', async () => {
    const space = workspace('small');
    await space.run(CARD);
    space.change('out/scorecard-baker-middle.md', 'Candidate', 'Applicant');
    space.write('out/scorecard-baker-middle.pdf', 'mine');
    const result = (await space.run(CARD)).fails(1, 'somebodys-file', 'somebodys-file');
    expect(result.problems[0]).toBe('somebodys-file out/scorecard-baker-middle.md:1:1');
    for (const way of ['--set candidate=', '--set person=', '--out', '--force'])
      expect(result.stderr).toContain(way);
    expect(space.read('out/scorecard-baker-middle.pdf')).toBe('mine');
    (await space.run(`${CARD} --set candidate=Ada`)).exits(0);
    (await space.run(`${CARD} --force`)).exits(0);
    expect(space.read('out/scorecard-baker-middle.pdf.bak')).toBe('mine');
    expect(space.read('out/scorecard-baker-middle.md.bak')).toContain('Applicant');
  });

  it('leaves a PDF form that was filled in and saved by a viewer, and keeps it under --force', async () => {
    const space = workspace('small');
    await space.run(CARD);
    const file = 'out/scorecard-baker-middle.pdf';
    const opened = await getDocument({ data: new Uint8Array(space.bytes(file)), verbosity: 0 }).promise;
    const field = (await (await opened.getPage(1)).getAnnotations()).find(
      (one) => one.fieldName === 'candidate',
    );
    opened.annotationStorage.setValue(field?.id, { value: 'Ada Byron' });
    const filled = Buffer.from(await opened.saveDocument());
    await opened.destroy();
    expect(filled.equals(space.bytes(file))).toBe(false);
    space.write(file, filled).change('data/framework.yaml', /^name: .*/m, 'name: Another');
    (await space.run(CARD)).fails(1, 'somebodys-file');
    expect(space.bytes(file).equals(filled)).toBe(true);
    (await space.run(`${CARD} --force`)).exits(0);
    expect(space.bytes(`${file}.bak`).equals(filled)).toBe(true);
  });

  it('leaves a file that was there before', async () => {
    const space = workspace('small').write('out/scorecard-baker-middle.md', 'mine');
    const result = (await space.run(CARD)).fails(1, 'somebodys-file');
    expect(result.stderr).not.toContain('somebody has worked in it');
    expect(space.list('out')).toEqual(['scorecard-baker-middle.md']);
    space.write('card.md', 'mine');
    const named = (await space.run(`${CARD} --out card.md`)).fails(1, 'somebodys-file');
    expect(named.stderr).not.toContain('--set');
  });
});
