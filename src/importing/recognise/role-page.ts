/**
 * A page of one role: sentences about it, then for each domain a table of skills by level with letters for grades. A page that
 * was cut off gives what is whole; what it claims to have stands beside that.
 */
import { type Problem, warning } from '../../problems/problem.ts';
import type { Claim, Draft } from '../draft.ts';
import type { Material, Tree } from '../material.ts';
import { placeSpan } from '../where.ts';
import { gradedFramework } from './grade-table.ts';
import { languageIn } from './language-of.ts';
import { matricesOf } from './matrix-framework.ts';
import { Remarks } from './parts.ts';
import type { Recogniser } from './recognise.ts';

const CLAIMS: readonly (readonly [Claim['what'], RegExp])[] = [
  [
    'skills',
    /(\d+)\s+(?:skills|fähigkeiten|kompetenzen|habilidades|competencias|项技能|个技能|技能)\s+(?:across|über|en|in|×)/iu,
  ],
  ['levels', /(\d+)\s+(?:levels?|stufen|levels|niveles|个级别|级)/iu],
  ['required', /(\d+)\s+(?:skills\s+)?(?:are\s+)?(?:mandatory|required|pflicht|obligatorias?)/iu],
];
const FAMILY = /\bin the (.{2,60}?) family\b/u;

export const rolePage: Recogniser = (materials, options) => {
  const [page] = materials;
  if (!page || materials.length !== 1 || page.format !== 'text') return null;
  const found = matricesOf(materials, options, 'grades');
  const [first] = found;
  if (!first) return null;
  const lines = (page.tree?.children ?? []).filter(
    ({ place }) => (place.line ?? 0) < (first.matrix.grid.place.line ?? 0),
  );
  const count = first.matrix.levels.length;
  const sentences = runOf(lines, count);
  const claiming = lines.filter(({ label }) => claimsIn(label).length > 0);
  const [title, about] = lines;
  const summary = about && !claiming.includes(about) && !sentences.includes(about) ? about : null;
  const taken = [
    ...sentences,
    ...claiming,
    ...(title ? [title] : []),
    ...(summary ? [summary] : []),
    ...headings(page, found.length),
  ];
  const { draft, problems: own } = gradedFramework(found, materials, options, taken);
  const problems: Problem[] = [...own];
  const lost: Draft['skipped'][number][] = [];
  if (page.cut) {
    const place = page.cut.place;
    const last = page.tree?.children.filter(({ label }) => !isCount(label)).at(-1);
    const message = `${page.source.path} ends in the middle of ${page.cut.what}`;
    problems.push(
      warning('cut-off', message, placeSpan(place), { help: 'get the whole page, if the rest matters' }),
    );
    if (last && (last.place.line ?? 0) > (found.at(-1)?.matrix.grid.place.line ?? 0))
      lost.push({ message: `"${last.label}": its table is cut off`, place: last.place });
  }
  const family = claiming.flatMap(({ label }) => FAMILY.exec(label)?.[1] ?? [])[0] ?? null;
  const remarks = new Remarks();
  const [one] = sentences;
  if (one)
    remarks.guess(`${count} sentences in a row are about the ${count} levels, in their order`, one.place);
  const roles = draft.roles.map((role) => ({
    ...role,
    family,
    summary: summary?.label ?? null,
    levels: (role.levels ?? []).map((level, i) => ({
      ...level,
      summary: sentences[i]?.label ?? level.summary,
    })),
  }));
  const language =
    draft.language ??
    languageIn(
      materials,
      lines.map(({ label }) => label),
      remarks,
    );
  const guesses = [...draft.guesses, ...remarks.guesses];
  const claims = once(
    claiming.flatMap(({ label, place }) => claimsIn(label).map((claim) => ({ ...claim, place }))),
  );
  return {
    ...{ shape: 'role page with grades', sure: 0.9, problems },
    why: `a page of text with ${found.length} tables of grades by level`,
    draft: () => ({ ...draft, language, roles, claims, guesses, skipped: [...draft.skipped, ...lost] }),
  };
};

/** So many lines in a row that are sentences. */
function runOf(lines: readonly Tree[], count: number): readonly Tree[] {
  let run: Tree[] = [];
  for (const line of [...lines, null]) {
    if (line && /[.!。]$/.test(line.label)) run.push(line);
    else if (run.length === count) return run;
    else run = [];
  }
  return [];
}

/** Lines that stand over the tables as their domains, and their counts. */
function headings(page: Material, tables: number): readonly Tree[] {
  const titles = new Set(page.grids.slice(0, tables).flatMap(({ under }) => under));
  return (page.tree?.children ?? []).filter(({ label }) => titles.has(label) || isCount(label));
}

function isCount(label: string): boolean {
  return /^\d+\s+\S+$/.test(label);
}

function claimsIn(label: string): readonly { readonly what: Claim['what']; readonly count: number }[] {
  return CLAIMS.flatMap(([what, pattern]) => {
    const count = pattern.exec(label)?.[1];
    return count === undefined ? [] : [{ what, count: Number(count) }];
  });
}

/** The first of each kind. */
function once(claims: readonly Claim[]): readonly Claim[] {
  return claims.filter((claim, i) => claims.findIndex(({ what }) => what === claim.what) === i);
}
