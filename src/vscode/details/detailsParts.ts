import * as vscode from 'vscode';
import type { CitedPlace } from '../../citations/index/citedPlace';
import type { InFile } from '../../citations/index/indexedFiles';
import { displayTitle } from '../../library/model/display';
import type { Entry } from '../../library/model/entry';
import { relatedQuery } from '../../search/query/relatedQuery';
import type { DetailsParts, RelatedTo } from '../../webview/details/messages';
import { whoAndWhen } from '../../workflows/paperRow';
import { chosenStyle } from '../formatting/chosenStyle';
import { allOf } from '../host/wordList';
import type { Services } from '../shell/services';

/** So many papers about the same are offered. */
const RELATED = 10;
/** So many places that cite are told before more are asked for. */
export const FIRST_PLACES = 500;

/** The reference in the style of the document at hand. */
export async function referencePart(entry: Entry, { references }: Services): Promise<DetailsParts> {
  const style = await chosenStyle(vscode.window.activeTextEditor?.document);
  const [html, text] = await Promise.all([
    references.reference(entry, 'html', style),
    references.reference(entry, 'text', style),
  ]);
  return { reference: { html, text } };
}

/** The places that cite a paper, by document. */
export async function citedPlaces(entry: Entry, { citations }: Services): Promise<InFile<CitedPlace>[]> {
  await citations.ready();
  return citations.placesOf(citations.keysOf(entry));
}

/** The first so many of the places that cite a paper. */
export function citedPart(places: readonly InFile<CitedPlace>[], many: number): DetailsParts {
  const shown = places.slice(0, many).map(({ uri, heading, sentence, locator }) => ({
    file: vscode.workspace.asRelativePath(vscode.Uri.parse(uri)),
    heading,
    sentence,
    locator,
  }));
  return { cited: { places: shown, total: places.length } };
}

/** The papers about the same, with what they have in common. */
export async function relatedPart(entry: Entry, { search, library }: Services): Promise<DetailsParts> {
  const found = await search.related(entry.citekey, RELATED);
  const query = relatedQuery(entry.citekey);
  const related = found.map(async ({ id }): Promise<RelatedTo | undefined> => {
    const other = library.shown.get(id);
    if (!other) return undefined;
    const explanation = await search.explain(id, query);
    const title = displayTitle(other);
    return { citekey: id, who: whoAndWhen(other), title, shared: allOf((explanation?.shared ?? []).slice(0, 5)) };
  });
  return { related: (await Promise.all(related)).filter((each) => each !== undefined) };
}
