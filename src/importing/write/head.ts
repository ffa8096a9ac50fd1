/** What holds for the whole framework, as framework.yaml. */
import type { Node, YAMLMap } from 'yaml';
import type { Domain, Framework, Level, Text } from '../../framework/framework.ts';
import {
  DOMAIN_KEYS,
  FAIR_KEYS,
  FRAMEWORK_KEYS,
  LEVEL_KEYS,
  POINT_KEYS,
  RETENTION_KEYS,
  TIMING_KEYS,
} from '../../framework/keys.ts';
import { alike, flowing, ids, list, ordered, plain, text } from './nodes.ts';

type Head = Omit<Framework, 'roles' | 'skills'>;

/** The keys of framework.yaml. */
export function headNode(framework: Head): YAMLMap {
  const { language, texts } = framework;
  const said = (one: Text | null): Node | null => one && text(one, language);
  const all = (many: readonly Text[]): Node | null => list(many.map((one) => text(one, language)));
  const { scorecard, promotion } = texts.retention;
  const { minutes, opening, questions, closing, writing } = framework.timing;
  return ordered(FRAMEWORK_KEYS, {
    format: plain(1),
    name: said(framework.name),
    version: framework.version === null ? null : plain(framework.version),
    language: plain(language),
    cumulative: plain(framework.cumulative),
    summary: said(framework.summary),
    levels: levelsNode(framework.levels, language),
    domains: domainsNode(framework.domains, language),
    scale: list(
      alike(
        framework.scale.map(({ id, name, anchor, means }) =>
          ordered(POINT_KEYS, { id: plain(id), name: said(name), anchor: plain(anchor), means: said(means) }),
        ),
      ),
    ),
    timing: flowing(
      ordered(TIMING_KEYS, {
        minutes: plain(minutes),
        opening: plain(opening),
        questions: plain(questions),
        closing: plain(closing),
        writing: plain(writing),
      }),
    ),
    opening: said(texts.opening),
    closing: said(texts.closing),
    fair_questions:
      texts.fairQuestions &&
      ordered(FAIR_KEYS, { ask: said(texts.fairQuestions.ask), never: said(texts.fairQuestions.never) }),
    adjustments: said(texts.adjustments),
    access: said(texts.access),
    retention:
      scorecard || promotion
        ? ordered(RETENTION_KEYS, { scorecard: said(scorecard), promotion: said(promotion) })
        : null,
    committee: all(texts.committee),
    peer_questions: all(texts.peerQuestions),
  });
}

/** The levels, lowest first; `rank` and `next` where they are not the usual ones. */
export function levelsNode(levels: readonly Level[], language: string): Node | null {
  const nodes = levels.map((level, i) => {
    const usual = usualNext(level, levels);
    return ordered(LEVEL_KEYS, {
      id: plain(level.id),
      name: text(level.name, language),
      summary: level.summary && text(level.summary, language),
      rank: level.rank === i + 1 ? null : plain(level.rank),
      next: usual.join(' ') === level.next.join(' ') ? null : ids(level.next),
    });
  });
  return list(alike(nodes));
}

/** What comes after a level that does not say it: all of the next higher rank. */
export function usualNext(
  level: { readonly rank: number },
  levels: readonly { readonly id: string; readonly rank: number }[],
): readonly string[] {
  const above = Math.min(...levels.filter(({ rank }) => rank > level.rank).map(({ rank }) => rank));
  return levels.filter(({ rank }) => rank === above).map(({ id }) => id);
}

/** The domains; null where there is none. */
export function domainsNode(domains: readonly Domain[], language: string): Node | null {
  const nodes = domains.map(({ id, name, summary, description }) =>
    ordered(DOMAIN_KEYS, {
      id: plain(id),
      name: text(name, language),
      summary: summary && text(summary, language),
      description: description && text(description, language),
    }),
  );
  return list(alike(nodes));
}
