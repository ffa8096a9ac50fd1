/** The domains of a draft as those of a framework. */
import type { Domain } from '../../framework/framework.ts';
import type { FrameworkHead } from '../../framework/read-framework.ts';
import { knownNames } from '../../problems/nearest.ts';
import { error, type Problem } from '../../problems/problem.ts';
import type { Draft } from '../draft.ts';
import type { Place } from '../material.ts';
import { slug } from '../slug.ts';
import { placeSpan } from '../where.ts';
import type { Cleaner } from './clean.ts';
import { says } from './differs.ts';

/** Those of the draft, then those that skills name; where a framework lists its own, these. Problems: `unknown-domain`. */
export function domainsOf(
  draft: Draft,
  head: FrameworkHead | null,
  clean: Cleaner,
  problems: Problem[],
): readonly Domain[] {
  const named = [
    ...draft.domains,
    ...draft.skills.flatMap(({ domain, place }) =>
      domain === null ? [] : [{ name: domain, description: null, place }],
    ),
  ];
  const all: Domain[] = head ? [...head.domains] : [];
  const told = new Set<string>();
  for (const { name, description, place } of named) {
    const text = clean.text(name, place);
    const known = domainNamed(all, name, clean, place);
    if (known && head && !says(known.description, clean.text(description, place))) {
      const message = `the description of "${name}": ${head.span.source.path} keeps its own`;
      clean.skipped.push({ message, place });
    }
    if (!text || known) continue;
    if (head && head.domains.length > 0) {
      if (told.has(name)) continue;
      told.add(name);
      const names = head.domains.flatMap((domain) => Object.values(domain.name.byLanguage));
      const near = knownNames(name, names);
      const id = slugFor(name, all);
      const help = `add it to "domains" there: { id: ${id}, name: ${JSON.stringify(name)} }${near === undefined ? '' : `; ${near}`}`;
      const message = `${head.span.source.path} has no domain "${name}"`;
      problems.push(error('unknown-domain', message, placeSpan(place), { help }));
    }
    const span = placeSpan(place);
    all.push({
      ...{ id: slugFor(name, all), name: text, summary: null },
      ...{ description: clean.text(description, place), span },
    });
  }
  return all;
}

/** The domain that a skill means by this name. */
export function domainNamed(
  domains: readonly Domain[],
  name: string,
  clean: Cleaner,
  place: Place,
): Domain | undefined {
  const words = clean.words(name, place);
  return domains.find(
    (domain) => domain.id === words || Object.values(domain.name.byLanguage).includes(words),
  );
}

function slugFor(name: string, taken: readonly Domain[]): string {
  const own = slug(name);
  const base = own === '' ? 'domain' : own;
  for (let n = 1; ; n++) {
    const id = n === 1 && own !== '' ? base : `${base}-${n}`;
    if (!taken.some((domain) => domain.id === id)) return id;
  }
}
