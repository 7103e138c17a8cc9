import { scanQuery, type Token } from '../search/query/scanner';

/** Whether a query has a term such as `has:note`, outside of parentheses and as it is: not `-has:note`. */
export function hasTerm(query: string, term: string): boolean {
  return termIn(query, term) !== undefined;
}

/** The query with a term that it lacks, or without one that it has. The rest stays as it was typed. */
export function toggledTerm(query: string, term: string): string {
  const found = termIn(query, term);
  if (found) return `${query.slice(0, found.start).trimEnd()} ${query.slice(found.end).trimStart()}`.trim();
  const rest = query.trim();
  if (rest === '') return term;
  return `${isAlternative(rest) ? `(${rest})` : rest} ${term}`;
}

/** Where a term stands: as it is scanned in a query, so that quotes and case are the same. */
function termIn(query: string, term: string): { start: number; end: number } | undefined {
  const wanted = scanQuery(term);
  const tokens = scanQuery(query);
  let depth = 0;
  for (let i = 0; i + wanted.length <= tokens.length; i++) {
    const token = tokens[i];
    if (token.kind === 'open') depth++;
    if (token.kind === 'close') depth--;
    const isOwn = depth === 0 && (i === 0 || (tokens[i - 1].kind !== 'sign' && tokens[i - 1].kind !== 'field'));
    const last = tokens[i + wanted.length - 1];
    const isJoined = tokens[i + wanted.length]?.kind === 'or' || (i > 0 && tokens[i - 1].kind === 'or');
    if (isOwn && !isJoined && wanted.every((one, j) => isSame(one, tokens[i + j]))) {
      return { start: token.start, end: last.end };
    }
  }
  return undefined;
}

function isSame(a: Token, b: Token): boolean {
  return a.kind === b.kind && contentOf(a) === contentOf(b);
}

function contentOf(token: Token): string {
  switch (token.kind) {
    case 'field':
      return token.name.toLowerCase();
    case 'word':
    case 'quoted':
      return token.text.toLowerCase();
    case 'sign':
      return token.presence;
    case 'open':
    case 'close':
    case 'or':
      return '';
  }
}

/** Whether a query's sides are joined by `OR`, so that a term behind it would belong to the last side alone. */
function isAlternative(query: string): boolean {
  let depth = 0;
  for (const { kind } of scanQuery(query)) {
    if (kind === 'open') depth++;
    if (kind === 'close') depth--;
    if (kind === 'or' && depth === 0) return true;
  }
  return false;
}
