import type { ApiNewPaper } from '../../api';
import { SECTIONS } from '../../workflows/newPapers/shownPapers';
import { littleKnownSentence } from '../ranking/rankingSentences';
import type { NewPapersService } from './newPapersService';

/** The new papers as other extensions see them, in the order shown. */
export async function apiNewPapers(service: NewPapersService): Promise<ApiNewPaper[]> {
  await service.settled();
  const sections = service.sections();
  return SECTIONS.flatMap((section) => sections[section]).map(({ paper, band, reasons, isLittleKnown }) => ({
    item: paper.item,
    band,
    reasons: isLittleKnown ? [...reasons, littleKnownSentence(paper.upvotes)] : [...reasons],
    feed: paper.feed,
    day: paper.day,
  }));
}
