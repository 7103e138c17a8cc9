import { checkCslItem } from '../../library/formats/cslItem';
import { paperOfCsl } from '../../library/formats/cslPaper';
import { displayTitle } from '../../library/model/display';
import { rankableOf } from '../../workflows/newPapers/rankable';
import type { ApiRanked } from '../../api';
import { PaperRanker, type RankerParts } from './paperRanker';
import { rankingSentences } from './rankingSentences';

/** Ranks CSL items from other extensions, whatever is in them. */
export async function rankItems(items: unknown, parts: RankerParts): Promise<ApiRanked[]> {
  const all: readonly unknown[] = Array.isArray(items) ? items : [];
  const papers = all.map((item) => rankableOf(paperOfCsl(checkCslItem(item)?.item ?? {})));
  const ranked = await new PaperRanker(parts).rank(papers);
  const ofOwn = (citekey: string) => {
    const entry = parts.library.shown.get(citekey);
    return entry ? displayTitle(entry) : citekey;
  };
  return ranked.map(({ index, score, reasons }) => {
    return { index, score, reasons: rankingSentences(reasons, { ofOwn, ofUnwanted: () => '' }) };
  });
}
