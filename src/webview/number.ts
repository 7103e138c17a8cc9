/** A number as people write it in the language of the page, which is that of VS Code: `10,000`. */
export function localNumber(value: number): string {
  return value.toLocaleString(document.documentElement.lang || undefined);
}
