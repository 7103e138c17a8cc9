/** The items of a list such as `ids` or `keywords`, split at commas (at semicolons where there are any). */
export function splitList(source: string): string[] {
  return source
    .split(source.includes(';') ? ';' : ',')
    .map((item) => item.trim())
    .filter(Boolean);
}
