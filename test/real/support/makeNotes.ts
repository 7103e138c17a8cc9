import { join } from 'node:path';
import { DISK } from '#platform/disk';
import { NewNames } from '../../../src/platform/newNames';
import { withoutLinks } from './withoutLinks';

/** Makes new files in a folder, one after the other, until it is killed; says when it has begun. */
async function makeNotes(folder: string, text: string, links: string): Promise<void> {
  const names = new NewNames(links === 'no links' ? withoutLinks(DISK!) : DISK!);
  for (let i = 0; ; i++) {
    const unfinished = join(folder, `.${i}.tmp`);
    await DISK!.write(unfinished, new TextEncoder().encode(text));
    await names.give(unfinished, join(folder, `${i}.md`));
    if (i === 20) console.log('begun');
  }
}

const [folder, text, links] = process.argv.slice(2);
void makeNotes(folder, text, links);
