const NEW = /\\newcites[ \t]{0,8}\{([A-Za-z, ]{1,200})\}/g;
const COMMANDS = ['cite', 'nocite', 'citep', 'citet', 'citealp', 'citealt', 'citeauthor', 'citeyear'];

/** With the commands of further bibliographies, as `\citeown` behind `\newcites{own}{Own Work}` (manual of multibib). */
export function withMultibib(own: ReadonlySet<string>, text: string): ReadonlySet<string> {
  const names = namesOfMultibib(text);
  return names.length === 0 ? own : new Set([...own, ...names.flatMap((name) => COMMANDS.map((each) => each + name))]);
}

/** The names of a text's further bibliographies, which stand at the end of their commands. */
export function namesOfMultibib(text: string): string[] {
  if (!text.includes('\\newcites')) return [];
  return [...text.matchAll(NEW)].flatMap(([, list]) => list.split(',').map((name) => name.trim()));
}
