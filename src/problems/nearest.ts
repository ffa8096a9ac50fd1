/**
 * The nearest valid name to one that is not known, for the help of a Problem. One function for ids, names, keys,
 * options, marks and fields, so that all of them are answered alike.
 */

/** Optimal string alignment distance (Damerau-Levenshtein with adjacent swaps), cut off above `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? limit + 1;
}

/**
 * The candidate most like `name`, whatever the case; none where nothing is near (more than two fifths of the letters
 * differ and neither begins with the other). Of equals, the first.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    const limit = Math.max(1, Math.floor(Math.max(wanted.length, other.length) * 0.4));
    const begins = wanted.length >= 3 && (other.startsWith(wanted) || wanted.startsWith(other));
    const cost = begins ? Math.min(1, distance(wanted, other, limit)) : distance(wanted, other, limit);
    if (cost <= limit && cost < bestCost) {
      best = candidate;
      bestCost = cost;
    }
  }
  return best;
}

/** The names there are, while they are few (12), for a help: "there are: a, b, c"; with the nearest first if there is one. */
export function knownNames(name: string, candidates: readonly string[]): string | undefined {
  const near = nearest(name, candidates);
  const list =
    candidates.length > 0 && candidates.length <= 12 ? `there are: ${candidates.join(', ')}` : undefined;
  if (near !== undefined) return list ? `did you mean "${near}"? ${list}` : `did you mean "${near}"?`;
  return list;
}
