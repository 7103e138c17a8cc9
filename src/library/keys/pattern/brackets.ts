import { type Alternatives, type Argument, type Call, type Part, PatternError } from './ast';

/** `auth`, `auth3`, `auth3_1`, `shorttitle3_3`, `auth.etal`; behind it Better BibTeX's flags, `+initials`. */
const MARKER = /^([A-Za-z][A-Za-z.]*?)(\d{1,4})?(?:_(\d{1,4}))?(?:\+[a-z]+)*$/;
const NUMBER = /^-?\d{1,6}$/;

/**
 * Parses a pattern with markers in brackets, as JabRef (its manual, "Citation key patterns") and older versions of Better BibTeX
 * have them: `[auth:lower]_[year]`. What stands between markers is part of the key. Throws `PatternError`.
 */
export function parseBrackets(pattern: string): Alternatives {
  const alternatives: Part[][] = [[]];
  for (let at = 0; at < pattern.length;) {
    const parts = alternatives.at(-1)!;
    if (pattern[at] === '|') {
      alternatives.push([]);
      at++;
    } else if (pattern[at] === '[') {
      const close = pattern.indexOf(']', at);
      if (close < 0) throw new PatternError({ code: 'unclosed', sign: '[', at });
      parts.push(partOf(pattern.slice(at + 1, close), at + 1));
      at = close + 1;
    } else if (pattern[at] === ']') {
      throw new PatternError({ code: 'unexpected', found: ']', at });
    } else {
      const [text] = /^[^[\]|]+/.exec(pattern.slice(at))!;
      parts.push({ kind: 'text', text, filters: [] });
      at += text.length;
    }
  }
  return alternatives;
}

function partOf(inner: string, at: number): Part {
  const longer = /^>(\d{1,4})$/.exec(inner);
  if (longer) return { kind: 'longer', than: Number(longer[1]) };
  const [marker, ...filters] = inner.split(':');
  const [, name, n, m] = MARKER.exec(marker) ?? [];
  if (name === undefined) throw new PatternError({ code: 'unexpected', found: marker, at });
  const args = [n, m].filter((each) => each !== undefined).map((each) => ({ value: Number(each) }));
  let from = at + marker.length + 1;
  const calls = filters.map((filter) => {
    const call = filterOf(filter, from);
    from += filter.length + 1;
    return call;
  });
  return { kind: 'call', call: { name, args, at }, filters: calls };
}

/** `lower`, `select=1,4`, `truncate8`, and JabRef's `(text)` for what is empty. */
function filterOf(filter: string, at: number): Call {
  const fallback = /^\(([^()]*)\)$/.exec(filter);
  if (fallback) return { name: 'default', args: [{ value: fallback[1] }], at };
  const [, name, digits, list] = /^([A-Za-z]+)(\d{1,4})?(?:[=,](.*))?$/.exec(filter) ?? [];
  if (name === undefined) throw new PatternError({ code: 'unexpected', found: filter, at });
  const args: Argument[] = digits === undefined ? [] : [{ value: Number(digits) }];
  for (const value of list === undefined ? [] : list.split(','))
    args.push({ value: NUMBER.test(value) ? Number(value) : value });
  return { name, args, at };
}
