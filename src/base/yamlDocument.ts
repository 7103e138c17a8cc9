import {
  Composer,
  type CST,
  Document,
  type DocumentOptions,
  Parser,
  type ParseOptions,
  type SchemaOptions,
  YAMLParseError,
} from 'yaml';
import type { Step } from './steps';

/** Lists and maps within each other beyond this are nobody's library or note, but an attack on the stack of who reads them. */
export const DEEPEST_YAML = 200;

type Options = ParseOptions & DocumentOptions & SchemaOptions;

/**
 * The first document of a YAML text, with its errors in it. Like `parseDocument` of the library, which calls itself for
 * each level of a text and so ends all of Node at a few thousand: here the levels are counted first, and a text with more than
 * `DEEPEST_YAML` is an error, where the first too deep one begins. Error messages name no place; the errors' `pos` does.
 *
 * @param step called with each line
 */
export function yamlDocument(text: string, options: Options, step?: Step): Document.Parsed {
  const silent: Options = { ...options, prettyErrors: false, logLevel: 'silent' };
  const tokens = [...new Parser(step).parse(text)];
  const tooDeep = tooDeepAt(tokens);
  if (tooDeep !== undefined) return refused(tooDeep, silent);
  const [document] = new Composer(silent).compose(tokens, true, text.length);
  return document;
}

function refused(at: number, options: Options): Document.Parsed {
  const document = new Document(null, options) as Document.Parsed;
  const message = `Lists and maps are nested in more than ${DEEPEST_YAML} levels`;
  document.errors.push(new YAMLParseError([at, at + 1], 'IMPOSSIBLE', message));
  return document;
}

/** Where a value begins that is nested too deep; undefined where none is. Without recursion, that being the point. */
function tooDeepAt(tokens: readonly CST.Token[]): number | undefined {
  const open: { readonly token: CST.Token; readonly depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (depth > DEEPEST_YAML) return token.offset;
    if (token.type === 'document') {
      if (token.value) open.push({ token: token.value, depth });
    } else if ('items' in token) {
      for (const { key, value } of token.items) {
        if (key) open.push({ token: key, depth: depth + 1 });
        if (value) open.push({ token: value, depth: depth + 1 });
      }
    }
  }
  return undefined;
}
