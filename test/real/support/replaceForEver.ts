import { join } from 'node:path';
import { DISK } from '#platform/disk';

/** Replaces the files of a folder in turn, by one text and by another, until it is killed; says when it has begun. */
async function replaceForEver(folder: string, files: number, ...texts: readonly string[]): Promise<void> {
  for (let i = 0; ; i++) {
    const unfinished = join(folder, `.${i}.tmp`);
    await DISK!.write(unfinished, new TextEncoder().encode(texts[Math.floor(i / files) % texts.length]));
    await DISK!.replace(unfinished, join(folder, `${i % files}.md`));
    if (i === 20) console.log('begun');
  }
}

const [folder, files, ...texts] = process.argv.slice(2);
void replaceForEver(folder, Number(files), ...texts);
