import { renderNote } from '../../../cases';
import { paper } from '../../../unit/notes/paper';
import { many, type Family } from './family';

const template =
  (piece: string, end = '') =>
  (times: number) => {
    const text = piece.repeat(times) + end.repeat(times);
    return () => renderNote(text, paper());
  };
export const TEMPLATES: readonly Family[] = [
  ['fields in a template', template('{{ title }} ')],
  ['open braces in a template', template('{{ ')],
  ['conditions in a template', template('{% if title %}a', '{% endif %}')],
  ['loops in a template', template('{% for a in authors %}{{ a }}{% endfor %}')],
  ['filters in a template', (n) => template(`{{ title ${'| upcase '.repeat(n)}}}`)(1)],
  ['front matter in a template', template('---\n')],
  ['fields of front matter in a template', (n) => template(`---\n${many(n, (i) => `f${i}: {{ title }}`)}\n---\n`)(1)],
  [
    'dashes in the value of a template',
    (n) => () => renderNote('---\na: {{ title }}\n---\n', paper({ title: '- '.repeat(4 * n) })),
  ],
];
